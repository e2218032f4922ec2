/* SPDX-License-Identifier: MIT */
#pragma once
/* row_parts.h: what the files that read a row share: row.c the elements, row_words.c what cells say. */
#include "base/list.h"
#include "model/map.h"
#include "model/table.h"
#include "read/row.h"

struct RowReader {
	const Map *map;
	const Table *table;
	const int *columns; /* of the table, for each of the map's; -1: it has none */
};

/* A stretch of a cell, without blanks at its ends. */
typedef struct Snip {
	const char *text; /* NULL: it says nothing */
	Place place;
	TableWalk walk; /* at its beginning in the cell */
	size_t length;
	const char *what; /* "fields", "part 2 of fields": for messages */
} Snip;

typedef struct RowReading {
	Arena *a;
	const RowReader *reader;
	const TableRow *row;
	Diags *diags;
	Marks marks; /* of this row */
	Snip *cells; /* one for each of the map's columns; without `what`: not looked at yet */
	Snip item;   /* of the list that is at hand */
	const Snip *parts;
	int part_count;
	size_t size; /* roughly the bytes of the record so far */
	bool failed;
} RowReading;

/* What an attribute or a text of the map says in this row. */
typedef struct Said {
	const char *text; /* NULL: a cell in it is blank */
	Place place;      /* of its first cell that says something, or else in the map */
	bool known;       /* a cell in it says something */
} Said;

/* Without `diags` what the row says of its numbers is not looked at. */
RowReading row_begin(Arena *a, const RowReader *reader, const TableRow *row, Diags *diags);
void row_fail(RowReading *r, Place place, const char *message);
bool row_condition(RowReading *r, const MapCondition *condition);
Said row_say(RowReading *r, const MapText *text);
/* The items of a list that say something, of Snip. */
List row_items(RowReading *r, const MapList *list);
/* Makes an item the one at hand, with its parts. */
void row_item(RowReading *r, const MapList *list, const Snip *item);
/* The first cell of the row. */
Place row_place(const RowReading *r);
