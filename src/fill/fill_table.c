/* SPDX-License-Identifier: MIT */
#include "fill/fill_table.h"

#include "fill/fill_chart.h"
#include "fill/fill_rest.h"
#include "fill/fill_spark.h"
#include "fill/group.h"
#include "fill/message.h"
#include "fill/order.h"

static bool finds_nothing(Speaker *speaker, const Expr *path, const Standing *row)
{
	return !path ||
	       (path->kind == EXPR_PATH && path_select(speaker->arena, path, row).count == 0);
}

/* A column that has no words goes by the values of its sparkline. */
static bool cell_is_missing(Speaker *speaker, const Column *column, const Standing *row)
{
	if (!column->missing)
		return false;
	if (!column->cell)
		return finds_nothing(speaker, column->spark->values, row) &&
		       finds_nothing(speaker, column->spark->last, row);
	return column->value && finds_nothing(speaker, column->value, row);
}

static Cell fill_cell(Speaker *speaker, const Element *element, const Column *column,
		      const Standing *row)
{
	Cell cell = {0};
	Datum datum;
	if (column->spark)
		cell.spark = fill_spark(speaker, element, column->spark, row);
	if (cell_is_missing(speaker, column, row)) {
		cell.words = message_say(speaker, column->missing, column->style, row);
		return cell;
	}
	cell.words = message_say(speaker, column->cell, column->style, row);
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
	}
	table->head = head;
}

/* Columns that are left out leave their row of heads, so that tables side by side stay level. */
static bool table_has_head(const TableSpec *spec)
{
	for (int i = 0; i < spec->column_count; i++)
		if (spec->columns[i].head)
			return true;
	return false;
}

/* The table without the columns that are left out of it; NULL when none is left. */
static const TableSpec *columns_choose(Speaker *speaker, const TableSpec *spec, const Standing *at)
{
	TableSpec *chosen = ARENA_NEW(speaker->arena, TableSpec);
	Column *columns = ARENA_ARRAY(speaker->arena, spec->column_count, Column);
	*chosen = *spec;
	chosen->columns = columns;
	chosen->column_count = 0;
	for (int i = 0; i < spec->column_count; i++)
		if (path_test(speaker->arena, spec->columns[i].when, at))
			columns[chosen->column_count++] = spec->columns[i];
	return chosen->column_count > 0 ? chosen : NULL;
}

static void fill_rows(Speaker *speaker, const Element *element, TableBox *table,
		      const FoundList *rows, const Standing *at)
{
	const TableSpec *spec = table->spec;
	size_t columns = (size_t)spec->column_count;
	Cell *cells = ARENA_ARRAY(speaker->arena, (size_t)table->row_count * columns, Cell);
	table->cells = cells;
	for (int i = 0; i < table->row_count; i++) {
		Standing row = standing_on(at, &rows->items[i]);
		for (size_t c = 0; c < columns; c++)
			*cells++ = fill_cell(speaker, element, &spec->columns[c], &row);
	}
}

/* The rows in the order they stand in; the heads of their groups go to the table. */
static FoundList rows_gather(Speaker *speaker, TableBox *table, FoundList found, const Standing *at)
{
	const TableSpec *spec = table->spec;
	found = order_found(speaker, &spec->order, found, at);
	if (!spec->group_head)
		return found;
	GroupList all = group_found(speaker, &spec->order, found, at);
	GroupHead *heads = ARENA_ARRAY(speaker->arena, all.count, GroupHead);
	Found *rows = ARENA_ARRAY(speaker->arena, found.count, Found);
	int count = 0;
	for (int g = 0; g < all.count; g++) {
		Standing first = standing_on(at, all.groups[g].items);
		first.group = &all.groups[g];
		heads[g].row = count;
		heads[g].words = message_say(speaker, spec->group_head, spec->group_style, &first);
		for (int i = 0; i < all.groups[g].count; i++, count++) {
			rows[count] = all.groups[g].items[i];
			rows[count].position = count + 1;
		}
	}
	table->groups = heads;
	table->group_count = all.count;
	return (FoundList){rows, count};
}

static bool rows_find(Speaker *speaker, const TableSpec *spec, const Standing *at, FoundList *rows)
{
	*rows = path_select(speaker->arena, spec->select, at);
	return rows->count > 0 && datum_count_fits(speaker, spec->select, rows);
}

const TableBox *fill_table(Speaker *speaker, const Element *element, const Standing *at)
{
	FoundList rows;
	const TableSpec *spec = element->table;
	if (!rows_find(speaker, spec, at, &rows))
		return NULL;
	TableBox *table = ARENA_NEW(speaker->arena, TableBox);
	table->has_head = table_has_head(spec);
	table->spec = columns_choose(speaker, spec, at);
	if (!table->spec)
		return NULL;
	rows = rows_gather(speaker, table, rows, at);
	table->row_count = rest_shown(&spec->rest, &rows);
	table->caption = message_say(speaker, spec->caption, spec->caption_style, at);
	fill_head(speaker, table, at);
	fill_rows(speaker, element, table, &rows, at);
	table->rest = fill_rest(speaker, element, &spec->rest, &rows);
	return table;
}
