/* SPDX-License-Identifier: MIT */
/* Labels moved apart, by chance: none touches, none leaves, and no other way moves them less. */
#include "set/apart.h"

#include <stdbool.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { MOST = 60 };

/* Knuth's linear congruential generator (MMIX). */
static int chance(uint64_t *seed, int below)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (int)((*seed >> 33) % (uint64_t)below);
}

static bool stands_above(const Len *middle, const Len *height, int a, int b)
{
	return middle[a] + (height[a] - height[a] / 2) <= middle[b] - height[b] / 2;
}

static void labels_by_chance_stand_apart_in_their_order(void **state)
{
	(void)state;
	uint64_t seed = 11;
	for (int round = 0; round < 3000; round++) {
		Arena *a = arena_new();
		int count = 1 + chance(&seed, MOST);
		Len wish[MOST], height[MOST], middle[MOST], sum = 0, bottom;
		for (int i = 0; i < count; i++) {
			height[i] = 1 + chance(&seed, 3000);
			sum += height[i];
		}
		bottom = 500 + sum + chance(&seed, 50000);
		for (int i = 0; i < count; i++)
			wish[i] = chance(&seed, bottom + 2000) - 500;
		stand_apart(a, wish, height, count, 500, bottom, middle);
		for (int i = 0; i < count; i++) {
			assert_true(middle[i] - height[i] / 2 >= 500);
			assert_true(middle[i] + height[i] - height[i] / 2 <= bottom);
			for (int k = 0; k < i; k++) {
				bool above = wish[k] <= wish[i];
				assert_true(
				    stands_above(middle, height, above ? k : i, above ? i : k));
			}
		}
		arena_free(a);
	}
}

/* Three labels on a short line: all places that they could have are tried. */
static void no_other_places_would_be_nearer_to_the_wishes(void **state)
{
	(void)state;
	enum { LINE = 24 };
	uint64_t seed = 5;
	const Len height[] = {4, 6, 2};
	for (int round = 0; round < 400; round++) {
		Arena *a = arena_new();
		Len wish[3], middle[3];
		for (int i = 0; i < 3; i++)
			wish[i] = chance(&seed, LINE + 1);
		stand_apart(a, wish, height, 3, 0, LINE, middle);
		long found = 0, least = -1;
		for (int i = 0; i < 3; i++)
			found += (long)(middle[i] - wish[i]) * (middle[i] - wish[i]);
		for (Len x = 2; x <= LINE - 2; x++)
			for (Len y = 3; y <= LINE - 3; y++)
				for (Len z = 1; z <= LINE - 1; z++) {
					const Len at[] = {x, y, z};
					long cost = 0;
					bool fits = true;
					for (int i = 0; i < 3; i++) {
						cost += (long)(at[i] - wish[i]) * (at[i] - wish[i]);
						for (int k = 0; k < i; k++) {
							bool above = wish[k] <= wish[i];
							fits &=
							    stands_above(at, height, above ? k : i,
									 above ? i : k);
						}
					}
					if (fits && (least < 0 || cost < least))
						least = cost;
				}
		assert_true(found <= least + 1); /* a mean may lie between two places */
		arena_free(a);
	}
}

static void what_is_too_long_begins_at_the_top(void **state)
{
	(void)state;
	Arena *a = arena_new();
	const Len wish[] = {10, 10}, height[] = {30, 30};
	Len middle[2];
	stand_apart(a, wish, height, 2, 0, 40, middle);
	assert_int_equal(middle[0], 15);
	assert_int_equal(middle[1], 45);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(labels_by_chance_stand_apart_in_their_order),
	    cmocka_unit_test(no_other_places_would_be_nearer_to_the_wishes),
	    cmocka_unit_test(what_is_too_long_begins_at_the_top),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
