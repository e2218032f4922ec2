/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * plot_treemap.h: a rectangle, parted among the items: each tile is as large as its value.
 *
 * Laid by squarify.h from the largest, at the top left, to the smallest; between tiles lies a hairline of
 * paper, painted over them. A figure and its label stand in their tile where they have room there, in an
 * ink that is legible on it, and on plain ink where the tile has a pattern. Tiles without that room bear a
 * number, and a key below says what it stands for; those without room even for a number, and
 * items of 0, are in the key by their swatch. What the items lack of the whole is a tile in the track's ink.
 */
#include "set/chart.h"

void size_treemap(const Measure *m, const ChartBox *box, Len width, SizedChart *chart);
void paint_treemap(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y);
void size_treemap_ghosts(const Measure *m, const ChartBox *box, Len width, SizedChart *chart);
void paint_treemap_ghosts(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y);
