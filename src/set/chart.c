/* SPDX-License-Identifier: MIT */
#include "set/chart.h"

#include "base/list.h"
#include "set/plot_bars.h"
#include "set/plot_columns.h"
#include "set/plot_dots.h"
#include "set/plot_parted.h"
#include "set/plot_slope.h"
#include "set/plot_treemap.h"
#include "set/rest.h"

/* Around the words of a placeholder; between the title and the plot. */
enum { TITLE_GAP = LEN_PT(7) };

/* The plots: one line a kind. */

typedef void SizePlot(const Measure *m, const ChartBox *box, Len width, SizedChart *chart);
typedef void PaintPlot(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y);

static const struct Plot {
	SizePlot *size;
	PaintPlot *paint;
	SizePlot *size_ghosts; /* of a placeholder */
	PaintPlot *paint_ghosts;
} plots[CHART_KINDS] = {
    [CHART_BARS] = {size_bars, paint_bars, size_bars_ghosts, paint_bars_ghosts},
    [CHART_COLUMNS] = {size_column_plot, paint_column_plot, size_column_ghosts,
		       paint_column_ghosts},
    [CHART_DOTS] = {size_dots, paint_dots, size_dots_ghosts, paint_dots_ghosts},
    [CHART_SLOPES] = {size_slopes, paint_slopes, size_slope_ghosts, paint_slope_ghosts},
    [CHART_STACK] = {size_parted, paint_parted, size_parted_ghosts, paint_parted_ghosts},
    [CHART_TREEMAP] = {size_treemap, paint_treemap, size_treemap_ghosts, paint_treemap_ghosts},
};

/* What it has on each side: without a padding of its own nothing stands on a placeholder's edge. */
static Len chart_inset(const Sized *sized, unsigned side)
{
	const ChartBox *box = sized->box->chart;
	return len_add(size_inset(&sized->box->element->decor, side),
		       box->count == 0 ? box->spec->inset : 0);
}

static Len chart_width(const Sized *sized)
{
	Len across = len_add(chart_inset(sized, SIDE_LEFT), chart_inset(sized, SIDE_RIGHT));
	return len_add(sized->width, -across);
}

/* Sizing */

static void size_title(const Measure *m, Len width, SizedChart *chart, Sized *sized)
{
	const ChartBox *box = sized->box->chart;
	chart->plot_y = chart_inset(sized, SIDE_TOP);
	chart->has_title = box->title.length > 0;
	if (!chart->has_title)
		return;
	chart->title = size_text(m, &box->title, width);
	sized->baseline = chart->plot_y + chart->title.lines.baseline;
	chart->overfull |= chart->title.overfull;
	Len below = len_add(chart->title.lines.height, size_space(m, TITLE_GAP));
	chart->plot_y = len_add(chart->plot_y, below);
}

/* Below the plot. */
static Len size_more(const Measure *m, const ChartBox *box, Len width, SizedChart *chart)
{
	const Words *words = rest_words(&box->rest, chart->count);
	chart->has_more = words->length > 0;
	if (!chart->has_more)
		return 0;
	chart->more = size_text(m, words, width);
	chart->more_y = len_add(chart->plot_y, len_add(chart->plot_height, chart->air));
	chart->overfull |= chart->more.overfull;
	return len_add(chart->air, chart->more.lines.height);
}

static void size_placeholder(const Measure *m, const ChartBox *box, Len width, SizedChart *chart)
{
	chart->notice = notice_size(m, &box->placeholder, width);
	chart->overfull |= chart->notice.text.overfull;
	chart->clear = len_add(chart->notice.height, NOTICE_GAP);
	plots[box->spec->kind].size_ghosts(m, box, width, chart);
	chart->plot_height = len_max(chart->plot_height, chart->clear);
}

void size_chart(const Measure *m, Sized *sized)
{
	const ChartBox *box = sized->box->chart;
	SizedChart *chart = ARENA_NEW(m->arena, SizedChart);
	Len width = chart_width(sized), more = 0;
	size_title(m, width, chart, sized);
	chart->count = rest_shown_under(m, sized->box->element, &box->rest, box->count);
	if (box->count > 0) {
		plots[box->spec->kind].size(m, box, width, chart);
		more = size_more(m, box, width, chart);
	} else {
		size_placeholder(m, box, width, chart);
	}
	sized->over = chart->over;
	sized->overfull = chart->overfull || chart->over > 0;
	sized->height = len_add(len_add(len_add(chart->plot_y, chart->plot_height), more),
				chart_inset(sized, SIDE_BOTTOM));
	sized->chart = chart;
}

/* Painting */

static void paint_title(Painter *p, const Sized *sized, Len x, Len y, Len width)
{
	const SizedChart *chart = sized->chart;
	if (!chart->has_title)
		return;
	TagMark mark = tag_open(p, tag_of_title(p));
	paint_text(p, &chart->title, x, y + chart_inset(sized, SIDE_TOP), width,
		   para_words(chart->title.para)->style->align);
	tag_close(p, mark);
}

static void paint_placeholder(Painter *p, const Sized *sized, Len x, Len y, Len width)
{
	const ChartBox *box = sized->box->chart;
	TagMark mark = tag_leave(p);
	plots[box->spec->kind].paint_ghosts(p, box, sized->chart, x, y + sized->chart->plot_y);
	tag_close(p, mark);
	notice_paint(p, &sized->chart->notice, x, y + sized->chart->plot_y, width,
		     sized->chart->plot_height, box->spec->paper, box->spec->frame);
}

static void paint_items(Painter *p, const Sized *sized, Len x, Len y, Len width)
{
	const ChartBox *box = sized->box->chart;
	const SizedChart *chart = sized->chart;
	plots[box->spec->kind].paint(p, box, chart, x, y + chart->plot_y);
	if (chart->has_more)
		paint_text(p, &chart->more, x, y + chart->more_y, width,
			   para_words(chart->more.para)->style->align);
}

void paint_chart(Painter *p, const Sized *sized, Len x, Len y)
{
	const ChartBox *box = sized->box->chart;
	Len left = x + chart_inset(sized, SIDE_LEFT), width = chart_width(sized);
	if (box->count == 0) {
		TagMark mark = tag_leave(p);
		paint_frame(p, x, y, sized->width, sized->height, 700, 2100, box->spec->frame);
		tag_close(p, mark);
	}
	paint_title(p, sized, left, y, width);
	TagMark mark =
	    tag_figure(p, sized->box->alt, (TagBounds){x, y, sized->width, sized->height});
	if (box->count > 0)
		paint_items(p, sized, left, y, width);
	else
		paint_placeholder(p, sized, left, y, width);
	tag_close(p, mark);
}
