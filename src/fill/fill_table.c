/* SPDX-License-Identifier: MIT */
#include "fill/fill_table.h"

#include "fill/fill_figure.h"
#include "fill/message.h"

static Cell fill_cell(Speaker *speaker, const Column *column, const Standing *row)
{
	Cell cell = {.words = message_say(speaker, column->cell, column->style, row)};
	Datum datum;
	if (column->bar && column->value && datum_find(speaker, column->value, row, &datum)) {
		cell.has_bar = fill_bar_value(speaker, &datum, &cell.value);
		cell.origin = datum.origin;
	}
	return cell;
}

static void fill_head(Speaker *speaker, TableBox *table, const Standing *at)
{
	const TableSpec *spec = table->spec;
	Words *head = ARENA_ARRAY(speaker->arena, spec->column_count, Words);
	for (int i = 0; i < spec->column_count; i++) {
		const Column *column = &spec->columns[i];
		head[i] = message_say(speaker, column->head, column->head_style, at);
		table->has_head = table->has_head || column->head;
	}
	table->head = head;
}

const TableBox *fill_table(Speaker *speaker, const TableSpec *spec, const Standing *at)
{
	FoundList rows = path_select(speaker->arena, spec->select, at);
	if (rows.count == 0 || !datum_count_fits(speaker, spec->select, &rows))
		return NULL;
	TableBox *table = ARENA_NEW(speaker->arena, TableBox);
	size_t columns = (size_t)spec->column_count;
	Cell *cells = ARENA_ARRAY(speaker->arena, (size_t)rows.count * columns, Cell);
	table->spec = spec;
	table->row_count = rows.count;
	table->cells = cells;
	table->caption = message_say(speaker, spec->caption, spec->caption_style, at);
	fill_head(speaker, table, at);
	for (int i = 0; i < rows.count; i++) {
		Standing row = {rows.items[i].node, at->edition, rows.items[i].position};
		for (size_t c = 0; c < columns; c++)
			*cells++ = fill_cell(speaker, &spec->columns[c], &row);
	}
	return table;
}
