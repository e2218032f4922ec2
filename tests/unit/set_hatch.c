/* SPDX-License-Identifier: MIT */
/* Patterns: no two alike in grey, inside their outline, few strokes, and the datum on the fill alone. */
#include "set/hatch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static const Ink blue = {.name = "blue"}, paper = {.name = "paper"};
static const Origin datum = {.path = "field[1]/@share"};

static Painter painter(Arena *a)
{
	return (Painter){.arena = a,
			 .draws = list_new(a, sizeof(Draw)),
			 .tags = list_new(a, sizeof(Tag)),
			 .tag = TAG_ARTIFACT,
			 .parent = -1};
}

static const Draw *draw_at(const Painter *p, int i)
{
	return list_at(&p->draws, i);
}

static void patterns_come_in_their_order_and_begin_anew(void **state)
{
	(void)state;
	assert_int_equal(hatch_of_part(0), HATCH_SOLID);
	assert_int_equal(hatch_of_part(1), HATCH_UP);
	assert_int_equal(hatch_of_part(HATCH_COUNT + 1), HATCH_UP);
	assert_int_equal(hatch_of_part(-1), HATCH_SOLID);
}

static void a_solid_part_is_its_fill_alone(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Painter p = painter(a);
	hatch_rect(&p, 0, 0, 50000, 20000, HATCH_SOLID, &blue, &paper, &datum);
	assert_int_equal(p.draws.count, 1);
	hatch_rect(&p, 0, 0, 50000, 20000, HATCH_GRID, &blue, NULL, &datum);
	assert_int_equal(p.draws.count, 2);
	arena_free(a);
}

static void a_pattern_is_one_path_inside_a_clip_and_carries_no_datum(void **state)
{
	(void)state;
	Arena *a = arena_new();
	for (int hatch = HATCH_UP; hatch < HATCH_COUNT; hatch++) {
		Painter p = painter(a);
		hatch_rect(&p, 1000, 2000, 500000, 200000, (Hatch)hatch, &blue, &paper, &datum);
		assert_int_equal(p.draws.count, 4);
		assert_ptr_equal(draw_at(&p, 0)->shape.fill, &blue);
		assert_string_equal(draw_at(&p, 0)->shape.origin.path, datum.path);
		assert_int_equal(draw_at(&p, 1)->kind, DRAW_CLIP);
		assert_ptr_equal(draw_at(&p, 2)->shape.stroke, &paper);
		assert_null(draw_at(&p, 2)->shape.origin.path);
		assert_true(draw_at(&p, 2)->shape.width >= 600);
		assert_int_equal(draw_at(&p, 3)->kind, DRAW_UNCLIP);
	}
	arena_free(a);
}

/* Lines stay near the part, or a reader that trims to what is painted would be led astray. */
static void lines_end_at_the_edges_of_their_part(void **state)
{
	(void)state;
	Arena *a = arena_new();
	for (int hatch = HATCH_UP; hatch < HATCH_COUNT; hatch++)
		for (Len width = 6000; width < 200000; width = width * 2 + 77) {
			Painter p = painter(a);
			hatch_rect(&p, 70000, 90000, width, 30000, (Hatch)hatch, &blue, &paper,
				   NULL);
			if (p.draws.count == 1)
				continue; /* too narrow for a line */
			const Shape *lines = &draw_at(&p, 2)->shape;
			for (int i = 0; i < lines->count; i++) {
				const Segment *s = &lines->segments[i];
				assert_in_range(s->x[0], 70000 - 3000, 70000 + width + 3000);
				assert_in_range(s->y[0], 90000 - 3000, 120000 + 3000);
			}
		}
	arena_free(a);
}

enum { SAMPLES = 60, EDGE = 30000 };

static double distance(double x, double y, const Segment *from, const Segment *to)
{
	double dx = to->x[0] - from->x[0], dy = to->y[0] - from->y[0];
	double t = ((x - from->x[0]) * dx + (y - from->y[0]) * dy) / (dx * dx + dy * dy);
	if (t < 0 || t > 1)
		return 1e9;
	double ex = x - from->x[0] - t * dx, ey = y - from->y[0] - t * dy;
	return ex * ex + ey * ey;
}

static bool on_stripe(const Shape *lines, double x, double y)
{
	for (int i = 0; i + 1 < lines->count; i += 2) {
		const Segment *from = &lines->segments[i];
		double along = (x - from->x[0]) / (lines->dash ? lines->dash : 1);
		bool gap = lines->dash && (long)along % 2 == 1;
		if (!gap &&
		    4 * distance(x, y, from, from + 1) <= (double)lines->width * lines->width)
			return true;
	}
	return false;
}

static void sample(Arena *a, Hatch hatch, bool *seen)
{
	Painter p = painter(a);
	hatch_rect(&p, 0, 0, EDGE, EDGE, hatch, &blue, &paper, NULL);
	for (int i = 0; i < SAMPLES * SAMPLES && p.draws.count > 1; i++)
		seen[i] = on_stripe(&draw_at(&p, 2)->shape, (i % SAMPLES + 0.5) * EDGE / SAMPLES,
				    ((int)(i / SAMPLES) + 0.5) * EDGE / SAMPLES);
}

/* In print without colour only the pattern is left: an eighth of all points, at least, look otherwise. */
static void any_two_patterns_differ_in_grey(void **state)
{
	(void)state;
	Arena *a = arena_new();
	static bool seen[HATCH_COUNT][SAMPLES * SAMPLES];
	for (int hatch = 0; hatch < HATCH_COUNT; hatch++)
		sample(a, (Hatch)hatch, seen[hatch]);
	for (int one = 0; one < HATCH_COUNT; one++) {
		int paper_points = 0;
		for (int i = 0; i < SAMPLES * SAMPLES; i++)
			paper_points += seen[one][i];
		assert_true(paper_points < SAMPLES * SAMPLES / 2); /* its ink still prevails */
		for (int two = 0; two < one; two++) {
			int differ = 0;
			for (int i = 0; i < SAMPLES * SAMPLES; i++)
				differ += seen[one][i] != seen[two][i];
			assert_true(differ > SAMPLES * SAMPLES / 8);
		}
	}
	arena_free(a);
}

static void an_enormous_part_has_no_more_lines_than_eyes_can_count(void **state)
{
	(void)state;
	Arena *a = arena_new();
	for (int hatch = HATCH_UP; hatch < HATCH_COUNT; hatch++) {
		Painter p = painter(a);
		hatch_rect(&p, -LEN_MAX, -LEN_MAX, LEN_MAX, LEN_MAX, (Hatch)hatch, &blue, &paper,
			   NULL);
		hatch_rect(&p, 0, 0, LEN_MAX, LEN_MAX, (Hatch)hatch, &blue, &paper, NULL);
		assert_true(draw_at(&p, 2)->shape.count < 4000);
		assert_true(draw_at(&p, 6)->shape.count < 4000);
	}
	arena_free(a);
}

static void no_room_and_no_ink_paint_nothing(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Painter p = painter(a);
	hatch_rect(&p, 0, 0, 0, 5000, HATCH_UP, &blue, &paper, &datum);
	hatch_rect(&p, 0, 0, 5000, -1, HATCH_UP, &blue, &paper, &datum);
	hatch_rect(&p, 0, 0, 5000, 5000, HATCH_UP, NULL, &paper, &datum);
	assert_int_equal(p.draws.count, 0);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(patterns_come_in_their_order_and_begin_anew),
	    cmocka_unit_test(a_solid_part_is_its_fill_alone),
	    cmocka_unit_test(a_pattern_is_one_path_inside_a_clip_and_carries_no_datum),
	    cmocka_unit_test(lines_end_at_the_edges_of_their_part),
	    cmocka_unit_test(any_two_patterns_differ_in_grey),
	    cmocka_unit_test(an_enormous_part_has_no_more_lines_than_eyes_can_count),
	    cmocka_unit_test(no_room_and_no_ink_paint_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
