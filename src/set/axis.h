/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * axis.h: hairlines at the ticks of a scale, and the round numbers beside them.
 *
 * Which ticks there are was said by fill; here numbers are left out, evenly and nought the last,
 * until those that stay keep clear of each other. None leaves its chart: one at an edge moves
 * inwards. Lines carry no datum and are not read aloud. A number that is wider than the whole
 * chart is told as any word that is too wide.
 */
#include "set/paint.h"
#include "set/size.h"

/* How thick its lines are: the one at nought, and the others. */
enum { AXIS_NOUGHT = 700, AXIS_HAIRLINE = 400 };

typedef struct SizedAxis {
	const Axis *axis;
	const SizedText *labels; /* one a tick */
	Len height;              /* of the numbers, with the air above them: 0 for no axis */
} SizedAxis;

/* What an axis along the bottom takes of the height, be there data or not; 0 for no axis. */
Len axis_height(const Measure *m, const ChartSpec *spec);
/* The tick from which those whose numbers stay are counted: nought, or the first one. */
int axis_counted_from(const Ticks *ticks);
/* Measured for a chart so wide. */
SizedAxis size_axis(const Measure *m, const ChartBox *box, Len width);

/* The marks' room on the page: nought of the scale's length is at x; its lines go from y down to bottom. */
typedef struct AxisRoom {
	Len x, y, bottom;
	Len left, right; /* the chart's edges: no number leaves them */
} AxisRoom;

/* The lines, behind the marks. */
void paint_axis_lines(Painter *p, const ChartBox *box, const AxisRoom *room);
/* The numbers, below the lines. */
void paint_axis_labels(Painter *p, const ChartBox *box, const SizedAxis *sized,
		       const AxisRoom *room);
