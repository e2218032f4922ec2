/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * unit.h: words of a layout as a translator sees them.
 *
 * A unit is what stands in one element with an id, or in one of its attributes:
 * words, with values and spans as codes that are moved but not changed. Plurals
 * and choices are words here, because their branches differ from language to
 * language. White space is folded, so a line broken elsewhere is the same unit.
 */
#include "model/node.h"

typedef enum PartKind {
	PART_TEXT,
	PART_VALUE, /* "{patents/@total, number}" */
	PART_OPEN,  /* of a span: "<b>", "<span style="light">"; they nest … */
	PART_CLOSE  /* … and end: "</b>" */
} PartKind;

typedef struct Part {
	PartKind kind;
	const char *text; /* as it is written, white space folded */
	Place place;
	const Node *span; /* OPEN: the layout's element; NULL in a translation */
} Part;

typedef struct Unit {
	const char *
	    id; /* its element's, with ".mark" and the like behind it for some attributes; NULL: none */
	const Node *node; /* the element */
	const Attr *attr; /* the attribute that it is; NULL: what stands in the element */
	const Part *parts;
	int count;
	bool
	    letters; /* it has letters of its own, so no other language can do without its translation */
} Unit;

typedef struct Units {
	const Unit *items; /* in the order of the layout */
	int count;
} Units;
