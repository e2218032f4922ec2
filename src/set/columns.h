/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * columns.h: boxes that flow down one column after the other.
 *
 * The columns are as wide as each other and as low as they can be: breaks are chosen so that the highest
 * is least high, and the columns before the last are as full as that allows. A column ends
 * between two boxes only, and not after a heading or a box that keeps with its next.
 */
#include "set/size.h"

/* Fills in height, baseline, kids, over and overfull of columns whose box and width are set. */
void size_columns(const Measure *m, Sized *columns);
