/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * plot_parted.h: one bar, parted among the items: a whole and what it is made of.
 *
 * Each part is exactly as long as its value is of the whole; between parts lies a hairline of
 * paper, painted over them. Below a part stand its figure and its label where
 * they have room there; else they stand in a key below, and so do all of them when the bar's length is
 * known only when the whole page is: when it names a scale that others may share. What the items lack of
 * the whole stays in the track's ink.
 */
#include "set/chart.h"

void size_parted(const Measure *m, const ChartBox *box, Len width, SizedChart *chart);
void paint_parted(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y);
void size_parted_ghosts(const Measure *m, const ChartBox *box, Len width, SizedChart *chart);
void paint_parted_ghosts(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y);
