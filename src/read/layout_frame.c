/* SPDX-License-Identifier: MIT */
/* Boxes that ask where they stand: frames on the page, and what takes the height that is left over. */
#include "read/layout_parts.h"

#include "base/str.h"
#include "read/value.h"

static bool is_called(const Node *node, const char *name)
{
	return node && str_equal(node->name, name);
}

/* A length that must be more than nothing; told at its place otherwise. */
static Len size_attr(Reading *r, const Node *node, const char *name)
{
	int before = diags_errors(r->diags);
	const Attr *attr = node_attr(node, name);
	Len size = len_attr(r, node, name, 0);
	if (attr && size == 0 && diags_errors(r->diags) == before)
		diag_error(r->diags, attr->value_place, DIAG_LAYOUT,
			   "a frame whose %s is 0 has no room for anything", name);
	return size;
}

static void on_page_check(Reading *r, const Node *node, const char *name, Len at, Len size,
			  Len page)
{
	const Attr *attr = node_attr(node, name);
	if (page == 0 || attr == NULL || (at < page && len_add(at, size) <= page))
		return;
	diag_error(r->diags, attr->value_place, DIAG_LAYOUT,
		   "this frame reaches off the page, which is %s %s", len_in_mm(r->a, page),
		   str_equal(name, "x") ? "wide" : "high");
	diag_hint(r->diags, "x and y are those of its top left corner, seen from that of the "
			    "trimmed page");
}

const FrameSpec *frame_spec_read(Reading *r, const Node *node)
{
	FrameSpec *frame = ARENA_NEW(r->a, FrameSpec);
	frame->x = len_attr(r, node, "x", 0);
	frame->y = len_attr(r, node, "y", 0);
	frame->width = size_attr(r, node, "width");
	frame->height = size_attr(r, node, "height");
	on_page_check(r, node, "x", frame->x, frame->width, r->layout->page.width);
	on_page_check(r, node, "y", frame->y, frame->height, r->layout->page.height);
	if (is_called(node->parent, "body") || is_called(node->parent, "foot"))
		return frame;
	diag_error(r->diags, node->place, DIAG_LAYOUT,
		   "a frame has its place on the page, so it cannot stand in <%s>",
		   node->parent->name);
	diag_hint(r->diags, "write it as a child of <body> or <foot>");
	return frame;
}

/* Whether the height of an element is known before that of its boxes. */
static bool has_height(const Node *node)
{
	if (is_called(node, "body"))
		return true;
	if (is_called(node, "frame"))
		return node_attr(node, "height");
	bool column =
	    is_called(node, "column") || is_called(node, "band") || is_called(node, "callout");
	return column && (is_called(node->parent, "row") || is_called(node->parent, "grid")) &&
	       str_equal(node_value(node->parent, "align"), "stretch");
}

enum { SHARE_MOST = 1000000 };

int share_read(Reading *r, const Node *node)
{
	int share = 1000;
	const Attr *attr = node_attr(node, "share");
	if (attr && value_ratio(attr->value, attr->value_place, "share", &share, r->diags) &&
	    (share < 1 || share > SHARE_MOST)) {
		diag_error(r->diags, attr->value_place, DIAG_LAYOUT,
			   "share is \"%s\", but lies above 0, up to 1000", attr->value);
		share = 1000;
	}
	if (has_height(node->parent))
		return share;
	diag_error(r->diags, node->place, DIAG_LAYOUT,
		   "nothing is left over to stretch into: this <%s> is as high as its boxes",
		   node->parent->name);
	diag_hint(r->diags,
		  "a stretch stands in <body>, in a <frame> with a height, or in a column "
		  "of a row or grid with align=\"stretch\"");
	return share;
}
