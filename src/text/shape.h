/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * shape.h: characters to glyphs, through HarfBuzz.
 *
 * Shapes one stretch of text in one font: kerning, ligatures, marks and the
 * kind of figures asked for. In font units, so one shaping serves every size.
 */
#include "model/page.h"

typedef struct Shaped {
	/* In the order of reading, so from right to left where text runs so; cluster: bytes from the beginning of
	 * `text`; ascending. */
	Glyph *glyphs;
	int count;
	/* For each glyph, whether a line that begins with its cluster would need other glyphs here
	 * or before: kerning, a ligature or joining reaches across. */
	const bool *joined;
} Shaped;

/* What a stretch is set in. Ligatures are off where `tracked`. Tabular figures are lining ones of equal
 * width; the others are spaced as their shapes ask. */
typedef struct Type {
	const Font *font;
	Figures figures;
	bool tracked;
	const char *language;
	bool small_caps;
	bool backwards; /* from right to left */
} Type;

/* Shapes bytes `start` to `end` of `text` (with the rest as context). Glyph 0 where the font lacks a
 * character. */
Shaped shape_run(Arena *a, const Type *type, const char *text, int start, int end);

/* Whether a character shows something by itself, so that a message may quote it. */
bool shape_is_visible(uint32_t code);
