/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * fit_try.h: a story measured under steps that were taken so far.
 *
 * Who looks for a fit changes the levels and asks again. Each answer is
 * forgotten with the next question, so asking twenty times costs the memory of once.
 */
#include "set/fit.h"

typedef struct Try {
	Arena *scratch; /* of the answer in hand: NULL before the first */
	const Typesetter *setter;
	const Story *story;
	int *levels; /* by step: how far it is taken */
	const Omission *omissions;
	int omission_count;
	Fitted now;
} Try;

/* With no step taken. */
Try try_begin(Arena *a, const Typesetter *setter, const Story *story);
/* Whether the story fits its page under these levels. */
bool try_fit(Try *t);
/* The same, measured in `a` to be kept; gives the memory of the answers before back. */
Fitted try_end(Try *t, Arena *a);

/* The nearest level at which a step changes nothing on this page. */
int step_start(const Story *story, const FitStep *step);
