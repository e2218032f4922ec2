/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "base/str.h"
#include "read/expr.h"
#include "read/pattern.h"
#include "read/value.h"

#include <string.h>

const char *id_keep(Reading *r, const Node *node)
{
	const Attr *id = node_attr(node, "id");
	if (id == NULL)
		return NULL;
	*(Named *)list_add(&r->ids) = (Named){id->value, id->place};
	return id->value;
}

const Expr *path_attr(Reading *r, const Node *node, const char *name)
{
	const Attr *attr = node_attr(node, name);
	return attr ? expr_read_path(r->a, attr->value, attr->value_place, r->diags) : NULL;
}

Len len_attr(Reading *r, const Node *node, const char *name, Len otherwise)
{
	const Attr *attr = node_attr(node, name);
	if (attr)
		value_len(attr->value, attr->value_place, name, &otherwise, r->diags);
	return otherwise;
}

Format format_attr(Reading *r, const Node *node, const char *name, Format otherwise)
{
	static const char *const known[] = {
	    "number", "percent", "ordinal", "spellout", "spellout-ordinal",
	    "date",   "list",    "names",   NULL};
	const Attr *attr = node_attr(node, name);
	if (attr == NULL || format_find(attr->value, &otherwise))
		return otherwise;
	const char *nearest = str_nearest(attr->value, known);
	diag_error(r->diags, attr->value_place, DIAG_FORM, "there is no format \"%.60s\"%s%s%s",
		   attr->value, nearest ? "; did you mean \"" : "", nearest ? nearest : "",
		   nearest ? "\"?" : "");
	diag_hint(r->diags, "formats: number, percent, ordinal, spellout, spellout-ordinal, date, "
			    "list, names");
	return otherwise;
}

int choice_attr(Reading *r, const Node *node, const char *name, const char *const *words)
{
	const Attr *attr = node_attr(node, name);
	StrBuf known = {.arena = r->a};
	for (int i = 0; attr && words[i]; i++) {
		if (strcmp(words[i], attr->value) == 0)
			return i;
		strbuf_format(&known, "%s%s", i ? ", " : "", words[i]);
	}
	if (attr == NULL)
		return 0;
	const char *nearest = str_nearest(attr->value, words);
	diag_error(r->diags, attr->value_place, DIAG_FORM, "%s is \"%.60s\", but cannot be%s%s%s",
		   name, attr->value, nearest ? "; did you mean \"" : "", nearest ? nearest : "",
		   nearest ? "\"?" : "");
	diag_hint(r->diags, "it can be: %s", strbuf_text(&known));
	return 0;
}

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
	return style_over(asking->r, base, name, place, asking->accent);
}

const Pattern *pattern_inside(Reading *r, const Node *node, const Style *base, const Ink *accent)
{
	Asking asking = {r, accent};
	SpanStyles spans = {span_style, &asking};
	const Pattern *pattern = pattern_read(r->a, node, base, base ? &spans : NULL, r->diags);
	if (pattern == NULL && *str_fold(r->a, node_text(r->a, node)) == '\0') {
		diag_error(r->diags, node->place, DIAG_LAYOUT, "<%s> has no words", node->name);
		diag_hint(r->diags, "write its words, or take it out");
	}
	return pattern;
}

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

static void flag_attr(Reading *r, const Node *node, const char *name, bool *out)
{
	const Attr *attr = node_attr(node, name);
	if (attr)
		value_yes_no(attr->value, attr->value_place, name, out, r->diags);
}

enum { CALLOUT_PADDING = 6803 /* 2.4 mm */ };

static void decor_read(Reading *r, const Node *node, const Ink *accent, Decor *decor)
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
	flag_attr(r, node, "artifact", &decor->artifact);
}

static int count_children(const Node *node)
{
	int count = 0;
	for (const Node *child = node->first; child; child = child->next)
		count += child->kind == NODE_ELEMENT;
	return count;
}

static void tracks_read(Reading *r, const Node *node, RowSpec *row)
{
	const Attr *attr = node_attr(node, "widths");
	row->count = count_children(node);
	if (attr == NULL)
		return;
	List tracks = list_new(r->a, sizeof(Track));
	const char *s = str_fold(r->a, attr->value);
	while (*s) {
		size_t length = strcspn(s, " ");
		value_track(str_copy_n(r->a, s, length), attr->value_place, "widths",
			    list_add(&tracks), r->diags);
		s += length;
		s += strspn(s, " ");
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

static const RowSpec *row_spec(Reading *r, const Node *node)
{
	/* In the order of RowAlign. */
	static const char *const aligns[] = {"top",     "center",   "bottom",
					     "stretch", "baseline", NULL};
	static const char *const justifies[] = {"start", "between", NULL};
	static const char *const vacants[] = {"keep", "close", NULL};
	RowSpec *row = ARENA_NEW(r->a, RowSpec);
	tracks_read(r, node, row);
	row->gap = len_attr(r, node, "gap", 0);
	row->align = (RowAlign)choice_attr(r, node, "align", aligns);
	row->between = choice_attr(r, node, "justify", justifies) == 1;
	row->close = choice_attr(r, node, "vacant", vacants) == 1;
	return row;
}

static void children_read(Reading *r, const Node *node, Element *element, const Ink *accent)
{
	const Element **tail = &element->first;
	for (const Node *child = node->first; child; child = child->next) {
		if (child->kind != NODE_ELEMENT || !layout_is_box(child->name))
			continue;
		/* Made here, so it may still be chained to its next. */
		Element *made = element_make(r, child, accent);
		*tail = made;
		tail = &made->next;
	}
}

/* The mark of a note is laid over the note's own style, where the layout has a style for marks. */
static void mark_read(Reading *r, const Node *node, Element *element, const Ink *accent)
{
	const Attr *mark = node_attr(node, "mark");
	if (mark == NULL || element->style == NULL)
		return;
	element->mark = pattern_read_text(r->a, mark->value, mark->value_place, r->diags);
	element->mark_style = element->style;
	if (style_is_there(r, "mark"))
		element->mark_style =
		    style_over(r, element->style, "mark", mark->value_place, accent);
}

static void text_read(Reading *r, const Node *node, Element *element, const Ink *accent)
{
	element->style = style_attr(r, node, "style", node->name, accent);
	if (element->style)
		element->decor.space_before = element->style->space_before;
	element->text = element->style ? pattern_inside(r, node, element->style, accent) : NULL;
	mark_read(r, node, element, accent);
}

static void alt_read(Reading *r, const Node *node, Element *element)
{
	const Node *alt = node_child(node, "alt");
	if (alt == NULL)
		return;
	id_keep(r, alt);
	element->alt = pattern_inside(r, alt, NULL, NULL);
}

static ElementKind kind_of(const char *name)
{
	static const struct {
		const char *name;
		ElementKind kind;
	} kinds[] = {
	    {"row", ELEMENT_ROW},       {"p", ELEMENT_TEXT},      {"h1", ELEMENT_TEXT},
	    {"h2", ELEMENT_TEXT},       {"h3", ELEMENT_TEXT},     {"table", ELEMENT_TABLE},
	    {"ladder", ELEMENT_LADDER}, {"donut", ELEMENT_DONUT}, {"bar-chart", ELEMENT_BAR_CHART},
	    {"rule", ELEMENT_RULE},     {"space", ELEMENT_SPACE}, {"note", ELEMENT_TEXT},
	    {"source", ELEMENT_TEXT}};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return kinds[i].kind;
	return ELEMENT_COLUMN;
}

static void rule_read(Reading *r, const Node *node, Element *element, const Ink *accent)
{
	element->thickness = len_attr(r, node, "thickness", LEN_PT(6) / 10);
	element->decor.border_sides = 0;
	element->decor.border = accent;
	if (accent == NULL) {
		diag_error(r->diags, node->place, DIAG_LAYOUT, "this rule has no ink");
		diag_hint(r->diags, "write <rule ink=\"…\">");
	}
}

static void kind_read(Reading *r, const Node *node, Element *element, const Ink *accent)
{
	switch (element->kind) {
	case ELEMENT_ROW:
		element->row = row_spec(r, node);
		children_read(r, node, element, accent);
		break;
	case ELEMENT_TEXT:
		text_read(r, node, element, accent);
		break;
	case ELEMENT_TABLE:
		element->table = table_read(r, node, accent);
		break;
	case ELEMENT_LADDER:
		element->ladder = ladder_read(r, node, accent);
		break;
	case ELEMENT_DONUT:
		element->donut = donut_read(r, node, accent);
		break;
	case ELEMENT_BAR_CHART:
		element->chart = chart_read(r, node, accent);
		break;
	case ELEMENT_SPACE:
		element->thickness = len_attr(r, node, "height", 0);
		break;
	case ELEMENT_RULE:
		break;
	case ELEMENT_COLUMN:
		children_read(r, node, element, accent);
		break;
	}
}

Element *element_make(Reading *r, const Node *node, const Ink *accent)
{
	const Attr *when = node_attr(node, "when"), *ink = node_attr(node, "ink");
	Element *element = ARENA_NEW(r->a, Element);
	element->kind = kind_of(node->name);
	element->name = node->name;
	element->place = node->place;
	element->id = id_keep(r, node);
	if (when)
		element->when = expr_read(r->a, when->value, when->value_place, r->diags);
	if (ink)
		accent = ink_named(r, ink, ink->value, accent);
	kind_read(r, node, element, accent);
	alt_read(r, node, element);
	decor_read(r, node, accent, &element->decor);
	if (element->kind == ELEMENT_RULE)
		rule_read(r, node, element, accent);
	return element;
}
