/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * breaks.h: where a line may end, after Unicode's UAX #14, through ICU.
 */
#include "base/arena.h"

#include <stdbool.h>

typedef struct Breaks Breaks;

/* Opens ICU's line break iterator for a language; breaks_close gives it back. */
Breaks *breaks_open(Arena *a, const char *language);
void breaks_close(Breaks *breaks);

/* For each byte of `text` (and one more for its end) whether a line may end before it. */
const bool *breaks_find(Arena *a, Breaks *breaks, const char *text, int length);
