/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * chart.h: what charts of all kinds have around their plot: a title, "and N more", or a placeholder's
 * words.
 *
 * The plot itself is painted by the file of its kind (plot_bars.c …), which chart.c
 * asks by size_… and paint_…: it is told its width, and says its height and what it
 * asks of its scale. A chart with a padding and its placeholder are equally high for
 * equally many rows, so pages with and without data look alike; without one the
 * placeholder alone keeps its words off its edge.
 */
#include "set/notice.h"

typedef struct SizedRows SizedRows; /* each is known by the files of its kind alone */
typedef struct SizedColumns SizedColumns;
typedef struct SizedParted SizedParted;
typedef struct SizedSlopes SizedSlopes;
typedef struct SizedTreemap SizedTreemap;

struct SizedChart {
	SizedText title;
	bool has_title;
	int count;      /* items that are shown; 0: a placeholder */
	SizedText more; /* below the plot: how many more there are */
	bool has_more;
	Len more_y;    /* from the chart's top */
	Notice notice; /* of a placeholder */
	Len clear;     /* the height in the middle of a placeholder's plot that its words need */
	Len plot_y;    /* from the chart's top */

	/* What a plot says of itself: */
	Len plot_height;
	Len air;       /* below the plot, before more words */
	Len room;      /* how long its marks may be along its scale */
	Len over;      /* how much wider than its room it would have to be; 0: all is well */
	bool overfull; /* a word is wider than its room */
	const SizedRows *rows;
	const SizedColumns *columns;
	const SizedParted *parted;
	const SizedSlopes *slopes;
	const SizedTreemap *treemap;
};

void size_chart(const Measure *m, Sized *sized);
void paint_chart(Painter *p, const Sized *sized, Len x, Len y);
