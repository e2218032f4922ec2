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

/* The room of the marks on the page, for a plot whose corner is at x, y. */
AxisRoom rows_room(const SizedRows *plot, Len x, Len y);
/* Hairlines at the ticks, or without an axis one at nought where marks go both ways; behind the marks, not
 * through words above them. */
void paint_row_lines(Painter *p, const ChartBox *box, const SizedChart *chart,
		     const AxisRoom *room);
/* Label and figures of a row, for a plot whose corner is at x, y. */
void paint_row_label(Painter *p, const SizedRows *plot, const SizedRow *row, Len x, Len y);
void paint_row_figures(Painter *p, const SizedRows *plot, const SizedRow *row, Len x, Len y);

/* Which of a placeholder's rows its words leave to be seen: middle[i] of each from the top of the plot. How many there
 * are. `middle` has room for ROW_GHOSTS. */
enum { ROW_GHOSTS = 50 };
int row_ghosts(const ChartBox *box, const SizedChart *chart, int *row, Len *middle);
