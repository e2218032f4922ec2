/* SPDX-License-Identifier: MIT */
#include "set/coast.h"

enum {
	NEAR =
	    400, /* thousandths of a point, 0.14 mm: what is nearer than that looks like one point */
	SPECK = 400, /* what is smaller is no island on paper */
	DIRECTIONS = 8,
	SMALL = 10 * LAND_DEGREE /* an outline of that size is far away when one of its points is */
};

typedef struct Point {
	Len x, y;
} Point;

typedef struct Tracer {
	Arena *a;
	const View *view;
	List ring, cut; /* of Point: the outline in hand, before and after cutting */
	List segments;
} Tracer;

static void point_add(List *list, Len x, Len y)
{
	*(Point *)list_add(list) = (Point){x, y};
}

/* Cutting: Sutherland and Hodgman 1974, one edge of the window after the other. What they leave along the
 * edges has no area. */

typedef enum Edge { EDGE_LEFT, EDGE_RIGHT, EDGE_TOP, EDGE_BOTTOM, EDGES } Edge;

static Len edge_at(const View *v, Edge edge)
{
	switch (edge) {
	case EDGE_LEFT:
		return v->x;
	case EDGE_RIGHT:
		return len_add(v->x, v->width);
	case EDGE_TOP:
		return v->y;
	default:
		return len_add(v->y, v->height);
	}
}

static bool is_inside(const Point *p, Edge edge, Len at)
{
	switch (edge) {
	case EDGE_LEFT:
		return p->x >= at;
	case EDGE_RIGHT:
		return p->x <= at;
	case EDGE_TOP:
		return p->y >= at;
	default:
		return p->y <= at;
	}
}

/* Where the line between two points crosses an edge that parts them. */
static Point crossing(const Point *a, const Point *b, Edge edge, Len at)
{
	if (edge == EDGE_LEFT || edge == EDGE_RIGHT)
		return (Point){at, len_add(a->y, len_scale(b->y - a->y, at - a->x, b->x - a->x))};
	return (Point){len_add(a->x, len_scale(b->x - a->x, at - a->y, b->y - a->y)), at};
}

static void cut_at(const List *ring, Edge edge, Len at, List *out)
{
	const Point *points = ring->items;
	out->count = 0;
	for (int i = 0; i < ring->count; i++) {
		const Point *here = &points[i], *next = &points[i + 1 < ring->count ? i + 1 : 0];
		bool inside = is_inside(here, edge, at);
		if (inside)
			*(Point *)list_add(out) = *here;
		if (inside != is_inside(next, edge, at)) {
			bool forwards = (edge == EDGE_LEFT || edge == EDGE_RIGHT)
					    ? here->x < next->x
					    : here->y < next->y;
			*(Point *)list_add(out) = forwards ? crossing(here, next, edge, at)
							   : crossing(next, here, edge, at);
		}
	}
}

/* Whether an edge of the window cuts the ring. One that is wholly beyond it is emptied. */
static bool is_cut(List *ring, Edge edge, Len at)
{
	const Point *points = ring->items;
	int inside = 0;
	for (int i = 0; i < ring->count; i++)
		inside += is_inside(&points[i], edge, at);
	if (inside > 0)
		return inside < ring->count;
	ring->count = 0;
	return false;
}

static void ring_cut(Tracer *t)
{
	for (Edge edge = EDGE_LEFT; edge < EDGES; edge++) {
		if (!is_cut(&t->ring, edge, edge_at(t->view, edge)))
			continue;
		List spare = t->cut;
		cut_at(&t->ring, edge, edge_at(t->view, edge), &spare);
		t->cut = t->ring;
		t->ring = spare;
	}
}

static bool is_near(Len a, Len b)
{
	return a - b < NEAR && b - a < NEAR;
}

static bool is_speck(const List *ring)
{
	const Point *p = ring->items;
	for (int i = 1; i < ring->count; i++)
		if (p[i].x - p[0].x > SPECK || p[0].x - p[i].x > SPECK || p[i].y - p[0].y > SPECK ||
		    p[0].y - p[i].y > SPECK)
			return false;
	return true;
}

static void ring_keep(Tracer *t)
{
	const Point *points = t->ring.items, *last = NULL;
	if (is_speck(&t->ring))
		return;
	for (int i = 0; i < t->ring.count; i++) {
		if (last && is_near(points[i].x, last->x) && is_near(points[i].y, last->y))
			continue;
		*(Segment *)list_add(&t->segments) =
		    (Segment){.kind = last ? SEGMENT_LINE : SEGMENT_MOVE,
			      .x = {points[i].x},
			      .y = {points[i].y}};
		last = &points[i];
	}
	*(Segment *)list_add(&t->segments) = (Segment){.kind = SEGMENT_CLOSE};
}

static void ring_end(Tracer *t)
{
	ring_cut(t);
	ring_keep(t);
}

/* The world */

static void world_trace(Tracer *t, const Outlines *outlines)
{
	for (int i = 0; i < outlines->count; i++) {
		const Outline *outline = &outlines->items[i];
		t->ring.count = 0;
		for (int k = 0; k < outline->count; k++) {
			Flat flat = world_flat(spot_of_land(outline->points[k]));
			point_add(&t->ring, view_x(t->view, flat), view_y(t->view, flat));
		}
		ring_end(t);
	}
}

/* A region. What is far lies in one of eight directions, counted anticlockwise from the east. */

static int direction_of(const Turned *p)
{
	/* 0.4142: the tangent of half of the angle between two directions. */
	int64_t east = p->east < 0 ? -p->east : p->east,
		north = p->north < 0 ? -p->north : p->north;
	if (north < east * 4142 / 10000)
		return p->east > 0 ? 0 : 4;
	if (east < north * 4142 / 10000)
		return p->north > 0 ? 2 : 6;
	if (p->north > 0)
		return p->east > 0 ? 1 : 3;
	return p->east > 0 ? 7 : 5;
}

/* So far out that a line from there to any place that is not far passes by the window. */
static void far_add(Tracer *t, int direction)
{
	static const int east[DIRECTIONS] = {4000, 2828, 0, -2828, -4000, -2828, 0, 2828};
	int north = east[(direction + DIRECTIONS - 2) % DIRECTIONS];
	point_add(&t->ring,
		  len_add(t->view->middle_x, len_scale(t->view->radius, east[direction], 1000)),
		  len_add(t->view->middle_y, -len_scale(t->view->radius, north, 1000)));
}

/* From one far point to the next the line goes around the window the shorter way. */
static void far_walk(Tracer *t, const Turned *from, const Turned *to)
{
	int begin = direction_of(from), end = direction_of(to);
	int ahead = (end - begin + DIRECTIONS) % DIRECTIONS;
	int64_t left = ((from->east * to->north) >> TURN_Q) - ((from->north * to->east) >> TURN_Q);
	bool anticlockwise = ahead < DIRECTIONS / 2 || (ahead == DIRECTIONS / 2 && left > 0);
	for (int at = begin; at != end;) {
		at = (at + (anticlockwise ? 1 : DIRECTIONS - 1)) % DIRECTIONS;
		far_add(t, at);
	}
}

static void outline_trace(Tracer *t, const Outline *outline)
{
	Turned last = {0};
	bool last_far = false;
	t->ring.count = 0;
	/* The first point once more at the end: so is the way back to it. */
	for (int i = 0; i <= outline->count; i++) {
		Turned here = globe_at(t->view->globe, outline->points[i % outline->count]);
		bool far = here.up < t->view->far;
		if (far && last_far)
			far_walk(t, &last, &here);
		else if (far)
			far_add(t, direction_of(&here));
		if (!far) {
			Flat flat = region_flat(here);
			point_add(&t->ring, view_x(t->view, flat), view_y(t->view, flat));
		}
		last = here;
		last_far = far;
	}
	ring_end(t);
}

/* Whether it can be neither in the window nor around it. */
static bool is_elsewhere(const View *v, const Outline *outline)
{
	int64_t south = spot_of_land(outline->low).lat, north = spot_of_land(outline->high).lat;
	if (north < v->spot.lat - v->reach || south > v->spot.lat + v->reach)
		return true;
	bool small = outline->high.lon - outline->low.lon <= SMALL &&
		     outline->high.lat - outline->low.lat <= SMALL;
	return small && globe_at(v->globe, outline->points[0]).up < v->far;
}

/* More than nought when `spot` lies to the left of the way from a to b. Less fine than angles are, so that the
 * product of two whole turns is no number too large. */
static int64_t left_of(Spot a, Spot b, Spot spot)
{
	enum { COARSE = 256 };
	int64_t east = (b.lon - a.lon) / COARSE, north = (b.lat - a.lat) / COARSE;
	return east * ((spot.lat - a.lat) / COARSE) - (spot.lon - a.lon) / COARSE * north;
}

/* How often an outline runs around a spot, anticlockwise (Sunday 2001, winding number of a polygon). */
static int windings(const Outline *outline, Spot spot)
{
	int count = 0;
	Spot a = spot_of_land(outline->points[outline->count - 1]);
	for (int i = 0; i < outline->count; i++) {
		Spot b = spot_of_land(outline->points[i]);
		if (a.lat <= spot.lat && spot.lat < b.lat && left_of(a, b, spot) > 0)
			count++;
		if (b.lat <= spot.lat && spot.lat < a.lat && left_of(a, b, spot) < 0)
			count--;
		a = b;
	}
	return count;
}

static Spot opposite(Spot spot)
{
	int64_t half = 2 * TURN_QUARTER;
	return (Spot){spot.lon > 0 ? spot.lon - half : spot.lon + half, -spot.lat};
}

static void window_trace(Tracer *t)
{
	const View *v = t->view;
	Len right = len_add(v->x, v->width), bottom = len_add(v->y, v->height);
	t->ring.count = 0;
	point_add(&t->ring, v->x, bottom);
	point_add(&t->ring, right, bottom);
	point_add(&t->ring, right, v->y);
	point_add(&t->ring, v->x, v->y);
	ring_keep(t);
}

static void region_trace(Tracer *t, const Outlines *outlines)
{
	Spot behind = opposite(t->view->spot);
	int around = 0;
	for (int i = 0; i < outlines->count; i++) {
		if (is_elsewhere(t->view, &outlines->items[i]))
			continue;
		outline_trace(t, &outlines->items[i]);
		around += windings(&outlines->items[i], behind);
	}
	if (around > 0)
		window_trace(t);
}

static Tracer tracer(Arena *a, const View *view)
{
	return (Tracer){a, view, list_new(a, sizeof(Point)), list_new(a, sizeof(Point)),
			list_new(a, sizeof(Segment))};
}

List coast_trace(Arena *a, const Outlines *outlines, const View *view)
{
	Tracer t = tracer(a, view);
	if (view->globe)
		region_trace(&t, outlines);
	else
		world_trace(&t, outlines);
	return t.segments;
}
