/* SPDX-License-Identifier: MIT */
/* A map with its mark and label, everywhere on earth: nothing leaves the map, nothing covers the mark. */
#include "text_setup.h"

#include "read/land.h"
#include "set/locator.h"

#include <math.h>
#include <stdlib.h>

static const Ink black = {.name = "black"}, grey = {.name = "grey"};

/* A map that is sized and painted with its corner at 50, 60 pt. */
typedef struct Sample {
	Setup *setup;
	Style style;
	Layout layout;
	LocatorSpec spec;
	Element element;
	LocatorBox locator;
	Box box;
	Sized sized;
	Painter painter;
} Sample;

enum { LEFT = LEN_PT(50), TOP = LEN_PT(60) };

static Sample *sample_open(void)
{
	Setup *setup = setup_open();
	Sample *s = ARENA_NEW(setup->arena, Sample);
	Source source = {"layouts/maps/land.xml", NULL, {0}};
	Ingredient file;
	s->setup = setup;
	s->style = plain_style();
	s->style.color = &black;
	s->layout = (Layout){.style_count = 1};
	s->spec.land = land_read(setup->arena, &source, &file, setup->diags);
	s->spec.ink = &black;
	s->spec.ground = &grey;
	s->element = (Element){.kind = ELEMENT_LOCATOR_MAP, .name = "locator-map"};
	s->element.locator = &s->spec;
	s->element.place = (Place){"layout.xml", 12, 3};
	return s;
}

static void map_paint(Sample *s, double lat, double lon, const char *label, Len width)
{
	Arena *a = s->setup->arena;
	s->locator = (LocatorBox){.spec = &s->spec, .known = true};
	s->locator.lat = llround(lat * DECIMAL_ONE);
	s->locator.lon = llround(lon * DECIMAL_ONE);
	s->locator.lat_origin.path = "@lat";
	s->locator.lon_origin.path = "@lon";
	s->locator.label = *words_of(a, label, &s->style);
	s->box = (Box){.element = &s->element, .locator = &s->locator, .alt = "a map"};
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
	paint_locator(&s->painter, &s->sized, LEFT, TOP);
}

static const Draw *draw_at(const Sample *s, int i)
{
	return list_at(&s->painter.draws, i);
}

/* The shape that stands for a datum. */
static const Shape *mark_of(const Sample *s, const char *path)
{
	for (int i = 0; i < s->painter.draws.count; i++)
		if (draw_at(s, i)->kind == DRAW_SHAPE &&
		    str_equal(draw_at(s, i)->shape.origin.path, path))
			return &draw_at(s, i)->shape;
	fail_msg("nothing stands for %s", path);
	return NULL;
}

/* The middle of a circle, which begins at its top. */
static void middle_of(const Shape *circle, double *x, double *y)
{
	*x = circle->segments[0].x[0];
	*y = (circle->segments[0].y[0] + circle->segments[2].y[2]) / 2.0;
}

static void the_dot_and_the_ring_stand_at_the_place(void **state)
{
	(void)state;
	Sample *s = sample_open();
	s->spec.across = 60;
	s->spec.height = LEN_PT(90);
	map_paint(s, 25.04, 102.72, "Kunming", LEN_PT(100));
	double x, y, ring_x, ring_y;
	middle_of(mark_of(s, "@lat"), &x, &y);
	middle_of(mark_of(s, "@lon"), &ring_x, &ring_y);
	assert_true(fabs(x - LEN_PT(100)) < 2 && fabs(y - LEN_PT(105)) < 2);
	assert_true(fabs(x - ring_x) < 2 && fabs(y - ring_y) < 2);
	assert_int_equal(s->sized.height, LEN_PT(90));
	setup_close(s->setup);
}

static const Run *run_of(const Sample *s)
{
	for (int i = 0; i < s->painter.draws.count; i++)
		if (draw_at(s, i)->kind == DRAW_RUN)
			return &draw_at(s, i)->run;
	return NULL;
}

/* That all runs lie in the map, and none over the ring. */
static void assert_label_stands_well(const Sample *s)
{
	double x, y;
	int runs = 0;
	middle_of(mark_of(s, "@lat"), &x, &y);
	for (int i = 0; i < s->painter.draws.count; i++) {
		const Draw *draw = draw_at(s, i);
		if (draw->kind != DRAW_RUN)
			continue;
		const Run *run = &draw->run;
		Len ascent = run->size * 3 / 4, descent = run->size / 4;
		runs++;
		assert_in_range(run->x, LEFT, LEFT + s->sized.width - run->width);
		assert_in_range(run->y, TOP + ascent, TOP + s->sized.height - descent);
		bool beside = run->x > x + 3200 || run->x + run->width < x - 3200;
		assert_true(beside || run->y - ascent > y + 1500 || run->y + descent < y - 1500);
	}
	assert_true(runs > 0);
}

static void a_label_never_leaves_the_map_nor_covers_its_mark(void **state)
{
	(void)state;
	static const char *const labels[] = {"Ulm", "Kunming", "Shenzhen–Hong Kong–Guangzhou"};
	Sample *s = sample_open();
	for (int across = 0; across <= 60; across += 60)
		for (int l = 0; l < 3; l++)
			for (int lat = -90; lat <= 90; lat += 30)
				for (int lon = -180; lon <= 180; lon += 45) {
					s->spec.across = across;
					map_paint(s, lat, lon, labels[l], LEN_PT(220));
					assert_label_stands_well(s);
				}
	assert_int_equal(diags_count(s->setup->diags), 0);
	setup_close(s->setup);
}

static void a_label_stands_to_the_right_where_there_is_room_else_to_the_left(void **state)
{
	(void)state;
	Sample *s = sample_open();
	double x, y;
	map_paint(s, 25, -100, "Monterrey", LEN_PT(220));
	middle_of(mark_of(s, "@lat"), &x, &y);
	assert_true(run_of(s)->x > x);
	map_paint(s, -18, 178, "Suva", LEN_PT(220));
	middle_of(mark_of(s, "@lat"), &x, &y);
	assert_true(run_of(s)->x + run_of(s)->width < x);
	setup_close(s->setup);
}

static void a_label_that_fits_nowhere_is_told_and_not_painted(void **state)
{
	(void)state;
	Sample *s = sample_open();
	s->spec.height = LEN_PT(12);
	map_paint(s, 25, 100, "Shenzhen–Hong Kong–Guangzhou and all around it", LEN_PT(60));
	assert_null(run_of(s));
	assert_true(s->sized.overfull);
	assert_int_equal(diags_count(s->setup->diags), 1);
	const Diag *told = diags_at(s->setup->diags, 0);
	assert_string_equal(
	    told->message,
	    "the words \"Shenzhen–Hong Kong–Guangzhou and all around it\" do not fit "
	    "anywhere beside their mark on this locator-map of 21.2 mm by 4.2 mm");
	assert_int_equal(told->place.line, 12);
	assert_non_null(told->hint);
	setup_close(s->setup);
}

static void a_map_too_small_for_its_mark_is_told(void **state)
{
	(void)state;
	Sample *s = sample_open();
	s->spec.height = 1;
	map_paint(s, 25, 100, "X", LEN_PT(60));
	assert_int_equal(diags_count(s->setup->diags), 1);
	assert_string_equal(diags_at(s->setup->diags, 0)->message,
			    "this locator-map is 21.2 mm by 0.1 mm, too small for its mark");
	assert_int_equal(s->painter.draws.count, 0);
	setup_close(s->setup);
}

/* As high as no sheet is, or as wide: it is told elsewhere that it does not fit the page. */
static void maps_beyond_all_measure_are_painted_somewhere(void **state)
{
	(void)state;
	Sample *s = sample_open();
	s->spec.height = LEN_MAX;
	for (int across = 0; across <= 150; across += 50) {
		s->spec.across = across;
		map_paint(s, -41.3, 174.8, "Wellington", LEN_PT(200));
		assert_true(s->sized.height > LEN_MAX / 2);
	}
	setup_close(s->setup);
}

static void without_a_place_there_are_words_over_the_world(void **state)
{
	(void)state;
	Sample *s = sample_open();
	Arena *a = s->setup->arena;
	s->spec.frame = &black;
	map_paint(s, 0, 0, "X", LEN_PT(150));
	s->spec.height = LEN_PT(10);
	s->locator = (LocatorBox){.spec = &s->spec};
	s->locator.placeholder = *words_of(a, "No position is known of it", &s->style);
	Measure m = {
	    .arena = a, .setter = &s->setup->setter, .fit = &fit_plain, .layout = &s->layout};
	s->sized = size_box(&m, &s->box, LEN_PT(150));
	assert_true(s->sized.height > LEN_PT(14 + 12)); /* the words have room in any case */
	s->painter.draws.count = 0;
	paint_locator(&s->painter, &s->sized, LEFT, TOP);
	assert_non_null(run_of(s));
	for (int i = 0; i < s->painter.draws.count; i++)
		if (draw_at(s, i)->kind == DRAW_SHAPE)
			assert_null(draw_at(s, i)->shape.origin.path);
	assert_int_equal(diags_count(s->setup->diags), 0);
	setup_close(s->setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_dot_and_the_ring_stand_at_the_place),
	    cmocka_unit_test(a_label_never_leaves_the_map_nor_covers_its_mark),
	    cmocka_unit_test(a_label_stands_to_the_right_where_there_is_room_else_to_the_left),
	    cmocka_unit_test(a_label_that_fits_nowhere_is_told_and_not_painted),
	    cmocka_unit_test(a_map_too_small_for_its_mark_is_told),
	    cmocka_unit_test(maps_beyond_all_measure_are_painted_somewhere),
	    cmocka_unit_test(without_a_place_there_are_words_over_the_world),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
