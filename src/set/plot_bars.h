/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * plot_bars.h: horizontal bars: a label before each, its figure behind it.
 *
 * Labels that are too long for their column are broken into lines. The bars of
 * charts that name one scale have one length a unit wherever they stand (scale.h).
 */
#include "set/chart.h"

void size_bars(const Measure *m, const ChartBox *box, Len width, SizedChart *chart);
void paint_bars(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y);

/* Bars of no meaning, behind the words of a placeholder. */
void size_bars_ghosts(const Measure *m, const ChartBox *box, Len width, SizedChart *chart);
void paint_bars_ghosts(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y);
