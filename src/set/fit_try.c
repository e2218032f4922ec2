/* SPDX-License-Identifier: MIT */
#include "set/fit_try.h"

#include "set/column.h"

Try try_begin(Arena *a, const Typesetter *setter, const Story *story)
{
	const Layout *layout = story->layout;
	int *levels = ARENA_ARRAY(a, layout->fit_count, int);
	for (int i = 0; i < layout->fit_count; i++)
		levels[i] = fit_step_design(&layout->fit[i]);
	return (Try){.setter = setter, .story = story, .levels = levels};
}

static bool frames_fit(const PageSpec *page, Arena *a, Fitted *now)
{
	List rooms = list_new(a, sizeof(FrameRoom));
	frames_list(page, &now->body, &rooms);
	frames_list(page, &now->foot, &rooms);
	now->frames = rooms.items;
	now->frame_count = rooms.count;
	bool fit = true;
	for (int i = 0; i < rooms.count; i++)
		fit = fit && now->frames[i].needed <= now->frames[i].available;
	return fit;
}

static bool measure(Try *t, Arena *a)
{
	const Layout *layout = t->story->layout;
	const PageSpec *page = &layout->page;
	Fitted *now = &t->now;
	Fit *fit = ARENA_NEW(a, Fit);
	*fit = fit_of(a, layout, t->levels);
	Measure m = {a, t->setter, fit, layout, t->omissions, t->omission_count, 0};
	Len width = page->width - page->margin.left - page->margin.right;
	now->fit = *fit;
	now->room = page->height - page->margin.top - page->margin.bottom;
	now->body = size_box(&m, t->story->body, width);
	now->foot = (Sized){.baseline = NO_BASELINE};
	if (t->story->foot) {
		now->foot = size_box(&m, t->story->foot, width);
		Len taken = len_add(now->foot.height, size_space_before(&m, t->story->foot));
		now->room = len_add(now->room, -taken);
	}
	now->needed = now->body.height;
	now->fits = frames_fit(page, a, now) && now->needed <= now->room && !now->body.overfull &&
		    !now->foot.overfull;
	return now->fits;
}

bool try_fit(Try *t)
{
	arena_free(t->scratch);
	t->scratch = arena_new();
	return measure(t, t->scratch);
}

Fitted try_end(Try *t, Arena *a)
{
	measure(t, a);
	if (column_has_stretch(&t->now.body))
		column_stretch(&t->now.body, t->now.room);
	arena_free(t->scratch);
	t->scratch = NULL;
	return t->now;
}

static int greater(int a, int b)
{
	return a > b ? a : b;
}

static int tracking_most(const Layout *layout, const FitStep *step)
{
	int most = step->floor;
	for (int i = 0; i < layout->style_count; i++)
		if (step->styles[i])
			most = greater(most, layout->styles[i]->tracking);
	return most;
}

/* The most rows or bars that a step can touch, under `box` and beside it. */
static int rows_most(const FitStep *step, const Box *box)
{
	int most = 0;
	for (; box; box = box->next) {
		int rows = box->table ? box->table->row_count : box->chart ? box->chart->count : 0;
		if (rows > most && fit_step_has_rows(step, box->element->id))
			most = rows;
		most = greater(most, rows_most(step, box->first));
	}
	return most;
}

int step_start(const Story *story, const FitStep *step)
{
	if (step->kind == FIT_TRACKING)
		return tracking_most(story->layout, step);
	if (step->kind == FIT_ROWS)
		return greater(rows_most(step, story->body), rows_most(step, story->foot));
	return fit_step_design(step);
}
