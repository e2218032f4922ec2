/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * notice.h: the words in the middle of a figure that has no data: why there is none.
 *
 * On a small ground with an edge, so that they read well over what shows of the figure behind them. As wide
 * as their longest line and no wider than the figure; how high they are is the figure's care.
 */
#include "set/paint.h"
#include "set/size.h"

enum {
	NOTICE_GAP = LEN_PT(6)
}; /* of air above and below the words, and twice as much beside them */

typedef struct Notice {
	SizedText text;
	Len width, height; /* with the air around the words */
} Notice;

Notice notice_size(const Measure *m, const Words *words, Len width);
/* In the middle of a rectangle. `paper` NULL: no ground. */
void notice_paint(Painter *p, const Notice *notice, Len x, Len y, Len width, Len height,
		  const Ink *paper, const Ink *frame);
