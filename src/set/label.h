/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * label.h: fits words into a room of a chart: a tile, a part of a bar, the space beside a mark.
 *
 * Takes words and the width and height there are; tries them on one line, wrapped, on one line in
 * the condensed cut, and condensed and wrapped, in this order. The condensed cut is tried only for
 * styles whose family has it, with every character of the words. A word is never cut, shrunk or
 * clipped: when nothing fits the label says so (LABEL_MOVED), and the chart puts it elsewhere,
 * beside its mark or into a key. Knows nothing of marks or inks. Pure, as all of size.h.
 *
 * Awkward: words without text fit into any room; a room of no width or height holds nothing else.
 */
#include "set/size.h"

typedef enum LabelWay {
	LABEL_MOVED, /* it does not fit: the chart puts it elsewhere */
	LABEL_LINE,
	LABEL_WRAPPED,
	LABEL_CONDENSED,
	LABEL_CONDENSED_WRAPPED
} LabelWay;

typedef struct Label {
	LabelWay way;
	/* As it fits; of one that is moved: on one line in its designed cut, however wide that is. */
	SizedText text;
	Len width, height; /* of its lines */
} Label;

/* The words in a room, as little changed as fits. */
Label label_fit(const Measure *m, const Words *words, Len width, Len height);

/* In the condensed cut even where it would fit without: beside labels that need it. */
Label label_fit_condensed(const Measure *m, const Words *words, Len width, Len height);

/* The same on one line only: as it is, else condensed. */
Label label_fit_line(const Measure *m, const Words *words, Len width, Len height);

/* Where the top of the text stands so that it looks centred on `middle`: its ink from the capitals of
 * its first line to the baseline of its last, not its leading. */
Len label_top(const SizedText *text, Len middle);
