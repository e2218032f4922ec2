/* SPDX-License-Identifier: MIT */
#pragma once
/* read_small.h: a layout of a few lines, for tests of what stands in it. */
#include "read/layout.h"
#include "read_setup.h"

/* A whole small layout: what stands in <styles> and in <body>. */
static inline const Layout *read_small(Setup *setup, const char *styles, const char *body)
{
	setup_changed(setup, "layouts/common.xml", "common.xml", "", "");
	const char *text = str_format(
	    setup->arena,
	    "<layout xmlns='urn:clusterpress:layout:1' name='x' lang='en'><page size='A5'/>"
	    "<words href='common.xml'/>"
	    "<inks contrast='none'><ink name='black' rgb='#000'/><ink name='red' "
	    "rgb='#f00'/></inks>"
	    "<styles><style name='body' font-family='sans' font-size='10pt' "
	    "color='black'/>%s</styles>"
	    "<title>{name}</title><body>\n%s</body></layout>",
	    styles, body);
	Source source = setup_file(setup, "small.xml", text);
	return layout_read(setup->arena, &source, setup->diags);
}
