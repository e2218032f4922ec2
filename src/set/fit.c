/* SPDX-License-Identifier: MIT */
/*
 * The ladder is monotone: a step taken further never needs more room. So the
 * least change that fits is found by halving between a step's floor and the
 * design; the steps above it stay at their floors, those below are not touched.
 */
#include "set/fit.h"

#include "base/str.h"

typedef struct Try {
	Arena *arena;   /* of what is kept */
	Arena *scratch; /* of the trial in hand: NULL before the first */
	const Typesetter *setter;
	const Story *story;
	int *size;                                      /* by Style.index */
	bool *condense;                                 /* by Style.index */
	Len *spread;                                    /* by step */
	int space_before, leading_before, *size_before; /* the step in hand */
	Fitted now;
} Try;

static Fit fit_copy(const Try *t, Arena *a, Fit fit)
{
	const Layout *layout = t->story->layout;
	int *size = ARENA_ARRAY(a, layout->style_count, int);
	bool *condense = ARENA_ARRAY(a, layout->style_count, bool);
	Len *spread = ARENA_ARRAY(a, layout->fit_count, Len);
	for (int i = 0; i < layout->style_count; i++) {
		size[i] = t->size[i];
		condense[i] = t->condense[i];
	}
	for (int i = 0; i < layout->fit_count; i++)
		spread[i] = t->spread[i];
	fit.size = size;
	fit.condense = condense;
	fit.spread = spread;
	return fit;
}

/* Measures the story, in `a`, under what is set now: does it fit? */
static bool measure(Try *t, Arena *a)
{
	const Layout *layout = t->story->layout;
	const PageSpec *page = &layout->page;
	Fitted *now = &t->now;
	Fit *fit = ARENA_NEW(a, Fit);
	*fit = fit_copy(t, a, now->fit);
	Measure m = {a, t->setter, fit, layout};
	Len width = page->width - page->margin.left - page->margin.right;
	now->fit = *fit;
	now->room = page->height - page->margin.top - page->margin.bottom;
	now->body = size_box(&m, t->story->body, width);
	now->foot = (Sized){.baseline = NO_BASELINE};
	if (t->story->foot) {
		now->foot = size_box(&m, t->story->foot, width);
		now->room -= now->foot.height + size_space_before(&m, t->story->foot);
	}
	now->fits = now->body.height <= now->room && !now->body.overfull && !now->foot.overfull;
	return now->fits;
}

/* Asks whether the story fits, and forgets the answer before. */
static bool try_fit(Try *t)
{
	arena_free(t->scratch);
	t->scratch = arena_new();
	return measure(t, t->scratch);
}

static int lesser(int a, int b)
{
	return a < b ? a : b;
}

/* A step goes on from where those before it came to: it never lets out what they took in. */
static void step_set(Try *t, const FitStep *step, int at)
{
	const Layout *layout = t->story->layout;
	if (step->kind == FIT_SPACE)
		t->now.fit.space = lesser(at, t->space_before);
	if (step->kind == FIT_LEADING)
		t->now.fit.leading = lesser(at, t->leading_before);
	for (int i = 0; step->styles && i < layout->style_count; i++) {
		if (step->styles[i] && step->kind == FIT_SIZE)
			t->size[i] = lesser(at, t->size_before[i]);
		if (step->styles[i] && step->kind == FIT_CONDENSE)
			t->condense[i] = true;
	}
}

/* The step at its floor fits: back towards the design as far as it still does. */
static void step_relax(Try *t, const FitStep *step)
{
	int fits = step->floor, fails = 1000;
	while (fails - fits > 1) {
		int middle = fits + (fails - fits) / 2;
		step_set(t, step, middle);
		if (try_fit(t))
			fits = middle;
		else
			fails = middle;
	}
	step_set(t, step, fits);
}

static void step_begin(Try *t)
{
	t->space_before = t->now.fit.space;
	t->leading_before = t->now.fit.leading;
	for (int i = 0; i < t->story->layout->style_count; i++)
		t->size_before[i] = t->size[i];
}

static void tighten(Try *t)
{
	const Layout *layout = t->story->layout;
	for (int i = 0; i < layout->fit_count; i++) {
		const FitStep *step = &layout->fit[i];
		if (step->kind == FIT_SPREAD)
			continue;
		step_begin(t);
		step_set(t, step, step->floor);
		if (!try_fit(t))
			continue;
		/* Its last try may have failed: what is set is right, not what was measured. */
		if (step->kind != FIT_CONDENSE)
			step_relax(t, step);
		return;
	}
}

enum { SPREAD_GRAIN = 100 }; /* a tenth of a point is finer than anyone sees */

static bool try_spread(Try *t, int step, int grains)
{
	t->spread[step] = grains * SPREAD_GRAIN;
	return try_fit(t);
}

/* Height grows evenly with the space, but where rows hide some of it: so a straight line between no
 * space and all of it says where to look first, and halving finds the rest. */
static int spread_guess(const Try *t, Len before, int most)
{
	Len more = t->now.body.height - before, room = t->now.room - before;
	return more > room && more > 0 ? (int)((int64_t)most * room / more) : most - 1;
}

static void spread_step(Try *t, int step)
{
	Len before = t->now.body.height;
	int fits = 0, fails = t->story->layout->fit[step].most / SPREAD_GRAIN + 1;
	if (try_spread(t, step, fails - 1))
		return;
	fails--;
	int middle = spread_guess(t, before, fails);
	while (fails - fits > 1) {
		middle = middle > fits && middle < fails ? middle : fits + (fails - fits) / 2;
		bool fit = try_spread(t, step, middle);
		*(fit ? &fits : &fails) = middle;
		middle = fit ? middle + 1 : 0;
	}
	try_spread(t, step, fits);
}

/* An earlier step left no room before the same elements. */
static bool is_spread_out(const Try *t, int step)
{
	const FitStep *fit = t->story->layout->fit;
	for (int i = 0; i < step; i++)
		if (fit[i].kind == FIT_SPREAD && str_equal(fit[i].at, fit[step].at) &&
		    fit[i].most - t->spread[i] >= SPREAD_GRAIN)
			return true;
	return false;
}

static void spread(Try *t)
{
	for (int i = 0; i < t->story->layout->fit_count; i++) {
		if (t->story->layout->fit[i].kind == FIT_SPREAD && !is_spread_out(t, i))
			spread_step(t, i);
	}
}

Fitted fit_story(Arena *a, const Typesetter *setter, const Story *story)
{
	const Layout *layout = story->layout;
	Try t = {.arena = a, .setter = setter, .story = story, .now.fit = fit_plain};
	t.size = ARENA_ARRAY(a, layout->style_count, int);
	t.size_before = ARENA_ARRAY(a, layout->style_count, int);
	t.condense = ARENA_ARRAY(a, layout->style_count, bool);
	t.spread = ARENA_ARRAY(a, layout->fit_count, Len);
	for (int i = 0; i < layout->style_count; i++)
		t.size[i] = 1000;
	if (try_fit(&t))
		spread(&t);
	else
		tighten(&t);
	measure(&t, a); /* once more, to be kept */
	arena_free(t.scratch);
	return t.now;
}
