/* SPDX-License-Identifier: MIT */
#include "text/line.h"

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

Line line_make(const Galley *galley, int from, int to, Len width)
{
	bool hyphen = galley->ends[to - 1].hyphen;
	int start = from > 0 ? galley->ends[from - 1].at : 0;
	int end = width_without_space(galley, start, galley->ends[to - 1].at);
	List runs = list_new(galley->arena, sizeof(LineRun));
	int64_t x = 0;
	for (int i = 0; i < galley->stretch_count; i++) {
		const Stretch *stretch = &galley->stretches[i];
		if (!stretch->font || stretch->end <= start || stretch->start >= end)
			continue;
		LineRun *run = list_add(&runs);
		*run = make_run(galley, stretch, start, end, hyphen);
		run->x = (Len)(x < LEN_MAX ? x : LEN_MAX);
		x += run->width;
	}
	Len own = width_between(galley, start, end, hyphen);
	return (Line){runs.items, runs.count, start, end, own, own > width};
}
