/* SPDX-License-Identifier: MIT */
/* Tiles: they cover their rectangle, each is as large as its value, and most are near to squares. */
#include "set/squarify.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

enum { MOST = 60 };

/* Knuth's linear congruential generator (MMIX). */
static int chance(uint64_t *seed, int below)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (int)((*seed >> 33) % (uint64_t)below);
}

static const Tile *tiles_in(Arena *a, const Decimal *values, int count, Len width, Len height)
{
	int *order = ARENA_ARRAY(a, count, int);
	for (int i = 0; i < count; i++) {
		int at = i;
		for (; at > 0 && values[order[at - 1]] < values[i]; at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
	return squarify(a, values, order, count, width, height);
}

static void assert_tile(const Tile *t, Len x, Len y, Len width, Len height)
{
	assert_true(abs(t->x - x) <= 1 && abs(t->y - y) <= 1);
	assert_true(abs(t->width - width) <= 1 && abs(t->height - height) <= 1);
}

/* Figure 4 of the paper: 6, 6, 4, 3, 2, 2, 1 in a rectangle of 6 by 4. */
static void the_example_of_the_paper_comes_out_as_it_does_there(void **state)
{
	(void)state;
	Arena *a = arena_new();
	const Decimal values[] = {6, 6, 4, 3, 2, 2, 1};
	const Tile *t = tiles_in(a, values, 7, 600000, 400000);
	assert_tile(&t[0], 0, 0, 300000, 200000);
	assert_tile(&t[1], 0, 200000, 300000, 200000);
	assert_tile(&t[2], 300000, 0, 171429, 233333);
	assert_tile(&t[3], 471429, 0, 128571, 233333);
	assert_tile(&t[4], 300000, 233333, 120000, 166667);
	assert_tile(&t[5], 420000, 233333, 120000, 166667);
	assert_tile(&t[6], 540000, 233333, 60000, 166667);
	arena_free(a);
}

static bool overlap(const Tile *a, const Tile *b)
{
	return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
	       b->y < a->y + a->height;
}

/* Each edge is rounded to a whole Len: an area is off by no more than its outline times that. */
static void assert_true_area(const Tile *t, double exact)
{
	double off = (double)t->width * t->height - exact;
	double most = 1.01 * ((double)t->width + t->height) + 2;
	assert_true(off <= most && -off <= most);
}

static void tiles_are_as_large_as_their_values_and_cover_all(void **state)
{
	(void)state;
	uint64_t seed = 11;
	for (int round = 0; round < 1000; round++) {
		Arena *a = arena_new();
		int count = 1 + chance(&seed, MOST);
		Len width = 1000 + chance(&seed, 500000), height = 1000 + chance(&seed, 300000);
		Decimal values[MOST], whole = 0;
		for (int i = 0; i < count; i++) {
			values[i] =
			    chance(&seed, 5) ? chance(&seed, 1 << (1 + chance(&seed, 29))) : 0;
			whole += values[i];
		}
		const Tile *t = tiles_in(a, values, count, width, height);
		int64_t covered = 0;
		for (int i = 0; i < count; i++) {
			assert_true(t[i].x >= 0 && t[i].x + t[i].width <= width);
			assert_true(t[i].y >= 0 && t[i].y + t[i].height <= height);
			covered += (int64_t)t[i].width * t[i].height;
			if (whole > 0)
				assert_true_area(&t[i], (double)width * height * (double)values[i] /
							    (double)whole);
			for (int k = 0; k < i; k++)
				assert_false(overlap(&t[i], &t[k]));
		}
		assert_true(covered == (whole > 0 ? (int64_t)width * height : 0));
		arena_free(a);
	}
}

static void equal_values_make_tiles_near_to_squares(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Decimal values[MOST];
	for (int i = 0; i < MOST; i++)
		values[i] = 7 * DECIMAL_ONE;
	const Tile *t = tiles_in(a, values, MOST, LEN_PT(500), LEN_PT(200));
	for (int i = 0; i < MOST; i++)
		assert_true(t[i].width < 2 * t[i].height && t[i].height < 2 * t[i].width);
	arena_free(a);
}

static void one_value_takes_all_and_noughts_take_nothing(void **state)
{
	(void)state;
	Arena *a = arena_new();
	const Decimal one[] = {0, 5, 0}, none[] = {0, 0};
	const Tile *t = tiles_in(a, one, 3, 30001, 20003);
	assert_tile(&t[1], 0, 0, 30001, 20003);
	assert_int_equal((int64_t)t[0].width * t[0].height, 0);
	t = tiles_in(a, none, 2, 30000, 20000);
	assert_int_equal((int64_t)t[0].width * t[0].height + t[1].width, 0);
	tiles_in(a, none, 0, 30000, 20000);
	t = tiles_in(a, one, 3, 0, 20000);
	assert_int_equal(t[1].height, 0);
	arena_free(a);
}

static void enormous_values_in_enormous_rooms_do_not_wrap_around(void **state)
{
	(void)state;
	Arena *a = arena_new();
	const Decimal all = (Decimal)9000000000000 * DECIMAL_ONE;
	const Decimal values[] = {all / 2, all / 4, all / 4, 1};
	const Tile *t = tiles_in(a, values, 4, LEN_MAX, LEN_MAX);
	assert_in_range(t[0].width, LEN_MAX / 2 - 1, LEN_MAX / 2 + 1);
	assert_int_equal(t[0].height, LEN_MAX);
	t = tiles_in(a, values, 4, 1, LEN_MAX);
	assert_in_range(t[1].height, LEN_MAX / 4 - 1, LEN_MAX / 4 + 1);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_example_of_the_paper_comes_out_as_it_does_there),
	    cmocka_unit_test(tiles_are_as_large_as_their_values_and_cover_all),
	    cmocka_unit_test(equal_values_make_tiles_near_to_squares),
	    cmocka_unit_test(one_value_takes_all_and_noughts_take_nothing),
	    cmocka_unit_test(enormous_values_in_enormous_rooms_do_not_wrap_around),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
