/* SPDX-License-Identifier: MIT */
/*
 * How wide the columns of a table are (after CSS 2.2, 17.5.2.2). A column of a
 * length has that length. Of what is left, auto columns take what their words
 * ask for on one line, and fr columns share the rest. Where that would squeeze a
 * column below its widest word while another has room, room moves: first every
 * auto and fr column gets its widest word, then the auto columns what they ask
 * for beyond it, as far as there is, and what remains goes to the fr columns.
 *
 * Where not even the widest words have room, the widest columns give way: so one
 * word too wide is told, and not one in each column.
 */
#include "set/table.h"

#include "set/rest.h"

typedef struct Widths {
	const Measure *m;
	const TableBox *table;
	int rows, count;
	SizedColumn *columns;
	Len *most, *least; /* what the words ask on one line each; what the widest of them asks */
	Len *widths;
} Widths;

static const Column *column_at(const Widths *w, int c)
{
	return &w->table->spec->columns[c];
}

static TrackUnit unit_of(const Widths *w, int c)
{
	return column_at(w, c)->width.unit;
}

/* Auto and fr columns: those whose width is not said as a length. */
static bool gives_way(const Widths *w, int c)
{
	return unit_of(w, c) == TRACK_AUTO || unit_of(w, c) == TRACK_FR;
}

/* Nothing but a sparkline stands in its cells: so its head has the whole width. */
static bool is_spark_alone(const Column *column)
{
	return column->spark && !column->cell;
}

/* What a bar or a sparkline takes beside the words. */
static Len mark_room(const TableSpec *spec, const Column *column)
{
	if (is_spark_alone(column) || (!column->bar && !column->spark))
		return 0;
	return len_add(spec->gap, column->bar ? column->bar->width : column->spark->width);
}

/* What a column asks for whose words ask for `words`. */
static Len with_mark(const Widths *w, int c, Len words)
{
	const Column *column = column_at(w, c);
	return is_spark_alone(column) ? len_max(words, column->spark->width)
				      : len_add(words, mark_room(w->table->spec, column));
}

static const Para *para_of(const Widths *w, const Words *words)
{
	return para_measure(w->m->arena, w->m->setter, words, w->m->fit);
}

/* How wide a column's words are on one line each, and its figures on both sides of the mark. */
static Len column_most(const Widths *w, int c)
{
	SizedColumn *column = &w->columns[c];
	Len widest = size_words_natural(w->m, &w->table->head[c]);
	for (int r = 0; r < w->rows; r++) {
		const Words *words = &table_cell(w->table, r, c)->words;
		const Para *para = para_of(w, words);
		Len natural = para_natural_width(para);
		widest = len_max(widest, natural);
		if (column_at(w, c)->align == ALIGN_DECIMAL) {
			Len before = para_width_before(para, words->point);
			column->before = len_max(column->before, before);
			column->after = len_max(column->after, natural - before);
		}
	}
	return len_max(widest, len_add(column->before, column->after));
}

/* How wide its widest word is; figures below each other count as one. */
static Len column_least(const Widths *w, int c)
{
	Len widest = para_word_width(para_of(w, &w->table->head[c]));
	for (int r = 0; r < w->rows; r++) {
		const Words *words = &table_cell(w->table, r, c)->words;
		widest = len_max(widest, para_word_width(para_of(w, words)));
	}
	const SizedColumn *column = &w->columns[c];
	return len_max(widest, len_add(column->before, column->after));
}

static Len total_of(const Widths *w, const Len *of, TrackUnit unit)
{
	Len total = 0;
	for (int c = 0; c < w->count; c++)
		total = len_add(total, unit_of(w, c) == unit ? of[c] : 0);
	return total;
}

static Len share_of(const Widths *w, int c, Len rest, int64_t parts)
{
	return parts > 0 ? (Len)((int64_t)rest * column_at(w, c)->width.value / parts) : 0;
}

/* Shares `rest` among the fr columns that have no width yet (negative); none gets less than its widest
 * word. One that would is given just that, and the others share again. */
static void share_among(Widths *w, Len rest)
{
	int64_t parts = 0;
	for (int c = 0; c < w->count; c++)
		parts += w->widths[c] < 0 ? column_at(w, c)->width.value : 0;
	for (int c = 0; c < w->count; c++) {
		if (w->widths[c] >= 0 || share_of(w, c, rest, parts) >= w->least[c])
			continue;
		w->widths[c] = w->least[c];
		share_among(w, len_max(len_add(rest, -w->least[c]), 0));
		return;
	}
	for (int c = 0; c < w->count; c++) {
		if (w->widths[c] >= 0)
			continue;
		Len share = share_of(w, c, rest, parts);
		parts -= column_at(w, c)->width.value;
		rest -= share;
		w->widths[c] = share;
	}
}

static void share_rest(Widths *w, Len rest)
{
	for (int c = 0; c < w->count; c++)
		if (unit_of(w, c) == TRACK_FR)
			w->widths[c] = -1;
	share_among(w, rest);
}

/* What the columns that give way take when none of them is wider than `level`. */
static int64_t total_below(const Widths *w, Len level)
{
	int64_t total = 0;
	for (int c = 0; c < w->count; c++)
		total += gives_way(w, c) ? len_min(w->widths[c], level) : 0;
	return total;
}

/* The widest columns give way until all have room, level with each other; none that is narrower. */
static void squeeze(Widths *w, Len rest)
{
	Len level = 0, beyond = LEN_MAX;
	while (beyond - level > 1) {
		Len middle = level + (beyond - level) / 2;
		*(total_below(w, middle) <= rest ? &level : &beyond) = middle;
	}
	for (int c = 0; c < w->count; c++)
		if (gives_way(w, c))
			w->widths[c] = len_min(w->widths[c], level);
}

/* Every column its widest word; the auto columns as much more as there is. */
static void widths_of_words(Widths *w, Len rest)
{
	Len least = len_add(total_of(w, w->least, TRACK_AUTO), total_of(w, w->least, TRACK_FR));
	Len spare = len_max(len_add(rest, -least), 0);
	Len wanted = 0;
	for (int c = 0; c < w->count; c++) {
		if (gives_way(w, c))
			w->widths[c] = w->least[c];
		if (unit_of(w, c) == TRACK_AUTO)
			wanted = len_add(wanted, w->most[c] - w->least[c]);
	}
	for (int c = 0; c < w->count && wanted > 0; c++) {
		if (unit_of(w, c) != TRACK_AUTO)
			continue;
		Len more = w->most[c] - w->least[c];
		w->widths[c] += wanted > spare ? len_scale(spare, more, wanted) : more;
	}
	if (least > rest)
		squeeze(w, rest);
	else
		share_rest(w, len_add(rest, -total_of(w, w->widths, TRACK_AUTO)));
}

/* Whether every fr column has room for its words on one line each: then nothing has to be weighed. */
static bool is_roomy(const Widths *w)
{
	for (int c = 0; c < w->count; c++)
		if (unit_of(w, c) == TRACK_FR && w->widths[c] < w->most[c])
			return false;
	return true;
}

/* The widths of all columns; what the lengths among them need beyond the room there is. */
static Len widths_choose(Widths *w, Len width)
{
	int64_t rest = (int64_t)width - (int64_t)w->table->spec->gap * (w->count - 1);
	for (int c = 0; c < w->count; c++) {
		const Track *track = &column_at(w, c)->width;
		w->most[c] = with_mark(w, c, column_most(w, c));
		w->widths[c] = track->unit == TRACK_LEN ? track->value
			       : track->unit == TRACK_PERCENT
				   ? len_scale(width, track->value, 100000)
			       : track->unit == TRACK_AUTO ? w->most[c]
							   : 0;
		rest -= gives_way(w, c) ? 0 : w->widths[c];
	}
	if (rest < 0)
		return (Len)(-rest < LEN_MAX ? -rest : LEN_MAX);
	Len left = len_add((Len)rest, -total_of(w, w->most, TRACK_AUTO));
	if (left >= 0)
		share_rest(w, left);
	if (left >= 0 && is_roomy(w))
		return 0;
	for (int c = 0; c < w->count; c++)
		if (gives_way(w, c))
			w->least[c] = with_mark(w, c, column_least(w, c));
	widths_of_words(w, (Len)rest);
	return 0;
}

static Widths widths_begin(const Measure *m, const TableBox *table, int rows, SizedColumn *columns)
{
	int count = table->spec->column_count;
	return (Widths){.m = m,
			.table = table,
			.rows = rows,
			.count = count,
			.columns = columns,
			.most = ARENA_ARRAY(m->arena, count, Len),
			.least = ARENA_ARRAY(m->arena, count, Len),
			.widths = ARENA_ARRAY(m->arena, count, Len)};
}

/* Shares of a width that is not known yet ask for what their words do. */
Len table_natural(const Measure *m, const Box *box)
{
	const TableBox *table = box->table;
	const TableSpec *spec = table->spec;
	int rows = rest_shown_under(m, box->element, &table->rest, table->row_count);
	SizedColumn *columns = ARENA_ARRAY(m->arena, spec->column_count, SizedColumn);
	Widths w = widths_begin(m, table, rows, columns);
	Len sum = 2 * spec->cell_inset;
	for (int c = 0; c < w.count; c++) {
		const Track *track = &column_at(&w, c)->width;
		Len words = with_mark(&w, c, column_most(&w, c));
		sum = len_add(sum, track->unit == TRACK_LEN ? track->value : words);
		sum = len_add(sum, c > 0 ? spec->gap : 0);
	}
	Len caption = table->caption.length > 0 ? size_words_natural(m, &table->caption) : 0;
	return len_max(sum, caption);
}

/* A line is as wide as the layout says: it is not made narrower in silence. */
static Len spark_lacking(const TableSpec *spec, const Column *column, Len width)
{
	if (!column->spark)
		return 0;
	Len needed = is_spark_alone(column) ? column->spark->width : mark_room(spec, column);
	return len_max(len_add(needed, -width), 0);
}

Len table_columns(const Measure *m, const TableBox *table, int rows, Len width,
		  SizedColumn *columns)
{
	const TableSpec *spec = table->spec;
	int count = spec->column_count;
	Widths w = widths_begin(m, table, rows, columns);
	Len over = widths_choose(&w, len_add(width, -2 * spec->cell_inset));
	Len x = spec->cell_inset;
	for (int c = 0; c < count; c++) {
		columns[c].x = x;
		columns[c].width = w.widths[c];
		columns[c].text = len_max(w.widths[c] - mark_room(spec, &spec->columns[c]), 0);
		columns[c].lacking = spark_lacking(spec, &spec->columns[c], w.widths[c]);
		x = len_add(x, len_add(w.widths[c], spec->gap));
	}
	return over;
}
