/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * spark.h: a line through some values, as small as words (Tufte, Beautiful Evidence, 2006).
 *
 * It goes from the first value at its left edge to the last at its right, where
 * a dot stands, between the least at its foot and the greatest at its top: so it
 * shows a course, and no amounts. Lines that name one scale share its least and greatest, and
 * can be compared; of ranks the least may stand on top. Values that are all alike make a level
 * line; one alone is a dot.
 */
#include "set/paint.h"

/* Paints it as a figure of its own, standing on y. */
void paint_spark(Painter *p, const SparkBox *spark, Len x, Len y, Len height);
