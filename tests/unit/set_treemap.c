/* SPDX-License-Identifier: MIT */
/* Treemaps by chance: words inside their tiles or in the key, none twice, none left out, none over another. */
#include "text_setup.h"

#include "set/parts.h"
#include "set/plot_treemap.h"

enum { MOST = 60 };

static const Ink black = {.name = "black"}, white = {.name = "white"};
static const Ink *const lettering[] = {&white};

/* Knuth's linear congruential generator (MMIX). */
static int chance(uint64_t *seed, int below)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (int)((*seed >> 33) % (uint64_t)below);
}

typedef struct Map {
	Arena *arena;
	Style style;
	Layout layout;
	ChartSpec spec;
	ChartBox box;
	ChartItem items[MOST];
	SizedChart chart;
	Painter painter;
} Map;

static void map_open(Map *s, Setup *setup, Arena *a, int count)
{
	*s = (Map){.arena = a, .style = plain_style(), .layout = {.style_count = 1}};
	s->spec = (ChartSpec){.kind = CHART_TREEMAP,
			      .ink = &black,
			      .track = &black,
			      .lettering = lettering,
			      .height = LEN_PT(120)};
	s->box = (ChartBox){.spec = &s->spec, .items = s->items, .count = count};
	s->chart.count = count;
	s->painter = (Painter){.arena = a,
			       .draws = list_new(a, sizeof(Draw)),
			       .tags = list_new(a, sizeof(Tag)),
			       .tag = TAG_ARTIFACT,
			       .parent = -1,
			       .diags = setup->diags};
}

static void item_put(Map *s, int i, const char *label, Decimal value)
{
	s->items[i] = (ChartItem){.label = *words_of(s->arena, label, &s->style),
				  .figure = *words_of(s->arena, "12%", &s->style),
				  .value = value,
				  .origin = {.path = "v", .start = i}};
	s->box.whole += value;
}

static void map_paint(Map *s, Setup *setup, Len width)
{
	for (int i = 0; i < s->box.count; i++) {
		int rank = 0;
		for (int k = 0; k < s->box.count; k++)
			rank += s->items[k].value > s->items[i].value ||
				(s->items[k].value == s->items[i].value && k < i);
		s->items[i].rank = rank;
		s->items[i].number =
		    *words_of(s->arena, str_format(s->arena, "%d", rank + 1), &s->style);
	}
	Measure m = {
	    .arena = s->arena, .setter = &setup->setter, .fit = &fit_plain, .layout = &s->layout};
	size_treemap(&m, &s->box, width, &s->chart);
	paint_treemap(&s->painter, &s->box, &s->chart, 0, 0);
}

static const Draw *draw_at(const Map *s, int i)
{
	return list_at(&s->painter.draws, i);
}

/* Over each other: by what letters of this style take. */
static bool runs_overlap(const Run *a, const Run *b)
{
	Len apart = a->y > b->y ? a->y - b->y : b->y - a->y;
	return apart < LEN_PT(7) && a->x < b->x + b->width && b->x < a->x + a->width;
}

static bool crosses(const Run *run, const Segment *s)
{
	Len left = s[0].x[0], right = s[1].x[0], top = s[0].y[0], bottom = s[2].y[0];
	bool inside = run->x >= left && run->x + run->width <= right && run->y - LEN_PT(7) >= top &&
		      run->y <= bottom;
	bool outside = run->x >= right || run->x + run->width <= left ||
		       run->y - LEN_PT(7) >= bottom || run->y <= top;
	return !inside && !outside;
}

/* Each run stands on the plot, clear of the others, and inside one tile or outside of all. */
static void assert_words_stand_clear(const Map *s, Len width)
{
	for (int i = 0; i < s->painter.draws.count; i++) {
		if (draw_at(s, i)->kind != DRAW_RUN)
			continue;
		const Run *run = &draw_at(s, i)->run;
		assert_true(run->x >= 0 && run->x + run->width <= width);
		assert_true(run->y <= s->chart.plot_height);
		for (int k = 0; k < s->painter.draws.count; k++) {
			const Draw *draw = draw_at(s, k);
			if (k < i && draw->kind == DRAW_RUN)
				assert_false(runs_overlap(run, &draw->run));
			if (draw->kind == DRAW_SHAPE && draw->shape.origin.path)
				assert_false(crosses(run, draw->shape.segments));
		}
	}
}

static int figures_of(const Map *s)
{
	int figures = 0;
	for (int i = 0; i < s->painter.draws.count; i++)
		if (draw_at(s, i)->kind == DRAW_RUN)
			figures += draw_at(s, i)->run.text[0] == '1' &&
				   draw_at(s, i)->run.length >= 3 &&
				   memcmp(draw_at(s, i)->run.text, "12%", 3) == 0;
	return figures;
}

static void assert_true_areas(const Map *s, Len width)
{
	double all = (double)width * s->spec.height;
	for (int i = 0; i < s->painter.draws.count; i++) {
		const Shape *shape = &draw_at(s, i)->shape;
		if (draw_at(s, i)->kind != DRAW_SHAPE || !shape->origin.path)
			continue;
		double across = shape->segments[1].x[0] - shape->segments[0].x[0];
		double down = shape->segments[2].y[0] - shape->segments[0].y[0];
		double exact =
		    all * (double)s->items[shape->origin.start].value / (double)s->box.whole;
		double off = across * down - exact;
		assert_true(off < 1.01 * (across + down) + 2 && -off < 1.01 * (across + down) + 2);
	}
}

static void every_item_is_named_once_in_its_tile_or_in_the_key(void **state)
{
	(void)state;
	static const char *const labels[] = {"Optics", "Basic materials chemistry", "IT", "Soil",
					     "Macromolecular chemistry, polymers and the like"};
	uint64_t seed = 5;
	Setup *setup = setup_open();
	for (int round = 0; round < 300; round++) {
		Arena *a = arena_new();
		Map s;
		int count = 1 + chance(&seed, MOST);
		Len width = LEN_PT(150) + chance(&seed, LEN_PT(400));
		map_open(&s, setup, a, count);
		for (int i = 0; i < count; i++)
			item_put(&s, i, labels[chance(&seed, 5)],
				 chance(&seed, 4) ? chance(&seed, 1 << (1 + chance(&seed, 29)))
						  : 0);
		map_paint(&s, setup, width);
		assert_int_equal(figures_of(&s), count);
		assert_words_stand_clear(&s, width);
		assert_true_areas(&s, width);
		arena_free(a);
	}
	assert_int_equal(diags_errors(setup->diags), 0);
	setup_close(setup);
}

static void tiles_without_area_are_in_the_key_alone(void **state)
{
	(void)state;
	Setup *setup = setup_open();
	Map s;
	map_open(&s, setup, setup->arena, 3);
	for (int i = 0; i < 3; i++)
		item_put(&s, i, "A", 0);
	map_paint(&s, setup, LEN_PT(200));
	assert_int_equal(figures_of(&s), 3);
	for (int i = 0; i < s.painter.draws.count; i++)
		if (draw_at(&s, i)->kind == DRAW_SHAPE)
			assert_null(draw_at(&s, i)->shape.origin.path);
	setup_close(setup);
}

static void one_item_takes_the_whole_map(void **state)
{
	(void)state;
	Setup *setup = setup_open();
	Map s;
	map_open(&s, setup, setup->arena, 1);
	item_put(&s, 0, "Optics", (Decimal)999999999999 * DECIMAL_ONE);
	map_paint(&s, setup, LEN_PT(200));
	const Shape *tile = &draw_at(&s, 0)->shape;
	assert_int_equal(tile->segments[2].x[0], LEN_PT(200));
	assert_int_equal(tile->segments[2].y[0], LEN_PT(120));
	assert_int_equal(s.chart.plot_height, LEN_PT(120));
	setup_close(setup);
}

/* Whatever a map's width, nothing is cut: a word that is wider is told. */
static void a_map_too_narrow_for_its_key_is_told(void **state)
{
	(void)state;
	Setup *setup = setup_open();
	Map s;
	map_open(&s, setup, setup->arena, 2);
	item_put(&s, 0, "Pharmaceuticals", DECIMAL_ONE);
	item_put(&s, 1, "Optics", 0);
	map_paint(&s, setup, LEN_PT(40));
	assert_true(s.chart.overfull);
	assert_true(diags_errors(setup->diags) > 0);
	setup_close(setup);
}

static void a_word_of_the_key_is_condensed_before_it_is_told(void **state)
{
	(void)state;
	Setup *setup = setup_open();
	Map s;
	map_open(&s, setup, setup->arena, 2);
	item_put(&s, 0, "A", DECIMAL_ONE);
	item_put(&s, 1, "Telecommunications", 0);
	Measure m = {.arena = s.arena, .setter = &setup->setter, .fit = &fit_plain};
	/* Beside a swatch and a figure. */
	Len width = size_words_natural(&m, &s.items[1].label) +
		    size_words_natural(&m, &s.items[1].figure) + LEN_PT(8 + 4 + 4);
	map_paint(&s, setup, width - LEN_PT(4));
	assert_false(s.chart.overfull);
	assert_int_equal(diags_errors(setup->diags), 0);
	setup_close(setup);
}

static void items_that_are_not_shown_leave_their_room_empty(void **state)
{
	(void)state;
	Setup *setup = setup_open();
	Map s;
	map_open(&s, setup, setup->arena, 2);
	item_put(&s, 0, "A", 30 * DECIMAL_ONE);
	item_put(&s, 1, "B", 20 * DECIMAL_ONE);
	s.box.whole = 100 * DECIMAL_ONE;
	map_paint(&s, setup, LEN_PT(200));
	assert_true_areas(&s, LEN_PT(200));
	const Shape *rest = &draw_at(&s, 0)->shape;
	double across = rest->segments[1].x[0] - rest->segments[0].x[0];
	double down = rest->segments[2].y[0] - rest->segments[0].y[0];
	assert_true(across * down > 0.4999 * LEN_PT(200) * LEN_PT(120));
	setup_close(setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_item_is_named_once_in_its_tile_or_in_the_key),
	    cmocka_unit_test(tiles_without_area_are_in_the_key_alone),
	    cmocka_unit_test(one_item_takes_the_whole_map),
	    cmocka_unit_test(a_map_too_narrow_for_its_key_is_told),
	    cmocka_unit_test(a_word_of_the_key_is_condensed_before_it_is_told),
	    cmocka_unit_test(items_that_are_not_shown_leave_their_room_empty),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
