/* SPDX-License-Identifier: MIT */
/*
 * A step taken further does not need more room, or hardly ever: so the least
 * change that fits is found by narrowing between a step's floor and its design; the
 * steps above it stay at their floors, those below are not touched. Where a step is
 * not monotone (in a smaller size a heading may break worse) that still ends at a
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

/* Where the boxes under `sized` stand, as one number: another one when any of them moved. */
static uint64_t places_sum(const Sized *sized, uint64_t sum)
{
	enum { MIX = 1000003 };
	for (int i = 0; sized->box && i < sized->kid_count; i++) {
		const Sized *kid = &sized->kids[i];
		sum = sum * MIX + (uint64_t)kid->y;
		sum = sum * MIX + (uint64_t)kid->height;
		sum = places_sum(kid, sum);
	}
	return sum * MIX + (uint64_t)sized->height;
}

static uint64_t places_now(const Try *t)
{
	return places_sum(&t->now.foot, places_sum(&t->now.body, 0));
}

/* How far a step was taken in one trial, the room that was then left over (negative: lacking), and where all
 * stood. */
typedef struct Level {
	int at;
	Len spare;
	uint64_t places;
} Level;

static Level level_now(const Try *t, int at)
{
	return (Level){at, len_add(t->now.room, -t->now.needed), places_now(t)};
}

/* Tries a level; what it came to takes the place of one of the two. */
static void level_try(Try *t, int step, int at, Level *fits, Level *fails)
{
	t->levels[step] = at;
	bool fit = try_fit(t);
	*(fit ? fits : fails) = level_now(t, at);
}

/* Height grows evenly with most steps: a straight line between what was left over and what was lacking
 * says where to look, in whole grains and never at an end. The middle where it says nothing. */
static int level_guess(const Level *fits, const Level *fails, int grain, bool straight)
{
	int grains = (fails->at - fits->at) / grain, guess = grains / 2;
	int64_t between = (int64_t)fits->spare - fails->spare;
	if (straight && fits->spare >= 0 && fails->spare < 0)
		guess = (int)(grains * (int64_t)fits->spare / between);
	int side = grains > 0 ? 1 : -1;
	if (guess * side < 1)
		guess = side;
	if (guess * side > grains * side - 1)
		guess = grains - side;
	return fits->at + guess * grain;
}

enum { STRAIGHT_TRIES = 4 }; /* then lines that do not help give way to halving */

/* Between a level that does and one that does not: the last one that still fits is set. */
static Level narrow(Try *t, int step, Level fits, Level fails, int grain)
{
	for (int tries = 0; abs(fails.at - fits.at) > grain; tries++)
		level_try(t, step, level_guess(&fits, &fails, grain, tries < STRAIGHT_TRIES), &fits,
			  &fails);
	t->levels[step] = fits.at;
	return fits;
}

static void tighten(Try *t)
{
	const Layout *layout = t->story->layout;
	for (int i = 0; i < layout->fit_count; i++) {
		const FitStep *step = &layout->fit[i];
		if (fit_step_spreads(step) || !step_changes(t, step))
			continue;
		Level fails = level_now(t, step_start(t->story, step));
		t->levels[i] = step->floor;
		if (!try_fit(t))
			continue;
		narrow(t, i, level_now(t, step->floor), fails, 1);
		return;
	}
}

/* A tenth of a point, or a thousandth, is finer than anyone sees. */
enum { SPREAD_GRAIN = 100 };

/* Lets one step out as far as the page allows, all the way or in whole grains; what it came to. One that
 * moves nothing is not taken. */
static Level spread_step(Try *t, int i, Level before)
{
	const FitStep *step = &t->story->layout->fit[i];
	int grain = step->kind == FIT_SPREAD ? SPREAD_GRAIN : 1;
	before.at = fit_step_design(step);
	if (step->floor == before.at)
		return before;
	t->levels[i] = step->floor;
	bool fits = try_fit(t);
	Level most = level_now(t, step->floor);
	if (fits && most.places == before.places)
		t->levels[i] = before.at;
	if (fits)
		return most;
	/* No level beyond the floor is tried: the grain that holds it counts as a whole one. */
	most.at = before.at + (step->floor - before.at + grain - 1) / grain * grain;
	return narrow(t, i, before, most, grain);
}

/* An earlier step left no room before the same elements. */
static bool is_spread_out(const Try *t, int step)
{
	const FitStep *fit = t->story->layout->fit;
	for (int i = 0; i < step; i++)
		if (fit[i].kind == FIT_SPREAD && fit[step].kind == FIT_SPREAD &&
		    str_equal(fit[i].at, fit[step].at) && fit[i].floor > t->levels[i])
			return true;
	return false;
}

static void spread(Try *t)
{
	Level level = level_now(t, 0);
	for (int i = 0; i < t->story->layout->fit_count; i++)
		if (fit_step_spreads(&t->story->layout->fit[i]) && !is_spread_out(t, i))
			level = spread_step(t, i, level);
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
