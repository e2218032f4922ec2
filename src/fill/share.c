/* SPDX-License-Identifier: MIT */
#include "fill/share.h"

#include "base/str.h"

#include <inttypes.h>
#include <stdlib.h>

/* A thousand values of 10^18 millionths, times 100 % in millionths, have 30 digits. */
__extension__ typedef __int128 Wide;

/* What a value lost when it was cut to the unit below it. */
typedef struct Cut {
	Wide rest; /* in parts of a unit, all values alike */
	Decimal value;
	int index;
} Cut;

static int by_loss(const void *a, const void *b)
{
	const Cut *x = a, *y = b;
	if (x->rest != y->rest)
		return x->rest < y->rest ? 1 : -1;
	if (x->value != y->value)
		return x->value < y->value ? 1 : -1;
	return x->index - y->index;
}

/* One unit more for each of the `extra` that lost most. */
static void units_give(Cut *cuts, int count, int64_t extra, int64_t *units)
{
	if (extra == 0)
		return;
	qsort(cuts, (size_t)count, sizeof *cuts, by_loss);
	for (int i = 0; i < extra && i < count; i++)
		units[cuts[i].index]++;
}

static int64_t power_of_ten(int exponent)
{
	int64_t power = 1;
	while (exponent-- > 0)
		power *= 10;
	return power;
}

static Wide sum_of(const Decimal *values, int count)
{
	Wide sum = 0;
	for (int i = 0; i < count; i++) {
		if (values[i] < 0)
			return 0;
		sum += values[i];
	}
	return sum;
}

bool share_parts(Arena *scratch, const Decimal *values, int count, int decimals, int64_t *parts)
{
	const int64_t whole = 100 * power_of_ten(decimals);
	const Wide sum = sum_of(values, count);
	if (sum == 0)
		return false;
	Cut *cuts = ARENA_ARRAY(scratch, count, Cut);
	int64_t given = 0;
	for (int i = 0; i < count; i++) {
		Wide exact = (Wide)values[i] * whole;
		cuts[i] = (Cut){exact % sum, values[i], i};
		parts[i] = (int64_t)(exact / sum);
		given += parts[i];
	}
	units_give(cuts, count, whole - given, parts);
	return true;
}

void share_rounded(Arena *scratch, const Decimal *values, int count, int decimals, int64_t *rounded)
{
	const int64_t unit = DECIMAL_ONE / power_of_ten(decimals);
	Cut *cuts = ARENA_ARRAY(scratch, count, Cut);
	int64_t lost = 0;
	for (int i = 0; i < count; i++) {
		int64_t rest = values[i] % unit;
		rest += rest < 0 ? unit : 0;
		cuts[i] = (Cut){rest, values[i], i};
		rounded[i] = (values[i] - rest) / unit;
		lost += rest;
	}
	units_give(cuts, count, (lost + unit / 2) / unit, rounded);
}

const char *share_text(Arena *a, int64_t units, int decimals)
{
	const int64_t one = power_of_ten(decimals);
	const char *sign = units < 0 ? "-" : "";
	const int64_t size = units < 0 ? -units : units;
	if (decimals == 0)
		return str_format(a, "%s%" PRId64, sign, size);
	return str_format(a, "%s%" PRId64 ".%0*" PRId64, sign, size / one, decimals, size % one);
}
