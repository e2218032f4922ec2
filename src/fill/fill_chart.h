/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * fill_chart.h: the items of a chart of any kind: their numbers, words and alternative text.
 *
 * A number that the chart cannot show is told at its place. A chart without any
 * item is a placeholder, or nothing where the layout has no words for one.
 */
#include "fill/datum.h"

/* Gives the box's part, and in `alt` what it says to those who cannot see it; NULL when there is
 * nothing to show, or when something was wrong, which is told. */
const ChartBox *fill_chart(Speaker *speaker, const Element *element, const Standing *at,
			   const char **alt);

/* What a bar measures: a number of at least 0. False, and told, otherwise. */
bool fill_bar_value(Speaker *speaker, const Datum *datum, Decimal *out);
