/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * axis_left.h: the same along the left edge of a chart whose marks stand upright (axis.h).
 *
 * Lines pass behind the marks, but not through words: whoever has figures among them says
 * where, and a line stops before each and goes on behind it. Numbers are left out until a line
 * of type has room between those that stay.
 */
#include "set/axis.h"

/* A stretch of words among the marks, on the page. */
typedef struct AxisGap {
	Len left, top, right, bottom;
} AxisGap;

/* The marks' room on the page: the beginning of the scale is at `bottom`, greater values above it. */
typedef struct AxisWall {
	Len left;            /* of the numbers' column … */
	Len x;               /* … and where the lines begin: at its right */
	Len right;           /* where they end */
	Len bottom;          /* the beginning of the scale */
	const AxisGap *gaps; /* from left to right */
	int gap_count;
} AxisWall;

/* How wide the numbers and the air behind them are; 0 for no axis. */
Len axis_left_width(const SizedAxis *sized);
/* The line of a value across the wall, but for its gaps. */
void paint_axis_level(Painter *p, const ChartBox *box, const AxisWall *wall, Decimal value,
		      Len thickness, const Ink *ink);
void paint_axis_levels(Painter *p, const ChartBox *box, const AxisWall *wall);
void paint_axis_left(Painter *p, const ChartBox *box, const SizedAxis *sized, const AxisWall *wall);
