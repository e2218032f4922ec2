/* SPDX-License-Identifier: MIT */
#include "text/para.h"

#include "base/list.h"
#include "text/galley.h"

/*
 * How lines are chosen.
 *
 * Each line takes as many words as fit (first fit). Then the end of the paragraph is looked at:
 * when its last line is shorter than LONE_WORD of the column, the last word of the line before
 * comes down to it, provided that line stays at least STILL_FULL. Line ends are chosen before any
 * line is made, from widths alone: weighing the paragraph as a whole (Knuth and Plass, 1981) would
 * replace choose_ends and nothing else.
 */
enum { LONE_WORD = 15, STILL_FULL = 70 }; /* per cent of the column */

struct Para {
	Galley *galley;
	Len leading, baseline;
};

/* CSS 2.2, 10.8.1: what the line is higher than the type is shared above and below it. */
static Len baseline_of(const Galley *galley, Len leading, const Fit *fit)
{
	if (!galley->font)
		return leading;
	const FontMetrics *metrics = font_metrics(galley->font);
	Len size = fit_size(fit, galley->words->style);
	Len above = len_scale(size, metrics->ascender, metrics->units_per_em);
	Len below = len_scale(size, -metrics->descender, metrics->units_per_em);
	return (leading - above - below) / 2 + above;
}

const Para *para_measure(Arena *a, const Typesetter *setter, const Words *words, const Fit *fit)
{
	Para *para = ARENA_NEW(a, Para);
	para->galley = galley_measure(a, setter, words, fit);
	para->leading = fit_line_height(fit, words->style);
	para->baseline = baseline_of(para->galley, para->leading, fit);
	return para;
}

/* Widths */

static int without_space(const Galley *galley, int start, int end)
{
	while (end > start && galley->words->text[end - 1] == ' ')
		end--;
	return end;
}

static Piece cut(const Galley *galley, const Stretch *stretch, int start, int end)
{
	bool hyphenate = end < galley->words->length;
	int from = start > stretch->start ? start : stretch->start;
	int to = end < stretch->end ? end : stretch->end;
	return stretch_cut(galley->arena, stretch, from, to, hyphenate && end == to);
}

static Len width_between(const Galley *galley, int start, int end)
{
	int64_t width = 0;
	for (int i = 0; i < galley->stretch_count; i++) {
		const Stretch *stretch = &galley->stretches[i];
		if (stretch->end <= start || stretch->start >= end)
			continue;
		Piece piece = cut(galley, stretch, start, end);
		width += stretch_width(stretch, &piece);
	}
	return (Len)(width > LEN_MAX ? LEN_MAX : width < -LEN_MAX ? -LEN_MAX : width);
}

/* Of a line from `start` to where it may end, less the space that hangs over. */
static Len line_width(const Galley *galley, int start, int end)
{
	return width_between(galley, start, without_space(galley, start, end));
}

Len para_natural_width(const Para *para)
{
	Galley *galley = para->galley;
	if (galley->natural == UNKNOWN)
		galley->natural = line_width(galley, 0, galley->words->length);
	return galley->natural;
}

Len para_word_width(const Para *para)
{
	const Galley *galley = para->galley;
	Len widest = 0;
	for (int i = 0; i < galley->end_count; i++) {
		int start = i > 0 ? galley->ends[i - 1] : 0;
		widest = len_max(widest, line_width(galley, start, galley->ends[i]));
	}
	return widest;
}

Len para_width_before(const Para *para, int bytes)
{
	int length = para->galley->words->length;
	return width_between(para->galley, 0, bytes < 0 ? 0 : bytes > length ? length : bytes);
}

const Words *para_words(const Para *para)
{
	return para->galley->words;
}

/* Choosing where lines end. `chosen` holds numbers of galley->ends. */

static int line_start(const Galley *galley, const int *chosen, int line)
{
	return line > 0 ? galley->ends[chosen[line - 1]] : 0;
}

static int first_fit(const Galley *galley, int start, int first, Len width)
{
	int end = first;
	while (end + 1 < galley->end_count &&
	       line_width(galley, start, galley->ends[end + 1]) <= width)
		end++;
	return end;
}

static bool is_below_share(Len part, Len whole, int percent)
{
	return (int64_t)part * 100 < (int64_t)whole * percent;
}

static void mend_lone_word(const Galley *galley, int *chosen, int count, Len width)
{
	if (count < 2)
		return;
	int length = galley->words->length, before = chosen[count - 2] - 1;
	int start = line_start(galley, chosen, count - 2);
	bool has_two = before >= 0 && galley->ends[before] > start;
	Len last = line_width(galley, line_start(galley, chosen, count - 1), length);
	if (!has_two || !is_below_share(last, width, LONE_WORD))
		return;
	Len shorter = line_width(galley, start, galley->ends[before]);
	Len longer = line_width(galley, galley->ends[before], length);
	if (!is_below_share(shorter, width, STILL_FULL) && longer <= width)
		chosen[count - 2] = before;
}

static int *choose_ends(Arena *a, const Galley *galley, Len width, int *count)
{
	int *chosen = ARENA_ARRAY(a, galley->end_count, int);
	*count = 0;
	for (int next = 0; next < galley->end_count; next = chosen[*count - 1] + 1) {
		int start = line_start(galley, chosen, *count);
		chosen[(*count)++] = first_fit(galley, start, next, width);
	}
	mend_lone_word(galley, chosen, *count, width);
	return chosen;
}

/* Making lines */

static LineRun make_run(Arena *a, const Galley *galley, const Stretch *stretch, int start, int end)
{
	Piece piece = cut(galley, stretch, start, end);
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
	Glyph *glyphs = ARENA_ARRAY(a, piece.count, Glyph);
	for (int i = 0; i < piece.count; i++) {
		glyphs[i] = piece.glyphs[i];
		glyphs[i].cluster -= run.start;
	}
	run.glyphs = glyphs;
	return run;
}

static Line make_line(Arena *a, const Galley *galley, int start, int end, Len width)
{
	end = without_space(galley, start, end);
	List runs = list_new(a, sizeof(LineRun));
	int64_t x = 0;
	for (int i = 0; i < galley->stretch_count; i++) {
		const Stretch *stretch = &galley->stretches[i];
		if (!stretch->font || stretch->end <= start || stretch->start >= end)
			continue;
		LineRun *run = list_add(&runs);
		*run = make_run(a, galley, stretch, start, end);
		run->x = (Len)(x < LEN_MAX ? x : LEN_MAX);
		x += run->width;
	}
	Len own = width_between(galley, start, end);
	return (Line){runs.items, runs.count, start, end, own, own > width};
}

static Broken galley_break(const Galley *galley, Len width)
{
	Arena *a = galley->arena;
	int count = 0;
	int *chosen = choose_ends(a, galley, width, &count);
	Broken broken = {.width = width};
	Line *made = ARENA_ARRAY(a, count > 0 ? count : 1, Line);
	for (int i = 0; i < count; i++) {
		int start = line_start(galley, chosen, i);
		made[i] = make_line(a, galley, start, galley->ends[chosen[i]], width);
		broken.widest = len_max(broken.widest, made[i].width);
	}
	broken.lines = made;
	broken.count = count > 0 ? count : 1;
	return broken;
}

static const Broken *broken_for(Galley *galley, Len width)
{
	for (int i = 0; i < galley->broken.count; i++) {
		const Broken *before = list_at(&galley->broken, i);
		if (before->width == width)
			return before;
	}
	Broken *broken = list_add(&galley->broken);
	*broken = galley_break(galley, width);
	return broken;
}

Lines para_break(const Para *para, Len width)
{
	const Broken *broken = broken_for(para->galley, width);
	int64_t height = (int64_t)broken->count * para->leading;
	return (Lines){
	    .lines = broken->lines,
	    .count = broken->count,
	    .width = broken->widest,
	    .leading = para->leading,
	    .baseline = para->baseline,
	    .height = (Len)(height < LEN_MAX ? height : LEN_MAX),
	};
}
