/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * fill_axis.h: puts the round numbers along the scales of charts into words.
 *
 * Which numbers those are depends on all marks of the page that name the scale, so a
 * chart says that it wants an axis, and is given one when the page is full. Rows that fitting
 * may hide later count too: an axis does not change while a page is made to fit.
 */
#include "fill/datum.h"

/* An axis that will be there when the page is full. */
const Axis *axis_wish(Speaker *speaker, const Element *element, const ChartBox *chart);
/* Says all that were wished for. The boxes of the page; either may be NULL. */
void fill_axes(Speaker *speaker, const Box *body, const Box *foot);
