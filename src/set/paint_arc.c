/* SPDX-License-Identifier: MIT */
#include "set/paint.h"
#include "set/turn.h"

static Len along(Len length, int64_t q)
{
	return len_scale(length, q, TURN_ONE);
}

/* A point of the circle, `turn` clockwise from the top, a quarter turn after `quarters` whole ones. */
static void circle_point(int quarters, int64_t angle, Len *dx, Len *dy, Len radius)
{
	Len s = along(radius, turn_sine(angle)), c = along(radius, turn_sine(TURN_QUARTER - angle));
	const Len x[] = {s, c, -s, -c}, y[] = {-c, s, c, -s};
	*dx = x[quarters & 3];
	*dy = y[quarters & 3];
}

/* One piece of an arc of at most a quarter turn as a cubic: its controls stand on the tangents at
 * k = 4/3 tan(angle/4) of the radius (Goldapp 1991). */
static Segment arc_piece(int quarter, int64_t angle, Len cx, Len cy, Len radius)
{
	int64_t sin4 = turn_sine(angle / 4), cos4 = turn_sine(TURN_QUARTER - angle / 4);
	int64_t k = ((sin4 << TURN_Q) / cos4) * 4 / 3;
	Len x0, y0, x1, y1, tx, ty;
	circle_point(quarter, 0, &x0, &y0, radius);
	circle_point(quarter, angle, &x1, &y1, radius);
	Segment piece = {.kind = SEGMENT_CURVE};
	circle_point(quarter + 1, 0, &tx, &ty, radius); /* the tangent is a quarter turn on */
	piece.x[0] = cx + x0 + along(tx, k);
	piece.y[0] = cy + y0 + along(ty, k);
	circle_point(quarter + 1, angle, &tx, &ty, radius);
	piece.x[1] = cx + x1 - along(tx, k);
	piece.y[1] = cy + y1 - along(ty, k);
	piece.x[2] = cx + x1;
	piece.y[2] = cy + y1;
	return piece;
}

/* A circle, or part of one, as an outline; closed when it is whole. */
static List arc_outline(Painter *p, Len x, Len y, Len radius, Decimal share)
{
	List segments = list_new(p->arena, sizeof(Segment));
	*(Segment *)list_add(&segments) =
	    (Segment){.kind = SEGMENT_MOVE, .x = {x}, .y = {y - radius}};
	int64_t quarters = share * 4; /* in millionths of a quarter */
	for (int quarter = 0; quarters > 0; quarter++, quarters -= DECIMAL_ONE) {
		int64_t part = quarters < DECIMAL_ONE ? quarters : DECIMAL_ONE;
		int64_t angle = TURN_QUARTER * part / DECIMAL_ONE;
		*(Segment *)list_add(&segments) = arc_piece(quarter, angle, x, y, radius);
	}
	if (share == DECIMAL_ONE)
		*(Segment *)list_add(&segments) = (Segment){.kind = SEGMENT_CLOSE};
	return segments;
}

void paint_arc(Painter *p, Len x, Len y, Len radius, Len thickness, Decimal share, const Ink *ink,
	       const Origin *origin)
{
	if (share <= 0 || radius <= 0 || thickness <= 0 || !ink)
		return;
	List segments = arc_outline(p, x, y, radius, share < DECIMAL_ONE ? share : DECIMAL_ONE);
	Draw *draw = draw_add(p, DRAW_SHAPE);
	draw->shape = (Shape){
	    .segments = segments.items, .count = segments.count, .stroke = ink, .width = thickness};
	if (origin)
		draw->shape.origin = *origin;
}

void paint_dot(Painter *p, Len x, Len y, Len radius, const Ink *ink, const Origin *origin)
{
	if (radius <= 0 || !ink)
		return;
	List segments = arc_outline(p, x, y, radius, DECIMAL_ONE);
	Draw *draw = draw_add(p, DRAW_SHAPE);
	draw->shape = (Shape){
	    .segments = segments.items, .count = segments.count, .fill = ink, .origin = *origin};
}
