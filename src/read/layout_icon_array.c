/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "read/pattern.h"
#include "read/value.h"

enum { FRAME_TINT = 50 /* per cent of the accent */ };
enum { COLUMNS = 10, COLUMNS_MOST = 100, OF = 100 };
enum { GAP_OWN = -1 };
enum { SEGMENTS_MOST = 200 }; /* of one icon: there may be a thousand of them */
enum { ROUNDING = 8 };        /* of ICON_UNITS */

/* A whole number in the layout, or a path to one in the data. */
static void of_read(Reading *r, const Node *node, IconArraySpec *icons)
{
	const Attr *of = node_attr(node, "of");
	icons->of_count = OF;
	if (of && of->value[0] >= '0' && of->value[0] <= '9')
		value_int(of->value, of->value_place, "of", 1, ICONS_MOST, &icons->of_count,
			  r->diags);
	else
		icons->of = path_attr(r, node, "of");
}

static bool is_outside(const IconSpec *icon)
{
	for (int i = 0; i < icon->count; i++)
		for (int k = 0; k < 3; k++) {
			Len x = icon->segments[i].x[k], y = icon->segments[i].y[k];
			if (x < -ROUNDING || y < -ROUNDING || x > icon->view_width + ROUNDING ||
			    y > icon->view_height + ROUNDING)
				return true;
		}
	return false;
}

/* The outline of an icon; NULL: a square. */
static const IconSpec *outline_read(Reading *r, const Node *node)
{
	const Attr *d = node_attr(node, "d"), *src = node_attr(node, "src");
	const Attr *view = node_attr(node, "viewbox"), *said = d ? d : src;
	IconSpec *icon = ARENA_NEW(r->a, IconSpec);
	if (!said && view) {
		diag_error(r->diags, view->place, DIAG_LAYOUT, "there is no d that viewbox is of");
		diag_hint(r->diags, "write d=\"M…\", or leave viewbox out: the icons are squares");
	}
	if (!said || !icon_drawing_read(r, node, true, icon))
		return NULL;
	if (icon->count > SEGMENTS_MOST) {
		diag_error(r->diags, said->value_place, DIAG_LAYOUT,
			   "this icon has %d points, but one of an array may have no more than %d",
			   icon->count, SEGMENTS_MOST);
		diag_hint(r->diags, "draw it more simply: it is small");
	} else if (is_outside(icon)) {
		diag_error(
		    r->diags, said->value_place, DIAG_LAYOUT,
		    "this icon leaves its viewbox, so it would be painted over its neighbours");
		diag_hint(r->diags, "make the viewbox as large as the icon");
	}
	return icon;
}

static void array_measures(Reading *r, const Node *node, IconArraySpec *icons)
{
	const Attr *columns = node_attr(node, "columns");
	icons->columns = COLUMNS;
	if (columns)
		value_int(columns->value, columns->value_place, "columns", 1, COLUMNS_MOST,
			  &icons->columns, r->diags);
	icons->width = seen_len_attr(r, node, "width", 0);
	icons->gap = len_attr(r, node, "gap", GAP_OWN);
}

static void array_placeholder(Reading *r, const Node *node, const Ink *accent, IconArraySpec *icons)
{
	const Node *excuse = node_child(node, "placeholder");
	if (!excuse)
		return;
	icons->placeholder_style = style_attr(r, node, "placeholder-style", node->name, accent);
	icons->paper = ink_attr(r, node, "paper", accent);
	icons->frame = ink_attr_or_tint(r, node, "frame", accent, FRAME_TINT);
	id_keep(r, excuse);
	if (icons->placeholder_style)
		icons->placeholder = pattern_inside(r, excuse, icons->placeholder_style, accent);
}

const IconArraySpec *icon_array_read(Reading *r, const Node *node, const Ink *accent)
{
	IconArraySpec *icons = ARENA_NEW(r->a, IconArraySpec);
	icons->value = path_attr(r, node, "value");
	if (node_attr(node, "format"))
		icons->figure = pattern_of_value(r->a, icons->value,
						 format_attr(r, node, "format", FORMAT_NUMBER));
	of_read(r, node, icons);
	icons->icon = outline_read(r, node);
	array_measures(r, node, icons);
	icons->ink = own_ink(r, node, accent);
	icons->track = ink_attr_or_tint(r, node, "track", accent, TRACK_TINT);
	array_placeholder(r, node, accent, icons);
	alt_need(r, node);
	return icons;
}
