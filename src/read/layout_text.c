/* SPDX-License-Identifier: MIT */
/* The words inside elements: paragraphs, headings, captions, alternative texts. */
#include "read/layout_parts.h"

#include "base/str.h"
#include "read/pattern.h"

#include <string.h>

/* Who asks for the style of a span, and the accent where it stands. */
typedef struct Asking {
	Reading *r;
	const Ink *accent;
} Asking;

static const Style *span_style(void *who, const Style *base, const char *name, Place place,
			       Diags *diags)
{
	const Asking *asking = who;
	(void)diags;
	if (name == NULL && !style_is_there(asking->r, "a"))
		return base;
	name = name ? name : "a";
	return style_over(asking->r, base, name, place, asking->accent);
}

/* A bit for each character of Unicode: a layout in Chinese has too many to look through for each. */
static void character_keep(Reading *r, uint32_t code)
{
	enum { CODES = 0x110000, BITS = 8 };
	if (!r->heard)
		r->heard = ARENA_ARRAY(r->a, CODES / BITS, unsigned char);
	unsigned char *bits = &r->heard[code / BITS], bit = (unsigned char)(1u << code % BITS);
	if (*bits & bit)
		return;
	*bits |= bit;
	*(uint32_t *)list_add(&r->characters) = code;
}

const Pattern *characters_keep(Reading *r, const Pattern *pattern)
{
	for (const Pattern *p = pattern; p; p = p->next) {
		for (const char *s = p->text; s && *s;) {
			bool plain = (unsigned char)*s < 0x80;
			uint32_t code = str_next(&s);
			if (!plain)
				character_keep(r, code);
		}
		characters_keep(r, p->inside);
		characters_keep(r, p->item);
		for (const Branch *branch = p->branches; branch; branch = branch->next)
			characters_keep(r, branch->text);
	}
	return pattern;
}

const Pattern *pattern_inside(Reading *r, const Node *node, const Style *base, const Ink *accent)
{
	Asking asking = {r, accent};
	SpanStyles spans = {span_style, &asking};
	int before = diags_errors(r->diags);
	const Pattern *pattern = pattern_read(r->a, node, base, base ? &spans : NULL, r->diags);
	bool told = diags_errors(r->diags) != before;
	if (!told && pattern == NULL && *str_fold(r->a, node_text(r->a, node)) == '\0') {
		diag_error(r->diags, node->place, DIAG_LAYOUT, "<%s> has no words", node->name);
		diag_hint(r->diags, "write its words, or take it out");
	}
	return characters_keep(r, pattern);
}

/* The mark of a note or an item is laid over the note's own style, where the layout has a style for marks. */
static void mark_read(Reading *r, const Node *node, Element *element, const Ink *accent)
{
	const Attr *mark = node_attr(node, "mark");
	if (str_equal(node->name, "item") && item_check(r, node))
		mark = item_mark(r, node);
	if (mark == NULL || element->style == NULL)
		return;
	element->mark = characters_keep(
	    r,
	    pattern_read_text(r->a, mark->value,
			      mark->value_place.file ? mark->value_place : node->place, r->diags));
	element->mark_style = element->style;
	if (style_is_there(r, "mark"))
		element->mark_style =
		    style_over(r, element->style, "mark", mark->value_place, accent);
}

/* The words of an element are all it holds but its <short>s. */
static const Node *without_shorts(Reading *r, const Node *node)
{
	Tree bare = tree_begin(r->a, node);
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind != NODE_ELEMENT || strcmp(child->name, "short") != 0)
			tree_add(&bare, node_copy(r->a, child));
	return bare.node;
}

static void shorts_read(Reading *r, const Node *node, Element *element, const Ink *accent)
{
	List shorts = list_new(r->a, sizeof(const Pattern *));
	for (const Node *n = node_child(node, "short"); n; n = node_next(n, "short")) {
		const Pattern **words = list_add(&shorts);
		id_keep(r, n);
		if (element->style)
			*words = pattern_inside(r, n, element->style, accent);
	}
	element->shorts = shorts.items;
	element->short_count = shorts.count;
}

void text_read(Reading *r, const Node *node, Element *element, const Ink *accent)
{
	element->style = style_attr(r, node, "style", node->name, accent);
	if (element->style)
		element->decor.space_before = element->style->space_before;
	const Node *words = node_child(node, "short") ? without_shorts(r, node) : node;
	element->text = element->style ? pattern_inside(r, words, element->style, accent) : NULL;
	if (words != node)
		shorts_read(r, node, element, accent);
	mark_read(r, node, element, accent);
}

void alt_read(Reading *r, const Node *node, Element *element)
{
	const Node *alt = node_child(node, "alt");
	if (alt == NULL)
		return;
	id_keep(r, alt);
	element->alt = pattern_inside(r, alt, NULL, NULL);
}
