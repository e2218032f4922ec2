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
	paint_rows(p, box, chart, x, y, paint_bar);
}

static void paint_ghost(Painter *p, const ChartSpec *spec, const SizedRows *plot, Len length,
			Len room_x, Len middle)
{
	paint_hatch(p, room_x, middle - plot->mark_height / 2, length, plot->mark_height,
		    spec->paper, spec->track);
}

void paint_bars_ghosts(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y)
{
	paint_row_ghosts(p, box, chart, x, y, paint_ghost);
}
