/* SPDX-License-Identifier: MIT */
#include "text/width.h"

/* A place seen from both sides: as a line's end, less the space before it, and as a line's beginning. */
struct Cut {
	int end, start; /* bytes */
	int end_stretch, start_stretch;
	Spot end_spot, start_spot;
	/* Of whole stretches before those: a line over several of them adds up pieces that are
	 * rounded one by one, as its runs are. */
	int64_t before_end, before_start;
};

int width_without_space(const Galley *galley, int start, int end)
{
	while (end > start && galley->words->text[end - 1] == ' ')
		end--;
	return end;
}

Piece width_cut(const Galley *galley, const Stretch *stretch, int start, int end, bool hyphen)
{
	int from = start > stretch->start ? start : stretch->start;
	int to = end < stretch->end ? end : stretch->end;
	return stretch_cut(galley->arena, stretch, from, to, hyphen && end == to);
}

static Len kept_within(int64_t width)
{
	return (Len)(width > LEN_MAX ? LEN_MAX : width < -LEN_MAX ? -LEN_MAX : width);
}

Len width_between(const Galley *galley, int start, int end, bool hyphen)
{
	int64_t width = 0;
	for (int i = 0; i < galley->stretch_count; i++) {
		const Stretch *stretch = &galley->stretches[i];
		if (stretch->end <= start || stretch->start >= end)
			continue;
		Piece piece = width_cut(galley, stretch, start, end, hyphen);
		width += stretch_width(stretch, &piece);
	}
	return kept_within(width);
}

static Len width_of_stretch(const Stretch *stretch)
{
	Spot from = stretch_spot(stretch, stretch->start), to = stretch_spot(stretch, stretch->end);
	Piece piece = stretch_between(stretch, from, to);
	return stretch_width(stretch, &piece);
}

/* Places come in order, and so do stretches: `number` and `before` go on from the last place. */
static Spot find_spot(const Galley *galley, int byte, bool ends, int *number, int64_t *before)
{
	const Stretch *stretch = &galley->stretches[*number];
	while (*number + 1 < galley->stretch_count &&
	       (ends ? stretch->end < byte : stretch->end <= byte)) {
		*before += width_of_stretch(stretch);
		stretch = &galley->stretches[++*number];
	}
	return stretch_spot(stretch, byte);
}

static const Cut *make_cuts(const Galley *galley)
{
	Cut *cuts = ARENA_ARRAY(galley->arena, galley->end_count + 1, Cut);
	for (int i = 0; i <= galley->end_count; i++) {
		Cut *cut = &cuts[i];
		*cut = i > 0 ? cuts[i - 1] : (Cut){0};
		cut->start = i > 0 ? galley->ends[i - 1].at : 0;
		cut->end = width_without_space(galley, 0, cut->start);
		cut->end_spot =
		    find_spot(galley, cut->end, true, &cut->end_stretch, &cut->before_end);
		cut->start_spot =
		    find_spot(galley, cut->start, false, &cut->start_stretch, &cut->before_start);
	}
	return cuts;
}

static Len width_of_piece(const Stretch *stretch, Spot from, Spot to, int hyphen_at)
{
	Piece piece = stretch_between(stretch, from, to);
	if (hyphen_at > 0) {
		Piece hyphen = stretch_hyphen(stretch, from, to, hyphen_at);
		piece.count += hyphen.count;
		piece.advance += hyphen.advance;
	}
	return stretch_width(stretch, &piece);
}

/* All of it but the glyphs of `from` and `to` themselves was added up before. */
static Len width_over(const Galley *galley, const Cut *from, const Cut *to, int hyphen_at)
{
	const Stretch *first = &galley->stretches[from->start_stretch];
	const Stretch *last = &galley->stretches[to->end_stretch];
	if (first == last)
		return width_of_piece(first, from->start_spot, to->end_spot, hyphen_at);
	Spot begin = stretch_spot(last, last->start), end = stretch_spot(first, first->end);
	int64_t between = to->before_end - from->before_start - width_of_stretch(first);
	return kept_within(between + width_of_piece(first, from->start_spot, end, 0) +
			   width_of_piece(last, begin, to->end_spot, hyphen_at));
}

Len width_of_line(Galley *galley, int from, int to)
{
	if (!galley->cuts)
		galley->cuts = make_cuts(galley);
	const Cut *start = &galley->cuts[from], *end = &galley->cuts[to];
	bool hyphen = galley->ends[to - 1].hyphen;
	if (end->end <= start->start)
		return 0;
	if (start->start_spot.free && end->end_spot.free)
		return width_over(galley, start, end, hyphen ? end->end : 0);
	return width_between(galley, start->start, end->end, hyphen);
}

Reach width_reach(const Galley *galley, int from, int to)
{
	int start = from > 0 ? galley->ends[from - 1].at : 0;
	return (Reach){start, width_without_space(galley, start, galley->ends[to - 1].at)};
}
