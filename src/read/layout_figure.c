/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "read/pattern.h"

enum { LADDER_HEIGHT = 7370 /* 2.6 mm */, THICKNESS = 7370 };

const Ink *own_ink(Reading *r, const Node *node, const Ink *accent)
{
	if (accent == NULL && !node_attr(node, "ink")) {
		diag_error(r->diags, node->place, DIAG_LAYOUT, "<%s> has no ink", node->name);
		diag_hint(r->diags, "write ink=\"…\" on it, or on a box around it");
	}
	return accent;
}

const LadderSpec *ladder_read(Reading *r, const Node *node, const Ink *accent)
{
	LadderSpec *ladder = ARENA_NEW(r->a, LadderSpec);
	ladder->value = path_attr(r, node, "value");
	ladder->of = path_attr(r, node, "of");
	ladder->ink = own_ink(r, node, accent);
	ladder->track = ink_attr_or_tint(r, node, "track", accent, TRACK_TINT);
	ladder->style = style_attr(r, node, "style", "ladder", accent);
	ladder->height = seen_len_attr(r, node, "height", LADDER_HEIGHT);
	text_need(r, "ladder-first", node->name);
	text_need(r, "ladder-last", node->name);
	alt_need(r, node);
	return ladder;
}

/* A ring shows a value as per cent: it cannot say another part beside it. */
static Format donut_format(Reading *r, const Node *node)
{
	Format format = format_attr(r, node, "format", FORMAT_PERCENT);
	if (format != FORMAT_SHARE)
		return format;
	diag_error(r->diags, node_attr(node, "format")->value_place, DIAG_LAYOUT,
		   "a donut shows a value that is per cent already, not a share of a sum");
	diag_hint(r->diags, "write format=\"percent\"");
	return FORMAT_PERCENT;
}

const DonutSpec *donut_read(Reading *r, const Node *node, const Ink *accent)
{
	DonutSpec *donut = ARENA_NEW(r->a, DonutSpec);
	donut->value = path_attr(r, node, "value");
	donut->text = pattern_of_value(r->a, donut->value, donut_format(r, node));
	donut->style = style_attr(r, node, "style", "donut", accent);
	donut->ink = own_ink(r, node, accent);
	donut->track = ink_attr_or_tint(r, node, "track", accent, TRACK_TINT);
	donut->thickness = seen_len_attr(r, node, "thickness", THICKNESS);
	alt_need(r, node);
	return donut;
}
