/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "base/str.h"
#include "read/value.h"

#include <string.h>

static int count_children(const Node *node)
{
	int count = 0;
	for (const Node *child = node->first; child; child = child->next)
		count += child->kind == NODE_ELEMENT;
	return count;
}

List tracks_attr(Reading *r, const Attr *attr)
{
	List tracks = list_new(r->a, sizeof(Track));
	const char *s = str_fold(r->a, attr->value);
	while (*s) {
		size_t length = strcspn(s, " ");
		value_track(str_copy_n(r->a, s, length), attr->value_place, attr->name,
			    list_add(&tracks), r->diags);
		s += length;
		s += strspn(s, " ");
	}
	return tracks;
}

static void tracks_read(Reading *r, const Node *node, RowSpec *row)
{
	const Attr *attr = node_attr(node, "widths");
	row->count = count_children(node);
	if (attr == NULL)
		return;
	List tracks = tracks_attr(r, attr);
	if (node_child(node, "repeat")) {
		diag_error(r->diags, attr->place, DIAG_LAYOUT,
			   "how many boxes a repeat makes is not known, so this row has no widths");
		diag_hint(r->diags, "take them out: the boxes are equally wide then");
		return;
	}
	if (tracks.count != row->count) {
		diag_error(r->diags, attr->value_place, DIAG_LAYOUT,
			   "there are %d widths for %d elements side by side", tracks.count,
			   row->count);
		diag_hint(r->diags, "give one width for each element in the row");
		return;
	}
	row->tracks = tracks.items;
}

RowAlign row_align_attr(Reading *r, const Node *node)
{
	/* In the order of RowAlign. */
	static const char *const aligns[] = {"top",     "center",   "bottom",
					     "stretch", "baseline", NULL};
	return (RowAlign)choice_attr(r, node, "align", aligns);
}

const RowSpec *row_spec_read(Reading *r, const Node *node)
{
	static const char *const justifies[] = {"start", "between", NULL};
	static const char *const vacants[] = {"keep", "close", NULL};
	RowSpec *row = ARENA_NEW(r->a, RowSpec);
	tracks_read(r, node, row);
	row->gap = len_attr(r, node, "gap", 0);
	row->align = row_align_attr(r, node);
	row->between = choice_attr(r, node, "justify", justifies) == 1;
	row->close = choice_attr(r, node, "vacant", vacants) == 1;
	return row;
}

/* Boxes that take the width they are given, and have none to ask for. */
static bool takes_width(const Element *element)
{
	switch (element->kind) {
	case ELEMENT_LADDER:
	case ELEMENT_DONUT:
	case ELEMENT_CHART:
	case ELEMENT_LOCATOR_MAP:
		return true;
	case ELEMENT_ICON_ARRAY:
		return element->icons && element->icons->width == 0;
	case ELEMENT_IMAGE:
		return element->image && element->image->size.width == 0 &&
		       element->image->size.height == 0;
	case ELEMENT_ICON:
		return element->icon && element->icon->size.width == 0 &&
		       element->icon->size.height == 0;
	default:
		return false;
	}
}

/* The first figure under `element` when nothing there has a width that it could share; else NULL. */
static const Element *widthless_figure(const Element *element, bool *has_width)
{
	const Element *figure = takes_width(element) ? element : NULL;
	*has_width |= !figure && element->first == NULL && element->kind != ELEMENT_RULE &&
		      element->kind != ELEMENT_SPACE && element->kind != ELEMENT_STRETCH;
	for (const Element *kid = element->first; kid; kid = kid->next) {
		const Element *found = widthless_figure(kid, has_width);
		figure = figure ? figure : found;
	}
	return figure;
}

void row_widths_check(Reading *r, const Element *row)
{
	const RowSpec *spec = row->row;
	int number = 0;
	for (const Element *kid = row->first; kid; kid = kid->next, number++) {
		bool has_width = false;
		bool asks = spec->tracks ? spec->tracks[number].unit == TRACK_AUTO : spec->between;
		const Element *figure = asks ? widthless_figure(kid, &has_width) : NULL;
		if (!figure || has_width)
			continue;
		diag_error(r->diags, figure->place, DIAG_LAYOUT,
			   "this %s has no width of its own, and its column of the row asks for it",
			   figure->name);
		diag_hint(r->diags, "%s",
			  spec->tracks ? "write a length or 1fr in widths=\"…\" instead of auto"
				       : "say how wide its columns are: widths=\"…\"");
	}
}
