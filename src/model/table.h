/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * table.h: a table of a statistician's, with the place of each cell.
 *
 * The first row names the columns; every other row has one cell for each of
 * them. Cells are text as the file has it: what a cell means is the map's
 * business. Made by read/table.c, const from then on.
 */
#include "base/diag.h"

typedef struct TableCell {
	const char *text; /* without quotation marks; line breaks and blanks as written */
	const char *raw;  /* the same in the file, behind the quotation mark */
	int line, column; /* of its first character */
	bool quoted;
} TableCell;

typedef struct TableRow {
	const TableCell *cells; /* as many as there are columns */
} TableRow;

typedef struct Table {
	const char *file;
	const TableCell *heads; /* texts are folded; none is empty, no two are alike */
	int column_count;
	const TableRow *rows;
	int row_count;
	int broken; /* rows that are left out: what is wrong with them was told */
} Table;

/* A walk over a table's bytes. A line ends with a line feed, a carriage return or both. */
typedef struct TableSpot {
	int line, column; /* of the byte that comes next */
	bool after_return;
} TableSpot;

void table_step(TableSpot *spot, char c);

/* A walk over a cell: where its text has come to, and the file. */
typedef struct TableWalk {
	const TableCell *cell;
	const char *text, *raw;
	TableSpot spot;
} TableWalk;

TableWalk table_walk(const TableCell *cell);
/* Goes on to `at` in the cell's text, which does not lie behind it; its place in the file. */
Place table_walk_to(const Table *table, TableWalk *walk, const char *at);

/* The column of that name, from 0; -1: there is none. */
int table_column(const Table *table, const char *name);
