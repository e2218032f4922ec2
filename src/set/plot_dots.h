/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * plot_dots.h: a dot for each value, at the end of a hairline; where a row came from somewhere, a ring
 * there and a line from the one to the other.
 *
 * After W. S. Cleveland and R. McGill, "Graphical Perception", JASA 79 (1984): places along a common scale
 * are what is read best. A dot says where it stands, not how long it is, so its scale need
 * not hold nought, unless it shares it with bars.
 */
#include "set/chart.h"

void size_dots(const Measure *m, const ChartBox *box, Len width, SizedChart *chart);
void paint_dots(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y);

/* Rings of no meaning, behind the words of a placeholder. */
void size_dots_ghosts(const Measure *m, const ChartBox *box, Len width, SizedChart *chart);
void paint_dots_ghosts(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y);
