/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pseudo.h: languages that nobody speaks, to try a layout before it is translated.
 *
 * "x-long" is the source with accents, two fifths longer, as German or Russian
 * may be; "x-rtl" is the source on a page from right to left, its letters made to
 * run so. (Tags of private use: BCP 47, RFC 5646, 2.2.7.) Words are made of words; values,
 * spans and the syntax of choices stay as they are.
 */
#include "base/arena.h"

#include <stdbool.h>

/* Whether a language is one of these. */
bool pseudo_is(const char *language);
/* Whether it runs from right to left. */
bool pseudo_is_backwards(const char *language);
/* All of them, ended by NULL. */
extern const char *const pseudo_languages[];

/* Words in such a language. `depth`: of braces around them, which is counted on: what stands inside an odd number of
 * braces is syntax. */
const char *pseudo_say(Arena *a, const char *language, const char *text, int *depth);
/* What stands before and behind a whole text: marks of direction, or "". */
const char *pseudo_before(const char *language);
const char *pseudo_behind(const char *language);
