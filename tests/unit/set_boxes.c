/* SPDX-License-Identifier: MIT */
/* Grids whose boxes span, and stretches that share what is left over: by chance, and judged. */
#include "set/column.h"
#include "set/grid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { MOST = 12 };

/* Knuth's linear congruential generator (MMIX). */
static int chance(uint64_t *seed, int below)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (int)((*seed >> 33) % (uint64_t)below);
}

/* A box that holds spaces and stretches. */
typedef struct Holding {
	Arena *arena;
	Element element, elements[MOST];
	Box box, boxes[MOST];
	int count;
} Holding;

static void kid_add(Holding *h, Element kid)
{
	h->elements[h->count] = kid;
	h->boxes[h->count] = (Box){.element = &h->elements[h->count]};
	if (h->count > 0)
		h->boxes[h->count - 1].next = &h->boxes[h->count];
	else
		h->box.first = h->boxes;
	h->count++;
}

static Sized measured(Holding *h, Element element)
{
	static const Layout layout = {.name = "boxes"};
	Measure m = {.arena = h->arena, .fit = &fit_plain, .layout = &layout};
	h->element = element;
	h->box.element = &h->element;
	return size_box(&m, &h->box, 100000);
}

static bool overlap(const Sized *a, const Sized *b)
{
	return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
	       b->y < a->y + a->height;
}

static Sized grid_by_chance(Holding *h, uint64_t *seed, GridSpec *spec, Track *tracks)
{
	int columns = 1 + chance(seed, 5), count = chance(seed, MOST + 1);
	for (int i = 0; i < columns; i++)
		tracks[i] = (Track){TRACK_FR, 1000 * (1 + chance(seed, 3))};
	*spec = (GridSpec){tracks, columns, 300, 200, chance(seed, 2) ? ROW_STRETCH : ROW_TOP};
	for (int i = 0; i < count; i++)
		kid_add(h, (Element){.kind = ELEMENT_SPACE,
				     .name = "space",
				     .thickness = 1 + chance(seed, 9000),
				     .span = 1 + chance(seed, columns),
				     .rows = 1 + chance(seed, 3)});
	return measured(h, (Element){.kind = ELEMENT_GRID, .name = "grid", .grid = spec});
}

static void boxes_of_a_grid_never_overlap_and_stand_in_their_order(void **state)
{
	(void)state;
	uint64_t seed = 20240926;
	for (int round = 0; round < 3000; round++) {
		Holding h = {.arena = arena_new()};
		GridSpec spec;
		Track tracks[5];
		Sized grid = grid_by_chance(&h, &seed, &spec, tracks);
		assert_int_equal(grid.kid_count, h.count);
		for (int i = 0; i < grid.kid_count; i++) {
			const Sized *kid = &grid.kids[i], *next = kid + 1;
			assert_in_range(kid->x, 0, 100000 - kid->width);
			assert_in_range(kid->y, 0, grid.height - kid->height);
			if (i + 1 < grid.kid_count)
				assert_true(next->y > kid->y ||
					    (next->y == kid->y && next->x > kid->x));
			for (int k = 0; k < i; k++)
				assert_false(overlap(kid, &grid.kids[k]));
		}
		arena_free(h.arena);
	}
}

static void stretches_share_all_that_is_left_over(void **state)
{
	(void)state;
	uint64_t seed = 1;
	for (int round = 0; round < 3000; round++) {
		Holding h = {.arena = arena_new()};
		int count = 1 + chance(&seed, MOST);
		bool any = false;
		for (int i = 0; i < count; i++) {
			bool stretch = chance(&seed, 2);
			any |= stretch;
			kid_add(&h, (Element){.kind = stretch ? ELEMENT_STRETCH : ELEMENT_SPACE,
					      .name = "space",
					      .thickness = chance(&seed, 5000),
					      .share = 1 + chance(&seed, 1000000)});
		}
		Sized column = measured(&h, (Element){.kind = ELEMENT_COLUMN, .name = "column"});
		column_stretch(&column, 90001);
		Len end = 0;
		for (int i = 0; i < column.kid_count; i++) {
			assert_int_equal(column.kids[i].y, end);
			end += column.kids[i].height;
		}
		assert_int_equal(column.height, 90001);
		assert_true(!any || end == 90001);
		arena_free(h.arena);
	}
}

static void a_column_that_is_too_high_stays_as_it_is(void **state)
{
	(void)state;
	Holding h = {.arena = arena_new()};
	kid_add(&h, (Element){.kind = ELEMENT_STRETCH, .name = "stretch", .share = 1000});
	kid_add(&h, (Element){.kind = ELEMENT_SPACE, .name = "space", .thickness = 5000});
	Sized column = measured(&h, (Element){.kind = ELEMENT_COLUMN, .name = "column"});
	column_stretch(&column, 4000);
	assert_int_equal(column.height, 5000);
	assert_int_equal(column.kids[1].y, 0);
	arena_free(h.arena);
}

static void a_box_over_several_rows_makes_the_last_of_them_higher(void **state)
{
	(void)state;
	Holding h = {.arena = arena_new()};
	Track tracks[] = {{TRACK_FR, 1000}, {TRACK_FR, 1000}};
	GridSpec spec = {tracks, 2, 0, 100, ROW_TOP};
	const Len heights[] = {9000, 1000, 2000, 3000};
	for (int i = 0; i < 4; i++)
		kid_add(&h, (Element){.kind = ELEMENT_SPACE,
				      .name = "space",
				      .thickness = heights[i],
				      .span = 1,
				      .rows = i == 0 ? 2 : 1});
	Sized grid = measured(&h, (Element){.kind = ELEMENT_GRID, .name = "grid", .grid = &spec});
	assert_int_equal(grid.kids[2].y, 1100);
	assert_int_equal(grid.kids[3].y, 9100);
	assert_int_equal(grid.height, 12100);
	arena_free(h.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(boxes_of_a_grid_never_overlap_and_stand_in_their_order),
	    cmocka_unit_test(stretches_share_all_that_is_left_over),
	    cmocka_unit_test(a_column_that_is_too_high_stays_as_it_is),
	    cmocka_unit_test(a_box_over_several_rows_makes_the_last_of_them_higher),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
