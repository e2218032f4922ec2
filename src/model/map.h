/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * map.h: how the rows of a table become records.
 *
 * A map is a template: the elements of a record, with words and with places for
 * what a row's cells say. Columns are known by their names here; which of a
 * table's they are is found when a table is at hand. Made by read/map.c.
 */
#include "model/node.h"

typedef enum CellFormat {
	CELL_TEXT,
	CELL_NUMBER,
	CELL_INTEGER,
	CELL_PERCENT,
	CELL_KEY, /* an id from a name */
	CELL_DATE,
	CELL_FORMATS
} CellFormat;

/* How numbers are written: "1,234.5". */
typedef struct Marks {
	const char *sample;
	char decimal; /* '.' or ','; '\0': numbers are whole */
	char group;   /* ',', '.', '\'' (either apostrophe) or ' ' (any blank); '\0': none */
} Marks;

typedef enum CellRefKind { REF_COLUMN, REF_ITEM, REF_PART } CellRefKind;

/* A cell of the row, the item of its list that is at hand, or a part of that. */
typedef struct CellRef {
	CellRefKind kind;
	int number; /* index into the map's columns; of a part: from 1 */
} CellRef;

/* Whether a cell says something, or says a certain word. */
typedef struct MapTest {
	CellRef ref;
	const char *word; /* NULL: whether it says anything */
	bool negated;
	bool otherwise; /* begins what is behind an "or" */
} MapTest;

typedef struct MapCondition {
	const MapTest *tests;
	int count;
} MapCondition;

/* Words, a cell, or words that stand only where a condition holds. */
typedef struct MapPiece {
	const char *words;        /* NULL: what the cell says */
	const MapCondition *when; /* NULL: always */
	CellRef ref;
	CellFormat format;
	Marks marks; /* its own, when it has a sample */
} MapPiece;

typedef struct MapText {
	const MapPiece *pieces;
	int count;
	bool asks; /* any of them is not only words */
	Place place;
} MapText;

typedef struct MapAttr {
	const char *name;
	Place place;
	MapText text;
} MapAttr;

/* An element for each item of the list in a cell. */
typedef struct MapList {
	CellRef cell;
	const char *split; /* stands between two items */
	const char *parts; /* stands between two parts of an item; NULL: an item has none */
	int parts_most;    /* the highest part that is asked for */
} MapList;

typedef struct MapNode MapNode;
struct MapNode {
	NodeKind kind;
	const char *name, *space; /* of an element */
	Place place;
	MapText text; /* of a text */
	const MapAttr *attrs;
	int attr_count;
	const MapCondition *when; /* NULL: always */
	const MapList *each;      /* NULL: once */
	bool asks;                /* something in it is not only words */
	const MapNode *first, *next;
};

typedef struct MapColumn {
	const char *name;
	Place place; /* where it is named first */
} MapColumn;

typedef struct Map {
	const char *file;
	const char *out, *schema, *rules; /* seen from the working folder; NULL: not named */
	Place out_place, schema_place, rules_place;
	char delimiter; /* '\0': not said */
	bool plain;     /* quotation marks are signs like any other */
	Marks marks;
	int marks_column;          /* of `columns`: a row's own sample of its numbers; -1: none */
	const char *const *blanks; /* what says as little as an empty cell; NULL-terminated */
	const MapColumn *columns;
	int column_count;
	const MapNode *record; /* has an attribute "id" that asks */
} Map;
