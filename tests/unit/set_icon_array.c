/* SPDX-License-Identifier: MIT */
/* Icon arrays: what is filled is the value, whatever it is. */
#include "text_setup.h"

#include "set/icon_array.h"

#include <math.h>
#include <stdlib.h>

static const Ink black = {.name = "black"}, grey = {.name = "grey"};

enum { HALF = 1 << 19 }; /* of a view */

typedef struct Sample {
	Setup *setup;
	Layout layout;
	IconArraySpec spec;
	Element element;
	IconArrayBox icons;
	Box box;
	Sized sized;
	Painter painter;
} Sample;

static Sample *sample_open(void)
{
	Setup *setup = setup_open();
	Sample *s = ARENA_NEW(setup->arena, Sample);
	s->setup = setup;
	s->spec = (IconArraySpec){.columns = 10, .gap = -1, .ink = &black, .track = &grey};
	s->element = (Element){.kind = ELEMENT_ICON_ARRAY, .name = "icon-array"};
	s->element.icons = &s->spec;
	return s;
}

static void array_paint(Sample *s, Decimal value, int of, Len width)
{
	Arena *a = s->setup->arena;
	s->icons = (IconArrayBox){.spec = &s->spec, .known = true, .value = value, .of = of};
	s->icons.origin.path = "@share";
	s->box = (Box){.element = &s->element, .icons = &s->icons, .alt = "icons"};
	Measure m = {
	    .arena = a, .setter = &s->setup->setter, .fit = &fit_plain, .layout = &s->layout};
	s->sized = size_box(&m, &s->box, width);
	s->painter = (Painter){.arena = a,
			       .draws = list_new(a, sizeof(Draw)),
			       .tags = list_new(a, sizeof(Tag)),
			       .tag = TAG_ARTIFACT,
			       .parent = -1,
			       .layout = &s->layout,
			       .fit = &fit_plain,
			       .diags = s->setup->diags};
	paint_icon_array(&s->painter, &s->sized, LEN_PT(20), LEN_PT(30));
}

static double area_of(const Shape *shape)
{
	double area = 0;
	const Segment *s = shape->segments;
	for (int i = 0; i + 4 < shape->count; i += 5)
		area += (double)(s[i + 1].x[0] - s[i].x[0]) * (s[i + 2].y[0] - s[i + 1].y[0]);
	return area / 1e6;
}

/* Square points that stand for the datum, or else for nothing. */
static double filled(const Sample *s, bool marked)
{
	double area = 0;
	for (int i = 0; i < s->painter.draws.count; i++) {
		const Draw *draw = list_at(&s->painter.draws, i);
		if (draw->kind == DRAW_SHAPE && (draw->shape.origin.path != NULL) == marked)
			area += area_of(&draw->shape);
	}
	return area;
}

/* On 104 pt ten icons of 9 pt and the gaps between them of 1.507 stand side by side. */
static void what_is_filled_is_the_value(void **state)
{
	(void)state;
	static const Decimal values[] = {0, 1, 400000, 31000000, 31500000, 99999999, 100000000};
	Sample *s = sample_open();
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		array_paint(s, values[i], 100, LEN_PT(104));
		Len gap = LEN_PT(104) / 69, icon = (LEN_PT(104) - 9 * gap) / 10;
		double side = icon / 1000.0, share = (double)values[i] / DECIMAL_ONE;
		assert_true(fabs(filled(s, true) / side - share * side) < 0.001);
		assert_true(fabs(filled(s, false) / side - (100 - floor(share)) * side) < 0.001);
		assert_true(s->painter.draws.count <= 3);
		assert_int_equal(s->sized.height, 10 * icon + 9 * gap);
	}
	assert_int_equal(diags_count(s->setup->diags), 0);
	setup_close(s->setup);
}

static void a_thousand_icons_are_three_draws(void **state)
{
	(void)state;
	Sample *s = sample_open();
	s->spec.columns = 100;
	array_paint(s, 999500000, 1000, LEN_PT(500));
	assert_int_equal(s->painter.draws.count, 3);
	setup_close(s->setup);
}

static void an_outline_is_filled_in_part_by_a_clip(void **state)
{
	(void)state;
	static const Segment outline[] = {{SEGMENT_MOVE, {HALF}, {0}},
					  {SEGMENT_LINE, {2 * HALF}, {HALF}},
					  {SEGMENT_LINE, {0}, {HALF}},
					  {.kind = SEGMENT_CLOSE}};
	static const IconSpec triangle = {
	    .segments = outline, .count = 4, .view_width = 2 * HALF, .view_height = HALF};
	Sample *s = sample_open();
	s->spec.icon = &triangle;
	s->spec.gap = 0;
	array_paint(s, 2250000, 10, LEN_PT(100));
	assert_int_equal(s->sized.height, LEN_PT(5));
	assert_int_equal(s->painter.draws.count, 5);
	const Draw *clip = list_at(&s->painter.draws, 2);
	assert_int_equal(clip->kind, DRAW_CLIP);
	assert_int_equal(clip->shape.segments[0].x[0], LEN_PT(40));
	assert_int_equal(clip->shape.segments[1].x[0], LEN_PT(42) + 500);
	setup_close(s->setup);
}

static void icons_too_small_to_be_seen_are_told(void **state)
{
	(void)state;
	static const Len widths[] = {4000, 1, LEN_PT(20)};
	for (int i = 0; i < 3; i++) {
		Sample *s = sample_open();
		s->spec.gap = i == 2 ? LEN_PT(30) : -1;
		array_paint(s, 0, 100, widths[i]);
		assert_int_equal(diags_count(s->setup->diags), 1);
		assert_non_null(
		    strstr(diags_at(s->setup->diags, 0)->message, "too small to be seen"));
		assert_int_equal(s->painter.draws.count, 0);
		setup_close(s->setup);
	}
}

static void an_array_wider_than_its_column_is_told(void **state)
{
	(void)state;
	Sample *s = sample_open();
	s->spec.width = LEN_PT(80);
	array_paint(s, 5000000, 10, LEN_PT(60));
	assert_true(s->sized.overfull);
	assert_int_equal(diags_count(s->setup->diags), 1);
	assert_string_equal(diags_at(s->setup->diags, 0)->message,
			    "this icon-array is 28.2 mm wide, but there are 21.2 mm for it");
	setup_close(s->setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_filled_is_the_value),
	    cmocka_unit_test(a_thousand_icons_are_three_draws),
	    cmocka_unit_test(an_outline_is_filled_in_part_by_a_clip),
	    cmocka_unit_test(icons_too_small_to_be_seen_are_told),
	    cmocka_unit_test(an_array_wider_than_its_column_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
