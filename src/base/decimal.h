/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * decimal.h: numbers as a data file writes them.
 *
 * A decimal is a whole number of millionths. Data is written with a full stop
 * as the decimal mark and without grouping ("5909", "14.2", "-0.5"), whatever
 * the language; how it is printed is fill/locale's business.
 */
#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

typedef int64_t Decimal;

enum { DECIMAL_ONE = 1000000 };

/* Reads the whole of `s`: -?digits(.digits)?, at most 12 digits before the point
 * and 6 after it. False, and `*out` untouched, for anything else. */
bool decimal_read(const char *s, Decimal *out);
/* As a data file would write it, with so many decimals, 0 to 6; those beyond them are cut off. */
const char *decimal_text(Arena *a, Decimal value, int decimals);
