/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * mend_word.h: what would make a word fit its column that is wider than it.
 *
 * Tried, each alone: the condensed cut of its style, hyphens, a smaller size. Some dozen tries of
 * one paragraph at most, and only for words that end in an error.
 */
#include "text/para.h"

/* "condensing the style "cells" in <fit>; hyphens="auto" for it"; NULL: nothing that was tried would do. */
const char *word_mends(Arena *a, const Typesetter *setter, const Words *words, const Fit *fit,
		       const Layout *layout, Len measure);
