/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * path_data.h: the outlines of an icon: "M12 2l3 7h7z" becomes segments.
 *
 * After SVG 1.1, 8.3: every command, absolute and relative, with repeated and
 * with unseparated numbers ("1.5.5-3" is three). Quadratic curves and elliptical
 * arcs become cubic ones. Coordinates are counted from the corner of the view in
 * units so fine that nobody sees their rounding. What is no path data is told with
 * the place where it goes wrong; so is a point that lies absurdly far outside.
 */
#include "base/list.h"
#include "model/node.h"
#include "model/segment.h"

enum {
	ICON_UNITS = 1 << 20, /* the longer side of the view */
	ICON_SEGMENTS_MOST = 20000
};

/* SVG's viewBox: what of the drawing's plane is shown. */
typedef struct View {
	double x, y, width, height;
} View;

/* "0 0 24 24": false, and told, when it is no such box or one without area. */
bool view_read(const Attr *attr, View *out, Diags *diags);
/* Adds the Segments of path data; false when it is none, which is told. */
bool path_data_read(const Attr *attr, const View *view, List *segments, Diags *diags);
