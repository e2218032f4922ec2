/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * shape_parts.h: the steps of shaping, for shape.c and shape_words.c.
 *
 * A stretch is shaped script by script, as HarfBuzz wants it (Unicode UAX #24).
 * Characters that belong to no script, such as spaces and digits, go with what
 * stands before them.
 */
#include "base/list.h"
#include "text/shape.h"

#include <harfbuzz/hb.h>

enum { FEATURES_MAX = 5 };

typedef struct Shaping {
	const Type *type;
	const char *text;
	int length;
	hb_feature_t features[FEATURES_MAX];
	unsigned feature_count;
	hb_language_t language;
	hb_buffer_flags_t flags;
	List glyphs; /* of Glyph */
	List joined; /* of bool: see Shaped */
	/* Of bool: what stands on one side of the beginning of its cluster has a say in how the
	 * other side looks. Only told where `flags` ask for it. */
	List bound;
} Shaping;

Shaping shaping_begin(Arena *a, const Type *type, const char *text);
Shaped shaping_end(const Shaping *shaping);

/* Where the script that begins at `start` ends, or a letter has more marks than any letter has. */
int shaping_script(const Shaping *shaping, int start, int end, hb_script_t *script);
/* Shapes a part of one script, and adds its glyphs to those there are. */
void shaping_add(Shaping *shaping, int start, int end, hb_script_t script);
