/* SPDX-License-Identifier: MIT */
/* Painting a table: the tags of its rows and cells, its words, bars and rules. */
#include "set/table.h"

#include "set/place.h"
#include "set/spark.h"

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

/* How high the capitals of a row are: of the cell itself, else of another, else as high as they are in
 * most faces. */
static Len row_cap_height(const Painter *p, const Sized *sized, const SizedRow *row, int c)
{
	const TableSpec *spec = sized->box->table->spec;
	Len height = size_cap_height(&row->cells[c]);
	for (int i = 0; height == 0 && i < spec->column_count; i++)
		height = size_cap_height(&row->cells[i]);
	return height > 0 ? height : len_scale(fit_size(p->fit, spec->columns[c].style), 7, 10);
}

/* At the right of the words, or where they would stand when there are none. */
static void paint_cell_spark(Painter *p, const Sized *sized, int r, int c, Len x, Len baseline)
{
	const TableSpec *spec = sized->box->table->spec;
	const Column *column = &spec->columns[c];
	const SizedColumn *place = &sized->table->columns[c];
	Len spare = place->width - column->spark->width;
	Len at = column->cell                    ? place->text + spec->gap
		 : column->align == ALIGN_START  ? 0
		 : column->align == ALIGN_CENTER ? spare / 2
						 : spare;
	paint_spark(p, table_cell(sized->box->table, r, c)->spark, x + place->x + at, baseline,
		    row_cap_height(p, sized, &sized->table->rows[r], c));
}

/* The words of a cell; beside a figure they are a paragraph, for a tag holds words or tags, never both. */
static void paint_cell_words(Painter *p, const Sized *sized, int r, int c, Len x, Len baseline)
{
	const TableSpec *spec = sized->box->table->spec;
	const SizedText *text = &sized->table->rows[r].cells[c];
	const Cell *cell = table_cell(sized->box->table, r, c);
	bool paragraph = cell->spark && cell->words.length > 0;
	TagMark mark = {p->tag, p->parent};
	if (paragraph)
		mark = tag_open(p, TAG_P);
	paint_words(p, text, &sized->table->columns[c], spec->columns[c].align, true, x, baseline);
	tag_close(p, mark);
}

static void paint_cell(Painter *p, const Sized *sized, int r, int c, Len x, Len y)
{
	const SizedRow *row = &sized->table->rows[r];
	const SizedColumn *place = &sized->table->columns[c];
	const TableSpec *spec = sized->box->table->spec;
	const Column *column = &spec->columns[c];
	const Cell *cell = table_cell(sized->box->table, r, c);
	Len baseline = len_add(y, row->y) + row->baseline;
	TagMark mark = tag_open(p, column->row_header ? TAG_TH : TAG_TD);
	if (column->row_header && !p->furniture)
		tag_last(p)->scope = SCOPE_ROW;
	paint_cell_words(p, sized, r, c, x, baseline);
	if (cell->has_bar)
		paint_cell_bar(p, spec, column, cell, &row->cells[c], x + place->x + place->text,
			       baseline);
	if (cell->spark)
		paint_cell_spark(p, sized, r, c, x, baseline);
	tag_close(p, mark);
}

/* A row of one cell across all columns. */
static void paint_across(Painter *p, const Sized *sized, const SizedRow *row, TagKind kind, Len x,
			 Len y)
{
	const TableSpec *spec = sized->box->table->spec;
	const SizedText *text = row->cells;
	Len width = size_inner_width(sized), top = len_add(y, row->y), inset = spec->cell_inset;
	TagMark mark = tag_open(p, TAG_TR), cell = tag_open(p, kind);
	if (!p->furniture) {
		tag_last(p)->col_span = spec->column_count;
		tag_last(p)->scope = kind == TAG_TH ? SCOPE_COLUMN : SCOPE_NONE;
	}
	paint_text(p, text, x + inset, top + row->baseline - text->lines.baseline,
		   width - 2 * inset, para_words(text->para)->style->align);
	tag_close(p, cell);
	tag_close(p, mark);
	paint_row_rule(p, x, len_add(top, row->height), width, spec->row_rule_width,
		       spec->row_rule);
}

/* The ground of a row; the rule below it stays in sight. */
static void paint_stripe(Painter *p, const Sized *sized, int r, Len x, Len y)
{
	const TableSpec *spec = sized->box->table->spec;
	const SizedRow *row = &sized->table->rows[r];
	TagMark mark = tag_leave(p);
	paint_rect(p, x, len_add(y, row->y), size_inner_width(sized), row->height, spec->zebra,
		   NULL);
	tag_close(p, mark);
}

static void paint_row(Painter *p, const Sized *sized, int r, bool striped, Len x, Len y)
{
	const TableSpec *spec = sized->box->table->spec;
	const SizedRow *row = &sized->table->rows[r];
	if (striped)
		paint_stripe(p, sized, r, x, y);
	TagMark mark = tag_open(p, TAG_TR);
	for (int c = 0; c < spec->column_count; c++)
		paint_cell(p, sized, r, c, x, y);
	tag_close(p, mark);
	paint_row_rule(p, x, len_add(len_add(y, row->y), row->height), size_inner_width(sized),
		       spec->row_rule_width, spec->row_rule);
}

/* Each group is a body of its own, which its head stands in, and its first row has no stripe. */
static void paint_rows(Painter *p, const Sized *sized, Len x, Len y)
{
	const TableBox *box = sized->box->table;
	TagMark body = {0};
	for (int r = 0, g = 0, first = 0; r < sized->table->row_count; r++) {
		bool begins = g < sized->table->group_count && box->groups[g].row == r;
		if (begins && r > 0)
			tag_close(p, body);
		if (begins || r == 0)
			body = tag_open(p, TAG_TBODY);
		if (begins)
			paint_across(p, sized, &sized->table->groups[g++], TAG_TH, x, y);
		first = begins ? r : first;
		paint_row(p, sized, r, (r - first) % 2 == 1, x, y);
	}
	if (sized->table->has_more)
		paint_across(p, sized, &sized->table->more, TAG_TD, x, y);
	tag_close(p, body);
}

static void tell_lacking(Painter *p, const Column *column, const SizedColumn *sized)
{
	diag_error(p->diags, column->place, DIAG_FIT,
		   "this sparkline is %s wide, but its column lacks %s for it",
		   len_in_mm(p->arena, column->spark->width), len_in_mm(p->arena, sized->lacking));
	diag_hint(p->diags, "make its width smaller, or its column wider");
}

/* Without its notes, which the standard has outside of it (ISO 32000-1, 14.8.4.3.4). */
static Len table_height(const Sized *sized)
{
	return sized->kid_count > 0 ? sized->table->bottom : sized->height;
}

void paint_table(Painter *p, const Sized *sized, Len x, Len y)
{
	const SizedTable *table = sized->table;
	const Decor *decor = &sized->box->element->decor;
	Len left = x + size_inset(decor, SIDE_LEFT);
	Len width = size_inner_width(sized);
	TagMark mark = tag_open(p, TAG_TABLE);
	if (!p->furniture)
		tag_last(p)->bounds = (TagBounds){x, y, sized->width, table_height(sized)};
	if (table->has_caption) {
		TagMark caption = tag_open(p, TAG_CAPTION);
		paint_text(p, &table->caption, left, y + size_inset(decor, SIDE_TOP), width,
			   para_words(table->caption.para)->style->align);
		tag_close(p, caption);
	}
	if (table->has_head)
		paint_head(p, sized, left, y, width);
	paint_rows(p, sized, left, y);
	tag_close(p, mark);
	for (int c = 0; c < sized->box->table->spec->column_count; c++)
		if (table->columns[c].lacking > 0)
			tell_lacking(p, &sized->box->table->spec->columns[c], &table->columns[c]);
	for (int i = 0; i < sized->kid_count; i++)
		place_box(p, &sized->kids[i], len_add(x, sized->kids[i].x),
			  len_add(y, sized->kids[i].y));
}
