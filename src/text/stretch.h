/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * stretch.h: a stretch of words in one style, shaped once and cut where lines end.
 *
 * Any part of a stretch can be asked for. Where HarfBuzz says that a cut changes
 * no glyph the part is taken from the shaped stretch; else (kerning or a
 * ligature spans the cut) the part is shaped anew. Either way a part has the
 * glyphs and the width it has when it stands alone, so a line is exactly as wide as it was
 * when it was tried. A stretch without a font has no width and no glyphs.
 */
#include "text/shape_words.h"

typedef struct Stretch {
	const char *text; /* of the whole paragraph */
	int start, end;   /* bytes of it */
	const char *language;
	Cache *cache; /* of words; NULL: none */
	const Style *style;
	const Font *font; /* NULL: there is none, which has been told */
	int cut;          /* how wide a font was asked for, per cent */
	Len size, tracking, rise;
	Shaped shaped;
	const int64_t *before; /* advances before each glyph, and of all: font units */
} Stretch;

/* A part of a stretch: glyphs with clusters counted from the beginning of the text. */
typedef struct Piece {
	const Glyph *glyphs;
	int count;
	int64_t advance; /* of all its glyphs, font units */
} Piece;

/* Shapes the stretch; everything but `shaped` and `before` is filled in. */
void stretch_shape(Arena *a, Stretch *stretch);

/* Its bytes `start` to `end`, which lie inside it; with `hyphenate` a soft hyphen at the end
 * shows. */
Piece stretch_cut(Arena *a, const Stretch *stretch, int start, int end, bool hyphenate);

/* How wide a piece is set. */
Len stretch_width(const Stretch *stretch, const Piece *piece);
