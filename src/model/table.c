/* SPDX-License-Identifier: MIT */
#include "model/table.h"

#include "base/str.h"

void table_step(TableSpot *spot, char c)
{
	bool ends = c == '\r' || (c == '\n' && !spot->after_return);
	if (ends) {
		spot->line++;
		spot->column = 1;
	} else if (c != '\n' && ((unsigned char)c & 0xc0) != 0x80) {
		spot->column++;
	}
	spot->after_return = c == '\r';
}

TableWalk table_walk(const TableCell *cell)
{
	return (TableWalk){cell, cell->text, cell->raw, {cell->line, cell->column, false}};
}

Place table_walk_to(const Table *table, TableWalk *walk, const char *at)
{
	for (; walk->text < at; walk->text++) {
		table_step(&walk->spot, *walk->raw);
		/* A quotation mark stands there twice. */
		if (walk->cell->quoted && *walk->raw == '"')
			table_step(&walk->spot, *walk->raw++);
		walk->raw++;
	}
	return (Place){table->file, walk->spot.line, walk->spot.column};
}

int table_column(const Table *table, const char *name)
{
	for (int i = 0; i < table->column_count; i++)
		if (str_equal(table->heads[i].text, name))
			return i;
	return -1;
}
