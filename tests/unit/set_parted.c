/* SPDX-License-Identifier: MIT */
/* Stacked bars by chance: parts as long as their values, words that stand clear of each other. */
#include "text_setup.h"

#include "set/parts.h"
#include "set/plot_parted.h"

static const Ink black = {.name = "black"};

enum { MOST = 60 };

/* Knuth's linear congruential generator (MMIX). */
static int chance(uint64_t *seed, int below)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (int)((*seed >> 33) % (uint64_t)below);
}

typedef struct Stack {
	Arena *arena;
	Style style;
	ChartSpec spec;
	ChartBox box;
	ChartItem items[MOST];
	SizedChart chart;
	Painter painter;
} Stack;

static void stack_open(Stack *s, Setup *setup, Arena *a, int count)
{
	*s = (Stack){.arena = a, .style = plain_style()};
	s->spec = (ChartSpec){
	    .kind = CHART_STACK, .scale = "s", .ink = &black, .track = &black, .bar_height = 20000};
	s->box = (ChartBox){.spec = &s->spec, .items = s->items, .count = count};
	s->chart.count = count;
	s->painter = (Painter){.arena = a,
			       .draws = list_new(a, sizeof(Draw)),
			       .tags = list_new(a, sizeof(Tag)),
			       .tag = TAG_ARTIFACT,
			       .parent = -1,
			       .diags = setup->diags};
}

static void item_put(Stack *s, int i, const char *label, Decimal value)
{
	s->items[i] = (ChartItem){.label = *words_of(s->arena, label, &s->style),
				  .figure = *words_of(s->arena, "12%", &s->style),
				  .value = value,
				  .origin = {.path = "v", .start = i}};
	s->box.whole += value;
}

static void stack_paint(Stack *s, Setup *setup, Len width)
{
	static const Layout layout = {.name = "stack"};
	Measure m = {
	    .arena = s->arena, .setter = &setup->setter, .fit = &fit_plain, .layout = &layout};
	size_parted(&m, &s->box, width, &s->chart);
	paint_parted(&s->painter, &s->box, &s->chart, 0, 0);
}

static const Draw *draw_at(const Stack *s, int i)
{
	return list_at((List *)&s->painter.draws, i);
}

/* The parts, each by its item: what carries a datum. Returns how many there are. */
static int parts_look(const Stack *s, Len *lengths, Len *end)
{
	int count = 0;
	*end = 0;
	for (int i = 0; i < s->painter.draws.count; i++) {
		const Draw *draw = draw_at(s, i);
		if (draw->kind != DRAW_SHAPE || !draw->shape.origin.path)
			continue;
		assert_int_equal(draw->shape.segments[0].x[0], *end);
		lengths[draw->shape.origin.start] = draw->shape.segments[1].x[0] - *end;
		count++;
		*end = draw->shape.segments[1].x[0];
	}
	return count;
}

/* Over each other: by what a line of this style takes. */
static bool runs_overlap(const Run *a, const Run *b, Len leading)
{
	Len apart = a->y > b->y ? a->y - b->y : b->y - a->y;
	return apart < leading / 2 && a->x < b->x + b->width && b->x < a->x + a->width;
}

static void assert_words_stand_clear(const Stack *s, Len width)
{
	for (int i = 0; i < s->painter.draws.count; i++) {
		if (draw_at(s, i)->kind != DRAW_RUN)
			continue;
		const Run *run = &draw_at(s, i)->run;
		assert_true(run->x >= 0 && run->x + run->width <= width);
		assert_true(run->y <= s->chart.plot_height);
		for (int k = 0; k < i; k++)
			if (draw_at(s, k)->kind == DRAW_RUN)
				assert_false(runs_overlap(run, &draw_at(s, k)->run, LEN_PT(10)));
	}
}

static void parts_are_as_long_as_their_values_and_words_stand_clear(void **state)
{
	(void)state;
	static const char *const labels[] = {"Optics", "Basic materials chemistry", "IT", "",
					     "Macromolecular chemistry, polymers and the like"};
	uint64_t seed = 3;
	Setup *setup = setup_open();
	for (int round = 0; round < 400; round++) {
		Arena *a = arena_new();
		Stack s;
		int count = 1 + chance(&seed, MOST);
		Len width = LEN_PT(150) + chance(&seed, LEN_PT(400)), lengths[MOST], end;
		stack_open(&s, setup, a, count);
		for (int i = 0; i < count; i++)
			item_put(&s, i, labels[chance(&seed, 5)],
				 chance(&seed, 4) ? chance(&seed, 1 << (1 + chance(&seed, 29)))
						  : 0);
		stack_paint(&s, setup, width);
		memset(lengths, 0, sizeof lengths);
		parts_look(&s, lengths, &end);
		for (int i = 0; i < count && s.box.whole > 0; i++) {
			double exact = (double)s.items[i].value * width / (double)s.box.whole;
			assert_true(lengths[i] - exact < 1.01 && exact - lengths[i] < 1.01);
		}
		assert_int_equal(end, s.box.whole ? width : 0);
		assert_words_stand_clear(&s, width);
		arena_free(a);
	}
	assert_int_equal(diags_errors(setup->diags), 0);
	setup_close(setup);
}

static void what_items_lack_of_their_whole_is_left(void **state)
{
	(void)state;
	Setup *setup = setup_open();
	Stack s;
	Len lengths[2], end;
	stack_open(&s, setup, setup->arena, 2);
	item_put(&s, 0, "A", 20 * DECIMAL_ONE);
	item_put(&s, 1, "B", 30 * DECIMAL_ONE);
	s.box.whole = 100 * DECIMAL_ONE;
	stack_paint(&s, setup, LEN_PT(200));
	assert_int_equal(parts_look(&s, lengths, &end), 2);
	assert_int_equal(end, LEN_PT(100));
	assert_int_equal(lengths[0], LEN_PT(40));
	setup_close(setup);
}

static void parts_of_nothing_have_no_length_but_are_named(void **state)
{
	(void)state;
	Setup *setup = setup_open();
	Stack s;
	Len lengths[2], end;
	stack_open(&s, setup, setup->arena, 2);
	item_put(&s, 0, "A", 0);
	item_put(&s, 1, "B", 0);
	stack_paint(&s, setup, LEN_PT(200));
	assert_int_equal(parts_look(&s, lengths, &end), 0);
	int runs = 0;
	for (int i = 0; i < s.painter.draws.count; i++)
		runs += draw_at(&s, i)->kind == DRAW_RUN;
	assert_int_equal(runs, 4);
	setup_close(setup);
}

/* 10^12 and one: the product with the width would not fit 64 bits. */
static void parts_may_be_enormous(void **state)
{
	(void)state;
	Setup *setup = setup_open();
	Stack s;
	Len lengths[2], end;
	stack_open(&s, setup, setup->arena, 2);
	item_put(&s, 0, "A", (Decimal)1000000000000 * DECIMAL_ONE);
	item_put(&s, 1, "B", (Decimal)3000000000000 * DECIMAL_ONE);
	stack_paint(&s, setup, LEN_PT(200));
	assert_int_equal(parts_look(&s, lengths, &end), 2);
	assert_int_equal(lengths[0], LEN_PT(50));
	assert_int_equal(end, LEN_PT(200));
	setup_close(setup);
}

/* Parts that stand next to each other in a bar, and parts in the same ink, have different patterns. */
static void neighbours_have_different_patterns(void **state)
{
	(void)state;
	static const Ink *const inks[] = {&black, &black, &black, &black,
					  &black, &black, &black, &black};
	for (int count = 1; count <= 8; count++) {
		Palette palette = {.name = "p", .inks = inks, .count = count};
		ChartSpec spec = {.kind = CHART_STACK, .palette = &palette};
		for (int i = 0; i < 40; i++) {
			assert_int_not_equal(part_hatch(&spec, i), part_hatch(&spec, i + 1));
			assert_int_not_equal(part_hatch(&spec, i), part_hatch(&spec, i + count));
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(parts_are_as_long_as_their_values_and_words_stand_clear),
	    cmocka_unit_test(what_items_lack_of_their_whole_is_left),
	    cmocka_unit_test(parts_of_nothing_have_no_length_but_are_named),
	    cmocka_unit_test(parts_may_be_enormous),
	    cmocka_unit_test(neighbours_have_different_patterns),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
