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
	const Glyph *glyphs; /* cluster: bytes from the beginning of `text` */
	int count;
} Shaped;

/* Shapes bytes `start` to `end` of `text` (with the rest as context), in `language`. Glyph 0
 * where the font lacks a character. Ligatures are off where `tracked`. */
Shaped shape_run(Arena *a, const Font *font, const char *text, int start, int end, Figures figures,
		 bool tracked, const char *language);
