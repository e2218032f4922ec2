/* SPDX-License-Identifier: MIT */
#include "set/plot_bars.h"

#include "set/hatch.h"
#include "set/plot_rows.h"

void size_bars(const Measure *m, const ChartBox *box, Len width, SizedChart *chart)
{
	size_rows(m, box, width, 0, chart);
}

void size_bars_ghosts(const Measure *m, const ChartBox *box, Len width, SizedChart *chart)
{
	size_row_ghosts(m, box, width, 0, chart);
}

static void paint_bar(Painter *p, const ChartSpec *spec, const SizedRows *plot,
		      const ChartItem *item, Len room_x, Len middle)
{
	Len length = scale_length(&p->scales, spec->scale, item->value);
	Len nought = room_x + scale_at(&p->scales, spec->scale, 0);
	paint_rect(p, item->value < 0 ? nought - length : nought, middle - plot->mark_height / 2,
		   length, plot->mark_height, spec->ink, &item->origin);
}

void paint_bars(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y)
{
	const SizedRows *plot = chart->rows;
	AxisRoom room = rows_room(plot, x, y);
	paint_row_lines(p, box, chart, &room);
	for (int i = 0; i < chart->count; i++) {
		Len middle = y + plot->rows[i].middle;
		paint_row_label(p, plot, &plot->rows[i], x, y);
		paint_bar(p, box->spec, plot, &box->items[i], room.x, middle);
		paint_row_figures(p, plot, &plot->rows[i], x, y);
	}
	if (box->axis)
		paint_axis_labels(p, box, &plot->axis, &room);
}

/* The shape of a chart without its figures: bars that grow shorter, in thousandths of their room. They
 * stand for nothing, so no data could be read from them; each row is a little shorter than the one before. */
static void paint_ghost(Painter *p, const ChartSpec *spec, const SizedRows *plot, int row, Len x,
			Len middle)
{
	Len thin = plot->mark_height / 2;
	int label = 820 - 30 * (row % 8), bar = 620 / (row % 8 + 2) + 240;
	paint_rect(p, x, middle - thin / 2, len_scale(plot->label_width, label, 1000), thin,
		   spec->track, NULL);
	paint_hatch(p, x + plot->room_x, middle - plot->mark_height / 2,
		    len_scale(plot->room_width, bar, 1000), plot->mark_height, spec->paper,
		    spec->track);
}

void paint_bars_ghosts(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y)
{
	int row[ROW_GHOSTS];
	Len middle[ROW_GHOSTS];
	int count = row_ghosts(box, chart, row, middle);
	for (int i = 0; i < count; i++)
		paint_ghost(p, box->spec, chart->rows, row[i], x, y + middle[i]);
}
