/* SPDX-License-Identifier: MIT */
#include "write/extent.h"

#include "text/font.h"

#include <math.h>

static const Extent nothing = {LEN_MAX, LEN_MAX, -LEN_MAX, -LEN_MAX};

bool extent_is_empty(const Extent *extent)
{
	return extent->right <= extent->left || extent->bottom <= extent->top;
}

Extent extent_clip(Extent extent, const Extent *clip)
{
	return (Extent){len_max(extent.left, clip->left), len_max(extent.top, clip->top),
			len_min(extent.right, clip->right), len_min(extent.bottom, clip->bottom)};
}

Extent extent_of_bounds(const TagBounds *bounds)
{
	return (Extent){bounds->x, bounds->y, len_add(bounds->x, bounds->width),
			len_add(bounds->y, bounds->height)};
}

/* Shapes */

typedef struct Point {
	double x, y;
} Point;

/* An outline, as it is gone along. */
typedef struct Tracing {
	double left, top, right, bottom;
	double half; /* of the stroke's thickness */
	Point pen, begin;
	bool joins; /* a piece of the outline ends where the pen is */
} Tracing;

static void hold(Tracing *t, double x, double y, double dx, double dy)
{
	t->left = fmin(t->left, x - dx);
	t->right = fmax(t->right, x + dx);
	t->top = fmin(t->top, y - dy);
	t->bottom = fmax(t->bottom, y + dy);
}

/* Where a line begins or ends it is cut off square to its way. */
static void hold_end(Tracing *t, Point at, Point toward)
{
	double dx = toward.x - at.x, dy = toward.y - at.y, length = sqrt(dx * dx + dy * dy);
	if (length > 0)
		hold(t, at.x, at.y, t->half * fabs(dy) / length, t->half * fabs(dx) / length);
}

static void join(Tracing *t)
{
	if (t->joins)
		hold(t, t->pen.x, t->pen.y, t->half, t->half);
	t->joins = true;
}

static void trace_line(Tracing *t, Point to)
{
	join(t);
	hold_end(t, t->pen, to);
	hold_end(t, to, t->pen);
	t->pen = to;
}

static double on_curve(const double *v, double at)
{
	double rest = 1 - at;
	return rest * rest * rest * v[0] + 3 * rest * rest * at * v[1] + 3 * rest * at * at * v[2] +
	       at * at * at * v[3];
}

/* Where a curve turns round, from 0 to 1: the roots of its derivative. How many. */
static int turns_of(const double *v, double *turns)
{
	double a = v[3] - 3 * v[2] + 3 * v[1] - v[0], b = 2 * (v[2] - 2 * v[1] + v[0]);
	double c = v[1] - v[0], under = b * b - 4 * a * c, roots[2] = {-1, -1};
	int count = 0;
	if (fabs(a) < 1e-9 && fabs(b) > 1e-9)
		roots[0] = -c / b;
	else if (fabs(a) >= 1e-9 && under >= 0) {
		roots[0] = (-b - sqrt(under)) / (2 * a);
		roots[1] = (-b + sqrt(under)) / (2 * a);
	}
	for (int i = 0; i < 2; i++)
		if (roots[i] > 0 && roots[i] < 1)
			turns[count++] = roots[i];
	return count;
}

static void hold_turns(Tracing *t, const double *x, const double *y)
{
	double turns[2];
	for (int i = turns_of(x, turns); i-- > 0;)
		hold(t, on_curve(x, turns[i]), on_curve(y, turns[i]), t->half, 0);
	for (int i = turns_of(y, turns); i-- > 0;)
		hold(t, on_curve(x, turns[i]), on_curve(y, turns[i]), 0, t->half);
}

static bool is_same(Point a, Point b)
{
	return a.x == b.x && a.y == b.y;
}

static void trace_curve(Tracing *t, const Segment *segment)
{
	Point p[4] = {t->pen};
	for (int i = 0; i < 3; i++)
		p[i + 1] = (Point){segment->x[i], segment->y[i]};
	const double x[] = {p[0].x, p[1].x, p[2].x, p[3].x};
	const double y[] = {p[0].y, p[1].y, p[2].y, p[3].y};
	join(t);
	hold_end(t, p[0], is_same(p[0], p[1]) ? p[2] : p[1]);
	hold_end(t, p[3], is_same(p[3], p[2]) ? p[1] : p[2]);
	hold_turns(t, x, y);
	t->pen = p[3];
}

static void trace(Tracing *t, const Segment *segment)
{
	switch (segment->kind) {
	case SEGMENT_MOVE:
		t->pen = t->begin = (Point){segment->x[0], segment->y[0]};
		t->joins = false;
		break;
	case SEGMENT_LINE:
		trace_line(t, (Point){segment->x[0], segment->y[0]});
		break;
	case SEGMENT_CURVE:
		trace_curve(t, segment);
		break;
	case SEGMENT_CLOSE:
		trace_line(t, t->begin);
		join(t);
		break;
	}
}

static Len rounded(double length)
{
	return (Len)lround(fmax(-LEN_MAX, fmin(LEN_MAX, length)));
}

Extent extent_of_shape(const Shape *shape)
{
	Tracing t = {.left = LEN_MAX, .top = LEN_MAX, .right = -LEN_MAX, .bottom = -LEN_MAX};
	t.half = shape->stroke ? shape->width / 2.0 : 0;
	for (int i = 0; i < shape->count; i++)
		trace(&t, &shape->segments[i]);
	return (Extent){rounded(t.left), rounded(t.top), rounded(t.right), rounded(t.bottom)};
}

/* Words */

static int characters_in(const Run *run, int start, int end)
{
	int count = 0;
	for (int i = start; i < end && i < run->length; i++)
		count += ((unsigned char)run->text[i] & 0xc0) != 0x80;
	return count;
}

/* Where the pen is so many font units, and glyphs, behind the beginning of the run. */
static Len pen_at(const Run *run, int64_t advance, int glyphs)
{
	Len way = len_scale(run->size, advance, font_metrics(run->font)->units_per_em);
	return len_add(run->x, len_add(way, len_scale(run->tracking, glyphs, 1)));
}

/* Glyphs that stand for the same characters. */
typedef struct Cluster {
	int first, last; /* glyphs, `last` not included */
	int start, end;  /* bytes */
	Len left, right;
} Cluster;

/* Glyphs stand from left to right, so their characters come one after the other, or one before the other. */
static bool is_backwards(const Run *run)
{
	return run->glyph_count > 1 &&
	       run->glyphs[0].cluster > run->glyphs[run->glyph_count - 1].cluster;
}

/* The cluster that begins with the glyph `first`, `advance` font units from the beginning. */
static Cluster cluster_at(const Run *run, int first, int64_t *advance)
{
	const Glyph *glyphs = run->glyphs;
	Cluster c = {.first = first, .last = first, .start = glyphs[first].cluster};
	c.left = pen_at(run, *advance, first);
	for (; c.last < run->glyph_count && glyphs[c.last].cluster == c.start; c.last++)
		*advance += glyphs[c.last].advance;
	c.right = pen_at(run, *advance, c.last);
	if (is_backwards(run))
		c.end = first > 0 ? glyphs[first - 1].cluster : run->length;
	else
		c.end = c.last < run->glyph_count ? glyphs[c.last].cluster : run->length;
	return c;
}

static void extent_hold(Extent *extent, Len left, Len right)
{
	extent->left = len_min(extent->left, left);
	extent->right = len_max(extent->right, right);
}

/* The part of a cluster that those bytes take. */
static void cluster_hold(Extent *extent, const Run *run, const Cluster *c, int start, int end)
{
	int from = start > c->start ? start : c->start, to = end < c->end ? end : c->end;
	int all = characters_in(run, c->start, c->end);
	if (from >= to || all == 0)
		return;
	Len width = c->right - c->left;
	Len before = len_scale(width, characters_in(run, c->start, from), all);
	Len behind = len_scale(width, characters_in(run, to, c->end), all);
	if (is_backwards(run))
		extent_hold(extent, c->left + behind, c->right - before);
	else
		extent_hold(extent, c->left + before, c->right - behind);
}

Extent extent_of_run(const Run *run)
{
	const FontMetrics *metrics = font_metrics(run->font);
	int em = metrics->units_per_em;
	return (Extent){run->x, len_add(run->y, -len_scale(run->size, metrics->ascender, em)),
			len_add(run->x, run->width),
			len_add(run->y, -len_scale(run->size, metrics->descender, em))};
}

Extent extent_of_range(const Run *run, int start, int end)
{
	Extent all = extent_of_run(run), extent = nothing;
	int64_t advance = 0;
	for (int i = 0; i < run->glyph_count;) {
		Cluster cluster = cluster_at(run, i, &advance);
		cluster_hold(&extent, run, &cluster, start, end);
		i = cluster.last;
	}
	extent.top = all.top;
	extent.bottom = all.bottom;
	return extent_clip(extent, &all);
}
