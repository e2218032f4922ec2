/* SPDX-License-Identifier: MIT */
/* Boxes flow down columns: as low as can be, and never parted where they keep together. */
#include "set/columns.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { MOST = 8 };

/* Knuth's linear congruential generator (MMIX). */
static int chance(uint64_t *seed, int below)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (int)((*seed >> 33) % (uint64_t)below);
}

/* Columns of spaces of these heights. */
typedef struct Flowing {
	Arena *arena;
	ColumnsSpec spec;
	Element element, elements[MOST];
	Box box, boxes[MOST];
} Flowing;

static Sized measured(Flowing *f, int count, const Len *heights, const bool *keeps, int columns)
{
	f->spec = (ColumnsSpec){columns, 1000};
	f->element = (Element){.kind = ELEMENT_COLUMNS, .name = "columns", .columns = &f->spec};
	f->box = (Box){.element = &f->element, .first = count ? f->boxes : NULL};
	for (int i = 0; i < count; i++) {
		f->elements[i] = (Element){.kind = ELEMENT_SPACE,
					   .name = "space",
					   .thickness = heights[i],
					   .keeps_with_next = keeps[i]};
		f->elements[i].decor.space_before = 100;
		f->boxes[i] = (Box){.element = &f->elements[i],
				    .next = i + 1 < count ? &f->boxes[i + 1] : NULL};
	}
	Measure m = {.arena = f->arena, .fit = &fit_plain};
	Sized sized = {.box = &f->box, .width = 100000, .baseline = NO_BASELINE};
	size_columns(&m, &sized);
	return sized;
}

/* The least height of all ways to part boxes from `from` on into so many columns. */
static Len least_of_all(const Len *heights, const bool *keeps, int from, int count, int columns)
{
	Len least = LEN_MAX, here = 0;
	if (from == count)
		return 0;
	for (int end = from + 1; columns > 0 && end <= count; end++) {
		here += heights[end - 1] + (end - 1 > from ? 100 : 0);
		if (end < count && keeps[end - 1])
			continue;
		Len rest = least_of_all(heights, keeps, end, count, columns - 1);
		least = len_min(least, len_max(here, rest));
	}
	return least;
}

static void columns_are_as_low_as_any_way_to_part_them(void **state)
{
	(void)state;
	uint64_t seed = 20240926;
	for (int round = 0; round < 3000; round++) {
		Flowing f = {.arena = arena_new()};
		Len heights[MOST];
		bool keeps[MOST];
		int count = chance(&seed, MOST + 1), columns = 1 + chance(&seed, 4);
		for (int i = 0; i < count; i++) {
			heights[i] = 1 + chance(&seed, 5000);
			keeps[i] = chance(&seed, 3) == 0;
		}
		Sized sized = measured(&f, count, heights, keeps, columns);
		assert_int_equal(sized.height, least_of_all(heights, keeps, 0, count, columns));
		for (int i = 1; i < count; i++)
			assert_true(!keeps[i - 1] || sized.kids[i].x == sized.kids[i - 1].x);
		arena_free(f.arena);
	}
}

static void boxes_go_down_the_first_column_before_the_second(void **state)
{
	(void)state;
	Flowing f = {.arena = arena_new()};
	const Len heights[] = {1000, 1000, 1000};
	const bool keeps[3] = {false};
	Sized sized = measured(&f, 3, heights, keeps, 2);
	assert_int_equal(sized.height, 2100);
	assert_int_equal(sized.kids[1].y, 1100);
	assert_int_equal(sized.kids[2].x, 50500);
	assert_int_equal(sized.kids[2].y, 0);
	assert_int_equal(sized.kids[2].width, 49500);
	arena_free(f.arena);
}

static void enormous_boxes_stay_too_high(void **state)
{
	(void)state;
	Flowing f = {.arena = arena_new()};
	const Len heights[] = {LEN_MAX, LEN_MAX, LEN_MAX, LEN_MAX};
	const bool keeps[4] = {true, false, true, true};
	Sized sized = measured(&f, 4, heights, keeps, 2);
	assert_int_equal(sized.height, LEN_MAX);
	assert_int_equal(sized.kid_count, 4);
	arena_free(f.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(columns_are_as_low_as_any_way_to_part_them),
	    cmocka_unit_test(boxes_go_down_the_first_column_before_the_second),
	    cmocka_unit_test(enormous_boxes_stay_too_high),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
