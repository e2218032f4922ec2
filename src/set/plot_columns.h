/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * plot_columns.h: upright bars: the figure of each above it, its label beneath.
 *
 * Every column has an equal slot. What is wider than its slot is broken into
 * lines or condensed; words that cannot stand even so are told, with how many columns would
 * have room for theirs. Columns below nought hang from its line, with their figures below
 * them. The height of the chart's marks is the layout's, as fitted.
 */
#include "set/chart.h"

void size_column_plot(const Measure *m, const ChartBox *box, Len width, SizedChart *chart);
void paint_column_plot(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y);

/* Columns of no meaning, around the words of a placeholder. */
void size_column_ghosts(const Measure *m, const ChartBox *box, Len width, SizedChart *chart);
void paint_column_ghosts(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y);
