/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * units.h: finds what is to be translated in a layout or in a file of common texts.
 *
 * Looks at the tree, before styles and patterns are read. Knows which elements
 * and attributes hold words; takes them apart into words, values and spans.
 * Braces that are out of joint are words here: pattern.c tells of them.
 */
#include "base/file.h"
#include "model/unit.h"

/* All that has words under `root`, in the order of the tree; those without an id too. */
Units units_find(Arena *a, const Node *root);

/* The words of an element without what else stands in it: its shorter words, a cell's bar. */
Node unit_words(Arena *a, const Node *node);

/* What a unit says, its codes as the layout writes them: "{name} filed <b>{@count, number}</b>". */
const char *unit_text(Arena *a, const Unit *unit);
/* The same of any parts. */
const char *parts_text(Arena *a, const Part *parts, int count);

/* Parts in which somebody typed values as text, taken apart as if they were read from a layout. */
const Part *parts_anew(Arena *a, const Part *parts, int *count);

/* The words of one file. */
typedef struct FileUnits {
	const char *file;
	const char *language; /* that they are in */
	Units units;
} FileUnits;

typedef struct LayoutUnits {
	const FileUnits
	    *files; /* the layout first, then what it extends and includes, then its common texts */
	int count;  /* 0: the layout cannot be read, which was told */
} LayoutUnits;

/* Of all files that a layout is made of: what stands in each of them, be it in use or not. */
LayoutUnits units_of_layout(Arena *a, const Source *source, Diags *diags);
