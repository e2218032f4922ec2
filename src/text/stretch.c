/* SPDX-License-Identifier: MIT */
#include "text/stretch.h"

#include "text/font.h"

#include <string.h>

static const char soft_hyphen[] = "\xc2\xad"; /* U+00AD */
enum { SOFT_HYPHEN_BYTES = 2, HYPHEN = 0x2010, HYPHEN_MINUS = 0x2d };

/* Tracking is added after each glyph, so accents and invisible characters would be
 * tracked too. What does not move the pen is set back by as much. */
static void untrack_marks(const Stretch *stretch, Shaped *shaped)
{
	if (stretch->tracking == 0 || stretch->size <= 0)
		return;
	int em = font_metrics(stretch->font)->units_per_em;
	int back = len_scale(stretch->tracking, em, stretch->size);
	for (int i = 0; i < shaped->count; i++) {
		Glyph *glyph = &shaped->glyphs[i];
		if (glyph->advance != 0)
			continue;
		glyph->advance -= back;
		glyph->x_offset -= back;
	}
}

static Shaped shape_part(Arena *a, const Stretch *stretch, int start, int end)
{
	Type type = {stretch->font, stretch->style->figures, stretch->tracking != 0,
		     stretch->language};
	Shaped shaped = shape_words(a, stretch->cache, &type, stretch->text, start, end);
	untrack_marks(stretch, &shaped);
	return shaped;
}

void stretch_shape(Arena *a, Stretch *stretch)
{
	if (!stretch->font)
		return;
	stretch->shaped = shape_part(a, stretch, stretch->start, stretch->end);
	int64_t *before = ARENA_ARRAY(a, (size_t)stretch->shaped.count + 1, int64_t);
	for (int i = 0; i < stretch->shaped.count; i++)
		before[i + 1] = before[i] + stretch->shaped.glyphs[i].advance;
	stretch->before = before;
}

/* The first glyph whose cluster does not begin before `byte`. */
static int glyph_from(const Shaped *shaped, int byte)
{
	int low = 0, high = shaped->count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (shaped->glyphs[middle].cluster < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool is_free_cut(const Stretch *stretch, int byte, int glyph)
{
	if (byte == stretch->start || byte == stretch->end)
		return true;
	const Shaped *shaped = &stretch->shaped;
	return glyph < shaped->count && shaped->glyphs[glyph].cluster == byte &&
	       !shaped->joined[glyph];
}

static Piece cut_plain(Arena *a, const Stretch *stretch, int start, int end)
{
	const Shaped *shaped = &stretch->shaped;
	int first = start == stretch->start ? 0 : glyph_from(shaped, start);
	int last = end == stretch->end ? shaped->count : glyph_from(shaped, end);
	if (is_free_cut(stretch, start, first) && is_free_cut(stretch, end, last))
		return (Piece){shaped->glyphs + first, last - first,
			       stretch->before[last] - stretch->before[first]};
	Shaped own = shape_part(a, stretch, start, end);
	Piece piece = {own.glyphs, own.count, 0};
	for (int i = 0; i < own.count; i++)
		piece.advance += own.glyphs[i].advance;
	return piece;
}

static unsigned hyphen_of(const Font *font)
{
	unsigned hyphen = font_glyph(font, HYPHEN);
	return hyphen ? hyphen : font_glyph(font, HYPHEN_MINUS);
}

/* The invisible glyph of the soft hyphen gives way to a hyphen's. */
static Piece show_hyphen(Arena *a, const Stretch *stretch, Piece piece, int at)
{
	unsigned hyphen = hyphen_of(stretch->font);
	if (hyphen == 0)
		return piece;
	int kept = piece.count;
	if (kept > 0 && piece.glyphs[kept - 1].cluster == at)
		piece.advance -= piece.glyphs[--kept].advance;
	Glyph *glyphs = ARENA_ARRAY(a, (size_t)kept + 1, Glyph);
	if (kept > 0)
		memcpy(glyphs, piece.glyphs, (size_t)kept * sizeof *glyphs);
	int advance = font_advance(stretch->font, hyphen);
	glyphs[kept] = (Glyph){.id = hyphen, .cluster = at, .advance = advance};
	return (Piece){glyphs, kept + 1, piece.advance + advance};
}

Piece stretch_cut(Arena *a, const Stretch *stretch, int start, int end, bool hyphenate)
{
	if (!stretch->font || start >= end)
		return (Piece){0};
	Piece piece = cut_plain(a, stretch, start, end);
	int at = end - SOFT_HYPHEN_BYTES;
	if (hyphenate && at >= start && memcmp(stretch->text + at, soft_hyphen, 2) == 0)
		return show_hyphen(a, stretch, piece, at);
	return piece;
}

Len stretch_width(const Stretch *stretch, const Piece *piece)
{
	if (!stretch->font)
		return 0;
	int64_t width =
	    len_scale(stretch->size, piece->advance, font_metrics(stretch->font)->units_per_em);
	width += (int64_t)stretch->tracking * piece->count;
	return (Len)(width > LEN_MAX ? LEN_MAX : width < -LEN_MAX ? -LEN_MAX : width);
}
