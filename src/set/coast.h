/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * coast.h: the outlines of land as one shape in the window of a map.
 *
 * Takes a view: which part of the earth a window shows, how large, and where in it the middle of the
 * flattened earth lies. Gives the land in it as segments that do not leave the window: outlines are cut at
 * its edges, points that nobody could tell apart and specks are left out. Filled by the rule of non-zero
 * winding, lakes stay open.
 *
 * Awkward: on the map of a region the far side of the earth would be pulled apart to a ring around it. What
 * lies far outside of the window is moved to a few points around it instead; and where the spot opposite
 * of the front is on land, its outline runs around the window the wrong way, which one more line around the
 * window puts right.
 */
#include "base/list.h"
#include "model/segment.h"
#include "set/view.h"

/* A list of Segment, of closed lines. */
List coast_trace(Arena *a, const Outlines *outlines, const View *view);
