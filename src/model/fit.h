/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * fit.h: how far a page was taken in or let out to fill its sheet exactly.
 *
 * All measures are thousandths of what the layout designed. fit_plain is the
 * design itself.
 */
#include "model/layout.h"

typedef struct Fit {
	int space;       /* of every space between boxes and padding of rows in tables */
	int leading;     /* of every line height */
	const int *size; /* of the size of each style, by Style.index; NULL: all 1000 */
	const int
	    *tracking; /* by Style.index: its letter-spacing is at most this, em/1000; NULL: free */
	const bool *condense; /* by Style.index: set in the family's condensed cut; NULL: none */
	/* By the step's number in Layout.fit: how far it was taken (FitStep.floor says in what); its design
	 * where it was not. NULL: none was. */
	const int *levels;
} Fit;

/* A frame of the page (its body, or a box at fixed coordinates) and what stands in it. */
typedef struct FrameFit {
	const char *name; /* its id; "page" for the body, "frame" for one without */
	Place place;      /* in the layout */
	Len available, needed;
	Len leading; /* of its running text: what a line is worth */
} FrameFit;

/* A step that was taken: as FitStep.floor says, but `from` is where it began to change anything. */
typedef struct StepTaken {
	const FitStep *step;
	int from, to;
} StepTaken;

/* How a page came to fit, or how near it came: to be told, never asked by who writes the page. */
typedef struct FitRecord {
	const FrameFit *frames; /* the body first; NULL: nothing was measured */
	int frame_count;
	const StepTaken *taken; /* in the layout's order */
	int taken_count;
	bool fits; /* in height and in every width */
} FitRecord;

/* How many lines of running text a height is worth, a part of one counted whole. */
int frame_lines(const FrameFit *frame, Len height);

/* How wide a condensed cut is, per cent: CSS Fonts 4, font-stretch. */
enum { STRETCH_CONDENSED = 75 };

extern const Fit fit_plain;

/* How a page is set when each step was taken as far as `levels` says. */
Fit fit_of(Arena *a, const Layout *layout, const int *levels);

/* The size of a style's type under this fit. */
Len fit_size(const Fit *fit, const Style *style);
/* The height of a line in this style under this fit. */
Len fit_line_height(const Fit *fit, const Style *style);
/* Its letter-spacing, em/1000. */
int fit_tracking(const Fit *fit, const Style *style);
/* How wide its cut is, per cent: 75 when condensed. */
int fit_stretch(const Fit *fit, const Style *style);
