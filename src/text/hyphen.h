/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * hyphen.h: where words may be divided, after the patterns of a language, through libhyphen.
 *
 * The patterns are those that fonts.xml lists for the language and no others; what
 * they are made of goes into the digest of each page that is hyphenated. Takes words
 * as they stand in a text; gives back the places, never another spelling.
 *
 * Not divided are words of fewer than five letters, words with a capital behind
 * their first letter (NATO, PhD), parts of compounds with a hyphen, and words that hold a soft
 * hyphen: who wrote that knows better. The first two letters stay together and so do the last three.
 */
#include "base/digest.h"
#include "model/fonts.h"

#include <stdbool.h>

typedef struct Hyphens Hyphens;

/* Reads a file of patterns; NULL when it cannot be used, which `*why` says. */
Hyphens *hyphens_open(Arena *a, const HyphenFile *file, const char **why);
void hyphens_close(Hyphens *hyphens);

/* The SHA-256 of the file. */
Digest hyphens_digest(const Hyphens *hyphens);

/* Sets `may[at]` where a word that lies between the bytes `start` and `end` of the text may be divided
 * before the byte `at`. */
void hyphens_find(const Hyphens *hyphens, const char *text, int start, int end, bool *may);
