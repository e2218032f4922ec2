/* SPDX-License-Identifier: MIT */
#include "write/outline.h"

/* The four corners are reached by MOVE and three LINEs; the last side is drawn by CLOSE. */
static bool is_four_corners(const Segment *segments, int count)
{
	return count == 5 && segments[0].kind == SEGMENT_MOVE && segments[1].kind == SEGMENT_LINE &&
	       segments[2].kind == SEGMENT_LINE && segments[3].kind == SEGMENT_LINE &&
	       segments[4].kind == SEGMENT_CLOSE;
}

/* Sides 0-1 and 2-3 run along one axis, 1-2 and 3-0 along the other. */
static bool is_upright(const Segment *s)
{
	bool across = s[0].y[0] == s[1].y[0] && s[1].x[0] == s[2].x[0] && s[2].y[0] == s[3].y[0] &&
		      s[3].x[0] == s[0].x[0];
	bool down = s[0].x[0] == s[1].x[0] && s[1].y[0] == s[2].y[0] && s[2].x[0] == s[3].x[0] &&
		    s[3].y[0] == s[0].y[0];
	return across || down;
}

bool outline_rect(const Segment *segments, int count, TagBounds *rect)
{
	if (!is_four_corners(segments, count) || !is_upright(segments))
		return false;
	Len x0 = segments[0].x[0], x1 = segments[2].x[0];
	Len y0 = segments[0].y[0], y1 = segments[2].y[0];
	*rect = (TagBounds){len_min(x0, x1), len_min(y0, y1), len_max(x0, x1) - len_min(x0, x1),
			    len_max(y0, y1) - len_min(y0, y1)};
	return true;
}
