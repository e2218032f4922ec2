/* SPDX-License-Identifier: MIT */
#include "set/scale.h"

#include "base/list.h"
#include "base/str.h"
#include "set/chart.h"
#include "set/table.h"

static Scale *scale_named(List *scales, const char *name, Len room)
{
	for (int i = 0; i < scales->count; i++) {
		Scale *scale = list_at(scales, i);
		if (str_equal(scale->name, name)) {
			scale->length = len_min(scale->length, room);
			return scale;
		}
	}
	Scale *scale = list_add(scales);
	*scale = (Scale){.name = name, .length = room};
	return scale;
}

static void scale_value(Scale *scale, Decimal value)
{
	scale->most = value > scale->most ? value : scale->most;
}

static void scales_of_table(List *scales, const Sized *sized)
{
	const TableBox *table = sized->box->table;
	int columns = table->spec->column_count;
	for (int c = 0; c < columns; c++) {
		const BarSpec *bar = table->spec->columns[c].bar;
		if (!bar)
			continue;
		Scale *scale = scale_named(scales, bar->scale, bar->width);
		for (int r = 0; r < sized->table->row_count; r++) {
			const Cell *cell = &table->cells[r * columns + c];
			if (cell->has_bar)
				scale_value(scale, cell->value);
		}
	}
}

static void scales_of_chart(List *scales, const Sized *sized)
{
	const ChartBox *chart = sized->box->chart;
	if (chart->count == 0)
		return;
	Scale *scale = scale_named(scales, chart->spec->scale, sized->chart->room);
	for (int i = 0; i < sized->chart->count; i++)
		scale_value(scale, chart->items[i].value);
}

static void scales_under(List *scales, const Sized *sized)
{
	if (sized->table)
		scales_of_table(scales, sized);
	if (sized->chart)
		scales_of_chart(scales, sized);
	for (int i = 0; i < sized->kid_count; i++) {
		if (sized->kids[i].box)
			scales_under(scales, &sized->kids[i]);
	}
}

Scales scales_of(Arena *a, const Sized *sized, int count)
{
	List scales = list_new(a, sizeof(Scale));
	for (int i = 0; i < count; i++) {
		if (sized[i].box)
			scales_under(&scales, &sized[i]);
	}
	return (Scales){scales.items, scales.count};
}

/* length * value / most; each is halved until the product fits 64 bits, which costs no visible exactness. */
static Len scale_share(Len length, Decimal value, Decimal most)
{
	while (most > INT64_C(1) << 32) {
		most >>= 1;
		value >>= 1;
	}
	return len_scale(length, value, most);
}

Len scale_length(const Scales *scales, const char *name, Decimal value)
{
	for (int i = 0; i < scales->count; i++) {
		const Scale *scale = &scales->items[i];
		if (str_equal(scale->name, name) && scale->most > 0 && value > 0)
			return scale_share(scale->length, value, scale->most);
	}
	return 0;
}
