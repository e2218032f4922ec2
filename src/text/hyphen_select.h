/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * hyphen_select.h: of a file of patterns those that decide about some words.
 *
 * libhyphen takes seconds to read the patterns of German, of which a page needs a
 * few hundred. Read are then only the patterns that occur in the words, and of those that begin as something in a
 * word goes on, one for each such beginning. What comes out for these words is what all the
 * patterns give: libhyphen goes through a word with the longest end of what it has read that any pattern begins with,
 * and takes the numbers of that pattern alone if it is one; with the same beginnings and the same
 * whole patterns it goes the same way.
 */
#include "base/file.h"
#include "base/str.h"

typedef struct HyphenIndex HyphenIndex;

/* Of the bytes of a file of patterns, which must stay where they are. */
HyphenIndex *hyphen_index(Arena *a, Bytes file);
/* How many patterns there are. */
int hyphen_index_count(const HyphenIndex *index);

typedef struct HyphenChoice HyphenChoice;

/* None yet, in `a`. */
HyphenChoice *hyphen_choice(Arena *a, const HyphenIndex *index);
/* Adds those that a word needs, in lower case and the letters of the file. */
void hyphen_choose(HyphenChoice *choice, const char *word, int length);
/* They as a file of patterns of their own, in the order of the whole one, with all that is no pattern. */
void hyphen_choice_write(StrBuf *to, const HyphenChoice *choice);
