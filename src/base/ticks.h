/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * ticks.h: round numbers along an axis.
 *
 * Takes the least and the greatest value that an axis must hold; gives ticks at
 * even steps of 1, 2, 2.5 or 5 times a power of ten that reach over both, and of
 * which nought is one wherever they pass it. Whole numbers throughout, for all
 * values a data file can write. Knows neither how long the axis is nor how a
 * tick is said.
 *
 * Values that are all alike have no range: then the axis reaches to nought, and
 * from nought to one where they are nought.
 */
#include "base/decimal.h"

enum { TICKS_LEAST = 2, TICKS_MOST = 7 };

typedef struct Ticks {
	Decimal first, step; /* step > 0 */
	int count;           /* TICKS_LEAST … TICKS_MOST */
} Ticks;

/* The finest round step that does it in TICKS_MOST ticks. The order of the two does not matter; what is
 * beyond ±4 × 10^12 is held there. */
Ticks ticks_over(Decimal one, Decimal other);

/* Where tick `i` stands. */
static inline Decimal ticks_at(const Ticks *ticks, int i)
{
	return ticks->first + ticks->step * i;
}

/* How many decimals its numbers need: 0 to 6. */
int ticks_decimals(const Ticks *ticks);

static inline Decimal ticks_last(const Ticks *ticks)
{
	return ticks_at(ticks, ticks->count - 1);
}
