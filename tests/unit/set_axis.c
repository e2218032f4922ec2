/* SPDX-License-Identifier: MIT */
/* Numbers along an axis: by chance, on charts of any width; none touches another or leaves its chart. */
#include "text_setup.h"

#include "set/axis.h"

static const Ink black = {.name = "black"};

/* Knuth's linear congruential generator (MMIX). */
static int chance(uint64_t *seed, int below)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (int)((*seed >> 33) % (uint64_t)below);
}

typedef struct Plot {
	Arena *arena;
	Style style;
	ChartSpec spec;
	ChartBox box;
	Axis axis;
	Scale scale;
	Painter painter;
	AxisRoom room;
} Plot;

/* A chart so wide, with its marks somewhere inside it. */
static void plot_open(Plot *p, Arena *a, Ticks ticks, int decimals, Len width, uint64_t *seed)
{
	*p = (Plot){.arena = a, .style = plain_style(), .axis = {.ticks = ticks}};
	p->spec =
	    (ChartSpec){.scale = "s", .axis_style = &p->style, .track = &black, .frame = &black};
	Words *labels = ARENA_ARRAY(a, ticks.count, Words);
	for (int i = 0; i < ticks.count; i++)
		labels[i] = *words_of(a, decimal_text(a, ticks_at(&ticks, i), decimals), &p->style);
	p->axis.labels = labels;
	p->box = (ChartBox){.spec = &p->spec, .axis = &p->axis};
	Len x = chance(seed, width / 2);
	p->scale = (Scale){"s", ticks.first, ticks_last(&ticks), 1 + chance(seed, width - x)};
	p->room = (AxisRoom){1000 + x, 0, 50000, 1000, 1000 + width};
	p->painter = (Painter){.arena = a,
			       .draws = list_new(a, sizeof(Draw)),
			       .tags = list_new(a, sizeof(Tag)),
			       .tag = TAG_ARTIFACT,
			       .parent = -1,
			       .scales = {&p->scale, 1}};
}

static const Run *run_at(const Plot *p, int i)
{
	return &((const Draw *)list_at(&p->painter.draws, i))->run;
}

/* How many numbers stand. */
static int plot_labels(Setup *setup, Plot *p)
{
	Measure m = {.arena = p->arena, .setter = &setup->setter, .fit = &fit_plain};
	SizedAxis sized = size_axis(&m, &p->box, p->room.right - p->room.left);
	p->painter.diags = setup->diags;
	paint_axis_labels(&p->painter, &p->box, &sized, &p->room);
	return p->painter.draws.count;
}

static void numbers_by_chance_keep_clear_and_inside_their_chart(void **state)
{
	(void)state;
	uint64_t seed = 7;
	Setup *setup = setup_open();
	for (int round = 0; round < 600; round++) {
		Arena *a = arena_new();
		Plot p;
		Decimal most = 1 + chance(&seed, 1 << (1 + chance(&seed, 29)));
		Decimal least = chance(&seed, 2) ? 0 : -chance(&seed, 1 << (1 + chance(&seed, 29)));
		Ticks ticks = ticks_over(least * 1000, most * 1000);
		plot_open(&p, a, ticks, 3, LEN_PT(60) + chance(&seed, LEN_PT(200)), &seed);
		int count = plot_labels(setup, &p);
		assert_true(count > 0);
		bool nought = false;
		for (int i = 0; i < count; i++) {
			const Run *run = run_at(&p, i);
			assert_true(run->x >= p.room.left && run->x + run->width <= p.room.right);
			nought |= run->length > 0 && strncmp(run->text, "0.000", 5) == 0;
			if (i > 0)
				assert_true(run->x >= run_at(&p, i - 1)->x +
							  run_at(&p, i - 1)->width + LEN_PT(4));
		}
		assert_true(nought);
		arena_free(a);
	}
	assert_int_equal(diags_errors(setup->diags), 0);
	setup_close(setup);
}

static void where_there_is_room_every_number_stands(void **state)
{
	(void)state;
	uint64_t seed = 1;
	Setup *setup = setup_open();
	Plot p;
	plot_open(&p, setup->arena, ticks_over(0, 30 * DECIMAL_ONE), 0, LEN_PT(400), &seed);
	p.scale.length = LEN_PT(200);
	p.room.x = LEN_PT(100);
	assert_int_equal(plot_labels(setup, &p), 7);
	setup_close(setup);
}

static void a_number_wider_than_its_chart_is_told(void **state)
{
	(void)state;
	uint64_t seed = 1;
	Setup *setup = setup_open();
	Plot p;
	plot_open(&p, setup->arena, ticks_over(0, 30 * DECIMAL_ONE), 6, LEN_PT(9), &seed);
	plot_labels(setup, &p);
	assert_int_equal(diags_errors(setup->diags), 1);
	setup_close(setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(numbers_by_chance_keep_clear_and_inside_their_chart),
	    cmocka_unit_test(where_there_is_room_every_number_stands),
	    cmocka_unit_test(a_number_wider_than_its_chart_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
