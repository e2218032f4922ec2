/* SPDX-License-Identifier: MIT */
#include "text/justify.h"

/* Per cent of a space. */
enum { SHRINK = 20, STRETCH = 100 };

static int count_spaces(const Galley *galley, int start, int end)
{
	int count = 0;
	for (int at = start; at < end; at++)
		count += galley->words->text[at] == ' ';
	return count;
}

Give justify_give(const Galley *galley, int start, int end)
{
	if (galley->words->style->align != ALIGN_JUSTIFY || galley->stretch_count == 0 ||
	    !galley->font)
		return (Give){0, 0};
	int em = font_metrics(galley->font)->units_per_em;
	int advance = font_advance(galley->font, font_glyph(galley->font, ' '));
	Len space = len_scale(galley->stretches[0].size, advance, em);
	Len all = len_scale(space, count_spaces(galley, start, end), 1);
	return (Give){len_scale(all, SHRINK, 100), len_scale(all, STRETCH, 100)};
}

static bool is_space(const Galley *galley, const LineRun *run, const Glyph *glyph)
{
	int at = run->start + glyph->cluster;
	return at < run->end && galley->words->text[at] == ' ';
}

static int64_t floored(int64_t value, int64_t by)
{
	return value / by - (value % by < 0);
}

/* Each space takes what is due up to it, rounded down to font units: roundings do not add up, and no line
 * comes out too wide. */
void justify_line(const Galley *galley, LineRun *runs, int count, Len spare)
{
	int spaces = count_spaces(galley, runs[0].start, runs[count - 1].end), seen = 0;
	int64_t given = 0, x = runs[0].x;
	for (int r = 0; r < count; r++) {
		LineRun *run = &runs[r];
		Glyph *glyphs = (Glyph *)run->glyphs;
		int64_t em = font_metrics(run->font)->units_per_em, advance = 0;
		for (int i = 0; i < run->glyph_count; i++) {
			if (is_space(galley, run, &glyphs[i]) && run->size > 0) {
				int64_t due = floored((int64_t)spare * ++seen, spaces) - given;
				int64_t units = floored(due * em, run->size);
				glyphs[i].advance += (int)units;
				given += floored(units * run->size, em) + 1;
			}
			advance += glyphs[i].advance;
		}
		run->x = (Len)x;
		run->width = len_add(len_scale(run->size, advance, em),
				     len_scale(run->tracking, run->glyph_count, 1));
		x += run->width;
	}
}
