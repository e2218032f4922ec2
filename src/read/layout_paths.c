/* SPDX-License-Identifier: MIT */
#include "read/layout_paths.h"

#include "base/list.h"
#include "read/paths_walk.h"

/* Where the nodes stand that an expression selects. */
static Stand select_check(Walk *w, const Expr *select, const Stand *at)
{
	return select && select->kind == EXPR_PATH ? path_check(w, select, at) : anywhere;
}

static void pattern_check(Walk *w, const Pattern *pattern, const Stand *at)
{
	for (; pattern; pattern = pattern->next) {
		if (pattern->value && pattern->value->kind != EXPR_PATH)
			expr_check(w, pattern->value, at);
		else if (pattern->value) {
			Stand found = path_check(w, pattern->value, at);
			pattern_check(w, pattern->item, &found);
		}
		for (const Branch *branch = pattern->branches; branch; branch = branch->next)
			pattern_check(w, branch->text, at);
		pattern_check(w, pattern->inside, at);
		pattern_check(w, pattern->href, at);
	}
}

/* Where the nodes stand that an element shows in some order. */
static void order_check(Walk *w, const OrderSpec *order, const Stand *at)
{
	expr_check(w, order->sort, at);
	expr_check(w, order->group, at);
}

static void table_check(Walk *w, const TableSpec *table, const Stand *at)
{
	Stand row = select_check(w, table->select, at);
	const Stand *around = w->group;
	order_check(w, &table->order, &row);
	w->group = &row;
	pattern_check(w, table->group_head, &row);
	w->group = around;
	pattern_check(w, table->caption, at);
	for (int i = 0; i < table->column_count; i++) {
		const Column *column = &table->columns[i];
		expr_check(w, column->when, at);
		pattern_check(w, column->head, at);
		/* A cell's pattern may be no more than its value: then it would be told twice. */
		if (column->value)
			expr_check(w, column->value, &row);
		pattern_check(w, column->cell, &row);
		if (column->spark) {
			expr_check(w, column->spark->values, &row);
			expr_check(w, column->spark->last, &row);
			pattern_check(w, column->spark->alt, &anywhere);
		}
		pattern_check(w, column->missing, &row);
	}
}

static void chart_check(Walk *w, const ChartSpec *chart, const Stand *at)
{
	Stand bar = select_check(w, chart->select, at);
	pattern_check(w, chart->title, at);
	pattern_check(w, chart->placeholder, at);
	pattern_check(w, chart->label, &bar);
	expr_check(w, chart->value, &bar);
	expr_check(w, chart->from, &bar);
	expr_check(w, chart->of, at);
	pattern_check(w, chart->from_head, at);
	pattern_check(w, chart->to_head, at);
	pattern_check(w, chart->figure, &bar);
}

static void element_check(Walk *w, const Element *element, const Stand *at);

static void repeat_check(Walk *w, const Element *element, const Stand *at)
{
	const OrderSpec *order = &element->repeat->order;
	const Stand *around = w->group;
	Stand each = select_check(w, element->repeat->select, at);
	order_check(w, order, &each);
	w->group = order->group ? &each : around;
	element_check(w, element->first, &each);
	w->group = around;
}

static void element_check(Walk *w, const Element *element, const Stand *at)
{
	for (; element; element = element->next) {
		expr_check(w, element->when, at);
		pattern_check(w, element->text, at);
		for (int i = 0; i < element->short_count; i++)
			pattern_check(w, element->shorts[i], at);
		pattern_check(w, element->mark, at);
		if (element->table)
			table_check(w, element->table, at);
		if (element->ladder) {
			expr_check(w, element->ladder->value, at);
			expr_check(w, element->ladder->of, at);
		}
		if (element->donut) {
			expr_check(w, element->donut->value, at);
			pattern_check(w, element->donut->text, at);
		}
		if (element->icons) {
			expr_check(w, element->icons->value, at);
			expr_check(w, element->icons->of, at);
			pattern_check(w, element->icons->placeholder, at);
		}
		if (element->locator) {
			expr_check(w, element->locator->lat, at);
			expr_check(w, element->locator->lon, at);
			pattern_check(w, element->locator->label, at);
			pattern_check(w, element->locator->placeholder, at);
		}
		pattern_check(w, element->alt, element->icon || element->image ? at : &anywhere);
		if (element->chart)
			chart_check(w, element->chart, at);
		if (element->repeat)
			repeat_check(w, element, at);
		else
			element_check(w, element->first, at);
	}
}

/* Every root that the schema allows. */
static Stand root_stand(Walk *w)
{
	bool any = true;
	List roots = w->schema ? map_roots(w->a, w->schema, &any) : list_new(w->a, sizeof(Allowed));
	w->roots = roots;
	w->any_root = any;
	const Node **patterns = ARENA_ARRAY(w->a, roots.count + 1, const Node *);
	for (int i = 0; i < roots.count; i++)
		patterns[i] = ((Allowed *)list_at(&roots, i))->pattern;
	const char *name = roots.count ? ((Allowed *)list_at(&roots, 0))->name : NULL;
	return (Stand){.patterns = patterns, .count = roots.count, .any = any, .name = name};
}

bool layout_paths_check(const Layout *layout, const Schema *schema, bool *history, Diags *diags)
{
	Arena *a = arena_new();
	int before = diags_errors(diags);
	Walk w = {.a = a,
		  .schema = schema ? schema_tree(schema) : NULL,
		  .insides = list_new(a, sizeof(Known)),
		  .diags = diags};
	Stand root = root_stand(&w);
	for (int i = 0; i < layout->round_count; i++)
		path_check(&w, layout->rounds[i].select, &root);
	pattern_check(&w, layout->title, &root);
	element_check(&w, layout->body, &root);
	element_check(&w, layout->foot, &root);
	for (int i = 0; i < layout->common_count; i++)
		pattern_check(&w, layout->common[i].text, &anywhere);
	*history = w.history;
	arena_free(a);
	return diags_errors(diags) == before;
}
