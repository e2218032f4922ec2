/* SPDX-License-Identifier: MIT */
/*
 * A step taken further does not need more room, or hardly ever: so the least
 * change that fits is found by halving between a step's floor and its design; the
 * steps above it stay at their floors, those below are not touched. Where a step is
 * not monotone (in a smaller size a heading may break worse) halving still ends at a
 * level that fits, beside one that does not: which is what is promised of the last step.
 */
#include "set/fit.h"

#include "base/str.h"
#include "set/fit_record.h"
#include "set/fit_try.h"

#include <stdlib.h>

/* Each level between takes in more than the design, or this step can change nothing. */
static bool step_changes(const Try *t, const FitStep *step)
{
	bool counts_up = step->kind == FIT_CONDENSE || step->kind == FIT_TEXT;
	return counts_up || step_start(t->story, step) > step->floor;
}

/* Between a level that does and one that does not, by `grain`: the last one that still fits is set. */
static void halve(Try *t, int step, int fits, int fails, int grain)
{
	while (abs(fails - fits) > grain) {
		int middle = fits + (fails - fits) / grain / 2 * grain;
		t->at[step] = middle;
		*(try_fit(t) ? &fits : &fails) = middle;
	}
	t->at[step] = fits;
}

static void tighten(Try *t)
{
	const Layout *layout = t->story->layout;
	for (int i = 0; i < layout->fit_count; i++) {
		const FitStep *step = &layout->fit[i];
		if (fit_step_spreads(step) || !step_changes(t, step))
			continue;
		t->at[i] = step->floor;
		if (!try_fit(t))
			continue;
		/* Its last try may have failed: what is set is right, not what was measured. */
		halve(t, i, step->floor, step_start(t->story, step), 1);
		return;
	}
}

/* A tenth of a point, or a thousandth, is finer than anyone sees. */
enum { SPREAD_GRAIN = 100 };

/* Height grows evenly with the space, but where rows hide some of it: so a straight line between no
 * space and all of it says where to look first, and halving finds the rest. */
static int spread_guess(const Try *t, Len before, int most)
{
	Len more = t->now.body.height - before, room = t->now.room - before;
	return more > room && more > 0 ? (int)((int64_t)most * room / more) : most;
}

static void spread_step(Try *t, int i)
{
	const FitStep *step = &t->story->layout->fit[i];
	int grain = step->kind == FIT_SPREAD ? SPREAD_GRAIN : 1;
	int design = fit_step_design(step);
	Len before = t->now.body.height;
	int most = (step->floor - design) / grain * grain;
	t->at[i] = design + most;
	if (most == 0 || try_fit(t))
		return;
	int fits = 0, fails = most;
	int middle = spread_guess(t, before, most) / grain * grain;
	/* The guess and its neighbour, then halving: most often these two are all. */
	for (int tries = 0; tries < 2 && middle > fits && middle < fails; tries++) {
		t->at[i] = design + middle;
		bool fit = try_fit(t);
		*(fit ? &fits : &fails) = middle;
		middle = fit ? middle + grain : middle - grain;
	}
	halve(t, i, design + fits, design + fails, grain);
}

/* An earlier step left no room before the same elements. */
static bool is_spread_out(const Try *t, int step)
{
	const FitStep *fit = t->story->layout->fit;
	for (int i = 0; i < step; i++)
		if (fit[i].kind == FIT_SPREAD && fit[step].kind == FIT_SPREAD &&
		    str_equal(fit[i].at, fit[step].at) && fit[i].floor - t->at[i] >= SPREAD_GRAIN)
			return true;
	return false;
}

static void spread(Try *t)
{
	for (int i = 0; i < t->story->layout->fit_count; i++) {
		if (!fit_step_spreads(&t->story->layout->fit[i]) || is_spread_out(t, i))
			continue;
		spread_step(t, i);
		try_fit(t); /* the next step guesses from what this one left */
	}
}

Fitted fit_story(Arena *a, const Typesetter *setter, const Story *story)
{
	Try t = try_begin(a, setter, story);
	if (try_fit(&t))
		spread(&t);
	else
		tighten(&t);
	Fitted fitted = try_end(&t, a);
	fitted.record = fit_record(a, story, &fitted);
	return fitted;
}
