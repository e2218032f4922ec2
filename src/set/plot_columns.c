/* SPDX-License-Identifier: MIT */
#include "set/plot_columns.h"

#include "base/str.h"
#include "set/axis_left.h"
#include "set/hatch.h"
#include "set/label.h"

/* Between a column and its figure; between the marks and the labels; between labels side by side. */
enum { FIGURE_GAP = LEN_PT(3), LABEL_GAP = LEN_PT(4), APART = LEN_PT(4) };
/* How much of its slot a column takes, in per cent, and how broad it gets at most. */
enum { FILLED = 62, BROADEST = LEN_PT(36), NARROWEST = LEN_PT(2) };
enum { LABEL_LINES = 4 };

typedef struct SizedColumn {
	Label label, figure;
} SizedColumn;

/* All from the plot's top left corner. */
struct SizedColumns {
	const SizedColumn *columns;
	int count;
	Len x, width; /* of all slots */
	Len broad;    /* a column */
	Len marks_y, marks_height;
	Len labels_y;
	SizedAxis axis;
};

/* Sizing */

static Len slot_x(const SizedColumns *plot, int i)
{
	return len_add(plot->x, len_scale(plot->width, i, plot->count));
}

static Len slot_width(const SizedColumns *plot, int i)
{
	return slot_x(plot, i + 1) - slot_x(plot, i);
}

static Label fit_label(const Measure *m, const Words *words, Len slot)
{
	Len leading = fit_line_height(m->fit, words->style);
	return label_fit(m, words, slot - APART, len_scale(leading, LABEL_LINES, 1));
}

static Label fit_figure(const Measure *m, const Words *words, Len slot)
{
	return label_fit_line(m, words, slot - APART / 2, LEN_MAX);
}

static void size_slots(const Measure *m, const ChartBox *box, Len width, int count,
		       SizedColumns *plot)
{
	plot->count = count;
	plot->axis = size_axis(m, box, width);
	plot->x = axis_left_width(&plot->axis);
	plot->width = len_max(len_add(width, -plot->x), 0);
	plot->broad = len_min(len_scale(plot->width / count, FILLED, 100), BROADEST);
	plot->marks_height = size_space(m, box->spec->height);
}

/* Where one label needs the condensed cut all take it: side by side they are of one kind. */
static void size_labels_alike(const Measure *m, const ChartBox *box, const SizedColumns *plot,
			      SizedColumn *columns)
{
	bool any = false;
	for (int i = 0; i < plot->count; i++)
		any |= columns[i].label.way >= LABEL_CONDENSED;
	for (int i = 0; any && i < plot->count; i++) {
		const Words *words = &box->items[i].label;
		Len leading = fit_line_height(m->fit, words->style);
		columns[i].label = label_fit_condensed(m, words, slot_width(plot, i) - APART,
						       len_scale(leading, LABEL_LINES, 1));
	}
}

static void size_words_of(const Measure *m, const ChartBox *box, SizedColumns *plot,
			  SizedChart *chart)
{
	SizedColumn *columns = ARENA_ARRAY(m->arena, plot->count, SizedColumn);
	for (int i = 0; i < plot->count; i++) {
		Len slot = slot_width(plot, i);
		columns[i].label = fit_label(m, &box->items[i].label, slot);
		columns[i].figure = fit_figure(m, &box->items[i].figure, slot);
		chart->overfull |=
		    columns[i].label.way == LABEL_MOVED || columns[i].figure.way == LABEL_MOVED;
	}
	size_labels_alike(m, box, plot, columns);
	plot->columns = columns;
}

/* Figures stand above the marks' room where a column reaches its top, and below it where one hangs. */
static void size_heights(const ChartBox *box, SizedColumns *plot, SizedChart *chart)
{
	/* The number of the topmost tick rises above its line. */
	Len above = plot->axis.axis ? size_cap_height(&plot->axis.labels[0]) / 2 : 0;
	Len below = 0, labels = 0;
	for (int i = 0; i < plot->count; i++) {
		const SizedColumn *column = &plot->columns[i];
		Len figure = len_add(column->figure.text.lines.baseline, FIGURE_GAP);
		if (box->items[i].value < 0)
			below = len_max(below, figure);
		else
			above = len_max(above, figure);
		labels = len_max(labels, column->label.height);
	}
	plot->marks_y = above;
	plot->labels_y =
	    len_add(len_add(plot->marks_y, plot->marks_height), len_add(below, LABEL_GAP));
	chart->plot_height = len_add(plot->labels_y, labels);
}

void size_column_plot(const Measure *m, const ChartBox *box, Len width, SizedChart *chart)
{
	SizedColumns *plot = ARENA_NEW(m->arena, SizedColumns);
	size_slots(m, box, width, chart->count, plot);
	size_words_of(m, box, plot, chart);
	size_heights(box, plot, chart);
	chart->over = len_max(len_scale(NARROWEST, chart->count, 1) - plot->width, 0);
	chart->room = plot->marks_height;
	chart->air = LABEL_GAP;
	chart->columns = plot;
}

void size_column_ghosts(const Measure *m, const ChartBox *box, Len width, SizedChart *chart)
{
	SizedColumns *plot = ARENA_NEW(m->arena, SizedColumns);
	size_slots(m, box, width, box->spec->rows, plot);
	Len figure = fit_line_height(m->fit, box->spec->figure_style);
	plot->marks_y = len_add(figure, FIGURE_GAP);
	plot->labels_y = len_add(len_add(plot->marks_y, plot->marks_height), LABEL_GAP);
	chart->plot_height =
	    len_add(plot->labels_y, fit_line_height(m->fit, box->spec->label_style));
	chart->columns = plot;
}

/* Telling of words that have no room */

/* Whether the words of the first `count` columns would stand if there were no more. */
static bool words_stand(const Measure *m, const ChartBox *box, Len width, int count)
{
	for (int i = 0; i < count; i++) {
		const ChartItem *item = &box->items[i];
		if (fit_label(m, &item->label, width / count).way == LABEL_MOVED ||
		    fit_figure(m, &item->figure, width / count).way == LABEL_MOVED)
			return false;
	}
	return true;
}

/* The most columns whose words stand; 0: not even one's. */
static int columns_that_stand(const Measure *m, const ChartBox *box, Len width, int count)
{
	int stand = 0;
	for (int fail = count; fail - stand > 1;) {
		int middle = stand + (fail - stand) / 2;
		if (words_stand(m, box, width, middle))
			stand = middle;
		else
			fail = middle;
	}
	return stand;
}

/* The first whose words have no room, or NULL. */
static const SizedColumn *column_without_room(const SizedColumns *plot)
{
	for (int i = 0; i < plot->count; i++)
		if (plot->columns[i].label.way == LABEL_MOVED ||
		    plot->columns[i].figure.way == LABEL_MOVED)
			return &plot->columns[i];
	return NULL;
}

static void tell_words(Painter *p, const ChartBox *box, const SizedColumns *plot)
{
	const SizedColumn *first = column_without_room(plot);
	if (!first) /* it is the title, or the words for what is not shown: they are told as all words are */
		return;
	bool label = first->label.way == LABEL_MOVED;
	const Words *words = para_words((label ? first->label : first->figure).text.para);
	diag_error(p->diags, box->spec->place, DIAG_FIT,
		   "there are %s for each of %d columns, too little for the %s \"%.60s\"",
		   len_in_mm(p->arena, plot->width / plot->count), plot->count,
		   label ? "label" : "figure", words->text);
	Measure m = {.arena = p->arena, .setter = p->setter, .fit = p->fit, .layout = p->layout};
	int stand = p->setter ? columns_that_stand(&m, box, plot->width, plot->count) : 0;
	const char *limit = stand ? str_format(p->arena, "write limit=\"%d\", ", stand) : "";
	diag_hint(p->diags, "%schoose a smaller style, or make it a bar-chart", limit);
}

/* Painting */

typedef struct Upright {
	Len left, top, bottom; /* of a column's rectangle, on the page */
	bool hangs;
} Upright;

static Upright upright(const Painter *p, const ChartBox *box, const SizedColumns *plot, int i,
		       const AxisWall *wall)
{
	const char *scale = box->spec->scale;
	Decimal value = box->items[i].value;
	Len nought = wall->bottom - scale_at(&p->scales, scale, 0);
	Len length = scale_length(&p->scales, scale, value);
	Len left = wall->left + slot_x(plot, i) + (slot_width(plot, i) - plot->broad) / 2;
	return value < 0 ? (Upright){left, nought, nought + length, true}
			 : (Upright){left, nought - length, nought, false};
}

/* Where the figure of a column stands: its capitals' height. */
static AxisGap figure_gap(const SizedColumns *plot, int i, const Upright *column)
{
	const Label *figure = &plot->columns[i].figure;
	Len cap = size_cap_height(&figure->text);
	Len left = column->left + (plot->broad - figure->width) / 2;
	Len baseline = column->hangs ? column->bottom + FIGURE_GAP + cap : column->top - FIGURE_GAP;
	return (AxisGap){left, baseline - cap, left + figure->width, baseline};
}

static void paint_column(Painter *p, const ChartBox *box, const SizedColumns *plot, int i,
			 const AxisWall *wall, Len labels_y)
{
	const SizedColumn *sized = &plot->columns[i];
	const SizedText *label = &sized->label.text, *figure = &sized->figure.text;
	Upright column = upright(p, box, plot, i, wall);
	const AxisGap *gap = &wall->gaps[i];
	Len slot = slot_width(plot, i) - APART;
	paint_text(p, label, wall->left + slot_x(plot, i) + APART / 2, labels_y, slot,
		   ALIGN_CENTER);
	paint_rect(p, column.left, column.top, plot->broad, column.bottom - column.top,
		   box->spec->ink, &box->items[i].origin);
	paint_text(p, figure, gap->left, gap->bottom - figure->lines.baseline, sized->figure.width,
		   ALIGN_START);
}

static void paint_nought(Painter *p, const ChartBox *box, const AxisWall *wall)
{
	TagMark mark = tag_leave(p);
	paint_axis_level(p, box, wall, 0, AXIS_NOUGHT, box->spec->frame);
	tag_close(p, mark);
}

void paint_column_plot(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y)
{
	const SizedColumns *plot = chart->columns;
	AxisGap *gaps = ARENA_ARRAY(p->arena, plot->count, AxisGap);
	AxisWall wall = {
	    x,    x + plot->x, x + plot->x + plot->width, y + plot->marks_y + plot->marks_height,
	    gaps, plot->count};
	for (int i = 0; i < plot->count; i++) {
		Upright column = upright(p, box, plot, i, &wall);
		gaps[i] = figure_gap(plot, i, &column);
	}
	if (chart->overfull && chart->over == 0)
		tell_words(p, box, plot);
	if (box->axis)
		paint_axis_levels(p, box, &wall);
	for (int i = 0; i < plot->count; i++)
		paint_column(p, box, plot, i, &wall, y + plot->labels_y);
	paint_nought(p, box, &wall);
	if (box->axis)
		paint_axis_left(p, box, &plot->axis, &wall);
}

/* From stripe to stripe of a hatched column: pieces so high join without a seam. */
enum { STRIPES = LEN_PT(9) };

/* Columns that grow shorter; in front of none of them stand the placeholder's words, so those in the middle end
 * below them. */
void paint_column_ghosts(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y)
{
	const ChartSpec *spec = box->spec;
	const SizedColumns *plot = chart->columns;
	Len bottom = y + plot->marks_y + plot->marks_height;
	Len middle = x + plot->x + plot->width / 2;
	Len low = bottom - (y + (chart->plot_height + chart->clear) / 2);
	for (int i = 0; i < plot->count; i++) {
		Len left = x + slot_x(plot, i) + (slot_width(plot, i) - plot->broad) / 2;
		Len height = len_scale(plot->marks_height, 620 / (i % 8 + 2) + 380, 1000);
		bool behind = left < middle + chart->notice.width / 2 + APART &&
			      left + plot->broad > middle - chart->notice.width / 2 - APART;
		height = behind ? len_min(height, low) : height;
		for (Len at = STRIPES; at <= height; at += STRIPES)
			paint_hatch(p, left, bottom - at, plot->broad, STRIPES, spec->paper,
				    spec->track);
		paint_rect(p, left, y + plot->labels_y, plot->broad, LEN_PT(3), spec->track, NULL);
	}
	paint_line(p, x + plot->x, bottom, x + plot->x + plot->width, bottom, AXIS_NOUGHT, 0,
		   spec->frame);
}
