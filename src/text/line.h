/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * line.h: makes the lines of a galley, once it is known where they end.
 */
#include "text/galley.h"

/* The line from one place to a later one, in a column of that width. Places: see width.h. */
Line line_make(const Galley *galley, int from, int to, Len width);
