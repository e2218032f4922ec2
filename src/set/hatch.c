/* SPDX-License-Identifier: MIT */
#include "set/hatch.h"

enum { ACROSS = 1, DOWNWARDS = 2, RISING = 4, FALLING = 8 };

/* How a pattern is ruled: lines in up to two directions, `pitch` from one to the next and `width` broad.
 * Dashes are as long as their gaps; every second line begins with a gap. */
typedef struct Ruling {
	unsigned lines; /* ACROSS … */
	Len pitch, width, dash;
} Ruling;

/* Of diagonals the pitch is measured along an edge: 1.41 times what lies between them. How much paper
 * shows differs too, from a sixth to a half: so they differ in tone besides. */
static const Ruling rulings[HATCH_COUNT] = {
    [HATCH_UP] = {RISING, 4500, 800, 0},
    [HATCH_DOTS] = {ACROSS, 2800, 1400, 1400},
    [HATCH_LEVEL] = {ACROSS, 3000, 900, 0},
    [HATCH_LATTICE] = {RISING | FALLING, 5200, 700, 0},
    [HATCH_UPRIGHT] = {DOWNWARDS, 3000, 900, 0},
    [HATCH_DOWN] = {FALLING, 6800, 2200, 0},
    [HATCH_GRID] = {ACROSS | DOWNWARDS, 3600, 700, 0},
};

/* However large an outline is, a pattern has no more lines than this in one direction: it grows coarser. */
enum { LINES_MOST = 600, FAR = LEN_MAX / 8 };

Hatch hatch_of_part(int part)
{
	return part < 0 ? HATCH_SOLID : (Hatch)(part % HATCH_COUNT);
}

enum { EDGE = 600 }; /* the ink that stays around a rectangle's pattern, so that its edge is seen */

typedef struct Bounds {
	Len left, top, right, bottom;
} Bounds;

/* Of all its points: a curve lies inside those of its controls. */
static Bounds bounds_of(const Segment *segments, int count)
{
	Bounds b = {LEN_MAX, LEN_MAX, -LEN_MAX, -LEN_MAX};
	for (int i = 0; i < count; i++) {
		int points = segments[i].kind == SEGMENT_CLOSE   ? 0
			     : segments[i].kind == SEGMENT_CURVE ? 3
								 : 1;
		for (int k = 0; k < points; k++) {
			b.left = len_min(b.left, segments[i].x[k]);
			b.right = len_max(b.right, segments[i].x[k]);
			b.top = len_min(b.top, segments[i].y[k]);
			b.bottom = len_max(b.bottom, segments[i].y[k]);
		}
	}
	/* What lies far beyond every page is told of elsewhere; here its sums stay small. */
	return (Bounds){len_max(b.left, -FAR), len_max(b.top, -FAR), len_min(b.right, FAR),
			len_min(b.bottom, FAR)};
}

/* Ruling */

static void rule_across(List *lines, const Bounds *b, const Ruling *r)
{
	Len shift = 0;
	for (Len y = b->top + r->pitch / 2; y < b->bottom + r->width / 2; y += r->pitch) {
		if (b->left + shift < b->right)
			outline_line(lines, b->left + shift, y, b->right, y);
		shift = r->dash - shift;
	}
}

static void rule_downwards(List *lines, const Bounds *b, const Ruling *r)
{
	for (Len x = b->left + r->pitch / 2; x < b->right + r->width / 2; x += r->pitch)
		outline_line(lines, x, b->top, x, b->bottom);
}

/* Diagonals cross the box from edge to edge, and a little further: their ends are cut square. `at`: where a
 * line meets the upper edge, from the left one. */
static void rule_rising(List *lines, const Bounds *b, const Ruling *r)
{
	Len width = b->right - b->left, height = b->bottom - b->top, over = r->width;
	for (Len at = r->pitch / 2; at < width + height; at += r->pitch) {
		Len from = len_max(0, at - width) - over, to = len_min(height, at) + over;
		outline_line(lines, b->left + at - to, b->top + to, b->left + at - from,
			     b->top + from);
	}
}

static void rule_falling(List *lines, const Bounds *b, const Ruling *r)
{
	Len width = b->right - b->left, height = b->bottom - b->top, over = r->width;
	for (Len at = r->pitch / 2 - height / r->pitch * r->pitch; at < width; at += r->pitch) {
		Len from = len_max(0, -at) - over, to = len_min(height, width - at) + over;
		outline_line(lines, b->left + at + from, b->top + from, b->left + at + to,
			     b->top + to);
	}
}

static Ruling ruling_for(Hatch hatch, const Bounds *b)
{
	Ruling r = rulings[hatch];
	Len extent = len_add(b->right - b->left, b->bottom - b->top);
	int coarser = extent / LINES_MOST / r.pitch + 1;
	return (Ruling){r.lines, r.pitch * coarser, r.width * coarser, r.dash * coarser};
}

static List rule(Painter *p, const Bounds *b, const Ruling *r)
{
	List lines = list_new(p->arena, sizeof(Segment));
	if (r->lines & ACROSS)
		rule_across(&lines, b, r);
	if (r->lines & DOWNWARDS)
		rule_downwards(&lines, b, r);
	if (r->lines & RISING)
		rule_rising(&lines, b, r);
	if (r->lines & FALLING)
		rule_falling(&lines, b, r);
	return lines;
}

void hatch_over(Painter *p, const Segment *segments, int count, Hatch hatch, const Ink *stripe)
{
	if (count == 0 || hatch == HATCH_SOLID || !stripe)
		return;
	Bounds b = bounds_of(segments, count);
	Ruling r = ruling_for(hatch, &b);
	List lines = rule(p, &b, &r);
	if (lines.count == 0)
		return;
	draw_add(p, DRAW_CLIP)->shape = (Shape){.segments = segments, .count = count};
	draw_add(p, DRAW_SHAPE)->shape = (Shape){.segments = lines.items,
						 .count = lines.count,
						 .stroke = stripe,
						 .width = r.width,
						 .dash = r.dash};
	clip_end(p);
}

void hatch_fill(Painter *p, const Segment *segments, int count, Hatch hatch, const Ink *ink,
		const Ink *stripe, const Origin *origin)
{
	if (count == 0 || !ink)
		return;
	Draw *draw = draw_add(p, DRAW_SHAPE);
	draw->shape = (Shape){.segments = segments, .count = count, .fill = ink};
	if (origin)
		draw->shape.origin = *origin;
	int over = p->draws.count;
	hatch_over(p, segments, count, hatch, stripe);
	paint_basis(p, over, origin ? origin->basis : NULL);
}

void hatch_rect(Painter *p, Len x, Len y, Len width, Len height, Hatch hatch, const Ink *ink,
		const Ink *stripe, const Origin *origin)
{
	if (width <= 0 || height <= 0 || !ink)
		return;
	Shape rect = shape_rect(p, x, y, width, height);
	Shape inside = shape_rect(p, x + EDGE, y + EDGE, width - 2 * EDGE, height - 2 * EDGE);
	hatch_fill(p, rect.segments, rect.count, HATCH_SOLID, ink, NULL, origin);
	int over = p->draws.count;
	if (width > 2 * EDGE && height > 2 * EDGE)
		hatch_over(p, inside.segments, inside.count, hatch, stripe);
	paint_basis(p, over, origin ? origin->basis : NULL);
}

void paint_hatch(Painter *p, Len x, Len y, Len width, Len height, const Ink *ground,
		 const Ink *stripe)
{
	if (width <= 0 || height <= 0)
		return;
	paint_rect(p, x, y, width, height, ground, NULL);
	clip_begin(p, x, y, width, height);
	Len broad = len_max(height / 2, 500);
	for (Len at = x - height; at < x + width; at += 2 * broad) {
		Len xs[] = {at, at + height, at + height + broad, at + broad};
		Len ys[] = {y + height, y, y, y + height};
		Shape slash = shape_polygon(p, xs, ys, 4);
		slash.fill = stripe;
		draw_add(p, DRAW_SHAPE)->shape = slash;
	}
	clip_end(p);
}
