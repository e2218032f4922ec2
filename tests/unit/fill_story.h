/* SPDX-License-Identifier: MIT */
#pragma once
/* fill_story.h: what tests of whole stories share: a small layout around some boxes, and a record. */
#include "fill_setup.h"

#include "read/layout.h"

static const char story_head[] =
    "<layout xmlns='urn:clusterpress:layout:1' name='t' lang='en'>\n"
    "<page size='A4' margin='10mm'/><words href='fill-common.xml'/>\n"
    "<inks contrast='none'><ink name='text' rgb='#000000'/></inks>\n"
    "<styles><style name='body' font-family='sans' font-size='9pt' line-height='1.4' "
    "color='text'/></styles>\n"
    "<title id='title'>{name}: {edition/title}</title>\n";

static const char story_common[] =
    "<words xmlns='urn:clusterpress:layout:1' lang='en'>"
    "<text id='ladder-first'>{@first, ordinal}</text><text id='ladder-last'>{@of, ordinal}</text>"
    "<text id='ladder-alt'>Ladder from {@first, ordinal} to {@of, ordinal}, at {@value, "
    "ordinal}.</text>"
    "<text id='donut-alt'>Ring of which {@value, percent} is filled.</text>"
    "<text id='bar-chart-alt'>Bars. {@title}: {item, list, {{@label} {@figure}}}.</text>"
    "<text id='icon-array-alt'>{count(@placeholder), plural, =1 {No icons: {@placeholder}.} "
    "other {{@value} of {@of} icons{count(@figure), plural, =0 {} other { ({@figure})}}.}}</text>"
    "<text id='locator-map-alt'>{count(@placeholder), plural, =1 {No map: {@placeholder}.} "
    "other {Map: {@label}, {@lat} {@ns}, {@lon} {@ew}.}}</text>"
    "<text id='sparkline-alt'>{@count}: {@first} to {@last}, {@least} to {@most}</text>"
    "<text id='placeholder-alt'>No data. {@title}: {@placeholder}.</text>"
    "<text id='more'>and {@more} more</text></words>";

static const char record[] =
    "<c id='k'>\n<name>Kunming</name>\n"
    "<ranks size='98' of='100' big='1001' over='131' none='0'/>\n"
    "<p share='11.5' much='131' minus='-1' word='12O'>"
    "<a n='120' s='31'>X</a><a n='40' s='10.5'>Y</a></p>\n"
    "<f s='12.0'>Optics</f><f s='7'>Soil</f>\n<bad s='x'>A</bad><bad s='-2'>B</bad></c>";

/* The story of the record in a layout with this body; NULL and told otherwise. */
static inline const Story *story_in(Setup *setup, const char *body, const char *data)
{
	Arena *a = setup->arena;
	setup_xml(setup, "fill-common.xml", story_common);
	const char *xml = str_format(a, "%s<body>%s</body></layout>", story_head, body);
	setup_xml(setup, "fill-boxes.xml", xml);
	Source source = {.path = SETUP_FOLDER "fill-boxes.xml"};
	Diags *diags = diags_new(a);
	setup->saying.layout = layout_read(a, &source, diags);
	if (!setup->saying.layout)
		fail_msg("%s: %s", body, diags_at(diags, 0)->message);
	Record *made = ARENA_NEW(a, Record);
	*made = (Record){.id = "k", .root = setup_xml(setup, "fill-data.xml", data)};
	return fill(a, &setup->saying, made, setup->diags);
}

static inline const Box *box_in(Setup *setup, const char *body)
{
	const Story *story = story_in(setup, body, record);
	if (!story)
		fail_msg("%s", setup_told(setup));
	return story->body->first;
}

static inline void assert_told(const char *body, const char *told)
{
	Setup *setup = setup_open("en");
	assert_null(story_in(setup, body, record));
	assert_string_equal(setup_told(setup), told);
	assert_non_null(diags_at(setup->diags, 0)->hint);
	setup_close(setup);
}
