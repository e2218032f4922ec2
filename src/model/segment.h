/* SPDX-License-Identifier: MIT */
#pragma once
/* segment.h: a piece of an outline: what a page draws, and what an icon in a layout is made of. */
#include "base/len.h"

typedef enum SegmentKind { SEGMENT_MOVE, SEGMENT_LINE, SEGMENT_CURVE, SEGMENT_CLOSE } SegmentKind;

typedef struct Segment {
	SegmentKind kind;
	Len x[3], y[3]; /* MOVE, LINE: [0]; CURVE: two controls and the end (cubic) */
} Segment;
