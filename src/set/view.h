/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * view.h: the window of a map, and what part of the flattened earth is seen through it.
 *
 * The world is as wide as the window but for a mark's breadth. Of its height the window shows what there is room for: the
 * icy ends are left out first, but the window always holds the spot that the map is about. A region has
 * that spot in its middle and so many degrees across the longer side of the window.
 */
#include "base/len.h"
#include "set/globe.h"

enum { VIEW_MARGIN = LEN_PT(4) }; /* at both sides of the world */

enum {
	VIEW_LEAST = 5, /* degrees across a region … */
	VIEW_MOST = 150 /* … so that no corner of the window nears the other end of the earth */
};

typedef struct View {
	const Globe *globe; /* turned to the spot of a region; NULL: the world */
	Spot spot;
	Len x, y, width, height; /* the window, on the page */
	Len radius;              /* of the earth */
	Len middle_x, middle_y;  /* where the flattened earth's 0, 0 lies */
	int64_t reach; /* REGION: no place in the window is farther from the spot: radians */
	int64_t far;   /* … and the cosine of what is outside by more than a step of land */
} View;

/* How high the world is from 84 degrees north to 60 south: all but the ice. */
Len view_world_height(Len width);
View view_world(Len x, Len y, Len width, Len height, Spot spot);
/* `globe` is turned to the spot. `across` is VIEW_LEAST to VIEW_MOST. */
View view_region(Globe *globe, Len x, Len y, Len width, Len height, Spot spot, int across);

/* Where a flat place lies on the page. */
Len view_x(const View *view, Flat flat);
Len view_y(const View *view, Flat flat);
/* Where the spot lies, which is always in the window. */
Len view_spot_x(const View *view);
Len view_spot_y(const View *view);
