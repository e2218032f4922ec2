/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * graticule.h: the net of meridians and parallels in the window of a map.
 *
 * Its lines are as far from each other as makes a handful of them across the window. They may leave the
 * window a little: whoever paints them clips. On the map of the world the outermost ones are its edge.
 */
#include "base/list.h"
#include "set/view.h"

/* A list of Segment, of open lines. `across`: as of the view; 0 for the world. */
List graticule_trace(Arena *a, const View *view, int across);
/* The edge of the world: a list of Segment, of one closed line. */
List graticule_edge(Arena *a, const View *view);
