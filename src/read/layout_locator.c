/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "base/str.h"
#include "read/land.h"
#include "read/value.h"

enum { LAND_TINT = 20, FRAME_TINT = 50 }; /* per cent of the accent */
/* So that no corner of the map nears the other end of the earth (set/view.h). */
enum { ACROSS_LEAST = 5, ACROSS_MOST = 150 };

/* Read once, of use or not. */
static const Land *land_named(Reading *r, const Attr *src)
{
	Source source = {file_beside(r->a, src->place.file, src->value), r->source->root,
			 src->value_place};
	for (int i = 0; i < r->lands.count; i++) {
		const Landed *known = list_at(&r->lands, i);
		if (str_equal(known->path, source.path))
			return known->land;
	}
	const Land *land = land_read(r->a, &source, list_add(r->files), r->diags);
	*(Landed *)list_add(&r->lands) = (Landed){source.path, land};
	return land;
}

static int across_attr(Reading *r, const Node *node)
{
	const Attr *attr = node_attr(node, "extent");
	int across = 0;
	if (!attr || str_equal(attr->value, "world"))
		return 0;
	if (!value_int(attr->value, attr->value_place, "extent", ACROSS_LEAST, ACROSS_MOST, &across,
		       r->diags))
		diag_hint(r->diags, "that many degrees around the place; or extent=\"world\"");
	return across;
}

static const Pattern *words_in(Reading *r, const Node *node, const char *name, const Style *style,
			       const Ink *accent)
{
	const Node *child = node_child(node, name);
	if (!child || !style)
		return NULL;
	id_keep(r, child);
	return pattern_inside(r, child, style, accent);
}

static void locator_inks(Reading *r, const Node *node, const Ink *accent, LocatorSpec *locator)
{
	locator->ink = own_ink(r, node, accent);
	locator->ground = ink_attr_or_tint(r, node, "land", accent, LAND_TINT);
	locator->sea = ink_attr(r, node, "sea", accent);
	locator->graticule = ink_attr(r, node, "graticule", accent);
	locator->paper = ink_attr(r, node, "paper", accent);
	locator->frame = ink_attr_or_tint(r, node, "frame", accent, FRAME_TINT);
}

const LocatorSpec *locator_read(Reading *r, const Node *node, const Ink *accent)
{
	const Attr *src = node_attr(node, "src");
	LocatorSpec *locator = ARENA_NEW(r->a, LocatorSpec);
	locator->lat = path_attr(r, node, "lat");
	locator->lon = path_attr(r, node, "lon");
	locator->land = src ? land_named(r, src) : NULL;
	locator->across = across_attr(r, node);
	locator->height = seen_len_attr(r, node, "height", 0);
	locator_inks(r, node, accent, locator);
	locator->style = style_attr(r, node, "style", node->name, accent);
	locator->placeholder_style =
	    style_attr_or(r, node, "placeholder-style", locator->style, accent);
	locator->label = words_in(r, node, "label", locator->style, accent);
	locator->placeholder = words_in(r, node, "placeholder", locator->placeholder_style, accent);
	alt_need(r, node);
	return locator;
}
