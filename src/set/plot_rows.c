/* SPDX-License-Identifier: MIT */
#include "set/plot_rows.h"

/* Between labels, marks and figures. */
enum { COLUMN_GAP = LEN_PT(6), ABOVE_GAP = LEN_PT(2) };
/* With less room than this marks are not told apart. */
enum { ROOM_LEAST = LEN_PT(20) };

/* Sizing */

static Len widest_label(const Measure *m, const ChartBox *box, int count)
{
	Len widest = 0;
	for (int i = 0; i < count; i++)
		widest = len_max(widest, size_words_natural(m, &box->items[i].label));
	return widest;
}

static void size_figure_columns(const Measure *m, const ChartBox *box, int count, SizedRows *plot)
{
	for (int i = 0; i < count; i++) {
		const ChartItem *item = &box->items[i];
		plot->figure_width =
		    len_max(plot->figure_width, size_words_natural(m, &item->figure));
		if (item->has_from)
			plot->from_width =
			    len_max(plot->from_width, size_words_natural(m, &item->from_figure));
	}
	plot->figure_x = len_add(plot->width, -plot->figure_width);
	Len gap = plot->from_width > 0 ? COLUMN_GAP : 0;
	plot->from_x = len_add(plot->figure_x, -len_add(plot->from_width, gap));
}

static void size_row_columns(const Measure *m, const ChartBox *box, int count, Len inset,
			     SizedRows *plot)
{
	Track tracks[] = {box->spec->label_width};
	Len natural[] = {widest_label(m, box, count)};
	size_figure_columns(m, box, count, plot);
	size_tracks(tracks, 1, plot->width, 0, natural, &plot->label_width);
	if (box->spec->label_width.unit == TRACK_FR)
		plot->label_width = plot->width / 2;
	plot->room_x = len_add(len_add(plot->label_width, COLUMN_GAP), inset);
	Len gap = plot->figure_width > 0 ? COLUMN_GAP : 0;
	plot->room_width = len_add(plot->from_x - gap - inset, -plot->room_x);
	if (plot->room_width >= ROOM_LEAST || count == 0)
		return;
	plot->above = true;
	plot->label_width = plot->from_x - gap;
	plot->room_x = inset;
	plot->room_width = plot->width - 2 * inset;
}

static SizedRows *rows_begin(const Measure *m, const ChartBox *box, Len width, Len inset, int count)
{
	SizedRows *plot = ARENA_NEW(m->arena, SizedRows);
	plot->width = width;
	plot->mark_height = size_space(m, box->spec->bar_height);
	/* From mark to mark: they never stand in each other. */
	plot->row_height = len_max(size_space(m, box->spec->row_height), plot->mark_height);
	size_row_columns(m, box, count, inset, plot);
	return plot;
}

static SizedRow size_row(const Measure *m, const ChartItem *item, const SizedRows *plot)
{
	Len air = plot->row_height - plot->mark_height;
	SizedRow row = {.label = size_text(m, &item->label, plot->label_width),
			.figure = size_text(m, &item->figure, plot->figure_width)};
	if (item->has_from)
		row.from = size_text(m, &item->from_figure, plot->from_width);
	Len words = row.label.lines.height;
	row.height = len_max(plot->row_height, row.label.lines.count > 1 ? words + air / 2 : 0);
	row.middle = row.height / 2;
	if (plot->above) {
		row.height =
		    len_add(words, ABOVE_GAP + plot->mark_height + len_max(air, ABOVE_GAP));
		row.middle = words + ABOVE_GAP + plot->mark_height / 2;
	}
	return row;
}

void size_rows(const Measure *m, const ChartBox *box, Len width, Len inset, SizedChart *chart)
{
	SizedRows *plot = rows_begin(m, box, width, inset, chart->count);
	SizedRow *rows = ARENA_ARRAY(m->arena, chart->count, SizedRow);
	for (int i = 0; i < chart->count; i++) {
		rows[i] = size_row(m, &box->items[i], plot);
		rows[i].y = plot->rows_height;
		rows[i].middle = len_add(rows[i].middle, rows[i].y);
		chart->overfull |= rows[i].label.overfull;
		plot->rows_height = len_add(plot->rows_height, rows[i].height);
	}
	plot->rows = rows;
	plot->axis = size_axis(m, box, width);
	chart->plot_height = len_add(plot->rows_height, plot->axis.height);
	chart->air = (plot->row_height - plot->mark_height) / 2;
	Len least = len_min(plot->room_width - (plot->above ? ROOM_LEAST : 0), plot->label_width);
	chart->over = least < 0 ? -least : 0;
	chart->room = plot->room_width;
	chart->rows = plot;
}

void size_row_ghosts(const Measure *m, const ChartBox *box, Len width, Len inset, SizedChart *chart)
{
	SizedRows *plot = rows_begin(m, box, width, inset, 0);
	plot->rows_height = len_max(len_scale(plot->row_height, box->spec->rows, 1),
				    len_add(chart->clear, 2 * plot->row_height));
	plot->axis.height = axis_height(m, box->spec);
	chart->plot_height = len_add(plot->rows_height, plot->axis.height);
	chart->rows = plot;
}

/* Painting */

static AxisRoom rows_room(const SizedRows *plot, Len x, Len y)
{
	return (AxisRoom){x + plot->room_x, y, y + plot->rows_height, x, x + plot->width};
}

static void paint_lines(Painter *p, const ChartBox *box, const AxisRoom *room)
{
	Len nought = scale_at(&p->scales, box->spec->scale, 0), x = room->x + nought;
	TagMark mark = tag_leave(p);
	if (box->axis)
		paint_axis_lines(p, box, room);
	else if (nought > 0 && nought <= scale_whole(&p->scales, box->spec->scale))
		paint_line(p, x, room->y, x, room->bottom, AXIS_NOUGHT, 0, box->spec->frame);
	tag_close(p, mark);
}

static void paint_row_lines(Painter *p, const ChartBox *box, const SizedChart *chart,
			    const AxisRoom *room)
{
	const SizedRows *plot = chart->rows;
	if (!plot->above)
		paint_lines(p, box, room);
	for (int i = 0; plot->above && i < chart->count; i++) {
		Len middle = room->y + plot->rows[i].middle, half = plot->mark_height / 2;
		AxisRoom row = *room;
		row.y = middle - half - ABOVE_GAP / 2;
		row.bottom = i + 1 < chart->count ? middle + half + ABOVE_GAP / 2 : room->bottom;
		paint_lines(p, box, &row);
	}
}

static void paint_row_label(Painter *p, const SizedRows *plot, const SizedRow *row, Len x, Len y)
{
	const SizedText *label = &row->label;
	Len middle = y + row->middle, top = middle - label->lines.height / 2;
	if (plot->above)
		top = y + row->y;
	else if (label->lines.count == 1)
		top = middle + size_cap_height(label) / 2 - label->lines.baseline;
	paint_text(p, label, x, top, plot->label_width, para_words(label->para)->style->align);
}

static void paint_figure(Painter *p, const SizedRows *plot, const SizedRow *row,
			 const SizedText *figure, Len x, Len y, Len width)
{
	Len baseline = row->middle + size_cap_height(figure) / 2;
	if (plot->above)
		baseline = row->y + row->label.lines.baseline;
	paint_text(p, figure, x, y + baseline - figure->lines.baseline, width, ALIGN_END);
}

static void paint_row_figures(Painter *p, const SizedRows *plot, const SizedRow *row, Len x, Len y)
{
	if (row->from.para)
		paint_figure(p, plot, row, &row->from, x + plot->from_x, y, plot->from_width);
	paint_figure(p, plot, row, &row->figure, x + plot->figure_x, y, plot->figure_width);
}

/* The upper half is counted from the top, the lower half from the bottom: few rows leave the middle free. */
static Len ghost_middle(const SizedRows *plot, int row, int rows)
{
	Len height = plot->row_height, half = height / 2;
	if (row < rows / 2)
		return row * height + half;
	return plot->rows_height - (rows - row) * height + half;
}

/* In thousandths of the labels' and of the marks' room: they stand for nothing, so no data could be read from
 * them; each row is a little shorter than the one before. */
static void paint_row_ghost(Painter *p, const ChartSpec *spec, const SizedRows *plot, int row,
			    Len x, Len middle, PaintGhostMark *paint)
{
	Len thin = plot->mark_height / 2;
	int label = 820 - 30 * (row % 8), mark = 620 / (row % 8 + 2) + 240;
	paint_rect(p, x, middle - thin / 2, len_scale(plot->label_width, label, 1000), thin,
		   spec->track, NULL);
	paint(p, spec, plot, len_scale(plot->room_width, mark, 1000), x + plot->room_x, middle);
}

void paint_rows(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y,
		PaintRowMark *paint)
{
	const SizedRows *plot = chart->rows;
	AxisRoom room = rows_room(plot, x, y);
	paint_row_lines(p, box, chart, &room);
	for (int i = 0; i < chart->count; i++) {
		const SizedRow *row = &plot->rows[i];
		paint_row_label(p, plot, row, x, y);
		paint(p, box->spec, plot, &box->items[i], room.x, y + row->middle);
		paint_row_figures(p, plot, row, x, y);
	}
	if (box->axis)
		paint_axis_labels(p, box, &plot->axis, &room);
}

void paint_row_ghosts(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y,
		      PaintGhostMark *paint)
{
	int rows = box->spec->rows > 2 ? box->spec->rows : 2;
	Len words = chart->plot_height / 2, clear = chart->clear / 2;
	for (int i = 0; i < rows; i++) {
		Len at = ghost_middle(chart->rows, i, rows);
		if (at <= words - clear || at >= words + clear)
			paint_row_ghost(p, box->spec, chart->rows, i, x, y + at, paint);
	}
}
