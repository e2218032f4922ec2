/* SPDX-License-Identifier: MIT */
#include "set/plot_bars.h"

#include "set/axis.h"
#include "set/hatch.h"

/* Between labels, bars and figures. */
enum { COLUMN_GAP = LEN_PT(6) };

typedef struct SizedBar {
	Len y, height; /* of its row */
	SizedText label, figure;
} SizedBar;

/* All from the plot's top left corner. */
struct SizedBars {
	Len label_width, bars_x, bars_width;
	Len figure_x, figure_width;
	const SizedBar *bars;
	Len bar_height; /* as fitted */
	Len row_height;
	Len rows_height;
	Len width; /* of the plot */
	SizedAxis axis;
};

/* Sizing */

static Len widest_label(const Measure *m, const ChartBox *box, int count)
{
	Len widest = 0;
	for (int i = 0; i < count; i++)
		widest = len_max(widest, size_words_natural(m, &box->items[i].label));
	return widest;
}

static void size_bar_columns(const Measure *m, const ChartBox *box, Len width, int count,
			     SizedBars *plot)
{
	for (int i = 0; i < count; i++)
		plot->figure_width =
		    len_max(plot->figure_width, size_words_natural(m, &box->items[i].figure));
	Track tracks[] = {box->spec->label_width};
	Len natural[] = {widest_label(m, box, count)};
	size_tracks(tracks, 1, width, 0, natural, &plot->label_width);
	if (box->spec->label_width.unit == TRACK_FR)
		plot->label_width = width / 2;
	plot->width = width;
	plot->bars_x = len_add(plot->label_width, COLUMN_GAP);
	plot->figure_x = len_add(width, -plot->figure_width);
	Len gap = plot->figure_width > 0 ? COLUMN_GAP : 0;
	plot->bars_width = len_add(plot->figure_x - gap, -plot->bars_x);
}

static SizedBars *bars_begin(const Measure *m, const ChartBox *box, Len width, int count)
{
	SizedBars *plot = ARENA_NEW(m->arena, SizedBars);
	plot->bar_height = size_space(m, box->spec->bar_height);
	/* From bar to bar: bars never stand in each other. */
	plot->row_height = len_max(size_space(m, box->spec->row_height), plot->bar_height);
	size_bar_columns(m, box, width, count, plot);
	return plot;
}

static void size_rows(const Measure *m, const ChartBox *box, SizedBars *plot, SizedChart *chart)
{
	SizedBar *bars = ARENA_ARRAY(m->arena, chart->count, SizedBar);
	Len y = 0, row = plot->row_height;
	Len air = row - plot->bar_height;
	for (int i = 0; i < chart->count; i++) {
		const ChartItem *item = &box->items[i];
		bars[i].y = y;
		bars[i].label = size_text(m, &item->label, plot->label_width);
		bars[i].figure = size_text(m, &item->figure, plot->figure_width);
		Len label =
		    bars[i].label.lines.count > 1 ? bars[i].label.lines.height + air / 2 : 0;
		bars[i].height = len_max(row, label);
		chart->overfull |= bars[i].label.overfull;
		y = len_add(y, bars[i].height);
	}
	plot->bars = bars;
	plot->rows_height = y;
	plot->axis = size_axis(m, box, plot->width);
	chart->plot_height = len_add(y, plot->axis.height);
	chart->air = air / 2;
}

void size_bars(const Measure *m, const ChartBox *box, Len width, SizedChart *chart)
{
	SizedBars *plot = bars_begin(m, box, width, chart->count);
	size_rows(m, box, plot, chart);
	chart->over = plot->bars_width < 0 ? -plot->bars_width : 0;
	chart->room = plot->bars_width;
	chart->bars = plot;
}

void size_bars_ghosts(const Measure *m, const ChartBox *box, Len width, SizedChart *chart)
{
	SizedBars *plot = bars_begin(m, box, width, 0);
	plot->rows_height = len_max(len_scale(plot->row_height, box->spec->rows, 1),
				    len_add(chart->clear, 2 * plot->row_height));
	plot->axis.height = axis_height(m, box->spec);
	chart->plot_height = len_add(plot->rows_height, plot->axis.height);
	chart->bars = plot;
}

/* Painting */

static void paint_bar(Painter *p, const ChartSpec *spec, const SizedBars *plot, const SizedBar *bar,
		      const ChartItem *item, Len x, Len y)
{
	Len middle = y + bar->y + bar->height / 2;
	Len length = scale_length(&p->scales, spec->scale, item->value);
	Len nought = x + plot->bars_x + scale_at(&p->scales, spec->scale, 0);
	Len label = middle - bar->label.lines.height / 2;
	Len figure = middle + size_cap_height(&bar->figure) / 2 - bar->figure.lines.baseline;
	if (bar->label.lines.count == 1)
		label = middle + size_cap_height(&bar->label) / 2 - bar->label.lines.baseline;
	paint_text(p, &bar->label, x, label, plot->label_width,
		   para_words(bar->label.para)->style->align);
	paint_rect(p, item->value < 0 ? nought - length : nought, middle - plot->bar_height / 2,
		   length, plot->bar_height, spec->ink, &item->origin);
	paint_text(p, &bar->figure, x + plot->figure_x, figure, plot->figure_width, ALIGN_END);
}

/* Without an axis a line at nought stands where bars go both ways. */
static void paint_nought(Painter *p, const ChartBox *box, const AxisRoom *room)
{
	Len x = scale_at(&p->scales, box->spec->scale, 0);
	TagMark mark = tag_leave(p);
	if (x > 0)
		paint_line(p, room->x + x, room->y, room->x + x, room->bottom, AXIS_NOUGHT, 0,
			   box->spec->frame);
	tag_close(p, mark);
}

void paint_bars(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y)
{
	const SizedBars *plot = chart->bars;
	AxisRoom room = {x + plot->bars_x, y, y + plot->rows_height, x, x + plot->width};
	if (box->axis)
		paint_axis_lines(p, box, &room);
	else
		paint_nought(p, box, &room);
	for (int i = 0; i < chart->count; i++)
		paint_bar(p, box->spec, plot, &plot->bars[i], &box->items[i], x, y);
	if (box->axis)
		paint_axis_labels(p, box, &plot->axis, &room);
}

/* The shape of a chart without its figures: bars that grow shorter, in thousandths of their room. They
 * stand for nothing, so no data could be read from them; each row is a little shorter than the one before. */
static void paint_ghost_row(Painter *p, const ChartSpec *spec, const SizedBars *plot, int row,
			    Len x, Len middle)
{
	Len thin = plot->bar_height / 2;
	int label = 820 - 30 * (row % 8), bar = 620 / (row % 8 + 2) + 240;
	paint_rect(p, x, middle - thin / 2, len_scale(plot->label_width, label, 1000), thin,
		   spec->track, NULL);
	paint_hatch(p, x + plot->bars_x, middle - plot->bar_height / 2,
		    len_scale(plot->bars_width, bar, 1000), plot->bar_height, spec->paper,
		    spec->track);
}

/* The upper half is counted from the top, the lower half from the bottom: few rows leave the middle free. */
static Len ghost_middle(const SizedChart *chart, int row, int rows)
{
	Len height = chart->bars->row_height, half = height / 2;
	if (row < rows / 2)
		return row * height + half;
	return chart->bars->rows_height - (rows - row) * height + half;
}

void paint_bars_ghosts(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y)
{
	int rows = box->spec->rows > 2 ? box->spec->rows : 2;
	Len middle = chart->plot_height / 2, clear = chart->clear / 2;
	for (int i = 0; i < rows; i++) {
		Len at = ghost_middle(chart, i, rows);
		bool hidden = at > middle - clear && at < middle + clear;
		if (!hidden)
			paint_ghost_row(p, box->spec, chart->bars, i, x, y + at);
	}
}
