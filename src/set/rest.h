/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * rest.h: how many rows of a table, or bars of a chart, stand under a fit.
 *
 * What is said for the others was said by fill; here it is only chosen.
 */
#include "set/size.h"

/* Of `count` rows of `element`: all of them, or as few as a step of fitting has come to. */
int rest_shown_under(const Measure *m, const Element *element, const Rest *rest, int count);
/* What stands below the last of `shown` rows; without text where none is hidden. */
const Words *rest_words(const Rest *rest, int shown);
