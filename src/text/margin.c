/* SPDX-License-Identifier: MIT */
#include "text/margin.h"

#include "base/str.h"

/* Per cent of their width. */
enum { HANGS = 70 };

static bool is_one_of(uint32_t code, const uint32_t *set)
{
	while (*set && *set != code)
		set++;
	return *set != 0;
}

static Len in_points(const LineRun *run, int units)
{
	return len_scale(run->size, units, font_metrics(run->font)->units_per_em);
}

static uint32_t code_at(const Galley *galley, const LineRun *run, const Glyph *glyph)
{
	const char *s = galley->words->text + run->start + glyph->cluster;
	return str_next(&s);
}

Len margin_left(const Galley *galley, const LineRun *run)
{
	static const uint32_t hanging[] = {'"',    '\'',   0xab,   0x2018, 0x201a,
					   0x201c, 0x201e, 0x2039, 0};
	if (run->glyph_count == 0)
		return 0;
	const Glyph *glyph = &run->glyphs[0];
	if (is_one_of(code_at(galley, run, glyph), hanging))
		return len_scale(in_points(run, glyph->advance), HANGS, 100);
	return in_points(run, font_ink(run->font, glyph->id).left + glyph->x_offset);
}

Len margin_right(const Galley *galley, const LineRun *run)
{
	static const uint32_t hanging[] = {'"',    '\'',   ',',    '-',    '.',    0xad, 0xbb,
					   0x2010, 0x2011, 0x2019, 0x201d, 0x203a, 0};
	if (run->glyph_count == 0)
		return 0;
	const Glyph *glyph = &run->glyphs[run->glyph_count - 1];
	if (run->hyphen || is_one_of(code_at(galley, run, glyph), hanging))
		return len_scale(in_points(run, glyph->advance), HANGS, 100);
	int right = glyph->x_offset + font_ink(run->font, glyph->id).right;
	return len_add(in_points(run, glyph->advance - right), run->tracking);
}
