/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * fill_rank.h: numbers the items of a chart from large to small.
 *
 * So a mark that is too small for its words can bear a number instead, which a key
 * explains. Items that are equal keep the order of the data. The numbers come from
 * no datum, and are written in the style of the labels as the page's language writes numbers.
 */
#include "fill/datum.h"

/* Gives each of `count` items its rank and its number. `place`: of the chart in the layout. */
void fill_ranks(Speaker *speaker, const ChartSpec *spec, ChartItem *items, int count, Place place);
