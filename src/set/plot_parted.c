/* SPDX-License-Identifier: MIT */
#include "set/plot_parted.h"

#include "set/key.h"
#include "set/label.h"

/* Of paper between two parts; on either side of words below a part; below the bar; above the key. */
enum { PARTING = 700, SIDE_GAP = LEN_PT(4), LABEL_GAP = LEN_PT(3), KEY_GAP = LEN_PT(6) };
enum { LABEL_LINES = 3 }; /* more below a narrow part are a column of words, not a label */

typedef struct SizedPart {
	bool direct; /* its words stand below it */
	Label label;
	SizedText figure;
} SizedPart;

/* All from the plot's top left corner. */
struct SizedParted {
	Len width, bar_height;
	Parts parts;
	const SizedPart *sized;
	Len labels_y, key_y;
	const SizedKey *key; /* NULL: none is needed */
};

/* Sizing */

static Len part_x(const SizedParted *plot, int edge, Len length)
{
	return len_scale(length, plot->parts.edges[edge], PARTS_WHOLE);
}

static Len leading_of(const Measure *m, const Words *words)
{
	return size_text(m, words, LEN_MAX).lines.leading;
}

static void size_part(const Measure *m, const ChartItem *item, Len room, SizedPart *part)
{
	Len figure = size_words_natural(m, &item->figure);
	if (room <= 0 || figure > room)
		return;
	Len height = len_scale(leading_of(m, &item->label), LABEL_LINES, 1);
	part->label = label_fit(m, &item->label, room, height);
	part->figure = size_text(m, &item->figure, figure);
	part->figure.apart = true;
	part->direct = part->label.way != LABEL_MOVED;
}

/* How high the words below the bar are. */
static Len size_parts(const Measure *m, const ChartBox *box, SizedParted *plot, int count)
{
	SizedPart *parts = ARENA_ARRAY(m->arena, count, SizedPart);
	Len height = 0;
	plot->sized = parts;
	for (int i = 0; i < count && !box->spec->shared; i++) {
		Len across =
		    part_x(plot, i + 1, plot->width) - part_x(plot, i, plot->width) - SIDE_GAP;
		size_part(m, &box->items[i], across, &parts[i]);
		if (parts[i].direct)
			height = len_max(
			    height, len_add(parts[i].figure.lines.height, parts[i].label.height));
	}
	return height;
}

static void size_parted_key(const Measure *m, const ChartBox *box, Len width, SizedParted *plot,
			    SizedChart *chart)
{
	KeyItem *listed = ARENA_ARRAY(m->arena, chart->count, KeyItem);
	int count = 0;
	for (int i = 0; i < chart->count; i++)
		if (!plot->sized[i].direct)
			listed[count++].item = i;
	plot->key = size_key(m, box, listed, count, width);
	chart->overfull |= key_is_overfull(plot->key);
	if (!plot->key)
		return;
	plot->key_y = len_add(chart->plot_height, size_space(m, KEY_GAP));
	chart->plot_height = len_add(plot->key_y, key_height(plot->key));
}

void size_parted(const Measure *m, const ChartBox *box, Len width, SizedChart *chart)
{
	SizedParted *plot = ARENA_NEW(m->arena, SizedParted);
	plot->width = len_max(width, 0);
	plot->bar_height = size_space(m, box->spec->bar_height);
	plot->parts = parts_of(m->arena, box, chart->count);
	Len labels = size_parts(m, box, plot, chart->count);
	plot->labels_y = len_add(plot->bar_height, LABEL_GAP);
	chart->plot_height = labels > 0 ? len_add(plot->labels_y, labels) : plot->bar_height;
	size_parted_key(m, box, width, plot, chart);
	chart->room = plot->width;
	chart->air = KEY_GAP;
	chart->parted = plot;
}

void size_parted_ghosts(const Measure *m, const ChartBox *box, Len width, SizedChart *chart)
{
	SizedParted *plot = ARENA_NEW(m->arena, SizedParted);
	plot->width = len_max(width, 0);
	plot->bar_height = size_space(m, box->spec->bar_height);
	chart->plot_height = len_max(plot->bar_height, chart->clear);
	chart->parted = plot;
}

/* Painting */

static void paint_part(Painter *p, const ChartBox *box, const SizedParted *plot, int i, Len length,
		       Len x, Len y)
{
	const SizedPart *part = &plot->sized[i];
	Len left = x + part_x(plot, i, length), right = x + part_x(plot, i + 1, length);
	hatch_rect(p, left, y, right - left, plot->bar_height, part_hatch(box->spec, i),
		   part_ink(box->spec, i), part_paper(box->spec), &box->items[i].origin);
	if (!part->direct)
		return;
	Len top = y + plot->labels_y;
	paint_text(p, &part->figure, left, top, part->figure.lines.width, ALIGN_START);
	paint_text(p, &part->label.text, left, top + part->figure.lines.height, part->label.width,
		   ALIGN_START);
}

/* Hairlines between the parts: over them, so that none is made longer or shorter by its gap. */
static void paint_partings(Painter *p, const ChartBox *box, const SizedParted *plot, Len length,
			   Len x, Len y)
{
	TagMark mark = tag_leave(p);
	Len last = 0;
	for (int i = 1; i <= plot->parts.count; i++) {
		Len at = part_x(plot, i, length);
		if (at - last >= 2 * PARTING && at < length)
			paint_line(p, x + at, y, x + at, y + plot->bar_height, PARTING, 0,
				   part_paper(box->spec));
		last = at;
	}
	tag_close(p, mark);
}

void paint_parted(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y)
{
	const SizedParted *plot = chart->parted;
	const ChartSpec *spec = box->spec;
	Len length = spec->shared ? scale_length(&p->scales, spec->scale, box->whole) : plot->width;
	TagMark mark = tag_leave(p);
	paint_rect(p, x, y, length > 0 ? length : plot->width, plot->bar_height, spec->track, NULL);
	tag_close(p, mark);
	for (int i = 0; i < chart->count; i++)
		paint_part(p, box, plot, i, length, x, y);
	paint_partings(p, box, plot, length, x, y);
	paint_key(p, box, plot->key, x, y + plot->key_y);
}

/* Parts of no meaning, each smaller than the one before, in thousandths of the bar. */
void paint_parted_ghosts(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y)
{
	static const int edges[] = {0, 370, 610, 780, 900, 1000};
	const SizedParted *plot = chart->parted;
	Len top = y + (chart->plot_height - plot->bar_height) / 2;
	for (int i = 0; i < 5; i++) {
		Len left = len_scale(plot->width, edges[i], 1000);
		Len right = len_scale(plot->width, edges[i + 1], 1000);
		paint_hatch(p, x + left, top, right - left - 2 * PARTING, plot->bar_height,
			    box->spec->paper, box->spec->track);
	}
}
