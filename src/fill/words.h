/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * words.h: puts the text of a box together, piece by piece.
 *
 * Each piece has a style and an origin. White space (XML's only: no-break and
 * other spaces of Unicode stay) is folded over the whole text and trimmed at both
 * ends, whichever pieces it stands in; the ranges of styles and origins follow.
 */
#include "base/list.h"
#include "base/str.h"
#include "model/box.h"

typedef struct Composing {
	Arena *arena;
	StrBuf text;
	List styles, origins, links;
	const LinkTo *link;      /* what is added leads there; NULL: nowhere */
	const LinkTo *last_link; /* of what was written last */
	bool space; /* white space was met that is not written yet: nothing may follow */
	const Style *space_style;
	Origin space_origin;
	const LinkTo *space_link;
	int numbers; /* how many were noted; where the last one's decimal mark is */
	int point;
} Composing;

Composing words_begin(Arena *a);
/* `origin`'s start and end do not matter. */
void words_add(Composing *c, const char *text, size_t length, const Style *style,
	       const Origin *origin);
/* Words made before, with their own styles and origins. */
void words_add_words(Composing *c, const Words *words);
/* The decimal mark of a number added last is `behind` bytes before the end of the text. */
void words_note_point(Composing *c, int behind);
/* The finished words in a paragraph of `style`. */
Words words_end(Composing *c, const Style *style);
