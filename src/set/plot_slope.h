/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * plot_slope.h: a line for each item, from what it was to what it is.
 *
 * Two uprights stand for then and now; a line leads from the one to the other, and the
 * steeper it is the more has changed. Figures stand beside their ends, labels behind those on
 * the right; where they would touch they are moved apart, as little as can be (apart.h), and a
 * thin line leads from each that was moved to its dot. An item that was not there before is a
 * dot on the right. The plot grows higher than the layout says when its labels need it.
 */
#include "set/chart.h"

void size_slopes(const Measure *m, const ChartBox *box, Len width, SizedChart *chart);
void paint_slopes(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y);
void size_slope_ghosts(const Measure *m, const ChartBox *box, Len width, SizedChart *chart);
void paint_slope_ghosts(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y);
