/* SPDX-License-Identifier: MIT */
/*
 * SVG 1.1, F.6: on the circle that the ellipse is when it is turned back and scaled, the
 * centre lies on the line that halves the chord. A piece of at most a quarter turn is a
 * cubic whose controls stand on the tangents at 4/3 tan(angle/4) of the radius.
 */
#include "read/path_arc.h"

#include <math.h>

static const double pi = 3.14159265358979323846;

/* The ellipse turned back and scaled to a circle of radius 1. */
typedef struct Circle {
	double rx, ry, sine, cosine;
	Point center;
} Circle;

static Point to_circle(const Circle *c, Point p)
{
	return (Point){(c->cosine * p.x + c->sine * p.y) / c->rx,
		       (c->cosine * p.y - c->sine * p.x) / c->ry};
}

static Point from_circle(const Circle *c, Point p)
{
	double x = p.x * c->rx, y = p.y * c->ry;
	return (Point){c->cosine * x - c->sine * y, c->sine * x + c->cosine * y};
}

/* F.6.6: an ellipse too small to reach both ends grows until it does. */
static Circle circle_of(const Arc *arc)
{
	double turn = arc->degrees * pi / 180;
	Circle c = {fabs(arc->rx), fabs(arc->ry), sin(turn), cos(turn), {0, 0}};
	Point a = to_circle(&c, arc->from), b = to_circle(&c, arc->to);
	double chord = hypot(b.x - a.x, b.y - a.y) / 2;
	double grown = chord > 1 ? chord : 1;
	c.rx *= grown;
	c.ry *= grown;
	a = to_circle(&c, arc->from);
	b = to_circle(&c, arc->to);
	double half = hypot(b.x - a.x, b.y - a.y) / 2;
	double off = half < 1 ? sqrt(1 - half * half) / (2 * half) : 0;
	double side = arc->large == arc->sweep ? -off : off;
	c.center.x = (a.x + b.x) / 2 + side * (a.y - b.y);
	c.center.y = (a.y + b.y) / 2 - side * (a.x - b.x);
	return c;
}

static void curve_make(const Circle *c, double start, double angle, Point curve[3])
{
	double k = 4.0 / 3 * tan(angle / 4), end = start + angle;
	double cos0 = cos(start), sin0 = sin(start), cos1 = cos(end), sin1 = sin(end);
	const Point points[3] = {{c->center.x + cos0 - k * sin0, c->center.y + sin0 + k * cos0},
				 {c->center.x + cos1 + k * sin1, c->center.y + sin1 - k * cos1},
				 {c->center.x + cos1, c->center.y + sin1}};
	for (int i = 0; i < 3; i++)
		curve[i] = from_circle(c, points[i]);
}

int arc_curves(const Arc *arc, Point curves[ARC_PIECES][3])
{
	if (arc->rx == 0 || arc->ry == 0 || (arc->from.x == arc->to.x && arc->from.y == arc->to.y))
		return 0;
	Circle c = circle_of(arc);
	Point a = to_circle(&c, arc->from), b = to_circle(&c, arc->to);
	double start = atan2(a.y - c.center.y, a.x - c.center.x);
	double angle = atan2(b.y - c.center.y, b.x - c.center.x) - start;
	if (arc->sweep && angle < 0)
		angle += 2 * pi;
	if (!arc->sweep && angle > 0)
		angle -= 2 * pi;
	int pieces = (int)ceil(fabs(angle) / (pi / 2) - 1e-9);
	pieces = pieces < 1 ? 1 : pieces > ARC_PIECES ? ARC_PIECES : pieces;
	for (int i = 0; i < pieces; i++)
		curve_make(&c, start + angle * i / pieces, angle / pieces, curves[i]);
	curves[pieces - 1][2] = arc->to;
	return pieces;
}
