/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * galley.h: words as type: shaped, with the places where lines may end, before any lines are made.
 *
 * Fitting tries a page a dozen times, and most tries change nothing about most
 * paragraphs: so what was measured for a page is kept, and taken again where it
 * would come out the same. Leading and spaces never matter here; another size
 * keeps the glyphs. What is missing in a font is told when it is first met.
 *
 * Only para.c and its steps (width.c, weigh.c, line.c) look inside. Without Galleys (NULL) everything is measured anew.
 */
#include "base/list.h"
#include "text/para.h"
#include "text/stretch.h"

/* Lines that were made for a width: only what leading does not change. */
typedef struct Broken {
	Len width;
	const Line *lines;
	int count;
	Len widest;
} Broken;

/* No width: tracking may make one negative. */
enum { UNKNOWN = INT32_MIN };

/* A place where a line may end. */
typedef struct End {
	int at;      /* before this byte */
	bool hyphen; /* with a hyphen that shows */
} End;

typedef struct Cut Cut; /* width.h */

typedef struct Galley Galley;
struct Galley {
	Arena *arena; /* of all that is found out about it later */
	const Words *words;
	const Stretch *stretches;
	int stretch_count;
	bool backwards;  /* the page runs from right to left */
	bool levels;     /* some of it runs otherwise than from left to right, or the page does */
	const End *ends; /* the last one is the text's end */
	int end_count;
	const Cut *cuts;  /* NULL until a width is asked for */
	const Font *font; /* of the paragraph's own style; NULL: none, which was told */
	int cut;          /* … and how wide it was asked for, per cent */
	Len natural;      /* width on one line, or UNKNOWN */
	List broken;      /* of Broken */
	Galley *next;     /* another of the same words, in other sizes or cuts */
};

/* Those of one page: the words must stay where they are as long as `a` lives. */
Galleys *galleys_new(Arena *a);

/* In `a` where the setter keeps none. */
Galley *galley_measure(Arena *a, const Typesetter *setter, const Words *words, const Fit *fit);
