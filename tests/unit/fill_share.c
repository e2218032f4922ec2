/* SPDX-License-Identifier: MIT */
/* Values that are rounded together: by hand where the answer is known, then by chance, up to the largest that a
 * data file can write. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "bench/chance.h"
#include "fill/share.h"

enum { MOST = 1000 };

__extension__ typedef __int128 Wide;

static const Decimal largest = INT64_C(999999999999999999);

static void assert_parts(const Decimal *values, int count, int decimals, const char *expected)
{
	Arena *a = arena_new();
	int64_t parts[8];
	StrBuf all = {.arena = a};
	assert_true(share_parts(a, values, count, decimals, parts));
	for (int i = 0; i < count; i++)
		strbuf_format(&all, "%s%s", i ? " " : "", share_text(a, parts[i], decimals));
	assert_string_equal(strbuf_text(&all), expected);
	arena_free(a);
}

static void share_gives_the_units_that_are_left_to_the_largest_remainders(void **state)
{
	(void)state;
	assert_parts((Decimal[]){1, 1, 1}, 3, 0, "34 33 33");
	assert_parts((Decimal[]){1, 1, 1}, 3, 1, "33.4 33.3 33.3");
	assert_parts((Decimal[]){2, 1, 3}, 3, 0, "33 17 50");
	assert_parts((Decimal[]){1, 0, 0}, 3, 0, "100 0 0");
	assert_parts((Decimal[]){416, 338, 246}, 3, 0, "42 34 24");
	/* Halves: the greater value comes first, wherever it stands. */
	assert_parts((Decimal[]){5, 15, 980}, 3, 0, "0 2 98");
	assert_parts((Decimal[]){largest, largest, 1}, 3, 6, "50.000000 50.000000 0.000000");
}

static void share_has_no_parts_of_nothing_and_none_of_what_is_negative(void **state)
{
	(void)state;
	Arena *a = arena_new();
	int64_t parts[2] = {7, 7};
	assert_false(share_parts(a, (Decimal[]){0, 0}, 2, 0, parts));
	assert_false(share_parts(a, (Decimal[]){5, -1}, 2, 0, parts));
	assert_false(share_parts(a, NULL, 0, 0, parts));
	assert_int_equal(parts[0], 7);
	arena_free(a);
}

static void assert_rounded(const Decimal *values, int count, int decimals, const char *expected)
{
	Arena *a = arena_new();
	int64_t rounded[8];
	StrBuf all = {.arena = a};
	share_rounded(a, values, count, decimals, rounded);
	for (int i = 0; i < count; i++)
		strbuf_format(&all, "%s%s", i ? " " : "", share_text(a, rounded[i], decimals));
	assert_string_equal(strbuf_text(&all), expected);
	arena_free(a);
}

static void share_rounds_to_the_rounded_sum(void **state)
{
	(void)state;
	assert_rounded((Decimal[]){14200000, 9300000, 4300000}, 3, 0, "14 10 4");
	assert_rounded((Decimal[]){500000}, 1, 0, "1");
	assert_rounded((Decimal[]){500000, 500000}, 2, 0, "1 0");
	assert_rounded((Decimal[]){-1500000, -2500000}, 2, 0, "-1 -3");
	assert_rounded((Decimal[]){-400000, 0}, 2, 0, "0 0");
	assert_rounded((Decimal[]){12340000, 45000}, 2, 1, "12.3 0.1");
	assert_rounded((Decimal[]){largest, -largest}, 2, 0, "1000000000000 -1000000000000");
	assert_rounded((Decimal[]){largest, 1}, 2, 6, "999999999999.999999 0.000001");
	assert_rounded((Decimal[]){-50000}, 1, 2, "-0.05");
}

/* Small and equal values are as likely as enormous ones. */
static int values_make(Chance *by, Decimal *values, bool negative)
{
	int count = between(by, 1, between(by, 0, 3) ? 12 : MOST);
	for (int i = 0; i < count; i++) {
		static const Decimal most[] = {3, 1000, 100 * DECIMAL_ONE, 999999999999999999};
		Decimal bound = most[between(by, 0, 3)];
		values[i] = (Decimal)(chance(by) % (uint64_t)(bound + 1));
		values[i] *= negative && between(by, 0, 2) == 0 ? -1 : 1;
	}
	return count;
}

/* What is greater is never less when it is rounded. */
static void assert_order(const Decimal *values, const int64_t *units, int count)
{
	for (int i = 0; i + 1 < count; i++) {
		if (values[i] > values[i + 1])
			assert_true(units[i] >= units[i + 1]);
		if (values[i] < values[i + 1])
			assert_true(units[i] <= units[i + 1]);
		if (values[i] == values[i + 1])
			assert_true(units[i] == units[i + 1] || units[i] == units[i + 1] + 1);
	}
}

static void share_parts_add_up_and_stay_within_a_unit_in_order(void **state)
{
	(void)state;
	Chance by = {.state = 20240926};
	static Decimal values[MOST];
	static int64_t parts[MOST];
	for (int round = 0; round < 3000; round++) {
		Arena *a = arena_new();
		int count = values_make(&by, values, false), decimals = between(&by, 0, 6);
		int64_t whole = 100, total = 0;
		Wide sum = 0;
		for (int i = 0; i < count; i++)
			sum += values[i];
		for (int i = 0; i < decimals; i++)
			whole *= 10;
		assert_int_equal(share_parts(a, values, count, decimals, parts), sum > 0);
		for (int i = 0; sum > 0 && i < count; i++) {
			Wide off = parts[i] * sum - (Wide)values[i] * whole;
			assert_true(off > -sum && off < sum);
			total += parts[i];
		}
		if (sum > 0) {
			assert_int_equal(total, whole);
			assert_order(values, parts, count);
		}
		arena_free(a);
	}
}

static void share_rounded_values_add_up_and_stay_within_a_unit_in_order(void **state)
{
	(void)state;
	Chance by = {.state = 20250131};
	static Decimal values[MOST];
	static int64_t rounded[MOST];
	for (int round = 0; round < 3000; round++) {
		Arena *a = arena_new();
		int count = values_make(&by, values, true), decimals = between(&by, 0, 6);
		int64_t unit = 1;
		Wide sum = 0, total = 0;
		for (int i = 0; i < 6 - decimals; i++)
			unit *= 10;
		share_rounded(a, values, count, decimals, rounded);
		for (int i = 0; i < count; i++) {
			Wide off = (Wide)rounded[i] * unit - values[i];
			assert_true(off > -unit && off < unit);
			sum += values[i];
			total += rounded[i];
		}
		/* Half a unit upwards: -unit/2 <= sum - total < unit/2. */
		assert_true(2 * (sum - total * unit) >= -unit &&
			    2 * (sum - total * unit) < (unit > 1 ? unit : 2));
		assert_order(values, rounded, count);
		arena_free(a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(share_gives_the_units_that_are_left_to_the_largest_remainders),
	    cmocka_unit_test(share_has_no_parts_of_nothing_and_none_of_what_is_negative),
	    cmocka_unit_test(share_rounds_to_the_rounded_sum),
	    cmocka_unit_test(share_parts_add_up_and_stay_within_a_unit_in_order),
	    cmocka_unit_test(share_rounded_values_add_up_and_stay_within_a_unit_in_order),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
