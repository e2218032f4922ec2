/* SPDX-License-Identifier: MIT */
/* Round numbers along an axis: some by name, many by chance, judged by what always holds. */
#include "unit/base_setup.h"

#include "base/ticks.h"

static void check_ticks(Decimal one, Decimal other, Decimal first, Decimal step, int count)
{
	Ticks ticks = ticks_over(one, other);
	assert_int_equal(ticks.first, first);
	assert_int_equal(ticks.step, step);
	assert_int_equal(ticks.count, count);
}

static void ticks_are_those_a_reader_would_choose(void **state)
{
	(void)state;
	const Decimal u = DECIMAL_ONE;
	check_ticks(0, 31 * u, 0, 10 * u, 5);
	check_ticks(0, 100 * u, 0, 20 * u, 6);
	check_ticks(0, 14200000, 0, 5 * u, 4); /* never by 2.5 */
	check_ticks(0, 145 * u, 0, 25 * u, 7);
	check_ticks(-8 * u, 22 * u, -10 * u, 10 * u, 5);
	check_ticks(-40 * u, -3 * u, -40 * u, 10 * u, 5);
	check_ticks(1990 * u, 2024 * u, 1990 * u, 10 * u, 5);
	check_ticks(0, 130000, 0, 50000, 4);
}

static void values_alike_reach_to_nought_and_nought_to_one(void **state)
{
	(void)state;
	check_ticks(0, 0, 0, DECIMAL_ONE, 2);
	check_ticks(37 * (Decimal)DECIMAL_ONE, 37 * (Decimal)DECIMAL_ONE, 0,
		    10 * (Decimal)DECIMAL_ONE, 5);
	check_ticks(-1, -1, -1, 1, 2);
	check_ticks(0, 1, 0, 1, 2);
}

static void the_greatest_numbers_have_ticks_too(void **state)
{
	(void)state;
	const Decimal most = INT64_C(999999999999999999), u = DECIMAL_ONE;
	check_ticks(0, most, 0, INT64_C(200000000000) * u, 6);
	check_ticks(-most, most, INT64_C(-1000000000000) * u, INT64_C(500000000000) * u, 5);
	Ticks beyond = ticks_over(INT64_MIN, INT64_MAX);
	assert_true(beyond.first < 0 && ticks_last(&beyond) > 0);
}

/* 1, 2 or 5 and noughts; or 25 and noughts where that is a whole number. */
static bool is_round(Decimal step)
{
	int noughts = 0;
	for (; step % 10 == 0; step /= 10)
		noughts++;
	return step == 1 || step == 2 || step == 5 || (step == 25 && noughts >= 6);
}

/* Knuth's linear congruential generator (MMIX): as many digits as may be, of either sign. */
static Decimal chance(uint64_t *seed)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	int64_t value = (int64_t)(*seed >> 4) % INT64_C(1000000000000000000);
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	for (uint64_t cut = (*seed >> 33) % 19; cut > 0; cut--)
		value /= 10;
	return *seed >> 63 ? -value : value;
}

static void check_any(Decimal one, Decimal other)
{
	Ticks ticks = ticks_over(one, other);
	Decimal least = one < other ? one : other, most = one < other ? other : one;
	assert_true(is_round(ticks.step));
	assert_in_range(ticks.count, TICKS_LEAST, TICKS_MOST);
	assert_true(ticks.first % ticks.step == 0);
	assert_true(ticks.first <= least && ticks_last(&ticks) >= most);
	if (least == most)
		return;
	assert_true(ticks.first + ticks.step > least && ticks_last(&ticks) - ticks.step < most);
	bool finest = ticks.step <= 2;
	assert_true(finest || ticks.count >= (least < 0 && most > 0 ? 4 : 3));
}

static void ticks_by_chance_are_round_few_and_reach_over_all(void **state)
{
	(void)state;
	uint64_t seed = 20240926;
	for (int round = 0; round < 100000; round++) {
		Decimal one = chance(&seed), other = chance(&seed);
		check_any(one, other);
		check_any(0, other);
		check_any(one, one + 1 + round);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(ticks_are_those_a_reader_would_choose),
	    cmocka_unit_test(values_alike_reach_to_nought_and_nought_to_one),
	    cmocka_unit_test(the_greatest_numbers_have_ticks_too),
	    cmocka_unit_test(ticks_by_chance_are_round_few_and_reach_over_all),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
