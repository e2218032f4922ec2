/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * justify.h: lines that fill the column by the width of their spaces.
 *
 * A space gives up to a fifth of its width and takes up to as much again. A line that would need
 * more than that stands as it is: a ragged line is better than one with holes. No-break spaces keep their width.
 */
#include "text/galley.h"

/* How much narrower and wider a line's spaces can make it. */
typedef struct Give {
	Len shrink, stretch;
} Give;

/* Of the line from byte to byte; nothing for a paragraph that is not justified. */
Give justify_give(const Galley *galley, int start, int end);

/* Spreads `spare`, which the spaces can give, over them; the line comes out that much wider but for
 * less than a hundredth of a point. Glyphs are changed in place. */
void justify_line(const Galley *galley, LineRun *runs, int count, Len spare);
