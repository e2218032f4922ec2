/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * squarify.h: parts a rectangle into tiles, each as large as its value and as near to a square as can be.
 *
 * Takes values and a rectangle; gives back one tile a value, in the values' order. The tiles cover
 * the rectangle without gaps and without overlaps: neighbours share their edges to the thousandth of
 * a point, and each edge is where the exact area puts it, to half of that. The largest tile lies at the top left,
 * the smallest at the bottom right. Knows nothing of inks, words or data.
 *
 * Awkward: a value of 0, and one whose tile is thinner than a thousandth of a point, has a tile without
 * area; where all are 0, all have.
 */
#include "base/arena.h"
#include "base/decimal.h"
#include "base/len.h"

/* From the rectangle's top left corner. */
typedef struct Tile {
	Len x, y, width, height;
} Tile;

/* `order`: which value is laid when, each once: from large to small, or the tiles are longish. Values are at
 * least 0 and together less than 2^63. */
const Tile *squarify(Arena *a, const Decimal *values, const int *order, int count, Len width,
		     Len height);
