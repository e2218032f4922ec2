/* SPDX-License-Identifier: MIT */
/* Strokes and tags: curves that are true circles, grounds that bleed, furniture that is not read. */
#include "set/picture.h"
#include "set/spark.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static const Ink black = {.name = "black"};
static const Layout a4 = {.page = {.width = 595276, .height = 841890, .bleed = 8504}};

static Painter painter(Arena *a)
{
	return (Painter){.arena = a,
			 .draws = list_new(a, sizeof(Draw)),
			 .tags = list_new(a, sizeof(Tag)),
			 .tag = TAG_ARTIFACT,
			 .parent = -1,
			 .layout = &a4};
}

static const Shape *shape_at(const Painter *p, int i)
{
	return &((const Draw *)list_at(&p->draws, i))->shape;
}

static void an_arc_ends_where_its_share_of_the_turn_does(void **state)
{
	(void)state;
	Arena *a = arena_new();
	for (int share = 1; share <= 100; share++) {
		Painter p = painter(a);
		paint_arc(&p, 100000, 200000, 30000, 4000, share * (DECIMAL_ONE / 100), &black,
			  NULL);
		const Shape *arc = shape_at(&p, 0);
		int last = arc->count - (share == 100 ? 2 : 1);
		double angle = share / 100.0 * 2 * acos(-1);
		assert_true(
		    abs(arc->segments[last].x[2] - (int)lround(100000 + 30000 * sin(angle))) <= 2);
		assert_true(
		    abs(arc->segments[last].y[2] - (int)lround(200000 - 30000 * cos(angle))) <= 2);
	}
	arena_free(a);
}

static double cubic(const Len *p0, double t, Len from)
{
	double u = 1 - t;
	return u * u * u * from + 3 * u * u * t * p0[0] + 3 * u * t * t * p0[1] + t * t * t * p0[2];
}

static void an_arc_is_nowhere_far_from_its_circle(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Painter p = painter(a);
	paint_arc(&p, 0, 0, 30000, 4000, 590000, &black, NULL);
	const Shape *arc = shape_at(&p, 0);
	Len x = arc->segments[0].x[0], y = arc->segments[0].y[0];
	for (int i = 1; i < arc->count; i++) {
		const Segment *s = &arc->segments[i];
		for (double t = 0; t <= 1; t += 0.05)
			assert_true(fabs(hypot(cubic(s->x, t, x), cubic(s->y, t, y)) - 30000) < 12);
		x = s->x[2];
		y = s->y[2];
	}
	arena_free(a);
}

static void no_share_is_no_mark_and_more_than_all_is_all(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Painter p = painter(a);
	paint_arc(&p, 0, 0, 30000, 4000, 0, &black, NULL);
	assert_int_equal(p.draws.count, 0);
	paint_arc(&p, 0, 0, 30000, 4000, 3 * DECIMAL_ONE, &black, NULL);
	assert_int_equal(shape_at(&p, 0)->count, 6);
	arena_free(a);
}

static void a_ground_bleeds_only_at_the_edges_it_touches(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Painter p = painter(a);
	Decor decor = {.background = &black, .bleed = true};
	paint_decor(&p, &decor, 0, 0, 595276, 100000);
	const Segment *s = shape_at(&p, 0)->segments;
	assert_int_equal(s[0].x[0], -8504);
	assert_int_equal(s[0].y[0], -8504);
	assert_int_equal(s[2].x[0], 595276 + 8504);
	assert_int_equal(s[2].y[0], 100000);
	arena_free(a);
}

static void a_line_across_runs_on_with_the_ground_it_borders(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Painter p = painter(a);
	Decor decor = {
	    .border = &black, .border_sides = SIDE_BOTTOM, .border_width = 1000, .bleed = true};
	paint_decor(&p, &decor, 0, 0, 595276, 100000);
	const Segment *s = shape_at(&p, 0)->segments;
	assert_int_equal(s[0].x[0], -8504);
	assert_int_equal(s[1].x[0], 595276 + 8504);
	assert_int_equal(s[1].y[0], 99500);
	arena_free(a);
}

/* A page that is far too long is still told of in full, so its last boxes are painted somewhere. */
static void what_lies_beyond_every_page_does_not_wrap_around(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Painter p = painter(a);
	Decor decor = {.background = &black, .border = &black, .border_sides = SIDE_BOTTOM};
	decor.border_width = 1000;
	decor.bleed = true;
	paint_decor(&p, &decor, LEN_MAX, LEN_MAX, LEN_MAX, LEN_MAX);
	assert_int_equal(p.draws.count, 2);
	for (int i = 0; i < p.draws.count; i++)
		for (int s = 0; s < 2; s++)
			assert_true(shape_at(&p, i)->segments[s].y[0] > LEN_MAX / 2);
	arena_free(a);
}

static void tags_nest_and_what_is_painted_after_one_belongs_to_the_one_around_it(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Painter p = painter(a);
	TagMark outer = tag_open(&p, TAG_DOCUMENT), inner = tag_open(&p, TAG_P);
	paint_rect(&p, 0, 0, 10, 10, &black, NULL);
	TagMark left = tag_leave(&p);
	paint_rect(&p, 0, 0, 10, 10, &black, NULL);
	tag_close(&p, left);
	tag_close(&p, inner);
	TagMark next = tag_open(&p, TAG_H2);
	paint_rect(&p, 0, 0, 10, 10, &black, NULL);
	tag_close(&p, next);
	tag_close(&p, outer);
	assert_int_equal(((Draw *)list_at(&p.draws, 0))->tag, 1);
	assert_int_equal(((Draw *)list_at(&p.draws, 1))->tag, TAG_ARTIFACT);
	assert_int_equal(((Draw *)list_at(&p.draws, 2))->tag, 2);
	assert_int_equal(((Tag *)list_at(&p.tags, 2))->parent, 0);
	arena_free(a);
}

static void the_title_of_a_figure_is_one_below_the_heading_before_it(void **state)
{
	(void)state;
	Painter p = {0};
	assert_int_equal(tag_of_title(&p), TAG_H1);
	p.heading = TAG_H1;
	assert_int_equal(tag_of_title(&p), TAG_H2);
	p.heading = TAG_H2;
	assert_int_equal(tag_of_title(&p), TAG_H3);
	p.heading = TAG_H3;
	assert_int_equal(tag_of_title(&p), TAG_H3);
}

static void furniture_has_no_tags(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Painter p = painter(a);
	p.furniture = true;
	TagMark mark = tag_open(&p, TAG_P);
	paint_rect(&p, 0, 0, 10, 10, &black, NULL);
	tag_close(&p, mark);
	assert_int_equal(p.tags.count, 0);
	assert_int_equal(((Draw *)list_at(&p.draws, 0))->tag, TAG_ARTIFACT);
	arena_free(a);
}

/* The line of a sparkline 20 pt wide and 10 pt high through these values, standing on y = 100 pt. */
static const Shape *course_of(Painter *p, const Decimal *values, int count)
{
	static const SparkSpec spec = {.ink = &black, .width = LEN_PT(20), .thickness = 800};
	SparkBox *spark = ARENA_NEW(p->arena, SparkBox);
	*spark = (SparkBox){.spec = &spec, .values = values, .count = count, .alt = "a course"};
	paint_spark(p, spark, 0, LEN_PT(100), LEN_PT(10));
	return shape_at(p, 0);
}

static void a_sparkline_goes_from_its_least_to_its_greatest_value(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Painter p = painter(a);
	const Shape *line =
	    course_of(&p, (Decimal[]){-5 * DECIMAL_ONE, 15 * DECIMAL_ONE, 5 * DECIMAL_ONE}, 3);
	assert_int_equal(line->count, 3);
	assert_int_equal(line->segments[0].y[0], LEN_PT(100));
	assert_int_equal(line->segments[1].y[0], LEN_PT(90));
	assert_int_equal(line->segments[2].y[0], LEN_PT(95));
	assert_int_equal(line->segments[1].x[0], LEN_PT(10));
	assert_int_equal(p.draws.count, 2);
	assert_int_equal(tag_last(&p)->kind, TAG_FIGURE);
	assert_string_equal(tag_last(&p)->alt, "a course");
	arena_free(a);
}

static void a_sparkline_of_values_alike_is_level_and_of_one_a_dot(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Painter p = painter(a);
	const Shape *line = course_of(&p, (Decimal[]){0, 0, 0}, 3);
	assert_int_equal(line->segments[0].y[0], LEN_PT(95));
	assert_int_equal(line->segments[2].y[0], LEN_PT(95));
	p = painter(a);
	const Shape *dot = course_of(&p, (Decimal[]){7}, 1);
	assert_int_equal(p.draws.count, 1);
	assert_ptr_equal(dot->fill, &black);
	p = painter(a);
	line = course_of(&p, (Decimal[]){0, INT64_C(999999999999) * DECIMAL_ONE}, 2);
	assert_int_equal(line->segments[1].y[0], LEN_PT(90));
	arena_free(a);
}

/* Two lines of one scale from 0 to 20, of which these are the values. */
static void sparklines_of_one_scale_share_their_least_and_greatest(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Painter p = painter(a);
	const Scale scale = {.name = "ranks", .from = 0, .to = 20 * DECIMAL_ONE, .length = LEN_MAX};
	p.scales = (Scales){&scale, 1};
	SparkSpec spec = {.ink = &black, .width = LEN_PT(20), .thickness = 800, .scale = "ranks"};
	Decimal values[] = {5 * DECIMAL_ONE, 10 * DECIMAL_ONE};
	SparkBox spark = {.spec = &spec, .values = values, .count = 2, .alt = "a course"};
	paint_spark(&p, &spark, 0, LEN_PT(100), LEN_PT(10));
	assert_int_equal(shape_at(&p, 0)->segments[0].y[0], LEN_PT(97.5));
	assert_int_equal(shape_at(&p, 0)->segments[1].y[0], LEN_PT(95));
	spec.reverse = true;
	paint_spark(&p, &spark, 0, LEN_PT(100), LEN_PT(10));
	assert_int_equal(shape_at(&p, 2)->segments[0].y[0], LEN_PT(92.5));
	arena_free(a);
}

/* A square of 10 pt whose outline reaches from the middle of its view to `end`. */
static Painter icon_painted(Arena *a, Len end)
{
	enum { VIEW = 1 << 20 };
	Segment segments[] = {{SEGMENT_MOVE, {VIEW / 2}, {VIEW / 2}},
			      {SEGMENT_LINE, {end}, {VIEW / 2}},
			      {SEGMENT_LINE, {VIEW / 2}, {end}}};
	IconSpec icon = {.segments = segments,
			 .count = 3,
			 .view_width = VIEW,
			 .view_height = VIEW,
			 .size = {10000, 10000},
			 .ink = &black};
	Element element = {.kind = ELEMENT_ICON, .name = "icon", .icon = &icon};
	Box box = {.element = &element};
	Sized sized = {.box = &box, .width = 20000, .height = 10000};
	Painter p = painter(a);
	paint_picture(&p, &sized, 100000, 200000);
	return p;
}

static void an_icon_is_seen_inside_its_view_only(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Painter within = icon_painted(a, 1 << 20), beyond = icon_painted(a, 100 << 20);
	assert_int_equal(within.draws.count, 1);
	assert_int_equal(beyond.draws.count, 3);
	const Draw *clip = list_at(&beyond.draws, 0), *end = list_at(&beyond.draws, 2);
	assert_int_equal(clip->kind, DRAW_CLIP);
	assert_int_equal(clip->shape.segments[2].x[0], 110000);
	assert_int_equal(clip->shape.segments[2].y[0], 210000);
	assert_int_equal(end->kind, DRAW_UNCLIP);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_arc_ends_where_its_share_of_the_turn_does),
	    cmocka_unit_test(an_arc_is_nowhere_far_from_its_circle),
	    cmocka_unit_test(no_share_is_no_mark_and_more_than_all_is_all),
	    cmocka_unit_test(a_ground_bleeds_only_at_the_edges_it_touches),
	    cmocka_unit_test(a_line_across_runs_on_with_the_ground_it_borders),
	    cmocka_unit_test(what_lies_beyond_every_page_does_not_wrap_around),
	    cmocka_unit_test(tags_nest_and_what_is_painted_after_one_belongs_to_the_one_around_it),
	    cmocka_unit_test(the_title_of_a_figure_is_one_below_the_heading_before_it),
	    cmocka_unit_test(furniture_has_no_tags),
	    cmocka_unit_test(a_sparkline_goes_from_its_least_to_its_greatest_value),
	    cmocka_unit_test(a_sparkline_of_values_alike_is_level_and_of_one_a_dot),
	    cmocka_unit_test(sparklines_of_one_scale_share_their_least_and_greatest),
	    cmocka_unit_test(an_icon_is_seen_inside_its_view_only),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
