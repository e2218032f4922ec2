/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * marks_page.h: all marks of one page.
 *
 * The figures and tables of the structure tree, in the order they are read, are
 * those that the layout calls for, and each has its marks.
 */
#include "pdf/marks_bars.h"
#include "pdf/marks_dots.h"
#include "pdf/marks_figures.h"
#include "pdf/marks_icons.h"
#include "pdf/marks_map.h"
#include "pdf/marks_slopes.h"
#include "pdf/marks_tiles.h"

static inline void look_table(Look *l, const Expected *table, const Knot *knot)
{
	List rows = table_rows(l->a, knot, table->columns);
	for (int i = 0; i < table->cells.count; i++) {
		const Cells *cells = list_at(&table->cells, i);
		if (cells->column->bar)
			look_cell_bars(l, table, cells, &rows);
		else
			look_sparks(l, table, cells, &rows);
	}
}

static inline void look_one(Look *l, const Expected *expected, const Knot *knot)
{
	const Element *element = expected->element;
	if (knot_is(knot, "Table") != (element->table != NULL))
		look_fault(l, str_format(l->a, "%s: a %s stands where %s should", l->pdf,
					 knot->kind, element_name(l, element)));
	else if (element->table)
		look_table(l, expected, knot);
	else if (element->chart && element->chart->kind == CHART_DOTS)
		look_dots(l, expected, knot);
	else if (element->chart && element->chart->kind == CHART_SLOPES)
		look_slopes(l, expected, knot);
	else if (element->chart && element->chart->kind == CHART_TREEMAP)
		look_tiles(l, expected, knot);
	else if (element->chart)
		look_bars(l, expected, knot);
	else if (element->donut)
		look_donut(l, expected, knot);
	else if (element->ladder)
		look_ladder(l, expected, knot);
	else if (element->icons)
		look_icons(l, expected, knot);
	else if (element->locator)
		look_place(l, expected, knot);
}

static inline void look_all(Look *l, const List *expected, const Pdf *pdf)
{
	Knot root = tree_read(pdf);
	List knots = list_new(l->a, sizeof(const Knot *));
	tree_figures(&root, &knots);
	if (knots.count != expected->count)
		look_fault(l, str_format(l->a, "%s: %d figures and tables instead of %d", l->pdf,
					 knots.count, expected->count));
	for (int i = 0; i < knots.count && i < expected->count; i++)
		look_one(l, list_at(expected, i), *(const Knot **)list_at(&knots, i));
	look_scales(l);
}

typedef struct Opened {
	Pdf pdf;
	Sheet sheet;
	List expected;
} Opened;

/* A page as bytes, its streams unpacked or not, against what the layout calls for of the record. */
static inline Opened page_open(Arena *a, const Layout *layout, const char *record,
			       const char *edition, const char *bytes, size_t length)
{
	Opened page = {.pdf = pdf_read(a, bytes, length)};
	page.sheet = sheet_read(a, &page.pdf);
	page.expected = page_expected(a, layout, record, edition);
	return page;
}

static inline Look look_begin(Arena *a, const Opened *page, const char *path, int *counts)
{
	return (Look){.a = a,
		      .pdf = path,
		      .sheet = &page->sheet,
		      .measured = list_new(a, sizeof(Measured)),
		      .counts = counts,
		      .faults = list_new(a, sizeof(const char *))};
}
