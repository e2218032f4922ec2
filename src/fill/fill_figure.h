/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * fill_figure.h: ladders and donuts: their numbers, words and alternative
 * texts. A number that the figure cannot show is told at its place.
 */
#include "fill/datum.h"

/* Each gives the box's part, and in `alt` what it says to those who cannot see it; NULL when there
 * is nothing to show, or when something was wrong, which is told. */
const LadderBox *fill_ladder(Speaker *speaker, const Element *element, const Standing *at,
			     const char **alt);
const DonutBox *fill_donut(Speaker *speaker, const Element *element, const Standing *at,
			   const char **alt);
