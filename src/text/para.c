/* SPDX-License-Identifier: MIT */
#include "text/para.h"

#include "base/list.h"
#include "text/coverage.h"
#include "text/stretch.h"

#include <string.h>

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
	Arena *arena; /* for parts that must be shaped anew */
	const Words *words;
	const Stretch *stretches;
	int stretch_count;
	const int *ends; /* bytes where a line may end; the last one is the text's end */
	int end_count;
	Len leading, baseline;
};

/* Measuring */

static void tell_unlisted(const Style *style, Diags *diags)
{
	diag_error(diags, style->place, DIAG_LAYOUT,
		   "no font is listed for the style \"%s\": family \"%s\", weight %d, width %d %%",
		   style->name ? style->name : "", style->family ? style->family : "",
		   style->weight, style->stretch);
	diag_hint(
	    diags,
	    "add such a face to the fonts file, or choose a weight and a width that it lists");
}

/* A cut that only fitting asked for may be missing: the designed one is then kept. */
static const Font *choose_font(const Typesetter *setter, const Style *style, const Fit *fit)
{
	const char *family = style->family;
	int stretch = fit_stretch(fit, style);
	const Font *font = fonts_find(setter->fonts, family, style->weight, stretch, setter->diags);
	if (!font && stretch != style->stretch)
		font =
		    fonts_find(setter->fonts, family, style->weight, style->stretch, setter->diags);
	if (!font && !fonts_lists(setter->fonts, family, style->weight, style->stretch))
		tell_unlisted(style, setter->diags);
	/* Only to go on measuring, so that one run tells everything: the error above stands. */
	return font ? font : fonts_find(setter->fonts, family, 400, 100, setter->diags);
}

static Stretch measure_stretch(Arena *a, const Typesetter *setter, const Words *words,
			       const StyleRange *range, const Fit *fit)
{
	const Style *style = range->style;
	Len size = fit_size(fit, style);
	Stretch stretch = {
	    .text = words->text,
	    .start = range->start,
	    .end = range->end,
	    .language = setter->language,
	    .style = style,
	    .font = choose_font(setter, style, fit),
	    .size = size,
	    .tracking = len_scale(size, style->tracking, 1000),
	    .rise = style->size > 0 ? len_scale(style->rise, size, style->size) : style->rise,
	};
	stretch_shape(a, &stretch);
	coverage_check(words, &stretch, setter->diags);
	return stretch;
}

static void measure_stretches(Arena *a, Para *para, const Typesetter *setter, const Fit *fit)
{
	const Words *words = para->words;
	Stretch *stretches = ARENA_ARRAY(a, words->style_count, Stretch);
	for (int i = 0; i < words->style_count; i++) {
		const StyleRange *range = &words->styles[i];
		if (range->start < range->end)
			stretches[para->stretch_count++] =
			    measure_stretch(a, setter, words, range, fit);
	}
	para->stretches = stretches;
}

static void find_ends(Arena *a, Para *para, Breaks *breaks)
{
	int length = para->words->length;
	if (length == 0)
		return;
	const bool *may = breaks_find(a, breaks, para->words->text, length);
	List ends = list_new(a, sizeof(int));
	for (int at = 1; at <= length; at++)
		if (may[at] || at == length)
			*(int *)list_add(&ends) = at;
	para->ends = ends.items;
	para->end_count = ends.count;
}

/* CSS 2.2, 10.8.1: what the line is higher than the type is shared above and below it. */
static void place_baseline(Para *para, const Typesetter *setter, const Fit *fit)
{
	const Style *style = para->words->style;
	para->leading = fit_line_height(fit, style);
	para->baseline = para->leading;
	const Font *font = choose_font(setter, style, fit);
	if (!font)
		return;
	const FontMetrics *metrics = font_metrics(font);
	Len size = fit_size(fit, style);
	Len above = len_scale(size, metrics->ascender, metrics->units_per_em);
	Len below = len_scale(size, -metrics->descender, metrics->units_per_em);
	para->baseline = (para->leading - above - below) / 2 + above;
}

const Para *para_measure(Arena *a, const Typesetter *setter, const Words *words, const Fit *fit)
{
	Para *para = ARENA_NEW(a, Para);
	para->arena = a;
	para->words = words;
	measure_stretches(a, para, setter, fit);
	find_ends(a, para, setter->breaks);
	place_baseline(para, setter, fit);
	return para;
}

/* Widths */

static int without_space(const Para *para, int start, int end)
{
	while (end > start && para->words->text[end - 1] == ' ')
		end--;
	return end;
}

static Piece cut(const Para *para, const Stretch *stretch, int start, int end)
{
	bool hyphenate = end < para->words->length;
	int from = start > stretch->start ? start : stretch->start;
	int to = end < stretch->end ? end : stretch->end;
	return stretch_cut(para->arena, stretch, from, to, hyphenate && end == to);
}

static Len width_between(const Para *para, int start, int end)
{
	int64_t width = 0;
	for (int i = 0; i < para->stretch_count; i++) {
		const Stretch *stretch = &para->stretches[i];
		if (stretch->end <= start || stretch->start >= end)
			continue;
		Piece piece = cut(para, stretch, start, end);
		width += stretch_width(stretch, &piece);
	}
	return (Len)(width > LEN_MAX ? LEN_MAX : width < -LEN_MAX ? -LEN_MAX : width);
}

/* Of a line from `start` to where it may end, less the space that hangs over. */
static Len line_width(const Para *para, int start, int end)
{
	return width_between(para, start, without_space(para, start, end));
}

Len para_natural_width(const Para *para)
{
	return line_width(para, 0, para->words->length);
}

Len para_word_width(const Para *para)
{
	Len widest = 0;
	for (int i = 0; i < para->end_count; i++)
		widest =
		    len_max(widest, line_width(para, i > 0 ? para->ends[i - 1] : 0, para->ends[i]));
	return widest;
}

Len para_width_before(const Para *para, int bytes)
{
	int length = para->words->length;
	return width_between(para, 0, bytes < 0 ? 0 : bytes > length ? length : bytes);
}

const Words *para_words(const Para *para)
{
	return para->words;
}

/* Choosing where lines end. `chosen` holds numbers of para->ends. */

static int line_start(const Para *para, const int *chosen, int line)
{
	return line > 0 ? para->ends[chosen[line - 1]] : 0;
}

static int first_fit(const Para *para, int start, int first, Len width)
{
	int end = first;
	while (end + 1 < para->end_count && line_width(para, start, para->ends[end + 1]) <= width)
		end++;
	return end;
}

static bool is_below_share(Len part, Len whole, int percent)
{
	return (int64_t)part * 100 < (int64_t)whole * percent;
}

static void mend_lone_word(const Para *para, int *chosen, int count, Len width)
{
	if (count < 2)
		return;
	int length = para->words->length, before = chosen[count - 2] - 1;
	int start = line_start(para, chosen, count - 2);
	bool has_two = before >= 0 && para->ends[before] > start;
	Len last = line_width(para, line_start(para, chosen, count - 1), length);
	if (!has_two || !is_below_share(last, width, LONE_WORD))
		return;
	Len shorter = line_width(para, start, para->ends[before]);
	Len longer = line_width(para, para->ends[before], length);
	if (!is_below_share(shorter, width, STILL_FULL) && longer <= width)
		chosen[count - 2] = before;
}

static int *choose_ends(Arena *a, const Para *para, Len width, int *count)
{
	int *chosen = ARENA_ARRAY(a, para->end_count, int);
	*count = 0;
	for (int next = 0; next < para->end_count; next = chosen[*count - 1] + 1) {
		int start = line_start(para, chosen, *count);
		chosen[(*count)++] = first_fit(para, start, next, width);
	}
	mend_lone_word(para, chosen, *count, width);
	return chosen;
}

/* Making lines */

static LineRun make_run(Arena *a, const Para *para, const Stretch *stretch, int start, int end)
{
	Piece piece = cut(para, stretch, start, end);
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

static Line make_line(Arena *a, const Para *para, int start, int end, Len width)
{
	end = without_space(para, start, end);
	List runs = list_new(a, sizeof(LineRun));
	int64_t x = 0;
	for (int i = 0; i < para->stretch_count; i++) {
		const Stretch *stretch = &para->stretches[i];
		if (!stretch->font || stretch->end <= start || stretch->start >= end)
			continue;
		LineRun *run = list_add(&runs);
		*run = make_run(a, para, stretch, start, end);
		run->x = (Len)(x < LEN_MAX ? x : LEN_MAX);
		x += run->width;
	}
	Len own = width_between(para, start, end);
	return (Line){runs.items, runs.count, start, end, own, own > width};
}

Lines para_break(Arena *a, const Para *para, Len width)
{
	int count = 0;
	int *chosen = choose_ends(a, para, width, &count);
	Lines lines = {.leading = para->leading, .baseline = para->baseline};
	Line *made = ARENA_ARRAY(a, count > 0 ? count : 1, Line);
	for (int i = 0; i < count; i++) {
		int start = line_start(para, chosen, i);
		made[i] = make_line(a, para, start, para->ends[chosen[i]], width);
		lines.width = len_max(lines.width, made[i].width);
	}
	lines.lines = made;
	lines.count = count > 0 ? count : 1;
	int64_t height = (int64_t)lines.count * lines.leading;
	lines.height = (Len)(height < LEN_MAX ? height : LEN_MAX);
	return lines;
}
