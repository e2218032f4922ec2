/* SPDX-License-Identifier: MIT */
#include "text/line.h"

#include "text/breaks_bidi.h"
#include "text/justify.h"
#include "text/margin.h"
#include "text/width.h"

static LineRun make_run(const Galley *galley, const Stretch *stretch, int start, int end,
			bool hyphen)
{
	Piece piece = width_cut(galley, stretch, start, end, hyphen);
	LineRun run = {
	    .font = stretch->font,
	    .style = stretch->style,
	    .size = stretch->size,
	    .width = stretch_width(stretch, &piece),
	    .tracking = stretch->tracking,
	    .level = stretch->level,
	    .language = stretch->foreign ? stretch->language : NULL,
	    .rise = stretch->rise,
	    .start = start > stretch->start ? start : stretch->start,
	    .end = end < stretch->end ? end : stretch->end,
	    .glyph_count = piece.count,
	};
	run.hyphen = hyphen && run.end == end && !stretch_is_soft(stretch->text, end);
	Glyph *glyphs = ARENA_ARRAY(galley->arena, piece.count, Glyph);
	bool backwards = run.level % 2 == 1;
	for (int i = 0; i < piece.count; i++) {
		glyphs[i] = piece.glyphs[backwards ? piece.count - 1 - i : i];
		glyphs[i].cluster -= run.start;
	}
	run.glyphs = glyphs;
	return run;
}

/* The runs in the order they stand, from the line's beginning. */
static const int *order_of(const Galley *galley, const LineRun *runs, int count)
{
	int *order = ARENA_ARRAY(galley->arena, count + 1, int);
	unsigned char *levels = ARENA_ARRAY(galley->arena, count + 1, unsigned char);
	for (int i = 0; i < count; i++) {
		levels[i] = runs[i].level;
		order[i] = i;
	}
	if (galley->levels)
		bidi_order(levels, count, order);
	for (int i = 0; galley->backwards && i < count / 2; i++) {
		int other = order[i];
		order[i] = order[count - 1 - i];
		order[count - 1 - i] = other;
	}
	return order;
}

/* Puts them side by side; how wide they are. */
static Len runs_place(LineRun *runs, int count, const int *order)
{
	int64_t x = 0;
	for (int i = 0; i < count; i++) {
		LineRun *run = &runs[order[i]];
		run->x = (Len)(x < LEN_MAX ? x : LEN_MAX);
		x += run->width;
	}
	return (Len)(x < LEN_MAX ? x : LEN_MAX);
}

/* What it has beyond the column on each side when it is aligned by its ink: see para.h. */
static void find_margins(const Galley *galley, Line *line, const int *order)
{
	if (line->run_count == 0 || !galley->words->style->optical)
		return;
	const LineRun *first = &line->runs[order[0]],
		      *last = &line->runs[order[line->run_count - 1]];
	bool backwards = galley->backwards;
	line->left = backwards ? margin_right(galley, first) : margin_left(galley, first);
	line->right = backwards ? margin_left(galley, last) : margin_right(galley, last);
}

/* All lines but the last, where their spaces can give as much as is needed. */
static void justify(const Galley *galley, Line *line, LineRun *runs, const int *order, Len width)
{
	Give give = justify_give(galley, line->start, line->end);
	Len spare = len_add(len_add(width, line->left), line->right) - line->width;
	if (give.stretch == 0 || spare > give.stretch || spare < -give.shrink)
		return;
	justify_line(galley, runs, line->run_count, spare - line->run_count);
	line->width = runs_place(runs, line->run_count, order);
	line->overfull = false;
}

Line line_make(const Galley *galley, int from, int to, Len width)
{
	bool hyphen = galley->ends[to - 1].hyphen;
	Reach reach = width_reach(galley, from, to);
	List runs = list_new(galley->arena, sizeof(LineRun));
	for (int i = 0; i < galley->stretch_count; i++) {
		const Stretch *stretch = &galley->stretches[i];
		if (!stretch->font || stretch->end <= reach.start || stretch->start >= reach.end)
			continue;
		*(LineRun *)list_add(&runs) =
		    make_run(galley, stretch, reach.start, reach.end, hyphen);
	}
	const int *order = order_of(galley, runs.items, runs.count);
	runs_place(runs.items, runs.count, order);
	Len own = width_between(galley, reach.start, reach.end, hyphen);
	Line line = {.runs = runs.items,
		     .run_count = runs.count,
		     .start = reach.start,
		     .end = reach.end,
		     .width = own,
		     .overfull = own > width};
	find_margins(galley, &line, order);
	bool spreads = own > width || to < galley->end_count;
	if (runs.count > 0 && spreads && galley->words->style->align == ALIGN_JUSTIFY)
		justify(galley, &line, runs.items, order, width);
	return line;
}
