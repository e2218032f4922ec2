/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * hatch.h: patterns beside colours, so that the parts of a chart are told apart in grey too.
 *
 * A fixed list of patterns: solid, stripes in four directions, crossed both ways, dots. The part is
 * filled whole in its ink, and that fill alone is its mark; over it, clipped to its outline, lie stripes
 * of another ink, which rest on the same datum, as one path however large the part is. A pattern begins at the top left corner of its
 * part, so a swatch in a key looks like the part it stands for. Knows nothing of data or words.
 *
 * Stripes are at least 0.6 pt broad and 1.8 pt apart: they survive office printers and copies. A part that
 * is smaller than that looks solid, or nearly.
 */
#include "set/paint.h"

/* In an order that sets those beside each other apart which are least alike. */
typedef enum Hatch {
	HATCH_SOLID,
	HATCH_UP, /* stripes like a slash */
	HATCH_DOTS,
	HATCH_LEVEL,   /* stripes across */
	HATCH_LATTICE, /* slashes both ways */
	HATCH_UPRIGHT,
	HATCH_DOWN, /* like a backslash, and broader */
	HATCH_GRID,
	HATCH_COUNT
} Hatch;

/* The pattern of the part numbered `part` from 0: after the last one they begin anew. */
Hatch hatch_of_part(int part);

/* Fills an outline with ink, and lays the pattern over it in `stripe`. Paints nothing without an ink or an
 * outline; a stripe of NULL leaves it solid. `origin`: of the datum, or NULL. */
void hatch_fill(Painter *p, const Segment *segments, int count, Hatch hatch, const Ink *ink,
		const Ink *stripe, const Origin *origin);
/* The same for a rectangle; its edge stays in its ink. */
void hatch_rect(Painter *p, Len x, Len y, Len width, Len height, Hatch hatch, const Ink *ink,
		const Ink *stripe, const Origin *origin);
/* Only the pattern, over what is painted already. */
void hatch_over(Painter *p, const Segment *segments, int count, Hatch hatch, const Ink *stripe);

/* What stands for no datum: diagonal stripes, half as broad as the rectangle is high, on a ground (NULL:
 * none). */
void paint_hatch(Painter *p, Len x, Len y, Len width, Len height, const Ink *ground,
		 const Ink *stripe);
