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
	Type type = {stretch->font,     stretch->style->figures,    stretch->tracking != 0,
		     stretch->language, stretch->style->small_caps, stretch->level % 2 == 1};
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

Spot stretch_spot(const Stretch *stretch, int byte)
{
	const Shaped *shaped = &stretch->shaped;
	int glyph = byte == stretch->start ? 0
		    : byte == stretch->end ? shaped->count
					   : glyph_from(shaped, byte);
	return (Spot){glyph, is_free_cut(stretch, byte, glyph)};
}

Piece stretch_between(const Stretch *stretch, Spot from, Spot to)
{
	if (!stretch->font || from.glyph >= to.glyph)
		return (Piece){0};
	return (Piece){stretch->shaped.glyphs + from.glyph, to.glyph - from.glyph,
		       stretch->before[to.glyph] - stretch->before[from.glyph]};
}

static Piece cut_plain(Arena *a, const Stretch *stretch, int start, int end)
{
	Spot from = stretch_spot(stretch, start), to = stretch_spot(stretch, end);
	if (from.free && to.free)
		return stretch_between(stretch, from, to);
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

bool stretch_is_soft(const char *text, int end)
{
	return end >= SOFT_HYPHEN_BYTES &&
	       memcmp(text + end - SOFT_HYPHEN_BYTES, soft_hyphen, SOFT_HYPHEN_BYTES) == 0;
}

/* How many glyphs of a piece stay when the invisible one of a soft hyphen at its end goes. */
static int kept_before(const Stretch *stretch, const Glyph *glyphs, int count, int end)
{
	bool goes = count > 0 && stretch_is_soft(stretch->text, end) &&
		    glyphs[count - 1].cluster == end - SOFT_HYPHEN_BYTES;
	return goes ? count - 1 : count;
}

Piece stretch_hyphen(const Stretch *stretch, Spot from, Spot to, int end)
{
	unsigned hyphen = stretch->font ? hyphen_of(stretch->font) : 0;
	if (hyphen == 0)
		return (Piece){0};
	const Glyph *glyphs = stretch->shaped.glyphs + from.glyph;
	int count = to.glyph - from.glyph;
	bool goes = kept_before(stretch, glyphs, count, end) < count;
	int64_t less = goes ? glyphs[count - 1].advance : 0;
	return (Piece){NULL, goes ? 0 : 1, font_advance(stretch->font, hyphen) - less};
}

static Piece show_hyphen(Arena *a, const Stretch *stretch, Piece piece, int end)
{
	unsigned hyphen = hyphen_of(stretch->font);
	if (hyphen == 0)
		return piece;
	int kept = kept_before(stretch, piece.glyphs, piece.count, end);
	if (kept < piece.count)
		piece.advance -= piece.glyphs[kept].advance;
	Glyph *glyphs = ARENA_ARRAY(a, (size_t)kept + 1, Glyph);
	if (kept > 0)
		memcpy(glyphs, piece.glyphs, (size_t)kept * sizeof *glyphs);
	int at = stretch_is_soft(stretch->text, end) ? end - SOFT_HYPHEN_BYTES : end;
	int advance = font_advance(stretch->font, hyphen);
	glyphs[kept] = (Glyph){.id = hyphen, .cluster = at, .advance = advance};
	return (Piece){glyphs, kept + 1, piece.advance + advance};
}

Piece stretch_cut(Arena *a, const Stretch *stretch, int start, int end, bool hyphenate)
{
	if (!stretch->font || start >= end)
		return (Piece){0};
	Piece piece = cut_plain(a, stretch, start, end);
	return hyphenate ? show_hyphen(a, stretch, piece, end) : piece;
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
