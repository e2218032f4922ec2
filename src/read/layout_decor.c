/* SPDX-License-Identifier: MIT */
/* What any box has around it: padding, ground, borders. */
#include "read/layout_parts.h"

#include "read/value.h"

#include <string.h>

static void border_side(Reading *r, const Node *node, const char *name, unsigned sides,
			const Ink *accent, Decor *decor)
{
	Len width;
	const Ink *ink;
	if (!line_attr(r, node, name, accent, &width, &ink))
		return;
	if (decor->border && (decor->border != ink || decor->border_width != width)) {
		diag_error(r->diags, node_attr(node, name)->value_place, DIAG_LAYOUT,
			   "the sides of one box have borders of one width and one ink");
		diag_hint(r->diags, "put a box inside another for a second kind of border");
	}
	decor->border = ink;
	decor->border_width = width;
	decor->border_sides |= sides;
}

static void borders_read(Reading *r, const Node *node, const Ink *accent, Decor *decor)
{
	static const struct {
		const char *name;
		unsigned sides;
	} borders[] = {{"border", SIDE_ALL},
		       {"border-top", SIDE_TOP},
		       {"border-right", SIDE_RIGHT},
		       {"border-bottom", SIDE_BOTTOM},
		       {"border-left", SIDE_LEFT}};
	static const char *const styles[] = {"solid", "dashed", NULL};
	bool said = false;
	for (size_t i = 0; i < sizeof borders / sizeof *borders; i++) {
		said = said || node_attr(node, borders[i].name);
		border_side(r, node, borders[i].name, borders[i].sides, accent, decor);
	}
	decor->dashed = choice_attr(r, node, "border-style", styles) == 1;
	if (said || strcmp(node->name, "callout") != 0 || accent == NULL)
		return;
	decor->border = accent;
	decor->border_width = LEN_PT(24) / 10;
	decor->border_sides = SIDE_TOP;
}

/* Boxes that stand in the body itself, be it by way of a repeat, and frames. */
static bool may_bleed(const Node *node)
{
	const Node *around = node->parent;
	while (around && strcmp(around->name, "repeat") == 0)
		around = around->parent;
	return strcmp(node->name, "frame") == 0 || (around && strcmp(around->name, "body") == 0);
}

enum { CALLOUT_PADDING = 6803 /* 2.4 mm */ };

void decor_read(Reading *r, const Node *node, const Ink *accent, Decor *decor)
{
	const Attr *padding = node_attr(node, "padding");
	if (padding)
		value_edges(padding->value, padding->value_place, "padding", &decor->padding,
			    r->diags);
	else if (strcmp(node->name, "callout") == 0)
		decor->padding.top = CALLOUT_PADDING;
	decor->space_before = len_attr(r, node, "space-before", decor->space_before);
	decor->background = ink_attr(r, node, "background", accent);
	borders_read(r, node, accent, decor);
	flag_attr(r, node, "bleed", &decor->bleed);
	if (decor->bleed && !may_bleed(node)) {
		diag_error(r->diags, node_attr(node, "bleed")->place, DIAG_LAYOUT,
			   "<%s> cannot run on to the edge of the sheet here", node->name);
		diag_hint(r->diags, "bleed stands on a child of <body>, or on a <frame>");
		decor->bleed = false;
	}
	flag_attr(r, node, "artifact", &decor->artifact);
}
