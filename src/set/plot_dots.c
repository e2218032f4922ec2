/* SPDX-License-Identifier: MIT */
#include "set/plot_dots.h"

#include "set/plot_rows.h"

/* How thick the hairline is that leads to a dot, and the line from the one dot to the other. */
enum { GUIDE = 500, COURSE = 1400, RING_LEAST = 700 };

static Len dot_radius(const Measure *m, const ChartBox *box)
{
	return size_space(m, box->spec->bar_height) / 2;
}

void size_dots(const Measure *m, const ChartBox *box, Len width, SizedChart *chart)
{
	size_rows(m, box, width, dot_radius(m, box), chart);
}

void size_dots_ghosts(const Measure *m, const ChartBox *box, Len width, SizedChart *chart)
{
	size_row_ghosts(m, box, width, dot_radius(m, box), chart);
}

/* As wide as a dot on the outside. */
static void paint_ring(Painter *p, Len x, Len y, Len radius, const Ink *ink, const Origin *origin)
{
	Len thickness = len_max(radius / 3, RING_LEAST);
	paint_arc(p, x, y, radius - thickness / 2, thickness, DECIMAL_ONE, ink, origin);
}

/* From nought, or from that end of the scale which is nearer to it. */
static Len guide_begin(const Painter *p, const ChartSpec *spec)
{
	Len nought = scale_at(&p->scales, spec->scale, 0);
	return len_max(len_min(nought, scale_whole(&p->scales, spec->scale)), 0);
}

static void paint_level(Painter *p, Len from, Len to, Len y, Len thickness, const Ink *ink)
{
	if (from != to)
		paint_line(p, len_min(from, to), y, len_max(from, to), y, thickness, 0, ink);
}

/* The hairline ends at the nearer of the two; the line between them leaves the ring open. */
static void paint_guides(Painter *p, const ChartSpec *spec, const ChartItem *item, Len begin,
			 Len from, Len to, Len radius, Len y)
{
	bool nearer = item->has_from && (from - begin < 0 ? begin - from : from - begin) <
					    (to - begin < 0 ? begin - to : to - begin);
	Len end = nearer ? from : to, edge = from < to ? from + radius : from - radius;
	bool apart = item->has_from && (from < to ? edge < to : edge > to);
	Len short_of = nearer ? radius : 0;
	TagMark mark = tag_leave(p);
	if (end > begin + short_of)
		paint_level(p, begin, end - short_of, y, GUIDE, spec->track);
	else if (end < begin - short_of)
		paint_level(p, end + short_of, begin, y, GUIDE, spec->track);
	int way = p->draws.count;
	if (apart)
		paint_level(p, edge, to, y, COURSE, spec->ink);
	paint_basis(p, way, item->way);
	tag_close(p, mark);
}

static void paint_item(Painter *p, const ChartSpec *spec, const SizedRows *plot,
		       const ChartItem *item, Len room_x, Len y)
{
	Len radius = plot->mark_height / 2;
	Len to = room_x + scale_at(&p->scales, spec->scale, item->value);
	Len from = item->has_from ? room_x + scale_at(&p->scales, spec->scale, item->from) : to;
	paint_guides(p, spec, item, room_x + guide_begin(p, spec), from, to, radius, y);
	if (item->has_from)
		paint_ring(p, from, y, radius, spec->ink, &item->from_origin);
	paint_dot(p, to, y, radius, spec->ink, &item->origin);
}

void paint_dots(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y)
{
	paint_rows(p, box, chart, x, y, paint_item);
}

/* A ring at the end of a hairline. */
static void paint_ghost(Painter *p, const ChartSpec *spec, const SizedRows *plot, Len length,
			Len room_x, Len middle)
{
	Len radius = plot->mark_height / 2, end = room_x + length;
	paint_level(p, room_x, end - radius, middle, GUIDE, spec->track);
	paint_ring(p, end, middle, radius, spec->track, NULL);
}

void paint_dots_ghosts(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y)
{
	paint_row_ghosts(p, box, chart, x, y, paint_ghost);
}
