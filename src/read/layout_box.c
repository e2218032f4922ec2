/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "read/expr.h"

#include <string.h>

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

/* A note in a table has the style that the table names for its notes, unless it names one itself. */
static const Node *note_styled(Reading *r, const Node *table, const Node *note)
{
	const Attr *style = node_attr(table, "note-style");
	if (!style || node_attr(note, "style"))
		return note;
	Node *styled = ARENA_NEW(r->a, Node);
	Attr *attrs = ARENA_ARRAY(r->a, note->attr_count + 1, Attr);
	*styled = *note;
	for (int i = 0; i < note->attr_count; i++)
		attrs[i] = note->attrs[i];
	attrs[styled->attr_count++] =
	    (Attr){"style", style->value, style->place, style->value_place};
	styled->attrs = attrs;
	return styled;
}

static void notes_read(Reading *r, const Node *table, Element *element, const Ink *accent)
{
	const Element **tail = &element->first;
	for (const Node *note = node_child(table, "note"); note; note = node_next(note, "note")) {
		Element *made = element_make(r, note_styled(r, table, note), accent);
		*tail = made;
		tail = &made->next;
	}
}

static ElementKind kind_of(const char *name)
{
	static const struct {
		const char *name;
		ElementKind kind;
	} kinds[] = {
	    /* One a line: */
	    /* clang-format off */
	    {"row", ELEMENT_ROW},
	    {"grid", ELEMENT_GRID},
	    {"stack", ELEMENT_STACK},
	    {"columns", ELEMENT_COLUMNS},
	    {"p", ELEMENT_TEXT},
	    {"h1", ELEMENT_TEXT},
	    {"h2", ELEMENT_TEXT},
	    {"h3", ELEMENT_TEXT},
	    {"note", ELEMENT_TEXT},
	    {"source", ELEMENT_TEXT},
	    {"item", ELEMENT_TEXT},
	    {"table", ELEMENT_TABLE},
	    {"ladder", ELEMENT_LADDER},
	    {"donut", ELEMENT_DONUT},
	    {"icon-array", ELEMENT_ICON_ARRAY},
	    {"locator-map", ELEMENT_LOCATOR_MAP},
	    {"bar-chart", ELEMENT_CHART},
	    {"column-chart", ELEMENT_CHART},
	    {"dot-plot", ELEMENT_CHART},
	    {"slope-chart", ELEMENT_CHART},
	    {"stacked-bar", ELEMENT_CHART},
	    {"treemap", ELEMENT_CHART},
	    {"image", ELEMENT_IMAGE},
	    {"icon", ELEMENT_ICON},
	    {"rule", ELEMENT_RULE},
	    {"space", ELEMENT_SPACE},
	    {"stretch", ELEMENT_STRETCH},
	    {"frame", ELEMENT_FRAME},
	    {"repeat", ELEMENT_REPEAT},
	    /* clang-format on */
	};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return kinds[i].kind;
	return ELEMENT_COLUMN;
}

static void rule_read(Reading *r, const Node *node, Element *element, const Ink *accent)
{
	element->thickness = seen_len_attr(r, node, "thickness", LEN_PT(6) / 10);
	element->decor.border_sides = 0;
	element->decor.border = accent;
	if (accent == NULL) {
		diag_error(r->diags, node->place, DIAG_LAYOUT, "this rule has no ink");
		diag_hint(r->diags, "write <rule ink=\"…\">");
	}
}

/* A box that holds boxes. */
static void container_read(Reading *r, const Node *node, Element *element, const Ink *accent)
{
	if (element->kind == ELEMENT_ROW)
		element->row = row_spec_read(r, node);
	if (element->kind == ELEMENT_GRID)
		element->grid = grid_spec_read(r, node);
	if (element->kind == ELEMENT_STACK)
		element->align = stack_align_attr(r, node);
	if (element->kind == ELEMENT_COLUMNS)
		element->columns = columns_spec_read(r, node);
	if (element->kind == ELEMENT_FRAME)
		element->frame = frame_spec_read(r, node);
	if (element->kind == ELEMENT_REPEAT)
		element->repeat = repeat_read(r, node);
	const Node *list = r->list;
	if (is_list(node))
		list_begin(r, node);
	children_read(r, node, element, accent);
	r->list = list;
	if (element->kind == ELEMENT_ROW)
		row_widths_check(r, element);
}

static void kind_read(Reading *r, const Node *node, Element *element, const Ink *accent)
{
	switch (element->kind) {
	case ELEMENT_TEXT:
		text_read(r, node, element, accent);
		break;
	case ELEMENT_TABLE:
		element->table = table_read(r, node, accent);
		notes_read(r, node, element, accent);
		break;
	case ELEMENT_LADDER:
		element->ladder = ladder_read(r, node, accent);
		break;
	case ELEMENT_DONUT:
		element->donut = donut_read(r, node, accent);
		break;
	case ELEMENT_CHART:
		element->chart = chart_read(r, node, accent);
		break;
	case ELEMENT_ICON_ARRAY:
		element->icons = icon_array_read(r, node, accent);
		break;
	case ELEMENT_LOCATOR_MAP:
		element->locator = locator_read(r, node, accent);
		break;
	case ELEMENT_IMAGE:
		element->image = picture_read(r, node);
		break;
	case ELEMENT_ICON:
		element->icon = icon_read(r, node, accent);
		break;
	case ELEMENT_STRETCH:
		element->share = share_read(r, node);
		break;
	case ELEMENT_SPACE:
		element->thickness = len_attr(r, node, "height", 0);
		break;
	case ELEMENT_RULE:
		break;
	default:
		container_read(r, node, element, accent);
	}
}

Element *element_make(Reading *r, const Node *node, const Ink *accent)
{
	const Attr *when = node_attr(node, "when"), *ink = node_attr(node, "ink");
	const Ink *color = r->color;
	Element *element = ARENA_NEW(r->a, Element);
	element->kind = kind_of(node->name);
	element->name = node->name;
	element->place = node->place;
	element->id = id_keep(r, node);
	if (when)
		element->when = expr_read(r->a, when->value, when->value_place, r->diags);
	if (ink)
		accent = ink_named(r, ink, ink->value, accent);
	if (node_attr(node, "color"))
		r->color = ink_attr(r, node, "color", accent);
	kind_read(r, node, element, accent);
	alt_read(r, node, element);
	span_read(r, node, element);
	decor_read(r, node, accent, &element->decor);
	keep_read(r, node, element);
	if (element->kind == ELEMENT_RULE)
		rule_read(r, node, element, accent);
	r->color = color;
	return element;
}
