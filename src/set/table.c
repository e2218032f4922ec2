/* SPDX-License-Identifier: MIT */
#include "set/table.h"

#include "base/list.h"
#include "set/rest.h"

const Cell *table_cell(const TableBox *table, int row, int column)
{
	return &table->cells[row * table->spec->column_count + column];
}

/* Cells on one baseline: what the row needs above and below it. */
static SizedRow size_row_of(const Measure *m, const TableBox *table, const SizedColumn *columns,
			    int row)
{
	int count = table->spec->column_count;
	SizedText *cells = ARENA_ARRAY(m->arena, count, SizedText);
	Len above = 0, below = 0, padding = size_space(m, table->spec->cell_padding);
	for (int c = 0; c < count; c++) {
		const Words *words = row < 0 ? &table->head[c] : &table_cell(table, row, c)->words;
		cells[c] = size_text(m, words, columns[c].text);
		if (words->length == 0)
			continue;
		const Lines *lines = &cells[c].lines;
		above = len_max(above, lines->baseline);
		below = len_max(below, lines->height - lines->baseline);
	}
	/* A row without words is as high as a line of them. */
	if (above == 0 && below == 0 && count > 0) {
		above = cells[0].lines.baseline;
		below = cells[0].lines.height - above;
	}
	Len rule = row < 0 ? table->spec->head_rule_width : table->spec->row_rule_width;
	return (SizedRow){
	    .cells = cells,
	    .baseline = len_add(padding, above),
	    .height = len_add(len_add(padding, above), len_add(below, len_add(padding, rule)))};
}

static bool row_overfull(const SizedRow *row, int count)
{
	bool overfull = false;
	for (int c = 0; c < count; c++)
		overfull |= row->cells[c].overfull;
	return overfull;
}

static Len size_caption(const Measure *m, const TableBox *box, Len width, SizedTable *table)
{
	table->has_caption = box->caption.length > 0;
	if (!table->has_caption)
		return 0;
	table->caption = size_text(m, &box->caption, width);
	return len_add(table->caption.lines.height, size_space(m, box->spec->caption_gap));
}

/* One cell across the whole width: the words that stand for rows which are not shown. */
static SizedRow size_across(const Measure *m, const TableBox *box, const Words *words, Len width)
{
	SizedText *cell = ARENA_NEW(m->arena, SizedText);
	Len padding = size_space(m, box->spec->cell_padding);
	*cell = size_text(m, words, len_add(width, -2 * box->spec->cell_inset));
	return (SizedRow){
	    .cells = cell,
	    .baseline = len_add(padding, cell->lines.baseline),
	    .height = len_add(len_add(2 * padding, cell->lines.height), box->spec->row_rule_width)};
}

/* Gives a row its place; where the next one begins. */
static Len row_place(Sized *sized, SizedRow *row, int cells, Len y)
{
	row->y = y;
	sized->overfull |= row_overfull(row, cells);
	return len_add(y, row->height);
}

/* The head of the group that begins with row `r`, if one does. */
static Len size_group(const Measure *m, Sized *sized, SizedTable *table, int r, Len y)
{
	const TableBox *box = sized->box->table;
	if (table->group_count == box->group_count || box->groups[table->group_count].row != r)
		return y;
	SizedRow *head = &table->groups[table->group_count];
	*head =
	    size_across(m, box, &box->groups[table->group_count++].words, size_inner_width(sized));
	return row_place(sized, head, 1, y);
}

static Len size_rows(const Measure *m, Sized *sized, SizedTable *table, Len y)
{
	const TableBox *box = sized->box->table;
	const Words *more = rest_words(&box->rest, table->row_count);
	int count = box->spec->column_count;
	SizedRow *rows = ARENA_ARRAY(m->arena, table->row_count, SizedRow);
	if (table->has_head) {
		table->head = size_row_of(m, box, table->columns, -1);
		y = row_place(sized, &table->head, count, y);
	}
	for (int r = 0; r < table->row_count; r++) {
		y = size_group(m, sized, table, r, y);
		rows[r] = size_row_of(m, box, table->columns, r);
		y = row_place(sized, &rows[r], count, y);
	}
	table->rows = rows;
	table->has_more = more->length > 0;
	if (table->has_more) {
		table->more = size_across(m, box, more, size_inner_width(sized));
		y = row_place(sized, &table->more, 1, y);
	}
	return y;
}

/* The notes below the table, one below the other; where the last one ends. */
static Len size_notes(const Measure *m, Sized *sized, Len y)
{
	List notes = list_new(m->arena, sizeof(Sized));
	Len width = size_inner_width(sized);
	for (const Box *box = sized->box->first; box; box = box->next) {
		Sized *note = list_add(&notes);
		*note = size_box(m, box, width);
		note->x = size_inset(&sized->box->element->decor, SIDE_LEFT);
		note->y = len_add(y, size_space_before(m, box));
		y = len_add(note->y, note->height);
		sized->overfull |= note->overfull;
	}
	sized->kids = notes.items;
	sized->kid_count = notes.count;
	return y;
}

void size_table(const Measure *m, Sized *sized)
{
	const TableBox *box = sized->box->table;
	const Decor *decor = &sized->box->element->decor;
	SizedTable *table = ARENA_NEW(m->arena, SizedTable);
	SizedColumn *columns = ARENA_ARRAY(m->arena, box->spec->column_count, SizedColumn);
	Len width = size_inner_width(sized);
	table->row_count = rest_shown_under(m, sized->box->element, &box->rest, box->row_count);
	table->has_head = box->has_head;
	table->columns = columns;
	table->groups = ARENA_ARRAY(m->arena, box->group_count, SizedRow);
	sized->over = table_columns(m, box, table->row_count, width, columns);
	sized->overfull = sized->over > 0;
	for (int c = 0; c < box->spec->column_count; c++)
		sized->overfull |= columns[c].lacking > 0;
	Len y = len_add(size_inset(decor, SIDE_TOP), size_caption(m, box, width, table));
	sized->overfull |= table->has_caption && table->caption.overfull;
	table->bottom = size_rows(m, sized, table, y);
	y = size_notes(m, sized, table->bottom);
	sized->height = len_add(y, size_inset(decor, SIDE_BOTTOM));
	if (table->has_caption)
		sized->baseline = size_inset(decor, SIDE_TOP) + table->caption.lines.baseline;
	sized->table = table;
}
