/* SPDX-License-Identifier: MIT */
/* One length a unit: in tables and in charts, to the left of nought and to the right of it. */
#include "set/chart.h"
#include "set/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

enum { MOST = 60 };

static const Decimal unit = DECIMAL_ONE;

/* A chart of some values on the scale "s", measured. */
typedef struct Plot {
	ChartSpec spec;
	ChartBox chart;
	ChartItem items[MOST];
	Box box;
	SizedChart sized;
	Sized whole;
} Plot;

static Sized plot(Plot *p, const Decimal *values, int count, Len room)
{
	*p = (Plot){.spec = {.scale = "s"}, .sized = {.room = room, .count = count}};
	for (int i = 0; i < count; i++)
		p->items[i].value = values[i];
	p->chart = (ChartBox){.spec = &p->spec, .items = p->items, .count = count};
	p->box.chart = &p->chart;
	return (Sized){.box = &p->box, .chart = &p->sized};
}

/* A table of one column of bars on the scale "s", measured. */
typedef struct Barred {
	BarSpec bar;
	Column column;
	TableSpec spec;
	TableBox table;
	Cell cells[MOST];
	Box box;
	SizedTable sized;
} Barred;

static Sized barred(Barred *b, const Decimal *values, int count, Len width)
{
	*b = (Barred){.bar = {.scale = "s", .width = width}, .sized = {.row_count = count}};
	b->column.bar = &b->bar;
	b->spec = (TableSpec){.columns = &b->column, .column_count = 1};
	for (int i = 0; i < count; i++)
		b->cells[i] = (Cell){.has_bar = true, .value = values[i]};
	b->table = (TableBox){.spec = &b->spec, .cells = b->cells, .row_count = count};
	b->box.table = &b->table;
	return (Sized){.box = &b->box, .table = &b->sized};
}

static void bars_of_one_scale_have_one_length_a_unit(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Plot one, other;
	Barred table;
	const Decimal some[] = {31 * unit, 0}, more[] = {29 * unit};
	Sized all[] = {plot(&one, some, 2, 40000), plot(&other, more, 1, 31000),
		       barred(&table, more, 1, 50000)};
	Scales scales = scales_of(a, all, 3);
	assert_int_equal(scales.count, 1);
	assert_int_equal(scale_length(&scales, "s", 31 * unit), 31000);
	assert_int_equal(scale_length(&scales, "s", 29 * unit), 29000);
	assert_int_equal(scale_length(&scales, "s", 0), 0);
	assert_int_equal(scale_length(&scales, "others", unit), 0);
	assert_int_equal(scale_at(&scales, "s", 0), 0);
	assert_int_equal(scale_at(&scales, "others", 0), 0);
	arena_free(a);
}

static void bars_of_either_sign_begin_at_one_nought(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Plot one, other;
	const Decimal some[] = {30 * unit, -10 * unit}, more[] = {15 * unit};
	Sized all[] = {plot(&one, some, 2, 40000), plot(&other, more, 1, 90000)};
	Scales scales = scales_of(a, all, 2);
	assert_int_equal(scale_at(&scales, "s", 0), 10000);
	assert_int_equal(scale_length(&scales, "s", -10 * unit), 10000);
	assert_int_equal(scale_length(&scales, "s", 30 * unit), 30000);
	assert_int_equal(scale_length(&scales, "s", 15 * unit), 15000);
	arena_free(a);
}

/* A table has room to the right of nought only. */
static void a_table_beside_a_chart_of_losses_keeps_its_width(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Plot chart;
	Barred table;
	const Decimal some[] = {20 * unit, -60 * unit}, more[] = {10 * unit};
	Sized all[] = {barred(&table, more, 1, 5000), plot(&chart, some, 2, 80000)};
	Scales scales = scales_of(a, all, 2);
	assert_int_equal(scale_length(&scales, "s", 20 * unit), 5000);
	assert_int_equal(scale_length(&scales, "s", 10 * unit), 2500);
	assert_int_equal(scale_at(&scales, "s", 0), 15000);
	arena_free(a);
}

static void losses_alone_have_nought_at_their_right(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Plot p;
	const Decimal values[] = {-3 * unit, -4 * unit};
	Sized all[] = {plot(&p, values, 2, 1000)};
	Scales scales = scales_of(a, all, 1);
	assert_int_equal(scale_at(&scales, "s", 0), 1000);
	assert_int_equal(scale_length(&scales, "s", -3 * unit), 750);
	arena_free(a);
}

static void where_all_is_nought_there_are_no_marks(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Plot p;
	Barred table;
	const Decimal values[] = {0, 0, 0};
	Sized all[] = {plot(&p, values, 3, 1000), barred(&table, values, 3, 900)};
	Scales scales = scales_of(a, all, 2);
	assert_int_equal(scale_length(&scales, "s", 0), 0);
	assert_int_equal(scale_length(&scales, "s", unit), 0);
	assert_int_equal(scale_at(&scales, "s", 0), 0);
	arena_free(a);
}

static void a_place_without_room_has_no_marks(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Plot p;
	const Decimal values[] = {4 * unit, -4 * unit};
	Sized all[] = {plot(&p, values, 2, -7000)};
	Scales scales = scales_of(a, all, 1);
	assert_int_equal(scale_length(&scales, "s", 4 * unit), 0);
	assert_int_equal(scale_at(&scales, "s", 0), 0);
	arena_free(a);
}

/* Knuth's linear congruential generator (MMIX): as many digits as a data file may write, of either sign. */
static Decimal chance(uint64_t *seed)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	int64_t value = (int64_t)(*seed >> 4) % INT64_C(1000000000000000000);
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	for (uint64_t cut = (*seed >> 33) % 19; cut > 0; cut--)
		value /= 10;
	return *seed >> 63 ? -value : value;
}

/* Within half a thousandth of a point, and a hair for the long double that judges. */
static void check_length(const Scale *scale, Len length, Decimal value)
{
	long double span = (long double)scale->to - (long double)scale->from;
	long double exact = (long double)llabs(value) * scale->length / span;
	long double off = length - exact;
	assert_true(off <= 0.5001L && off >= -0.5001L);
}

static void lengths_by_chance_are_exact_keep_their_order_and_their_room(void **state)
{
	(void)state;
	uint64_t seed = 2;
	for (int round = 0; round < 4000; round++) {
		Arena *a = arena_new();
		Plot p;
		Decimal values[MOST];
		int count = 1 + (int)((uint64_t)llabs(chance(&seed)) % MOST);
		Len room = 1 + (Len)(llabs(chance(&seed)) % 600000);
		for (int i = 0; i < count; i++)
			values[i] = chance(&seed);
		Sized all[] = {plot(&p, values, count, room)};
		Scales scales = scales_of(a, all, 1);
		for (int i = 0; i < count; i++) {
			Len length = scale_length(&scales, "s", values[i]);
			if (values[i] != 0)
				check_length(&scales.items[0], length, values[i]);
			assert_in_range(length, 0, room);
			Len next = scale_length(&scales, "s", values[(i + 1) % count]);
			assert_true(llabs(values[i]) < llabs(values[(i + 1) % count])
					? length <= next
					: length >= next);
			Len end = scale_at(&scales, "s", 0) + (values[i] > 0 ? length : -length);
			assert_true(end >= -1 && end <= room + 1);
		}
		arena_free(a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(bars_of_one_scale_have_one_length_a_unit),
	    cmocka_unit_test(bars_of_either_sign_begin_at_one_nought),
	    cmocka_unit_test(a_table_beside_a_chart_of_losses_keeps_its_width),
	    cmocka_unit_test(losses_alone_have_nought_at_their_right),
	    cmocka_unit_test(where_all_is_nought_there_are_no_marks),
	    cmocka_unit_test(a_place_without_room_has_no_marks),
	    cmocka_unit_test(lengths_by_chance_are_exact_keep_their_order_and_their_room),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
