/* SPDX-License-Identifier: MIT */
#include "set/table.h"

/* Sizing */

static const Cell *cell_at(const TableBox *table, int row, int column)
{
	return &table->cells[row * table->spec->column_count + column];
}

static Len bar_room(const TableSpec *spec, const Column *column)
{
	return column->bar ? len_add(spec->gap, column->bar->width) : 0;
}

/* How wide a column's words are on one line each, and its figures on both sides of the mark. */
static Len column_ask(const Measure *m, const TableBox *table, int c, SizedColumn *column)
{
	const Column *spec = &table->spec->columns[c];
	Len widest = size_words_natural(m, &table->head[c]);
	for (int r = 0; r < table->row_count; r++) {
		const Words *words = &cell_at(table, r, c)->words;
		const Para *para = para_measure(m->arena, m->setter, words, m->fit);
		Len natural = para_natural_width(para);
		widest = len_max(widest, natural);
		if (spec->align == ALIGN_DECIMAL) {
			Len before = para_width_before(para, words->point);
			column->before = len_max(column->before, before);
			column->after = len_max(column->after, natural - before);
		}
	}
	return len_max(widest, len_add(column->before, column->after));
}

static Len size_columns(const Measure *m, const TableBox *table, Len width, SizedColumn *columns)
{
	const TableSpec *spec = table->spec;
	int count = spec->column_count;
	Len *natural = ARENA_ARRAY(m->arena, count, Len),
	    *widths = ARENA_ARRAY(m->arena, count, Len);
	Track *tracks = ARENA_ARRAY(m->arena, count, Track);
	for (int c = 0; c < count; c++) {
		const Column *column = &spec->columns[c];
		natural[c] = len_add(column_ask(m, table, c, &columns[c]), bar_room(spec, column));
		tracks[c] = column->width;
	}
	Len over = size_tracks(tracks, count, width, spec->gap, natural, widths);
	Len x = 0;
	for (int c = 0; c < count; c++) {
		columns[c].x = x;
		columns[c].width = widths[c];
		columns[c].text = len_max(widths[c] - bar_room(spec, &spec->columns[c]), 0);
		x = len_add(x, len_add(widths[c], spec->gap));
	}
	return over;
}

/* Cells on one baseline: what the row needs above and below it. */
static SizedRow size_row_of(const Measure *m, const TableBox *table, const SizedColumn *columns,
			    int row)
{
	int count = table->spec->column_count;
	SizedText *cells = ARENA_ARRAY(m->arena, count, SizedText);
	Len above = 0, below = 0, padding = size_space(m, table->spec->cell_padding);
	for (int c = 0; c < count; c++) {
		const Words *words = row < 0 ? &table->head[c] : &cell_at(table, row, c)->words;
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

void size_table(const Measure *m, Sized *sized)
{
	const TableBox *box = sized->box->table;
	const Decor *decor = &sized->box->element->decor;
	int count = box->spec->column_count;
	SizedTable *table = ARENA_NEW(m->arena, SizedTable);
	SizedColumn *columns = ARENA_ARRAY(m->arena, count, SizedColumn);
	SizedRow *rows = ARENA_ARRAY(m->arena, box->row_count, SizedRow);
	Len width = size_inner_width(sized);
	sized->over = size_columns(m, box, width, columns);
	sized->overfull = sized->over > 0;
	Len y = len_add(size_inset(decor, SIDE_TOP), size_caption(m, box, width, table));
	sized->overfull |= table->has_caption && table->caption.overfull;
	table->has_head = box->has_head;
	if (table->has_head) {
		table->head = size_row_of(m, box, columns, -1);
		table->head.y = y;
		y = len_add(y, table->head.height);
		sized->overfull |= row_overfull(&table->head, count);
	}
	for (int r = 0; r < box->row_count; r++) {
		rows[r] = size_row_of(m, box, columns, r);
		rows[r].y = y;
		y = len_add(y, rows[r].height);
		sized->overfull |= row_overfull(&rows[r], count);
	}
	sized->height = len_add(y, size_inset(decor, SIDE_BOTTOM));
	if (table->has_caption)
		sized->baseline = size_inset(decor, SIDE_TOP) + table->caption.lines.baseline;
	table->columns = columns;
	table->rows = rows;
	sized->table = table;
}

/* Painting */

static void paint_figure(Painter *p, const SizedText *text, const SizedColumn *column, Len x, Len y)
{
	const Words *words = para_words(text->para);
	Len before = para_width_before(text->para, words->point);
	paint_text(p, text, x + column->text - column->after - before, y, text->lines.width,
		   ALIGN_START);
}

static void paint_words(Painter *p, const SizedText *text, const SizedColumn *column, Align align,
			bool figure, Len x, Len baseline)
{
	Len y = baseline - text->lines.baseline;
	if (figure && align == ALIGN_DECIMAL && text->lines.count == 1)
		paint_figure(p, text, column, x + column->x, y);
	else
		paint_text(p, text, x + column->x, y, column->text, align);
}

/* A bar as high as the capitals of the words beside it, standing on their baseline. */
static void paint_cell_bar(Painter *p, const TableSpec *spec, const Column *column,
			   const Cell *cell, const SizedText *text, Len x, Len baseline)
{
	Len height = size_cap_height(text);
	Len length = scale_length(&p->scales, column->bar->scale, cell->value);
	TagMark mark = tag_leave(p);
	paint_rect(p, x + spec->gap, baseline - height, length, height, column->bar->ink,
		   &cell->origin);
	tag_close(p, mark);
}

static void paint_row_rule(Painter *p, Len x, Len bottom, Len width, Len thickness, const Ink *ink)
{
	TagMark mark = tag_leave(p);
	paint_line(p, x, bottom - thickness / 2, x + width, bottom - thickness / 2, thickness, 0,
		   ink);
	tag_close(p, mark);
}

static void paint_head(Painter *p, const Sized *sized, Len x, Len y, Len width)
{
	const SizedTable *table = sized->table;
	const TableSpec *spec = sized->box->table->spec;
	TagMark head = tag_open(p, TAG_THEAD), row = tag_open(p, TAG_TR);
	for (int c = 0; c < spec->column_count; c++) {
		bool heads =
		    para_words(table->head.cells[c].para)->length > 0; /* else nothing is named */
		TagMark cell = tag_open(p, heads ? TAG_TH : TAG_TD);
		if (heads && !p->furniture)
			tag_last(p)->scope = SCOPE_COLUMN;
		paint_words(p, &table->head.cells[c], &table->columns[c], spec->columns[c].align,
			    false, x, len_add(y, table->head.y) + table->head.baseline);
		tag_close(p, cell);
	}
	tag_close(p, row);
	tag_close(p, head);
	paint_row_rule(p, x, len_add(len_add(y, table->head.y), table->head.height), width,
		       spec->head_rule_width, spec->head_rule);
}

static void paint_cell(Painter *p, const Sized *sized, int r, int c, Len x, Len y)
{
	const SizedRow *row = &sized->table->rows[r];
	const SizedColumn *place = &sized->table->columns[c];
	const TableSpec *spec = sized->box->table->spec;
	const Column *column = &spec->columns[c];
	const Cell *cell = cell_at(sized->box->table, r, c);
	Len baseline = len_add(y, row->y) + row->baseline;
	TagMark mark = tag_open(p, column->row_header ? TAG_TH : TAG_TD);
	if (column->row_header && !p->furniture)
		tag_last(p)->scope = SCOPE_ROW;
	paint_words(p, &row->cells[c], place, column->align, true, x, baseline);
	if (cell->has_bar)
		paint_cell_bar(p, spec, column, cell, &row->cells[c], x + place->x + place->text,
			       baseline);
	tag_close(p, mark);
}

static void paint_rows(Painter *p, const Sized *sized, Len x, Len y, Len width)
{
	const TableBox *box = sized->box->table;
	TagMark body = tag_open(p, TAG_TBODY);
	for (int r = 0; r < box->row_count; r++) {
		const SizedRow *row = &sized->table->rows[r];
		TagMark mark = tag_open(p, TAG_TR);
		for (int c = 0; c < box->spec->column_count; c++)
			paint_cell(p, sized, r, c, x, y);
		tag_close(p, mark);
		paint_row_rule(p, x, len_add(len_add(y, row->y), row->height), width,
			       box->spec->row_rule_width, box->spec->row_rule);
	}
	tag_close(p, body);
}

void paint_table(Painter *p, const Sized *sized, Len x, Len y)
{
	const SizedTable *table = sized->table;
	const Decor *decor = &sized->box->element->decor;
	Len left = x + size_inset(decor, SIDE_LEFT);
	Len width = size_inner_width(sized);
	TagMark mark = tag_open(p, TAG_TABLE);
	if (!p->furniture)
		tag_last(p)->bounds = (TagBounds){x, y, sized->width, sized->height};
	if (table->has_caption) {
		TagMark caption = tag_open(p, TAG_CAPTION);
		paint_text(p, &table->caption, left, y + size_inset(decor, SIDE_TOP), width,
			   para_words(table->caption.para)->style->align);
		tag_close(p, caption);
	}
	if (table->has_head)
		paint_head(p, sized, left, y, width);
	paint_rows(p, sized, left, y, width);
	tag_close(p, mark);
}
