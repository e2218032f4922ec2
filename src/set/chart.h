/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * chart.h: horizontal bars with labels and figures; or a placeholder that says why there are none.
 *
 * A chart with a padding and its placeholder are equally high for equally many rows, so
 * pages with and without data look alike; without one the placeholder alone keeps
 * its words off its edge. Bars that name one scale have one length a
 * unit wherever they stand (scale.h).
 */
#include "set/paint.h"
#include "set/size.h"

typedef struct SizedBar {
	Len y, height; /* of its row */
	SizedText label, figure;
} SizedBar;

struct SizedChart {
	SizedText title;
	bool has_title;
	Len label_width, bars_x, bars_width; /* from the chart's content edge */
	Len figure_x, figure_width;
	const SizedBar *bars;
	int count;      /* that are shown */
	SizedText more; /* below them: how many more there are */
	bool has_more;
	Len more_y;              /* from the chart's top */
	Len bar_height;          /* as fitted */
	Len rows_y, rows_height; /* from the chart's top */
	SizedText notice;        /* of a placeholder */
	Len notice_width;
	Len row_height; /* of the rows behind it */
};

void size_chart(const Measure *m, Sized *sized);
void paint_chart(Painter *p, const Sized *sized, Len x, Len y);
