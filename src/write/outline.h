/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * outline.h: what a list of segments draws.
 *
 * Pages hold paths; most of them are upright rectangles, which both the PDF
 * and the trace say in one word. Knows nothing of inks or of PDF.
 */
#include "model/page.h"

/* True when the segments are one upright rectangle, given with a width and height that are not
 * negative, wherever its path begins and whichever way it runs round. */
bool outline_rect(const Segment *segments, int count, TagBounds *rect);
