/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * font_face.h: the inside of a Font, for the files of this room that know HarfBuzz.
 *
 * A face stays open as long as its Fonts. Everybody else holds it const; what changes
 * inside (HarfBuzz's caches, the buffer) never changes an answer.
 */
#include "text/font.h"

#include <harfbuzz/hb.h>

struct Font {
	const FontFile *file;
	hb_face_t *face;
	hb_face_t
	    *bare; /* the same with no other tables than a subset has: what subsets are cut from */
	hb_font_t *hb;       /* its scale is the units of the em */
	hb_buffer_t *buffer; /* for shape_run, so that shaping a word allocates next to nothing */
	FontMetrics metrics;
	const char *name;
	const char *label;
	OutlineKind outlines;
	bool has_small_caps, has_oldstyle, has_tabular;
};

/* Opens a face of a file that is in memory. NULL, and in `why` the end of the sentence "the font
 * file … ", when no page can be set in it: no font, cut short, without outlines or a name. */
Font *font_face_open(Arena *a, const FontFile *file, hb_blob_t *blob, const char **why);
void font_face_close(Font *font);

/* A face to cut subsets from. */
hb_face_t *font_bare_open(hb_face_t *face);
/* Whether HarfBuzz makes subsets of this face at all: it refuses some damaged files. */
bool font_subset_works(const Font *font);
