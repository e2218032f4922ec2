/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * size.h: asks how large boxes are.
 *
 * Takes a box and the width it may have; gives back the box measured, with its
 * lines broken and its children placed relative to it. Pure: the same question
 * has the same answer, nothing is painted, and nothing is told but characters
 * that no font has. So fit.c may ask about twenty variants and throw away
 * nineteen. What does not fit its width is marked overfull and told by place.c.
 */
#include "text/para.h"

/* A box that is thought to be less high than it is: so it is found out what leaving something out of it
 * would do. */
typedef struct Omission {
	const Box *box;
	Len height;
} Omission;

/* Who asks: the same for the whole page. */
typedef struct Measure {
	Arena *arena;
	const Typesetter *setter;
	const Fit *fit;
	const Layout *layout;
	const Omission *omissions; /* most often none */
	int omission_count;
	Len indent; /* at least that of all marks: so the items of a list line up */
} Measure;

/* Words that were measured and broken. */
typedef struct SizedText {
	const Para *para;
	Lines lines;
	bool overfull; /* a word is wider than the width it was broken for */
	Len measure;   /* that width */
	bool apart;    /* a label: a space belongs after each of its lines */
} SizedText;

typedef struct SizedMark SizedMark;     /* note.h */
typedef struct SizedTable SizedTable;   /* table.h */
typedef struct SizedChart SizedChart;   /* chart.h */
typedef struct SizedLadder SizedLadder; /* figure.h */
typedef struct SizedDonut SizedDonut;
typedef struct SizedIcons SizedIcons;     /* icon_array.h */
typedef struct SizedLocator SizedLocator; /* locator.h */

enum { NO_BASELINE = -1 };

typedef struct Sized Sized;
struct Sized {
	const Box *box;
	Len x, y; /* from the top left corner of the box it stands in */
	Len width, height;
	Len baseline; /* of its first line, from its top; NO_BASELINE where it has none */
	bool overfull;
	Len over; /* what the widths the layout gives to its columns need beyond the room there is */
	Len needed;  /* FRAME: what its boxes take; its height is the layout's */
	Sized *kids; /* of columns and rows */
	int kid_count;
	SizedText text;
	const SizedMark *mark; /* hangs before the text; NULL: nothing does */
	const SizedTable *table;
	const SizedChart *chart;
	const SizedLadder *ladder;
	const SizedDonut *donut;
	const SizedIcons *icons;
	const SizedLocator *locator;
};

/* `box` measured for `width`, its decoration included. */
Sized size_box(const Measure *m, const Box *box, Len width);

/* The width it would like to have: its longest paragraph on one line. */
Len size_natural(const Measure *m, const Box *box);

/* The words of a paragraph, as short as steps of fitting have them. */
const Words *size_words(const Measure *m, const Box *box);
SizedText size_text(const Measure *m, const Words *words, Len width);
Len size_words_natural(const Measure *m, const Words *words);

/* How high the capitals of its first line are; 0 where it has no words. */
Len size_cap_height(const SizedText *text);

/* The space above a box that is not the first in its column, as fitted. */
Len size_space_before(const Measure *m, const Box *box);

/* A length that fitting may take in, as fitted. */
Len size_space(const Measure *m, Len space);

/* The width inside its padding and borders. */
Len size_inner_width(const Sized *sized);

/* What its padding and borders take on a side: SIDE_LEFT … */
Len size_inset(const Decor *decor, unsigned side);

/* Shares `total` among `count` columns with `gap` between them. AUTO columns are as wide as `natural`
 * says and give way when there is too little; FR columns share the rest. Returns what lengths and gaps need
 * beyond `total`: 0 when all is well. No width is negative. */
Len size_tracks(const Track *tracks, int count, Len total, Len gap, const Len *natural,
		Len *widths);
