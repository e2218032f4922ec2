/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * cell.h: what a cell of a table says, in the words of a record.
 *
 * Numbers as statisticians print them become numbers as data files write them
 * ("25.214" with the marks of "1.234,5" is "25214"); names become ids. Takes
 * text without white space at its ends. What is not what the format asks for is
 * never guessed at: it is given back as what was expected.
 */
#include "base/arena.h"
#include "model/map.h"

#include <stdbool.h>

/* The formats' names as maps write them; NULL-terminated. */
extern const char *const cell_format_names[];

/* What a sample of a number should be. */
extern const char marks_hint[];

bool cell_format_find(const char *name, CellFormat *out);

/* Reads a sample: "1,234.5", "1.234,5", "1 234,5", "1'234.5", "1234.5", "1,234" … False for others. */
bool marks_read(Arena *a, const char *sample, Marks *out);

/* Why a text cannot be read as its format asks. */
typedef struct CellFault {
	const char *expected; /* "a number as in 1,234.5" */
	const char *hint;     /* NULL: nothing to add */
} CellFault;

/* The text as a record says it; NULL and the fault when it is not of that format. */
const char *cell_say(Arena *a, const char *text, CellFormat format, const Marks *marks,
		     CellFault *fault);
