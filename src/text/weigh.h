/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * weigh.h: what is wrong with a line, as a cost.
 *
 * The cost of a paragraph is the sum of its lines'. What each part means and why it
 * weighs what it weighs: see the essay in para.c, which looks for the least.
 */
#include "text/galley.h"

/* Compared from the first to the last: demerits only decide between breakings that are alike in all
 * else. */
typedef struct Cost {
	int overfull; /* lines wider than the column */
	int faults;   /* hyphens that no compositor would leave */
	int lines;
	int64_t demerits;
} Cost;

enum { HYPHENS_MOST = 2 }; /* in a row */

typedef struct Weigher {
	Galley *galley;
	Len width; /* of the column */
	Wrap wrap;
} Weigher;

/* Whether a line that is `own` wide fits, its spaces shrunk as far as justifying may. */
bool weigh_fits(const Weigher *w, int from, int to, Len own);

/* Of a line from place to place that is `own` wide; so many lines before it end with hyphens. */
Cost weigh_line(const Weigher *w, int from, int to, Len own, int hyphens);

Cost cost_sum(Cost a, Cost b);
bool cost_less(Cost a, Cost b);
