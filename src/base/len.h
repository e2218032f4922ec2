/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * len.h: lengths on the page.
 *
 * A length is a whole number of thousandths of a point (1 pt = 1/72 inch), so
 * that every machine breaks lines in the same places. Positions are measured
 * from the top left corner of the trimmed page, y downwards.
 */
#include "base/arena.h"

#include <stdint.h>

typedef int32_t Len;

enum { LEN_MAX = 0x3fffffff }; /* some 370 m: longer than any page, safe to add twice */

#define LEN_PT(n) ((Len)((n)*1000))

/* For people, in tenths of a millimetre: "12.5 mm". Never "0.0 mm" for what is more than nothing. */
const char *len_in_mm(Arena *a, Len len);

/* `len` times num/den, rounded half away from zero, kept within ±LEN_MAX. den > 0. */
Len len_scale(Len len, int64_t num, int64_t den);

static inline Len len_max(Len a, Len b)
{
	return a > b ? a : b;
}

static inline Len len_min(Len a, Len b)
{
	return a < b ? a : b;
}

/* Their sum, kept within ±LEN_MAX: a page that is far too long stays too long. */
static inline Len len_add(Len a, Len b)
{
	int64_t sum = (int64_t)a + b;
	return (Len)(sum > LEN_MAX ? LEN_MAX : sum < -LEN_MAX ? -LEN_MAX : sum);
}
