/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * breaks_bidi.h: which way text runs, after Unicode's UAX #9, through ICU.
 *
 * Levels are even for what runs from left to right and odd for what runs from
 * right to left; the lowest is that of the page. Knows nothing of glyphs or of
 * lines: whoever breaks a line orders its runs by their levels.
 */
#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

/* Whether any of the characters runs from right to left, or says which way others do. Looks at bytes only, and may
 * say yes to characters that are neither. */
bool bidi_is_needed(const char *text, int length);
/* Bytes that stand for something of their own, such as a value from the data: which way they run is their own affair,
 * and nothing around them is moved by it (UAX #9, 3.1.2 and HL5). */
typedef struct Isolate {
	int start, end;
} Isolate;

/* The level of each byte of a paragraph; `backwards`: on a page that runs from right to left. `isolates`: in order, not
 * touching each other's bytes. */
const unsigned char *bidi_levels(Arena *a, const char *text, int length, bool backwards,
				 const Isolate *isolates, int isolate_count);
/* Which of `count` runs stands where, from left to right: order[0] is the leftmost (UAX #9, L2). */
void bidi_order(const unsigned char *levels, int count, int *order);

/* Whether a character joins with those beside it, so that no room may come between (Unicode, 9.2). */
bool bidi_joins(uint32_t code);
