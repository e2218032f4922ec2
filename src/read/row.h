/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * row.h: a row of a table and a map become a record's tree.
 *
 * The places in the tree are those of the cells, or of the map where it gives the
 * words itself: what is wrong with the record is told where it can be mended.
 *
 * What is not known is left out: an attribute or a text of which a cell is blank,
 * an element in which all cells are blank. What cannot be read as its format asks
 * is told, and then there is no record.
 */
#include "model/map.h"
#include "model/table.h"

typedef struct RowReader RowReader;

/* Finds the map's columns in the table. NULL when it lacks any; each is told where the map names it. */
const RowReader *row_reader_new(Arena *a, const Map *map, const Table *table, Diags *diags);

/* True when the map wants a record of this row. */
bool row_wanted(Arena *a, const RowReader *reader, const TableRow *row);

/* The record's id with the place of its cell; NULL when it is blank or cannot be read, told. */
const char *row_id(Arena *a, const RowReader *reader, const TableRow *row, Place *place,
		   Diags *diags);

/* The record; NULL when a cell cannot be read, told. */
const Node *row_read(Arena *a, const RowReader *reader, const TableRow *row, Diags *diags);
