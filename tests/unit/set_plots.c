/* SPDX-License-Identifier: MIT */
/* Charts of items by chance, small and large: either their words stand clear of each other, of the marks and inside
 * the chart, or it is told that they cannot; and marks are as long as their values. */
#include "text_setup.h"

#include "set/axis.h"
#include "set/chart.h"

#include <stdlib.h>

enum { MOST = 60, LEFT = LEN_PT(50), TOP = LEN_PT(30) };

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
	const Style *styles[1];
	Layout layout;
	ChartSpec spec;
	Element element;
	ChartItem items[MOST];
	ChartBox chart;
	Box box;
	Axis axis;
	Words more;
	Sized sized;
	Painter painter;
} Plot;

static const Words *words_by_chance(Arena *a, const Style *style, uint64_t *seed, int most)
{
	static const char *const some[] = {"Optics",     "Soil",   "and",           "of the sea",
					   "Chemistry,", "rivers", "biotechnology", "x"};
	StrBuf text = {.arena = a};
	for (int i = chance(seed, most); i >= 0; i--)
		strbuf_format(&text, "%s%s", some[chance(seed, 8)], i ? " " : "");
	return words_of(a, strbuf_text(&text), style);
}

static void item_by_chance(Plot *p, ChartItem *item, uint64_t *seed, bool losses, int digits)
{
	Arena *a = p->arena;
	Decimal value = 0;
	for (int i = chance(seed, digits + 1); i > 0; i--)
		value = value * 10 + chance(seed, 10);
	item->value = (losses && chance(seed, 2) ? -value : value) * 1000;
	item->label = *words_by_chance(a, &p->style, seed, 4);
	item->figure = *words_of(a, decimal_text(a, item->value, 3), &p->style);
	item->origin = (Origin){.path = "a/@v"};
	item->has_from = p->spec.kind == CHART_DOTS && chance(seed, 2);
	item->from = item->value / 2;
	item->from_figure = item->figure;
}

/* From nought, but for dots. */
static void axis_of(Plot *p)
{
	bool dots = p->spec.kind == CHART_DOTS;
	Decimal least = dots ? p->items[0].value : 0, most = least;
	for (int i = 0; i < p->chart.count; i++) {
		Decimal value = p->items[i].value;
		Decimal from = p->items[i].has_from ? p->items[i].from : value;
		least = value < least ? value : least;
		least = from < least ? from : least;
		most = value > most ? value : most;
		most = from > most ? from : most;
	}
	p->axis.ticks = ticks_over(least, most);
	Words *labels = ARENA_ARRAY(p->arena, p->axis.ticks.count, Words);
	for (int i = 0; i < p->axis.ticks.count; i++)
		labels[i] = *words_of(
		    p->arena, decimal_text(p->arena, ticks_at(&p->axis.ticks, i), 0), &p->style);
	p->axis.labels = labels;
	p->chart.axis = &p->axis;
}

static void plot_by_chance(Plot *p, Arena *a, ChartKind kind, int count, uint64_t *seed)
{
	*p = (Plot){.arena = a, .style = plain_style()};
	p->style.size = LEN_PT(5) + chance(seed, LEN_PT(5));
	p->styles[0] = &p->style;
	p->layout = (Layout){.styles = p->styles, .style_count = 1};
	bool axis = chance(seed, 2), losses = chance(seed, 3) == 0;
	int digits = 1 + chance(seed, 12);
	p->spec = (ChartSpec){.kind = kind,
			      .place = {"layout.xml", 4, 2},
			      .scale = "s",
			      .ink = &black,
			      .track = &black,
			      .frame = &black,
			      .label_style = &p->style,
			      .figure_style = &p->style,
			      .axis_style = axis ? &p->style : NULL,
			      .label_width = {TRACK_PERCENT, 45000},
			      .row_height = LEN_PT(14),
			      .bar_height = LEN_PT(8),
			      .height = LEN_PT(20) + chance(seed, LEN_PT(200)),
			      .rows = 8};
	for (int i = 0; i < count; i++)
		item_by_chance(p, &p->items[i], seed, losses, digits);
	p->more = (Words){.text = "", .style = &p->style};
	p->chart = (ChartBox){.spec = &p->spec,
			      .title = {.text = "", .style = &p->style},
			      .items = p->items,
			      .count = count,
			      .rest = {.least = count, .more = &p->more}};
	if (axis)
		axis_of(p);
	p->element = (Element){.kind = ELEMENT_CHART, .name = "chart", .chart = &p->spec};
	p->box = (Box){.element = &p->element, .chart = &p->chart};
}

/* Sized and painted; false when something was told. */
static bool plot_paint(Setup *setup, Plot *p, Len width)
{
	Measure m = {
	    .arena = p->arena, .setter = &setup->setter, .fit = &fit_plain, .layout = &p->layout};
	p->sized = size_box(&m, &p->box, width);
	p->painter = (Painter){.arena = p->arena,
			       .draws = list_new(p->arena, sizeof(Draw)),
			       .tags = list_new(p->arena, sizeof(Tag)),
			       .tag = TAG_ARTIFACT,
			       .parent = -1,
			       .layout = &p->layout,
			       .fit = &fit_plain,
			       .diags = diags_new(p->arena),
			       .scales = scales_of(p->arena, &p->sized, 1)};
	paint_chart(&p->painter, &p->sized, LEFT, TOP);
	bool told = diags_errors(p->painter.diags) > 0 || p->sized.over > 0;
	assert_true(told == p->sized.overfull);
	return !told;
}

/* A rectangle of the page that something takes. */
typedef struct Taken {
	Len left, top, right, bottom;
	bool words;
} Taken;

static bool touch(const Taken *a, const Taken *b)
{
	return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

/* What a draw takes: words by the height of their small letters, marks as they are; nothing for lines. */
static bool taken_by(const Draw *draw, Taken *out)
{
	const Shape *shape = &draw->shape;
	if (draw->kind == DRAW_RUN) {
		const Run *run = &draw->run;
		*out = (Taken){run->x, run->y - run->size / 2, run->x + run->width, run->y, true};
		return true;
	}
	if (draw->kind != DRAW_SHAPE || !shape->fill || !shape->origin.path)
		return false;
	*out = (Taken){LEN_MAX, LEN_MAX, -LEN_MAX, -LEN_MAX, false};
	for (int i = 0; i < shape->count; i++) {
		if (shape->segments[i].kind == SEGMENT_CLOSE)
			continue;
		int point = shape->segments[i].kind == SEGMENT_CURVE ? 2 : 0;
		Len x = shape->segments[i].x[point], y = shape->segments[i].y[point];
		*out = (Taken){len_min(out->left, x), len_min(out->top, y), len_max(out->right, x),
			       len_max(out->bottom, y), false};
	}
	return true;
}

static void check_clear(const Plot *p, Len width)
{
	Taken all[10 * MOST];
	int count = 0;
	for (int i = 0; i < p->painter.draws.count && count < 10 * MOST; i++) {
		if (!taken_by(list_at(&p->painter.draws, i), &all[count]))
			continue;
		const Taken *new = &all[count++];
		if (new->words)
			assert_true(new->left >= LEFT - 1 && new->right <= LEFT + width + 1);
		assert_true(new->top >= TOP - 1 && new->bottom <= TOP + p->sized.height + 1);
		for (int k = 0; k + 1 < count; k++)
			assert_false((new->words || all[k].words) && touch(new, &all[k]));
	}
}

/* Marks stand in the order of their data; one of nought is not there. */
static void check_marks(const Plot *p, bool upright)
{
	int item = 0;
	const Scale *scale = p->painter.scales.items;
	for (int i = 0; i < p->painter.draws.count; i++) {
		const Draw *draw = list_at(&p->painter.draws, i);
		Taken mark;
		if (draw->kind != DRAW_SHAPE || !taken_by(draw, &mark))
			continue;
		while (llabs(p->items[item].value) * (long double)scale->length /
			   ((long double)scale->to - scale->from) <
		       0.5L)
			item++;
		long double exact = (long double)llabs(p->items[item].value) * scale->length /
				    ((long double)scale->to - scale->from);
		Len length = upright ? mark.bottom - mark.top : mark.right - mark.left;
		assert_true(length - exact <= 0.501L && length - exact >= -0.501L);
		item++;
	}
}

/* A dot for each item, in the order of the data, each in its place. */
static void check_dots(const Plot *p)
{
	int item = 0;
	Len room = 0;
	for (int i = 0; i < p->painter.draws.count; i++) {
		const Draw *draw = list_at(&p->painter.draws, i);
		Taken dot;
		if (draw->kind != DRAW_SHAPE || !taken_by(draw, &dot))
			continue;
		Len at = scale_at(&p->painter.scales, "s", p->items[item++].value);
		Len middle = (dot.left + dot.right) / 2;
		if (item == 1)
			room = middle - at;
		assert_true(abs(middle - at - room) <= 1);
	}
	assert_int_equal(item, p->chart.count);
}

static int rounds(ChartKind kind, bool upright)
{
	uint64_t seed = 5;
	int stood = 0;
	Setup *setup = setup_open();
	for (int round = 0; round < 500; round++) {
		Arena *a = arena_new();
		Plot p;
		int count = 1 + chance(&seed, chance(&seed, 4) ? 8 : MOST);
		Len width = LEN_PT(30) + chance(&seed, LEN_PT(500));
		plot_by_chance(&p, a, kind, count, &seed);
		if (plot_paint(setup, &p, width)) {
			check_clear(&p, width);
			if (kind == CHART_DOTS)
				check_dots(&p);
			else
				check_marks(&p, upright);
			stood++;
		}
		arena_free(a);
	}
	setup_close(setup);
	return stood;
}

static void bars_by_chance_stand_clear_or_are_told(void **state)
{
	(void)state;
	assert_in_range(rounds(CHART_BARS, false), 200, 499);
}

static void columns_by_chance_stand_clear_or_are_told(void **state)
{
	(void)state;
	assert_in_range(rounds(CHART_COLUMNS, true), 100, 499);
}

static void dots_by_chance_stand_clear_or_are_told(void **state)
{
	(void)state;
	assert_in_range(rounds(CHART_DOTS, false), 150, 499);
}

static void columns_without_room_say_how_many_would_have_it(void **state)
{
	(void)state;
	uint64_t seed = 3;
	Setup *setup = setup_open();
	Plot p;
	plot_by_chance(&p, setup->arena, CHART_COLUMNS, 60, &seed);
	p.chart.axis = NULL;
	p.style.size = LEN_PT(8);
	for (int i = 0; i < 60; i++) {
		p.items[i].label = *words_of(setup->arena, "Biotechnology", &p.style);
		p.items[i].figure = *words_of(setup->arena, "4.5%", &p.style);
	}
	Measure m = {.arena = setup->arena,
		     .setter = &setup->setter,
		     .fit = &fit_plain,
		     .layout = &p.layout};
	p.sized = size_box(&m, &p.box, LEN_PT(400));
	assert_true(p.sized.overfull);
	p.painter = (Painter){.arena = setup->arena,
			      .draws = list_new(setup->arena, sizeof(Draw)),
			      .tags = list_new(setup->arena, sizeof(Tag)),
			      .tag = TAG_ARTIFACT,
			      .parent = -1,
			      .layout = &p.layout,
			      .fit = &fit_plain,
			      .setter = &setup->setter,
			      .diags = setup->diags};
	paint_chart(&p.painter, &p.sized, LEFT, TOP);
	assert_int_equal(diags_errors(setup->diags), 1);
	assert_string_equal(diags_at(setup->diags, 0)->message,
			    "there are 2.4 mm for each of 60 columns, too little for the label "
			    "\"Biotechnology\"");
	assert_string_equal(diags_at(setup->diags, 0)->hint,
			    "write limit=\"8\", choose a smaller style, or make it a bar-chart");
	setup_close(setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(bars_by_chance_stand_clear_or_are_told),
	    cmocka_unit_test(columns_by_chance_stand_clear_or_are_told),
	    cmocka_unit_test(dots_by_chance_stand_clear_or_are_told),
	    cmocka_unit_test(columns_without_room_say_how_many_would_have_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
