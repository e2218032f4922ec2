/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * likeness.h: two spellings of the same name.
 *
 * Names are compared without what a typist may do either way: case, accents,
 * punctuation, hyphens and dashes, "of", "the" and "and". "UNIV." may stand for
 * "UNIVERSITY", a legal form ("Co., Ltd.") may be missing at the end, and one
 * word of a long name may hold one slip of the finger. Knows the abbreviations of
 * English names; a name in another script is compared as it stands.
 *
 * Careful rather than clever: a short word with one letter changed is another
 * word (Henan, Hunan), and a name with a word more is another name.
 */
#include "base/list.h"

#include <stdbool.h>

/* `s` without case, accents, and whatever is no letter or digit: equal for names that differ in
 * nothing else. */
const char *likeness_fold(Arena *a, const char *s);

/* Two of the names that were compared. */
typedef struct Alike {
	int one, other; /* one < other */
} Alike;

/* True when they are spellings of one name, or the same. */
bool likeness_alike(const char *one, const char *other);

/* The names that are another spelling of an earlier one, each with the first that it is like, in
 * the order of the names: a list of Alike. No name may stand there twice. */
List likeness_pairs(Arena *a, const char *const *names, int count);
