/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * table.h: tables: how wide their columns are, and where their cells stand.
 *
 * Columns are as wide as the layout says, or as their words ask (auto), or
 * share what is left (fr): see table_width.c. Cells of a row stand on one baseline. Figures
 * aligned "decimal" have their decimal marks below each other. Knows nothing of
 * what the rows are about.
 */
#include "set/paint.h"
#include "set/size.h"

typedef struct SizedColumn {
	Len x, width;
	Len text;          /* the part of its width that words may take: the rest is the bar's */
	Len before, after; /* of the widest figure, before and after its decimal mark */
	Len lacking;       /* what its sparkline needs beyond its width */
} SizedColumn;

typedef struct SizedRow {
	Len y, height; /* rule and padding included */
	Len baseline;  /* from y */
	const SizedText *cells;
} SizedRow;

struct SizedTable {
	SizedText caption;
	bool has_caption;
	const SizedColumn *columns;
	SizedRow head;
	bool has_head;
	const SizedRow *rows;
	int row_count;    /* that are shown */
	SizedRow *groups; /* one cell across all columns above each group that is shown */
	int group_count;
	SizedRow more; /* the same below the last row: how many more there are */
	bool has_more;
	Len bottom; /* of its rows; below it stand its notes, which are the box's kids */
};

const Cell *table_cell(const TableBox *table, int row, int column);

/* Chooses how wide the columns are when so many rows are shown; what their lengths need beyond the
 * room there is. */
Len table_columns(const Measure *m, const TableBox *table, int rows, Len width,
		  SizedColumn *columns);

/* The width it would like to have: each column as wide as its words on one line each. */
Len table_natural(const Measure *m, const Box *box);

/* Fills in height, baseline and table. */
void size_table(const Measure *m, Sized *sized);

/* Paints it with its top left corner at x, y. */
void paint_table(Painter *p, const Sized *sized, Len x, Len y);
