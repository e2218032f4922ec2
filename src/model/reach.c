/* SPDX-License-Identifier: MIT */
#include "model/reach.h"

void reach_hold(Reach *reach, Decimal value)
{
	reach->least = reach->any && reach->least < value ? reach->least : value;
	reach->most = reach->any && reach->most > value ? reach->most : value;
	reach->any = true;
}

void reach_hold_chart(Reach *reach, const ChartBox *chart, int shown)
{
	bool parts = chart_kind_has_parts(chart->spec->kind);
	if (shown > 0 && !chart_kind_stands(chart->spec->kind))
		reach_hold(reach, 0);
	if (parts)
		reach_hold(reach, chart->whole);
	for (int i = 0; i < shown && !parts; i++) {
		reach_hold(reach, chart->items[i].value);
		if (chart->items[i].has_from)
			reach_hold(reach, chart->items[i].from);
	}
}

void reach_hold_column(Reach *reach, const TableBox *table, int column, int shown)
{
	int columns = table->spec->column_count;
	if (table->spec->columns[column].bar && shown > 0)
		reach_hold(reach, 0);
	for (int i = 0; i < shown; i++) {
		const Cell *cell = &table->cells[i * columns + column];
		if (cell->has_bar)
			reach_hold(reach, cell->value);
		for (int k = 0; cell->spark && k < cell->spark->count; k++)
			reach_hold(reach, cell->spark->values[k]);
	}
}
