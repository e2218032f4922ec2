/* SPDX-License-Identifier: MIT */
#pragma once
/* path_arc.h: an elliptical arc, as SVG writes it, as cubic curves. */
#include <stdbool.h>

typedef struct Point {
	double x, y;
} Point;

/* From `from` to `to` on an ellipse of the radii rx, ry, turned by `degrees`; of the four arcs there
 * are, the large one, and the one in the direction of growing angles, if so said. */
typedef struct Arc {
	Point from, to;
	double rx, ry, degrees;
	bool large, sweep;
} Arc;

enum { ARC_PIECES = 4 };

/* Two controls and the end of each curve; how many there are. None: it is a straight line. */
int arc_curves(const Arc *arc, Point curves[ARC_PIECES][3]);
