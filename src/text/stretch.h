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
	bool foreign; /* that is not the page's */
	Cache *cache; /* of words; NULL: none */
	const Style *style;
	const Font *font; /* NULL: there is none, which has been told */
	int cut;          /* how wide a font was asked for, per cent */
	Len size, tracking, rise;
	unsigned char level; /* of direction: odd from right to left */
	bool joins;          /* its letters join, so it is never tracked */
	Shaped shaped;
	const int64_t *before; /* advances before each glyph, and of all: font units */
} Stretch;

/* A part of a stretch: glyphs with clusters counted from the beginning of the text. */
typedef struct Piece {
	const Glyph *glyphs;
	int count;
	int64_t advance; /* of all its glyphs, font units */
} Piece;

/* Where a byte stands among the glyphs of its stretch. */
typedef struct Spot {
	int glyph; /* the first one that belongs to it or to what follows */
	bool free; /* a cut here changes no glyph */
} Spot;

/* Shapes the stretch; everything but `shaped` and `before` is filled in. */
void stretch_shape(Arena *a, Stretch *stretch);

/* Its bytes `start` to `end`, which lie inside it; with `hyphenate` a hyphen stands at the end, in
 * place of the soft one if there is one. */
Piece stretch_cut(Arena *a, const Stretch *stretch, int start, int end, bool hyphenate);

/* Where the byte `byte`, which lies inside it or at its end, stands. */
Spot stretch_spot(const Stretch *stretch, int byte);

/* The glyphs between two places that are both free, as stretch_cut would give them. */
Piece stretch_between(const Stretch *stretch, Spot from, Spot to);

/* What a piece between those places, the second at the byte `end`, gains by such a hyphen: in glyphs
 * and advance; the glyphs themselves are not made. */
Piece stretch_hyphen(const Stretch *stretch, Spot from, Spot to, int end);

/* Whether a soft hyphen stands before the byte `end` of the text. */
bool stretch_is_soft(const char *text, int end);

/* How wide a piece is set. */
Len stretch_width(const Stretch *stretch, const Piece *piece);
