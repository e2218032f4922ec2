/* SPDX-License-Identifier: MIT */
/* The widths of columns: what is fixed, what words ask for, and who shares the rest. */
#include "set/size.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void columns_of_one_part_share_what_is_left(void **state)
{
	(void)state;
	Track tracks[] = {{TRACK_FR, 1000}, {TRACK_LEN, 20000}, {TRACK_FR, 3000}};
	Len natural[3] = {0}, widths[3];
	assert_int_equal(size_tracks(tracks, 3, 100000, 5000, natural, widths), 0);
	assert_int_equal(widths[0], 17500);
	assert_int_equal(widths[1], 20000);
	assert_int_equal(widths[2], 52500);
}

static void shares_that_do_not_divide_lose_nothing(void **state)
{
	(void)state;
	Track tracks[] = {{TRACK_FR, 1000}, {TRACK_FR, 1000}, {TRACK_FR, 1000}};
	Len natural[3] = {0}, widths[3];
	assert_int_equal(size_tracks(tracks, 3, 100000, 0, natural, widths), 0);
	assert_int_equal(widths[0] + widths[1] + widths[2], 100000);
	assert_in_range(widths[0], 33333, 33334);
}

static void natural_columns_give_way_before_anything_is_over(void **state)
{
	(void)state;
	Track tracks[] = {{TRACK_AUTO, 0}, {TRACK_LEN, 40000}, {TRACK_AUTO, 0}};
	Len natural[] = {60000, 0, 20000}, widths[3];
	assert_int_equal(size_tracks(tracks, 3, 100000, 0, natural, widths), 0);
	assert_int_equal(widths[0] + widths[2], 60000);
	assert_int_equal(widths[0], 45000);
}

static void lengths_beyond_the_room_are_reported_by_how_much(void **state)
{
	(void)state;
	Track tracks[] = {{TRACK_LEN, 70000}, {TRACK_PERCENT, 50000}, {TRACK_FR, 1000}};
	Len natural[3] = {0}, widths[3];
	assert_int_equal(size_tracks(tracks, 3, 100000, 1000, natural, widths), 22000);
	assert_int_equal(widths[2], 0);
}

static void enormous_lengths_do_not_wrap_around(void **state)
{
	(void)state;
	Track tracks[] = {{TRACK_LEN, LEN_MAX}, {TRACK_LEN, LEN_MAX}, {TRACK_LEN, LEN_MAX}};
	Len natural[3] = {0}, widths[3];
	assert_int_equal(size_tracks(tracks, 3, 100000, LEN_MAX, natural, widths), LEN_MAX);
}

static void no_columns_are_no_trouble(void **state)
{
	(void)state;
	assert_int_equal(size_tracks(NULL, 0, 100000, 5000, NULL, NULL), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(columns_of_one_part_share_what_is_left),
	    cmocka_unit_test(shares_that_do_not_divide_lose_nothing),
	    cmocka_unit_test(natural_columns_give_way_before_anything_is_over),
	    cmocka_unit_test(lengths_beyond_the_room_are_reported_by_how_much),
	    cmocka_unit_test(enormous_lengths_do_not_wrap_around),
	    cmocka_unit_test(no_columns_are_no_trouble),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
