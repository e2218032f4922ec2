/* SPDX-License-Identifier: MIT */
/*
 * Steps are those of P. S. Heckbert, "Nice Numbers for Graph Labels", Graphics Gems (1990), with the 2.5 of J. Talbot,
 * S. Lin and P. Hanrahan, "An Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes" (2010).
 * Instead of weighing simplicity against density and cover, the finest step is taken that keeps the ticks few:
 * each step is at most 2.5 times the one before it, so there are never too few of them either.
 *
 * 2.5 wants one decimal more than its neighbours, which makes labels of unlike width: it is taken where it is a whole
 * number (25, 250), and passed over where it is not.
 */
#include "base/ticks.h"

static const Decimal edge = INT64_C(4000000000000) * DECIMAL_ONE; /* 4 × 10^18 millionths */

static Decimal held(Decimal value)
{
	return value > edge ? edge : value < -edge ? -edge : value;
}

/* The multiples of `step` next below and next above. */
static int64_t steps_below(Decimal value, Decimal step)
{
	return value / step - (value % step < 0);
}

static int64_t steps_above(Decimal value, Decimal step)
{
	return value / step + (value % step > 0);
}

static int64_t intervals(Decimal least, Decimal most, Decimal step)
{
	return steps_above(most, step) - steps_below(least, step);
}

/* From a power of ten that is surely too fine, or the finest there is, upwards. */
static Decimal step_for(Decimal least, Decimal most)
{
	static const int tenths[] = {10, 20, 25, 50};
	Decimal power = 1;
	while ((most - least) / TICKS_MOST / 10 >= power)
		power *= 10;
	for (;; power *= 10) {
		for (int i = 0; i < 4; i++) {
			bool quarter = tenths[i] == 25;
			if (quarter && (power < 10 || power / 10 * 25 % DECIMAL_ONE != 0))
				continue;
			Decimal step = quarter ? power / 10 * 25 : power * (tenths[i] / 10);
			if (intervals(least, most, step) < TICKS_MOST)
				return step;
		}
	}
}

Ticks ticks_over(Decimal one, Decimal other)
{
	Decimal least = held(one < other ? one : other), most = held(one < other ? other : one);
	if (least == most) {
		least = least < 0 ? least : 0;
		most = most > 0 ? most : 0;
	}
	if (least == most)
		return (Ticks){0, DECIMAL_ONE, TICKS_LEAST};
	Decimal step = step_for(least, most);
	return (Ticks){.first = steps_below(least, step) * step,
		       .step = step,
		       .count = (int)intervals(least, most, step) + 1};
}

int ticks_decimals(const Ticks *ticks)
{
	int decimals = 0;
	for (Decimal unit = DECIMAL_ONE; ticks->step % unit != 0; unit /= 10)
		decimals++;
	return decimals;
}
