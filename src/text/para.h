/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * para.h: measured words, and where the lines of a paragraph end.
 *
 * Takes the words of one paragraph, of any styles; gives back lines for a given
 * width. Measuring (shaping) does not depend on the width, so a paragraph is
 * measured once and broken as often as set likes. Knows nothing of boxes or of
 * the page.
 *
 * A word wider than the column is never cut or shrunk: its line is marked
 * overfull and says which word; what to do is the caller's choice.
 */
#include "base/cache.h"
#include "text/breaks.h"
#include "text/font.h"

typedef struct Galleys Galleys; /* galley.h knows the inside */

/* What measuring needs, the same for the whole page. */
typedef struct Typesetter {
	Fonts *fonts;
	Breaks *breaks;
	const char *language;
	bool backwards; /* the page runs from right to left */
	Diags *diags;
	Galleys *galleys; /* what was measured for this page before; NULL: nothing is kept */
	Cache *cache;     /* what was shaped for any page before; NULL: nothing is kept */
} Typesetter;

typedef struct Para Para;

/* A stretch of a line in one font and style. */
typedef struct LineRun {
	const Font *font;
	const Style *style;
	Len size;
	Len x; /* from the line's beginning: on a page from right to left, from its right end to that of the run */
	Len width;
	Len tracking;
	unsigned char level;  /* of direction: odd from right to left */
	const char *language; /* of its words when that is not the page's; else NULL */
	Len rise;             /* of its baseline above the line's, already fitted */
	int start, end;       /* bytes of the words */
	bool hyphen;          /* it ends with a hyphen that stands for no character of the words */
	const Glyph *glyphs;  /* from left to right; cluster: bytes from `start` */
	int glyph_count;
} LineRun;

typedef struct Line {
	const LineRun *runs; /* in the order they are read */
	int run_count;
	int start, end; /* bytes of the words, without the space at the end */
	Len width;      /* without the space at the end */
	/* How far it stands out of its column on either side, where its style aligns it by its ink. */
	Len left, right;
	bool overfull; /* wider than the column: one word that cannot be broken */
} Line;

typedef struct Lines {
	const Line *lines;
	int count;
	Len width;    /* of the widest line */
	Len leading;  /* from baseline to baseline, and the height of each line */
	Len baseline; /* from the top of the first line; half-leading, as in CSS 2.2, 10.8.1 */
	Len height;   /* count * leading */
} Lines;

/* Measures `words` under `fit`, or finds that it was done: see galley.h. A character its font lacks is told (DIAG_GLYPH) at its datum, or
 * at the layout's place, once for each character and font. Never NULL. */
const Para *para_measure(Arena *a, const Typesetter *setter, const Words *words, const Fit *fit);

/* The width of the paragraph on one line, and of its widest unbreakable word. */
Len para_natural_width(const Para *para);
Len para_word_width(const Para *para);

/* Breaks into lines not wider than `width`: those that look best of all there could be (see para.c),
 * and no more of them than filling each line as far as it goes would make. Words without text give
 * one line without runs. */
Lines para_break(const Para *para, Len width);

/* How far from the beginning of its line the end of the first `bytes` of a paragraph stands, when it is one line and those
 * run in one direction: for decimal alignment. */
Len para_width_before(const Para *para, int bytes);

const Words *para_words(const Para *para);
