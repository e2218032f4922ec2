/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * fit.h: chooses how a story fills its page.
 *
 * Goes down the layout's ladder: each step is taken as far as its floor only
 * when the steps before it were not enough, and the last one only as far as it
 * must be. When there is room to spare, the spreading steps use it up. What was
 * chosen is recorded.
 */
#include "set/frame.h"

typedef struct Fitted {
	Fit fit;
	Sized body, foot;        /* foot.box NULL: none */
	Len room;                /* what the body may take */
	Len needed;              /* what its boxes take, before stretches share what is left */
	const FrameRoom *frames; /* those at fixed coordinates: the body is not among them */
	int frame_count;
	FitRecord record;
	bool fits; /* the body and every frame, in height and in every width */
} Fitted;

/* The best fit there is; when nothing fits, the tightest. */
Fitted fit_story(Arena *a, const Typesetter *setter, const Story *story);
