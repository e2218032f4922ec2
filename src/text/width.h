/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * width.h: how wide any line of a galley would be.
 *
 * Choosing lines asks for a hundred widths a paragraph. Where a cut changes no
 * glyph a width is a difference of sums made once; where it does, the pieces
 * are shaped. Both come to what line.c makes of the line in the end.
 *
 * Places are numbered: 0 is the beginning, n the n-th of galley->ends.
 */
#include "text/galley.h"

/* The glyphs of a stretch between two bytes of the whole text, with a hyphen where the line ends. */
Piece width_cut(const Galley *galley, const Stretch *stretch, int start, int end, bool hyphen);

/* From byte to byte, in whatever styles. */
Len width_between(const Galley *galley, int start, int end, bool hyphen);

/* Of a line from one place to a later one, without the space at its end. */
Len width_of_line(Galley *galley, int from, int to);

/* The bytes of a line from one place to a later one, without the space at its end. */
typedef struct Reach {
	int start, end;
} Reach;
Reach width_reach(const Galley *galley, int from, int to);

/* Where a line that begins at the byte `start` ends when the space before `end` does not count. */
int width_without_space(const Galley *galley, int start, int end);
