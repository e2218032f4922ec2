/* SPDX-License-Identifier: MIT */
#include "set/chart.h"

#include "base/list.h"
#include "set/rest.h"

/* Between labels, bars and figures; between the title and the first row. */
enum { COLUMN_GAP = LEN_PT(6), TITLE_GAP = LEN_PT(7) };

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

static Len widest_label(const Measure *m, const ChartBox *box, int count)
{
	Len widest = 0;
	for (int i = 0; i < count; i++)
		widest = len_max(widest, size_words_natural(m, &box->items[i].label));
	return widest;
}

static void size_chart_columns(const Measure *m, const ChartBox *box, Len width, SizedChart *chart)
{
	for (int i = 0; i < chart->count; i++)
		chart->figure_width =
		    len_max(chart->figure_width, size_words_natural(m, &box->items[i].figure));
	Track tracks[] = {box->spec->label_width};
	Len natural[] = {widest_label(m, box, chart->count)};
	size_tracks(tracks, 1, width, 0, natural, &chart->label_width);
	if (box->spec->label_width.unit == TRACK_FR)
		chart->label_width = width / 2;
	chart->bars_x = len_add(chart->label_width, COLUMN_GAP);
	chart->figure_x = len_add(width, -chart->figure_width);
	Len gap = chart->figure_width > 0 ? COLUMN_GAP : 0;
	chart->bars_width = len_add(chart->figure_x - gap, -chart->bars_x);
}

/* From bar to bar: bars never stand in each other. */
static Len row_height(const Measure *m, const ChartBox *box, const SizedChart *chart)
{
	return len_max(size_space(m, box->spec->row_height), chart->bar_height);
}

static Len size_chart_rows(const Measure *m, const ChartBox *box, SizedChart *chart, bool *overfull)
{
	SizedBar *bars = ARENA_ARRAY(m->arena, chart->count, SizedBar);
	Len y = 0, row = row_height(m, box, chart);
	Len air = row - chart->bar_height;
	for (int i = 0; i < chart->count; i++) {
		const BarItem *item = &box->items[i];
		bars[i].y = y;
		bars[i].label = size_text(m, &item->label, chart->label_width);
		bars[i].figure = size_text(m, &item->figure, chart->figure_width);
		Len label =
		    bars[i].label.lines.count > 1 ? bars[i].label.lines.height + air / 2 : 0;
		bars[i].height = len_max(row, label);
		*overfull |= bars[i].label.overfull;
		y = len_add(y, bars[i].height);
	}
	chart->bars = bars;
	return y;
}

/* Below the bars, as far as they are from each other. */
static Len size_chart_more(const Measure *m, const ChartBox *box, Len width, SizedChart *chart,
			   Sized *sized)
{
	const Words *words = rest_words(&box->rest, chart->count);
	chart->has_more = words->length > 0;
	if (!chart->has_more)
		return 0;
	Len air = (row_height(m, box, chart) - chart->bar_height) / 2;
	chart->more = size_text(m, words, width);
	chart->more_y = len_add(chart->rows_y, len_add(chart->rows_height, air));
	sized->overfull |= chart->more.overfull;
	return len_add(air, chart->more.lines.height);
}

/* The notice, in the middle of the rows; how high it is with the air around it. */
static Len notice_height(const SizedChart *chart)
{
	return chart->notice.lines.height + 2 * COLUMN_GAP;
}

/* The height in which no bars are drawn behind it. */
static Len ghosts_clear(const SizedChart *chart)
{
	return notice_height(chart) + COLUMN_GAP;
}

static void size_notice(const Measure *m, const ChartBox *box, Len width, SizedChart *chart)
{
	Len most = len_max(width - 4 * COLUMN_GAP, 0);
	Len natural = size_words_natural(m, &box->placeholder);
	chart->notice = size_text(m, &box->placeholder, len_min(natural, most));
	chart->notice_width = chart->notice.lines.width + 4 * COLUMN_GAP;
}

void size_chart(const Measure *m, Sized *sized)
{
	const ChartBox *box = sized->box->chart;
	SizedChart *chart = ARENA_NEW(m->arena, SizedChart);
	Len width = chart_width(sized), y = chart_inset(sized, SIDE_TOP);
	chart->has_title = box->title.length > 0;
	if (chart->has_title) {
		chart->title = size_text(m, &box->title, width);
		sized->baseline = y + chart->title.lines.baseline;
		sized->overfull |= chart->title.overfull;
		y = len_add(y, len_add(chart->title.lines.height, size_space(m, TITLE_GAP)));
	}
	chart->rows_y = y;
	chart->count = rest_shown_under(m, sized->box->element, &box->rest, box->count);
	chart->bar_height = size_space(m, box->spec->bar_height);
	size_chart_columns(m, box, width, chart);
	if (box->count > 0) {
		chart->rows_height = size_chart_rows(m, box, chart, &sized->overfull);
		sized->over = chart->bars_width < 0 ? -chart->bars_width : 0;
		sized->overfull |= sized->over > 0;
		y = len_add(y, size_chart_more(m, box, width, chart, sized));
	} else {
		size_notice(m, box, width, chart);
		chart->row_height = row_height(m, box, chart);
		chart->rows_height = len_max(len_scale(chart->row_height, box->spec->rows, 1),
					     len_add(ghosts_clear(chart), 2 * chart->row_height));
		sized->overfull |= chart->notice.overfull;
	}
	sized->height = len_add(len_add(y, chart->rows_height), chart_inset(sized, SIDE_BOTTOM));
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

static void paint_bar(Painter *p, const ChartSpec *spec, const SizedChart *chart, int i,
		      const BarItem *item, Len x, Len y)
{
	const SizedBar *bar = &chart->bars[i];
	Len top = y + chart->rows_y + bar->y, middle = top + bar->height / 2;
	Len length = scale_length(&p->scales, spec->scale, item->value);
	Len label = middle - bar->label.lines.height / 2;
	Len figure = middle + size_cap_height(&bar->figure) / 2 - bar->figure.lines.baseline;
	if (bar->label.lines.count == 1)
		label = middle + size_cap_height(&bar->label) / 2 - bar->label.lines.baseline;
	paint_text(p, &bar->label, x, label, chart->label_width,
		   para_words(bar->label.para)->style->align);
	paint_rect(p, x + chart->bars_x, middle - chart->bar_height / 2, length, chart->bar_height,
		   spec->ink, &item->origin);
	paint_text(p, &bar->figure, x + chart->figure_x, figure, chart->figure_width, ALIGN_END);
}

/* The shape of a chart without its figures: bars that grow shorter, in thousandths of their room. They
 * stand for nothing, so no data could be read from them; each row is a little shorter than the one before. */
static void paint_ghost_row(Painter *p, const Sized *sized, int row, Len x, Len middle)
{
	const ChartSpec *spec = sized->box->chart->spec;
	const SizedChart *chart = sized->chart;
	Len thin = chart->bar_height / 2;
	int label = 820 - 30 * (row % 8), bar = 620 / (row % 8 + 2) + 240;
	paint_rect(p, x, middle - thin / 2, len_scale(chart->label_width, label, 1000), thin,
		   spec->track, NULL);
	paint_hatch(p, x + chart->bars_x, middle - chart->bar_height / 2,
		    len_scale(chart->bars_width, bar, 1000), chart->bar_height, spec->paper,
		    spec->track);
}

/* The upper half is counted from the top, the lower half from the bottom: few rows leave the middle free. */
static Len ghost_middle(const SizedChart *chart, int row, int rows)
{
	Len half = chart->row_height / 2;
	if (row < rows / 2)
		return row * chart->row_height + half;
	return chart->rows_height - (rows - row) * chart->row_height + half;
}

static void paint_ghosts(Painter *p, const Sized *sized, Len x, Len y)
{
	const SizedChart *chart = sized->chart;
	int rows = sized->box->chart->spec->rows;
	Len middle = chart->rows_height / 2, clear = ghosts_clear(chart) / 2;
	TagMark mark = tag_leave(p);
	rows = rows > 2 ? rows : 2;
	for (int i = 0; i < rows; i++) {
		Len at = ghost_middle(chart, i, rows);
		bool hidden = at > middle - clear && at < middle + clear;
		if (!hidden)
			paint_ghost_row(p, sized, i, x, y + chart->rows_y + at);
	}
	tag_close(p, mark);
}

static void paint_notice(Painter *p, const Sized *sized, Len x, Len y, Len width)
{
	const ChartSpec *spec = sized->box->chart->spec;
	const SizedChart *chart = sized->chart;
	Len height = notice_height(chart);
	Len left = x + (width - chart->notice_width) / 2;
	Len top = y + chart->rows_y + (chart->rows_height - height) / 2;
	paint_rect(p, left, top, chart->notice_width, height, spec->paper, NULL);
	paint_frame(p, left, top, chart->notice_width, height, 600, 0, spec->frame);
	paint_text(p, &chart->notice, left + 2 * COLUMN_GAP, top + COLUMN_GAP,
		   chart->notice.lines.width, ALIGN_CENTER);
}

static void paint_placeholder(Painter *p, const Sized *sized, Len x, Len y, Len width)
{
	paint_ghosts(p, sized, x, y);
	paint_notice(p, sized, x, y, width);
}

static void paint_bars(Painter *p, const Sized *sized, Len x, Len y, Len width)
{
	const ChartBox *box = sized->box->chart;
	const SizedChart *chart = sized->chart;
	for (int i = 0; i < chart->count; i++)
		paint_bar(p, box->spec, chart, i, &box->items[i], x, y);
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
	TagMark mark = tag_open(p, TAG_FIGURE);
	if (!p->furniture) {
		tag_last(p)->alt = sized->box->alt;
		tag_last(p)->bounds = (TagBounds){x, y, sized->width, sized->height};
	}
	if (box->count > 0)
		paint_bars(p, sized, left, y, width);
	else
		paint_placeholder(p, sized, left, y, width);
	tag_close(p, mark);
}
