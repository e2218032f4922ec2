/* SPDX-License-Identifier: MIT */
#include "set/plot_slope.h"

#include "set/apart.h"
#include "set/label.h"

/* Between figures and labels; from an upright to words, where leaders run; below the heads. */
enum { WORD_GAP = LEN_PT(4), LEADER = LEN_PT(12), HEAD_GAP = LEN_PT(4) };
enum { COURSE = 1200, UPRIGHT = 500, DOT = 1900 };
enum {
	MOVED = 600,
	LEAST_WIDE = LEN_PT(24),
	LEAST_HIGH = LEN_PT(12)
}; /* what is moved less needs no leader */

typedef struct SizedSlope {
	SizedText from, figure, label;
	Len from_height, to_height; /* what its words take on either side */
} SizedSlope;

/* All from the plot's top left corner. */
struct SizedSlopes {
	SizedText from_head, to_head;
	Len from_width;             /* of the figures on the left */
	Len left, right;            /* where the uprights stand */
	Len figure_x, figure_width; /* on the right */
	Len label_x, label_width;
	const SizedSlope *slopes;
	Len top, height; /* of the uprights */
	Len inset; /* from their ends to their first and last dots, so that words beside these are inside */
	Len width;
};

/* Sizing */

static Len widest(const Measure *m, const ChartBox *box, int count, bool from)
{
	Len width = 0;
	for (int i = 0; i < count; i++) {
		const ChartItem *item = &box->items[i];
		if (!from || item->has_from)
			width = len_max(width, size_words_natural(m, from ? &item->from_figure
									  : &item->figure));
	}
	return width;
}

static Len widest_label(const Measure *m, const ChartBox *box, int count)
{
	Len width = 0;
	for (int i = 0; i < count; i++)
		width = len_max(width, size_words_natural(m, &box->items[i].label));
	return width;
}

/* Labels take what they ask for, up to what the layout gives them. */
static void size_slope_columns(const Measure *m, const ChartBox *box, Len width, int count,
			       SizedSlopes *plot)
{
	Track tracks[] = {box->spec->label_width};
	Len natural[] = {widest_label(m, box, count)}, given = 0;
	size_tracks(tracks, 1, width, 0, natural, &given);
	plot->width = width;
	plot->label_width = len_min(natural[0], tracks[0].unit == TRACK_FR ? width / 2 : given);
	plot->from_width = widest(m, box, count, true);
	plot->figure_width = widest(m, box, count, false);
	plot->label_x = len_add(width, -plot->label_width);
	plot->figure_x = len_add(plot->label_x, -len_add(plot->figure_width, WORD_GAP));
	plot->left = len_add(plot->from_width, LEADER);
	plot->right = len_add(plot->figure_x, -LEADER);
}

static void size_slope(const Measure *m, const ChartItem *item, const SizedSlopes *plot,
		       SizedSlope *slope, SizedChart *chart)
{
	slope->label = label_fit(m, &item->label, plot->label_width, LEN_MAX).text;
	if (slope->label.lines.width > plot->label_width)
		slope->label = size_text(m, &item->label, plot->label_width);
	slope->figure = size_text(m, &item->figure, plot->figure_width);
	slope->label.apart = slope->figure.apart = true;
	slope->to_height = len_max(slope->label.lines.height, slope->figure.lines.height);
	chart->overfull |= slope->label.overfull;
	if (!item->has_from)
		return;
	slope->from = size_text(m, &item->from_figure, plot->from_width);
	slope->from.apart = true;
	slope->from_height = slope->from.lines.height;
}

/* How high all words of one side are together. */
static Len slopes_height(const SizedSlope *slopes, int count)
{
	Len from = 0, to = 0;
	for (int i = 0; i < count; i++) {
		from = len_add(from, slopes[i].from_height);
		to = len_add(to, slopes[i].to_height);
	}
	return len_max(from, to);
}

static void size_heads(const Measure *m, const ChartBox *box, SizedSlopes *plot, SizedChart *chart)
{
	Len half = len_max(plot->width / 2 - WORD_GAP, 0);
	plot->from_head = size_text(m, &box->from_head, half);
	plot->to_head = size_text(m, &box->to_head, half);
	plot->from_head.apart = plot->to_head.apart = true;
	chart->overfull |= plot->from_head.overfull || plot->to_head.overfull;
	Len height = len_max(box->from_head.length ? plot->from_head.lines.height : 0,
			     box->to_head.length ? plot->to_head.lines.height : 0);
	plot->top = height > 0 ? len_add(height, HEAD_GAP) : 0;
}

void size_slopes(const Measure *m, const ChartBox *box, Len width, SizedChart *chart)
{
	SizedSlopes *plot = ARENA_NEW(m->arena, SizedSlopes);
	SizedSlope *slopes = ARENA_ARRAY(m->arena, chart->count, SizedSlope);
	size_slope_columns(m, box, width, chart->count, plot);
	size_heads(m, box, plot, chart);
	for (int i = 0; i < chart->count; i++)
		size_slope(m, &box->items[i], plot, &slopes[i], chart);
	plot->slopes = slopes;
	plot->height =
	    len_max(size_space(m, box->spec->height), slopes_height(slopes, chart->count));
	chart->over = len_max(LEAST_WIDE - (plot->right - plot->left), 0);
	for (int i = 0; i < chart->count; i++)
		plot->inset = len_max(plot->inset, slopes[i].figure.lines.leading / 2);
	plot->inset = len_max(plot->inset, DOT);
	plot->height = len_max(plot->height, 2 * plot->inset + LEAST_HIGH);
	chart->room = plot->height - 2 * plot->inset;
	chart->plot_height = len_add(plot->top, plot->height);
	chart->air = WORD_GAP;
	chart->slopes = plot;
}

void size_slope_ghosts(const Measure *m, const ChartBox *box, Len width, SizedChart *chart)
{
	SizedSlopes *plot = ARENA_NEW(m->arena, SizedSlopes);
	plot->width = len_max(width, 0);
	plot->height = size_space(m, box->spec->height);
	chart->plot_height = len_max(plot->height, chart->clear);
	chart->slopes = plot;
}

/* Painting */

/* How far from the top of its upright a value stands. */
static Len level(const Painter *p, const ChartSpec *spec, const SizedSlopes *plot, Decimal value)
{
	Len at = scale_at(&p->scales, spec->scale, value);
	return spec->reverse ? plot->inset + at : plot->height - plot->inset - at;
}

static void paint_leader(Painter *p, const ChartSpec *spec, Len from_x, Len from, Len to_x, Len to)
{
	TagMark mark = tag_leave(p);
	Len moved = from < to ? to - from : from - to;
	if (moved > MOVED)
		paint_line(p, from_x, from, to_x, to, UPRIGHT, 0, spec->frame);
	tag_close(p, mark);
}

/* Words of one line height beside `middle`. */
static void paint_beside(Painter *p, const SizedText *text, Len x, Len middle, Len width,
			 Align align)
{
	paint_text(p, text, x, middle - text->lines.height / 2, width, align);
}

/* The words on the left; x and y are the corner of the uprights' room. */
static void paint_from_words(Painter *p, const ChartBox *box, const SizedSlopes *plot, int count,
			     Len x, Len y)
{
	Len *wish = ARENA_ARRAY(p->arena, count, Len), *middle = ARENA_ARRAY(p->arena, count, Len);
	Len *height = ARENA_ARRAY(p->arena, count, Len);
	int *number = ARENA_ARRAY(p->arena, count, int), found = 0;
	for (int i = 0; i < count; i++) {
		if (!box->items[i].has_from)
			continue;
		wish[found] = level(p, box->spec, plot, box->items[i].from);
		height[found] = plot->slopes[i].from_height;
		number[found++] = i;
	}
	stand_apart(p->arena, wish, height, found, 0, plot->height, middle);
	for (int i = 0; i < found; i++) {
		paint_leader(p, box->spec, x + plot->left - DOT, y + wish[i],
			     x + plot->from_width + WORD_GAP / 2, y + middle[i]);
		paint_beside(p, &plot->slopes[number[i]].from, x, y + middle[i], plot->from_width,
			     ALIGN_END);
	}
}

static void paint_to_words(Painter *p, const ChartBox *box, const SizedSlopes *plot, int count,
			   Len x, Len y)
{
	Len *wish = ARENA_ARRAY(p->arena, count, Len), *middle = ARENA_ARRAY(p->arena, count, Len);
	Len *height = ARENA_ARRAY(p->arena, count, Len);
	for (int i = 0; i < count; i++) {
		wish[i] = level(p, box->spec, plot, box->items[i].value);
		height[i] = plot->slopes[i].to_height;
	}
	stand_apart(p->arena, wish, height, count, 0, plot->height, middle);
	for (int i = 0; i < count; i++) {
		const SizedSlope *slope = &plot->slopes[i];
		Len top = y + middle[i] - height[i] / 2;
		Len baseline = len_max(slope->label.lines.baseline, slope->figure.lines.baseline);
		paint_leader(p, box->spec, x + plot->right + DOT, y + wish[i],
			     x + plot->figure_x - WORD_GAP / 2, y + middle[i]);
		paint_text(p, &slope->figure, x + plot->figure_x,
			   top + baseline - slope->figure.lines.baseline, plot->figure_width,
			   ALIGN_END);
		paint_text(p, &slope->label, x + plot->label_x,
			   top + baseline - slope->label.lines.baseline, plot->label_width,
			   ALIGN_START);
	}
}

static void paint_uprights(Painter *p, const ChartSpec *spec, const SizedSlopes *plot, Len x, Len y)
{
	TagMark mark = tag_leave(p);
	paint_line(p, x + plot->left, y, x + plot->left, y + plot->height, UPRIGHT, 0, spec->track);
	paint_line(p, x + plot->right, y, x + plot->right, y + plot->height, UPRIGHT, 0,
		   spec->track);
	tag_close(p, mark);
}

static void paint_slope(Painter *p, const ChartBox *box, const SizedSlopes *plot, int i, Len x,
			Len y)
{
	const ChartItem *item = &box->items[i];
	Len to = y + level(p, box->spec, plot, item->value);
	Len from = item->has_from ? y + level(p, box->spec, plot, item->from) : to;
	if (item->has_from) {
		int way = p->draws.count;
		paint_line(p, x + plot->left, from, x + plot->right, to, COURSE, 0, box->spec->ink);
		paint_basis(p, way, item->way);
		paint_dot(p, x + plot->left, from, DOT, box->spec->ink, &item->from_origin);
	}
	paint_dot(p, x + plot->right, to, DOT, box->spec->ink, &item->origin);
}

/* Each ends at its upright, or begins there; what is too long for that begins, or ends, at the chart's edge. */
static void paint_heads(Painter *p, const SizedSlopes *plot, Len x, Len y)
{
	Len from = plot->from_head.lines.width, to = plot->to_head.lines.width;
	Len base = len_max(plot->from_head.lines.baseline, plot->to_head.lines.baseline);
	Len from_x = len_max(plot->left - from, 0);
	Len to_x = len_min(plot->right, plot->width - to);
	paint_text(p, &plot->from_head, x + from_x, y + base - plot->from_head.lines.baseline, from,
		   ALIGN_END);
	paint_text(p, &plot->to_head, x + to_x, y + base - plot->to_head.lines.baseline, to,
		   ALIGN_START);
}

void paint_slopes(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y)
{
	const SizedSlopes *plot = chart->slopes;
	Len top = y + plot->top;
	paint_heads(p, plot, x, y);
	paint_uprights(p, box->spec, plot, x, top);
	for (int i = 0; i < chart->count; i++)
		paint_slope(p, box, plot, i, x, top);
	paint_from_words(p, box, plot, chart->count, x, top);
	paint_to_words(p, box, plot, chart->count, x, top);
}

/* Lines of no meaning: from and to in thousandths of the height. */
void paint_slope_ghosts(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y)
{
	static const int ends[][2] = {{120, 60}, {330, 210}, {500, 640}, {690, 480}, {880, 930}};
	const SizedSlopes *plot = chart->slopes;
	Len left = x + plot->width / 6, right = x + plot->width - plot->width / 6;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		Len from = y + len_scale(chart->plot_height, ends[i][0], 1000);
		Len to = y + len_scale(chart->plot_height, ends[i][1], 1000);
		paint_line(p, left, from, right, to, COURSE, 0, box->spec->track);
		paint_rect(p, left - DOT, from - DOT, 2 * DOT, 2 * DOT, box->spec->track, NULL);
		paint_rect(p, right - DOT, to - DOT, 2 * DOT, 2 * DOT, box->spec->track, NULL);
	}
	paint_line(p, left, y, left, y + chart->plot_height, UPRIGHT, 0, box->spec->track);
	paint_line(p, right, y, right, y + chart->plot_height, UPRIGHT, 0, box->spec->track);
}
