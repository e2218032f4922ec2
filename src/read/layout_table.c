/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "base/str.h"
#include "read/expr.h"
#include "read/pattern.h"
#include "read/value.h"

#include <string.h>

enum { CELL_PADDING = 3402, /* 1.2 mm */ GAP = 8504 /* 3 mm */, CAPTION_GAP = 4252 /* 1.5 mm */ };
enum { ZEBRA_INSET = 4252 /* 1.5 mm */ };
enum { BAR_WIDTH = 34016 /* 12 mm */, SPARK_WIDTH = 39685 /* 14 mm */ };
enum { SPARK_THICKNESS = 800 };

/* What the columns of one table have in common. */
typedef struct Common {
	const Style *style, *head_style;
	const Ink *accent;
} Common;

static const BarSpec *bar_read(Reading *r, const Node *node, const Column *column,
			       const Ink *accent)
{
	BarSpec *bar = ARENA_NEW(r->a, BarSpec);
	const char *scale = node_value(node, "scale");
	bar->ink = node_attr(node, "ink") ? ink_attr(r, node, "ink", accent) : accent;
	/* A bar that names no scale has one of its own: its column's. */
	bar->scale =
	    scale ? scale
		  : str_format(r->a, "column at %d:%d", node->place.line, node->place.column);
	bar->width = seen_len_attr(r, node, "width", BAR_WIDTH);
	if (bar->ink == NULL && !node_attr(node, "ink")) {
		diag_error(r->diags, node->place, DIAG_LAYOUT, "this bar has no ink");
		diag_hint(r->diags, "write ink=\"…\" on the bar or on its table");
	}
	if (column->value == NULL) {
		diag_error(r->diags, node->place, DIAG_LAYOUT, "this bar has nothing to measure");
		diag_hint(r->diags, "its column needs value=\"…\", the path of a number");
	}
	return bar;
}

static const SparkSpec *spark_read(Reading *r, const Node *node, const Ink *accent)
{
	const Node *alt = node_child(node, "alt");
	SparkSpec *spark = ARENA_NEW(r->a, SparkSpec);
	const char *scale = node_value(node, "scale");
	spark->values = path_attr(r, node, "values");
	spark->last = path_attr(r, node, "last");
	/* The scales of bars are others: no name of theirs has the end of a line in it. */
	spark->scale = scale ? str_format(r->a, "sparklines\n%s", scale) : NULL;
	flag_attr(r, node, "reverse", &spark->reverse);
	spark->ink = node_attr(node, "ink") ? ink_attr(r, node, "ink", accent) : accent;
	spark->width = seen_len_attr(r, node, "width", SPARK_WIDTH);
	spark->thickness = seen_len_attr(r, node, "thickness", SPARK_THICKNESS);
	if (alt) {
		id_keep(r, alt);
		spark->alt = pattern_inside(r, alt, NULL, NULL);
	}
	alt_need(r, node);
	if (spark->ink == NULL && !node_attr(node, "ink")) {
		diag_error(r->diags, node->place, DIAG_LAYOUT, "this sparkline has no ink");
		diag_hint(r->diags, "write ink=\"…\" on it or on its table");
	}
	return spark;
}

/* What stands beside the words of a column. */
static void marks_read(Reading *r, const Node *node, Column *column, const Ink *accent)
{
	const Node *bar = node_child(node, "bar"), *spark = node_child(node, "sparkline");
	if (bar)
		column->bar = bar_read(r, bar, column, accent);
	if (spark)
		column->spark = spark_read(r, spark, accent);
	if (!bar || !spark)
		return;
	diag_error(r->diags, spark->place, DIAG_LAYOUT,
		   "this column has a bar already, and no room for a line");
	diag_hint(r->diags, "give the sparkline a column of its own");
}

static bool has_words(const Node *node)
{
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_TEXT && child->text[strspn(child->text, " \t\r\n")])
			return true;
	return false;
}

/* The words of a column without the <bar> that stands among them. */
static const Pattern *cell_words(Reading *r, const Node *node, const Style *style,
				 const Ink *accent)
{
	Node words = *node;
	Node *copies = NULL;
	const Node **tail = &words.first;
	for (const Node *child = node->first; child; child = child->next) {
		if (child->kind == NODE_ELEMENT)
			continue;
		copies = ARENA_NEW(r->a, Node);
		*copies = *child;
		*tail = copies;
		tail = &copies->next;
	}
	*tail = NULL;
	return style ? pattern_inside(r, &words, style, accent) : NULL;
}

static void column_value(Reading *r, const Node *node, Column *column, const Ink *accent)
{
	const Attr *value = node_attr(node, "value");
	bool words = has_words(node), spark = node_child(node, "sparkline") != NULL;
	if (value)
		column->value = expr_read(r->a, value->value, value->value_place, r->diags);
	if (column->value && column->value->kind != EXPR_PATH &&
	    column->value->kind != EXPR_POSITION && column->value->kind != EXPR_COUNT) {
		diag_error(r->diags, value->value_place, DIAG_LAYOUT,
			   "a column shows a path, position() or count(), not a condition");
		column->value = NULL;
	}
	if (words)
		column->cell = cell_words(r, node, column->style, accent);
	else if (value || !spark)
		column->cell = pattern_of_value(r->a, column->value,
						format_attr(r, node, "format", FORMAT_NONE));
	if (words && node_attr(node, "format")) {
		diag_error(r->diags, node_attr(node, "format")->place, DIAG_LAYOUT,
			   "this column has words of its own, which no format reaches");
		diag_hint(r->diags,
			  "take it out, and write the format in the braces: {@share, percent}");
	}
	if (words && value && !node_child(node, "bar") && !node_attr(node, "missing")) {
		diag_warning(r->diags, value->place, DIAG_LAYOUT,
			     "this column has words of its own, so its value is not shown");
		diag_hint(r->diags, "take one of them out: with words a value is for a <bar> and "
				    "for missing=\"…\"");
	}
	if (!value && !words && !spark) {
		diag_error(r->diags, node->place, DIAG_LAYOUT, "this column shows nothing");
		diag_hint(r->diags, "write value=\"…\", or words in it");
	}
}

static void column_looks(Reading *r, const Node *node, Column *column)
{
	static const char *const aligns[] = {"start", "center", "end", "decimal", NULL};
	static const char *const scopes[] = {"row", NULL};
	const Attr *width = node_attr(node, "width");
	column->align = (Align)choice_attr(r, node, "align", aligns);
	if (width)
		value_track(width->value, width->value_place, "width", &column->width, r->diags);
	choice_attr(r, node, "scope", scopes);
	column->row_header = node_attr(node, "scope") != NULL;
}

static void column_missing(Reading *r, const Node *node, Column *column)
{
	const Attr *missing = node_attr(node, "missing");
	if (missing == NULL)
		return;
	column->missing = characters_keep(
	    r, pattern_read_text(r->a, missing->value, missing->value_place, r->diags));
	if (node_attr(node, "value") || node_child(node, "sparkline"))
		return;
	diag_error(r->diags, missing->place, DIAG_LAYOUT,
		   "this column names no value that may be missing");
	diag_hint(r->diags, "write value=\"…\" beside it, the path of what each row may lack");
}

static void column_read(Reading *r, const Node *node, const Common *common, Column *column)
{
	const Attr *head = node_attr(node, "head"), *when = node_attr(node, "when");
	column->place = node->place;
	id_keep(r, node);
	column->style = style_attr_or(r, node, "style", common->style, common->accent);
	column->head_style =
	    style_attr_or(r, node, "head-style", common->head_style, common->accent);
	if (head)
		column->head = characters_keep(
		    r, pattern_read_text(r->a, head->value, head->value_place, r->diags));
	if (when)
		column->when = expr_read(r->a, when->value, when->value_place, r->diags);
	column_looks(r, node, column);
	column_missing(r, node, column);
	column_value(r, node, column, common->accent);
	marks_read(r, node, column, common->accent);
}

static void columns_read(Reading *r, const Node *node, const Common *common, TableSpec *table)
{
	List columns = list_new(r->a, sizeof(Column));
	for (const Node *c = node_child(node, "column"); c; c = node_next(c, "column"))
		column_read(r, c, common, list_add(&columns));
	table->columns = columns.items;
	table->column_count = columns.count;
}

/* Groups that nothing names would be rows in an order nobody understands. */
static void group_read(Reading *r, const Node *node, TableSpec *table, const Ink *accent)
{
	const Attr *group = node_attr(node, "group");
	const Node *head = node_child(node, "group-head");
	if (head) {
		id_keep(r, head);
		table->group_head = pattern_inside(r, head, table->group_style, accent);
	}
	if (!group == !head)
		return;
	diag_error(r->diags, group ? group->place : head->place, DIAG_LAYOUT,
		   group ? "this table has groups, but no words above them"
			 : "this table has no groups");
	diag_hint(r->diags, group
				? "add <group-head id=\"…\">…</group-head>, seen from the group's "
				  "first node"
				: "write group=\"…\" on it, the path of what its rows share");
}

/* One length: above and below each cell. A second: left and right of each row. */
static void padding_read(Reading *r, const Node *node, TableSpec *table)
{
	const Attr *attr = node_attr(node, "cell-padding");
	Edges edges = {CELL_PADDING, 0, CELL_PADDING, 0};
	if (attr)
		value_edges(attr->value, attr->value_place, "cell-padding", &edges, r->diags);
	bool two = attr && strchr(str_fold(r->a, attr->value), ' ');
	table->cell_padding = edges.top;
	table->cell_inset = two ? edges.left : table->zebra ? ZEBRA_INSET : 0;
	if (edges.top == edges.bottom && edges.left == edges.right)
		return;
	diag_error(r->diags, attr->value_place, DIAG_LAYOUT,
		   "cells have one padding above and below, and one left and right of the row");
	diag_hint(r->diags, "write one or two lengths: cell-padding=\"1.2mm 1.5mm\"");
}

const TableSpec *table_read(Reading *r, const Node *node, const Ink *accent)
{
	const Node *caption = node_child(node, "caption");
	TableSpec *table = ARENA_NEW(r->a, TableSpec);
	Common common = {.accent = accent};
	common.style = style_attr(r, node, "style", "table", accent);
	common.head_style = style_attr_or(r, node, "head-style", common.style, accent);
	table->select = path_attr(r, node, "select");
	rest_read(r, node, common.style, accent, &table->rest);
	order_read(r, node, &table->order);
	table->group_style = style_attr_or(r, node, "group-style", common.style, accent);
	group_read(r, node, table, accent);
	if (caption) {
		table->caption_style = style_attr(r, node, "caption-style", "caption", accent);
		id_keep(r, caption);
		if (table->caption_style)
			table->caption = pattern_inside(r, caption, table->caption_style, accent);
	}
	line_attr(r, node, "head-rule", accent, &table->head_rule_width, &table->head_rule);
	line_attr(r, node, "row-rule", accent, &table->row_rule_width, &table->row_rule);
	table->zebra = ink_attr(r, node, "zebra", accent);
	padding_read(r, node, table);
	table->gap = len_attr(r, node, "gap", GAP);
	table->caption_gap = len_attr(r, node, "caption-gap", CAPTION_GAP);
	columns_read(r, node, &common, table);
	return table;
}
