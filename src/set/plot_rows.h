/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * plot_rows.h: what charts of rows have in common: a label before each row's marks, figures behind
 * them, and an axis below.
 *
 * Labels that are too long for their column are broken into lines, and their row grows. The
 * figures stand in a column of their own, so they never meet a mark, whichever way it goes;
 * of a row that came from somewhere the figure it came from stands before the other. Where
 * that leaves the marks next to no room, label and figures stand above them, and the marks have the
 * chart's whole width. What the marks look like is the care of the file of the kind (plot_bars.c, plot_dots.c).
 */
#include "set/axis.h"
#include "set/chart.h"

typedef struct SizedRow {
	Len y, height;
	Len middle; /* of its marks, from the plot's top */
	SizedText label, figure;
	SizedText from; /* its figure, where it came from somewhere */
} SizedRow;

/* All from the plot's top left corner. */
struct SizedRows {
	Len label_width, room_x, room_width; /* the room of the marks */
	Len from_x, from_width;
	Len figure_x, figure_width;
	const SizedRow *rows;
	Len mark_height; /* as fitted */
	Len row_height;  /* of a row whose label has one line */
	Len rows_height;
	Len width;  /* of the plot */
	bool above; /* words stand above their marks */
	SizedAxis axis;
};

/* `inset`: how far marks stand out of their room on either side. Fills in all that a plot says of itself. */
void size_rows(const Measure *m, const ChartBox *box, Len width, Len inset, SizedChart *chart);
/* Rows of no meaning, behind the words of a placeholder. */
void size_row_ghosts(const Measure *m, const ChartBox *box, Len width, Len inset,
		     SizedChart *chart);

/* What the file of a kind paints of an item: its marks, in the room that begins at room_x, around `middle`. */
typedef void PaintRowMark(Painter *p, const ChartSpec *spec, const SizedRows *plot,
			  const ChartItem *item, Len room_x, Len middle);
/* The same of a placeholder's row: a mark of no meaning, so long. */
typedef void PaintGhostMark(Painter *p, const ChartSpec *spec, const SizedRows *plot, Len length,
			    Len room_x, Len middle);

/* Hairlines at the ticks, or without an axis one at nought where marks go both ways, behind the marks
 * and not through words above them; then row by row label, marks and figures; then the numbers of the axis. The
 * plot's corner is at x, y. */
void paint_rows(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y,
		PaintRowMark *paint);
/* Rows of no meaning, where a placeholder's words leave them to be seen. */
void paint_row_ghosts(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y,
		      PaintGhostMark *paint);
