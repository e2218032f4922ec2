/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * expected.h: which figures a page must have, and of what data.
 *
 * Walks the layout as it was read and asks libxml2 for everything in the
 * record: whether a box is there, how often a repeat stands, which rows a table
 * has, what each mark stands for. Neither fill/ nor set/ has a hand in it.
 */
#include "pdf/oracle.h"
#include <math.h>
#include <string.h>

/* What a page must have */

typedef struct Cells {
	const Column *column;
	int index;    /* among the columns that stand */
	List values;  /* double, one a row; NaN: the row lacks it */
	List courses; /* of a sparkline: a List of double a row */
} Cells;

typedef struct Expected {
	const Element *element;
	List values; /* double */
	List froms;  /* of a dot plot: where each came from; NaN: from nowhere */
	List cells;  /* of a table: Cells, of columns with bars or sparklines */
	int columns; /* of a table: how many stand */
	/* Of a ladder: how many ranks; of an icon array: icons; of a chart: the whole that it names, or NaN. */
	double other;
	/* Of a chart, what is printed: */
	const char *title;    /* NULL: more than values as they stand */
	const char *heads[2]; /* the same, over then and now */
	List labels;          /* const char * */
	List figures;         /* double: the values, or what share of their sum they are */
} Expected;

typedef struct Walk {
	Oracle oracle;
	List expected; /* of Expected, in the order they are read */
} Walk;

static inline Expected *expect(Walk *w, const Element *element)
{
	Expected *expected = list_add(&w->expected);
	*expected = (Expected){.element = element,
			       .values = list_new(w->oracle.a, sizeof(double)),
			       .froms = list_new(w->oracle.a, sizeof(double)),
			       .cells = list_new(w->oracle.a, sizeof(Cells)),
			       .labels = list_new(w->oracle.a, sizeof(const char *)),
			       .figures = list_new(w->oracle.a, sizeof(double))};
	return expected;
}

/* By numbers, as far as the samples go. */
static inline void nodes_sort(Walk *w, List *nodes, const OrderSpec *order)
{
	xmlNodePtr *n = nodes->items;
	for (int i = 1; order->sort && i < nodes->count; i++)
		for (int k = i; k > 0; k--) {
			double one = oracle_number(&w->oracle, order->sort, n[k - 1]);
			double two = oracle_number(&w->oracle, order->sort, n[k]);
			if (isnan(one) || isnan(two) ||
			    (order->descending ? one >= two : one <= two))
				break;
			xmlNodePtr kept = n[k];
			n[k] = n[k - 1];
			n[k - 1] = kept;
		}
}

static inline List course_of(Oracle *o, const SparkSpec *spark, xmlNodePtr row)
{
	List course = oracle_numbers(o, spark->values, row);
	List last = spark->last ? oracle_numbers(o, spark->last, row) : course;
	for (int i = 0; spark->last && i < last.count; i++)
		*(double *)list_add(&course) = number_in(&last, i);
	return course;
}

static inline void cells_of_row(Walk *w, Cells *cells, xmlNodePtr row)
{
	Oracle *o = &w->oracle;
	if (cells->column->bar)
		*(double *)list_add(&cells->values) = oracle_number(o, cells->column->value, row);
	else
		*(List *)list_add(&cells->courses) = course_of(o, cells->column->spark, row);
}

static inline void walk_table(Walk *w, const Element *element, xmlNodePtr at)
{
	const TableSpec *spec = element->table;
	List rows = oracle_nodes(&w->oracle, spec->select, at);
	if (rows.count == 0)
		return;
	nodes_sort(w, &rows, &spec->order);
	Expected *table = expect(w, element);
	for (int i = 0; i < spec->column_count; i++) {
		const Column *column = &spec->columns[i];
		if (!oracle_holds(&w->oracle, column->when, at))
			continue;
		int index = table->columns++;
		if (!column->bar && !column->spark)
			continue;
		Cells *cells = list_add(&table->cells);
		*cells = (Cells){column, index, list_new(w->oracle.a, sizeof(double)),
				 list_new(w->oracle.a, sizeof(List))};
		for (int r = 0; r < rows.count; r++)
			cells_of_row(w, cells, node_in(&rows, r));
	}
}

static inline void walk_chart(Walk *w, const Element *element, xmlNodePtr at)
{
	const ChartSpec *spec = element->chart;
	List items = oracle_nodes(&w->oracle, spec->select, at);
	if (items.count == 0 && !spec->placeholder)
		return;
	Expected *chart = expect(w, element);
	chart->other = spec->of ? oracle_number(&w->oracle, spec->of, at) : NAN;
	chart->title = oracle_words(&w->oracle, spec->title, at);
	chart->heads[0] = oracle_words(&w->oracle, spec->from_head, at);
	chart->heads[1] = oracle_words(&w->oracle, spec->to_head, at);
	for (int i = 0; i < items.count; i++) {
		xmlNodePtr item = node_in(&items, i);
		double value = oracle_number(&w->oracle, spec->value, item);
		*(double *)list_add(&chart->values) = value;
		*(double *)list_add(&chart->froms) =
		    spec->from ? oracle_number(&w->oracle, spec->from, item) : NAN;
		*(const char **)list_add(&chart->labels) =
		    oracle_words(&w->oracle, spec->label, item);
		*(double *)list_add(&chart->figures) =
		    spec->figure->format == FORMAT_SHARE
			? oracle_share(&w->oracle, spec->value, item)
			: value;
	}
}

static inline void walk_share(Walk *w, const Element *element, xmlNodePtr at)
{
	Expected *figure = expect(w, element);
	const Expr *value = element->donut ? element->donut->value : element->ladder->value;
	*(double *)list_add(&figure->values) = oracle_number(&w->oracle, value, at);
	if (element->ladder)
		figure->other = oracle_number(&w->oracle, element->ladder->of, at);
}

static inline void walk_icons(Walk *w, const Element *element, xmlNodePtr at)
{
	const IconArraySpec *spec = element->icons;
	Expected *icons = expect(w, element);
	*(double *)list_add(&icons->values) = oracle_number(&w->oracle, spec->value, at);
	icons->other = spec->of ? oracle_number(&w->oracle, spec->of, at) : spec->of_count;
}

/* A map knows latitude and longitude, or it says that it does not; or it is not there. */
static inline void walk_locator(Walk *w, const Element *element, xmlNodePtr at)
{
	const LocatorSpec *spec = element->locator;
	double lat = oracle_number(&w->oracle, spec->lat, at);
	double lon = oracle_number(&w->oracle, spec->lon, at);
	if (isnan(lat) && isnan(lon) && !spec->placeholder)
		return;
	Expected *map = expect(w, element);
	*(double *)list_add(&map->values) = lat;
	*(double *)list_add(&map->values) = lon;
}

static inline void walk(Walk *w, const Element *element, xmlNodePtr at);

static inline void walk_kids(Walk *w, const Element *element, xmlNodePtr at)
{
	for (const Element *kid = element->first; kid; kid = kid->next)
		walk(w, kid, at);
}

static inline void walk(Walk *w, const Element *element, xmlNodePtr at)
{
	if (!oracle_holds(&w->oracle, element->when, at) || element->decor.artifact)
		return;
	if (element->repeat) {
		List nodes = oracle_nodes(&w->oracle, element->repeat->select, at);
		nodes_sort(w, &nodes, &element->repeat->order);
		for (int i = 0; i < nodes.count && !element->repeat->order.group; i++)
			walk_kids(w, element, node_in(&nodes, i));
	} else if (element->table)
		walk_table(w, element, at);
	else if (element->chart)
		walk_chart(w, element, at);
	else if (element->donut || element->ladder)
		walk_share(w, element, at);
	else if (element->icons)
		walk_icons(w, element, at);
	else if (element->locator)
		walk_locator(w, element, at);
	else if (element->image || element->icon)
		expect(w, element);
	walk_kids(w, element, at);
}

/* All figures and tables of the page of a record, in the order they are read. */
static inline List page_expected(Arena *a, const Layout *layout, const char *record,
				 const char *edition)
{
	Walk w = {oracle_open(a, record, edition), list_new(a, sizeof(Expected))};
	xmlNodePtr root = xmlDocGetRootElement(w.oracle.record);
	w.oracle.language = layout->language;
	walk(&w, layout->body, root);
	if (layout->foot)
		walk(&w, layout->foot, root);
	oracle_close(&w.oracle);
	return w.expected;
}
