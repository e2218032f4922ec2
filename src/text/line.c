/* SPDX-License-Identifier: MIT */
#include "text/line.h"

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
	    .rise = stretch->rise,
	    .start = start > stretch->start ? start : stretch->start,
	    .end = end < stretch->end ? end : stretch->end,
	    .glyph_count = piece.count,
	};
	run.hyphen = hyphen && run.end == end && !stretch_is_soft(stretch->text, end);
	Glyph *glyphs = ARENA_ARRAY(galley->arena, piece.count, Glyph);
	for (int i = 0; i < piece.count; i++) {
		glyphs[i] = piece.glyphs[i];
		glyphs[i].cluster -= run.start;
	}
	run.glyphs = glyphs;
	return run;
}

/* What it has beyond the column on each side when it is aligned by its ink: see para.h. */
static void find_margins(const Galley *galley, Line *line)
{
	if (line->run_count == 0 || !galley->words->style->optical)
		return;
	line->left = margin_left(galley, &line->runs[0]);
	line->right = margin_right(galley, &line->runs[line->run_count - 1]);
}

/* All lines but the last, where their spaces can give as much as is needed. */
static void justify(const Galley *galley, Line *line, LineRun *runs, Len width)
{
	Give give = justify_give(galley, line->start, line->end);
	Len spare = len_add(len_add(width, line->left), line->right) - line->width;
	if (give.stretch == 0 || spare > give.stretch || spare < -give.shrink)
		return;
	justify_line(galley, runs, line->run_count, spare - line->run_count);
	const LineRun *last = &runs[line->run_count - 1];
	line->width = last->x + last->width;
	line->overfull = false;
}

Line line_make(const Galley *galley, int from, int to, Len width)
{
	bool hyphen = galley->ends[to - 1].hyphen;
	Reach reach = width_reach(galley, from, to);
	List runs = list_new(galley->arena, sizeof(LineRun));
	int64_t x = 0;
	for (int i = 0; i < galley->stretch_count; i++) {
		const Stretch *stretch = &galley->stretches[i];
		if (!stretch->font || stretch->end <= reach.start || stretch->start >= reach.end)
			continue;
		LineRun *run = list_add(&runs);
		*run = make_run(galley, stretch, reach.start, reach.end, hyphen);
		run->x = (Len)(x < LEN_MAX ? x : LEN_MAX);
		x += run->width;
	}
	Len own = width_between(galley, reach.start, reach.end, hyphen);
	Line line = {.runs = runs.items,
		     .run_count = runs.count,
		     .start = reach.start,
		     .end = reach.end,
		     .width = own,
		     .overfull = own > width};
	find_margins(galley, &line);
	bool spreads = own > width || to < galley->end_count;
	if (runs.count > 0 && spreads && galley->words->style->align == ALIGN_JUSTIFY)
		justify(galley, &line, runs.items, width);
	return line;
}
