/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_codes.h: by which codes the glyphs of one page are called.
 *
 * A code stands for a glyph together with the text it was shaped from,
 * so two characters that share a glyph, ligatures and decomposed characters
 * are all copied and searched as what they say. Codes depend on the page
 * alone: they follow the order of glyph and text, not of painting.
 *
 * Where several glyphs show one character, the first says it and the others
 * say nothing. A glyph behind the end of its run's text is a hyphen that the
 * line put there; it says so (U+00AD).
 */
#include "model/page.h"

/* A code of a face, in order; the first is 1, nought is "no glyph". */
typedef struct FaceCode {
	unsigned glyph;
	int width;        /* the advance that the PDF says: thousandths of the size */
	const char *text; /* of the run it was first met in */
	int length;
} FaceCode;

typedef struct Face {
	const Font *font;
	const FaceCode *codes;
	int code_count;
} Face;

typedef struct Faces {
	const Face *faces; /* in the order they are first painted with */
	int count;
	const int *const *shown; /* of each draw that is a run: the code of each glyph */
} Faces;

enum { FACE_CODES_MOST = 65535 };

/* Whether the text of a run is read from right to left. */
bool run_is_backwards(const Run *run);

/* All faces and codes of a page. */
Faces faces_gather(Arena *a, const Page *page);
/* Which face a font is, from 0; dies when the page has none such. */
int faces_find(const Faces *faces, const Font *font);
/* Font units as thousandths of the size, rounded half away from zero. */
int em_thousandths(const Font *font, int units);
