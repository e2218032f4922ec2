/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * frame.h: boxes at fixed coordinates of the page.
 *
 * A frame is a column that takes no room in the flow it stands in. Where it
 * stands and how much room it has the layout says; whether its words fit
 * is for fit.c to ask and to mend: nothing is cut off or told here.
 */
#include "base/list.h"
#include "set/size.h"

/* A frame and the room it has. */
typedef struct FrameRoom {
	const Sized *frame;
	Len available; /* its height; up to the end of the page where it says none */
	Len needed;    /* what its boxes take */
} FrameRoom;

/* Fills in a frame whose box is set: its width is the layout's. */
void size_frame(const Measure *m, Sized *frame);

/* The frames among the children of `column`, added to a list of FrameRoom. `column.box` NULL: none. */
void frames_list(const PageSpec *page, const Sized *column, List *rooms);
