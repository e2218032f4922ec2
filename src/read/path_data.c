/* SPDX-License-Identifier: MIT */
#include "read/path_data.h"

#include "base/str.h"
#include "read/path_arc.h"
#include "read/path_number.h"

#include <math.h>
#include <string.h>

enum { NUMBERS_MOST = 7, SHOWN = 12 };

typedef struct Drawing {
	const Attr *attr;
	const char *at;
	const View *view;
	double scale;
	List *segments;
	Diags *diags;
	char command;     /* as written: small letters are relative */
	Point now, start; /* where the pen is; where the subpath began */
	Point control;    /* the last curve's last control, for S and T … */
	char curve;       /* … when the last command was 'C' or 'Q' (S and T count as these) */
	bool failed;
} Drawing;

static void tell(Drawing *d, const char *at, const char *wanted)
{
	int begins = (int)(at - d->attr->value);
	diag_error(d->diags, d->attr->value_place, DIAG_FORM,
		   "%s is no path data from its character %d on: %s, but there is %s%.*s%s",
		   d->attr->name, begins + 1, wanted, *at ? "\"" : "nothing", SHOWN, at,
		   *at ? "\"" : "");
	diag_hint(d->diags, "path data reads as in \"M12 2 L22 22 H2 Z\" (SVG 1.1, 8.3)");
	d->failed = true;
}

static bool coordinate(Drawing *d, double value, double origin, Len *out)
{
	double units = (value - origin) * d->scale;
	bool near = fabs(units) < LEN_MAX;
	*out = near ? (Len)floor(units + 0.5) : 0;
	return near;
}

static void segment_add(Drawing *d, SegmentKind kind, const Point *points, int count)
{
	bool near = true;
	if (d->failed)
		return;
	Segment *segment = list_add(d->segments);
	*segment = (Segment){.kind = kind};
	for (int i = 0; i < count; i++) {
		near = coordinate(d, points[i].x, d->view->x, &segment->x[i]) && near;
		near = coordinate(d, points[i].y, d->view->y, &segment->y[i]) && near;
	}
	if (count > 0)
		d->now = points[count - 1];
	if (near && d->segments->count <= ICON_SEGMENTS_MOST)
		return;
	d->failed = true;
	if (near)
		diag_error(d->diags, d->attr->value_place, DIAG_LAYOUT,
			   "this icon has more than %d points", ICON_SEGMENTS_MOST);
	else
		diag_error(d->diags, d->attr->value_place, DIAG_LAYOUT,
			   "a point of this icon lies absurdly far outside of its view");
}

static void curve_to(Drawing *d, Point one, Point two, Point end)
{
	segment_add(d, SEGMENT_CURVE, (const Point[]){one, two, end}, 3);
}

static Point between(Point a, Point b, double part)
{
	return (Point){a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part};
}

/* A quadratic curve is the cubic whose controls stand two thirds of the way to its one control. */
static void quadratic_to(Drawing *d, Point control, Point end)
{
	curve_to(d, between(d->now, control, 2.0 / 3), between(end, control, 2.0 / 3), end);
	d->control = control;
}

/* S and T: the control before, seen from the other side of the pen. */
static Point mirrored(const Drawing *d, char curve)
{
	if (d->curve != curve)
		return d->now;
	return (Point){2 * d->now.x - d->control.x, 2 * d->now.y - d->control.y};
}

static void arc_to(Drawing *d, const double *n, Point end)
{
	Point curves[ARC_PIECES][3];
	Arc arc = {d->now, end, n[0], n[1], n[2], n[3] != 0, n[4] != 0};
	int count = arc_curves(&arc, curves);
	for (int i = 0; i < count; i++)
		curve_to(d, curves[i][0], curves[i][1], curves[i][2]);
	if (count == 0)
		segment_add(d, SEGMENT_LINE, &end, 1);
}

/* How many numbers a command takes; -1: there is no such command. */
static int command_takes(char upper)
{
	static const char letters[] = "MLHVCSQTAZ";
	static const int takes[] = {2, 2, 1, 1, 6, 4, 4, 2, 7, 0};
	const char *found = upper ? strchr(letters, upper) : NULL;
	return found ? takes[found - letters] : -1;
}

static char to_upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static bool is_relative(const Drawing *d)
{
	return d->command != to_upper(d->command);
}

static Point point_at(const Drawing *d, const double *n)
{
	Point base = is_relative(d) ? d->now : (Point){0, 0};
	return (Point){base.x + n[0], base.y + n[1]};
}

static void curve_command(Drawing *d, char command, const double *n)
{
	Point one = point_at(d, n), two = point_at(d, n + 2), three = point_at(d, n + 4);
	switch (command) {
	case 'C':
		curve_to(d, one, two, three);
		d->control = two;
		break;
	case 'S':
		curve_to(d, mirrored(d, 'C'), one, two);
		d->control = one;
		break;
	case 'Q':
		quadratic_to(d, one, two);
		break;
	case 'T':
		quadratic_to(d, mirrored(d, 'Q'), one);
		break;
	default:
		arc_to(d, n, point_at(d, n + 5));
		break;
	}
	d->curve = command == 'S' ? 'C' : command == 'T' ? 'Q' : command;
}

static void move_to(Drawing *d, Point to)
{
	segment_add(d, SEGMENT_MOVE, &to, 1);
	d->start = to;
	/* More pairs behind a move are lines. */
	d->command = is_relative(d) ? 'l' : 'L';
}

static void command_do(Drawing *d, const double *n)
{
	char command = to_upper(d->command);
	Point to = d->now;
	if (strchr("CSQTA", command)) {
		curve_command(d, command, n);
		return;
	}
	d->curve = command;
	if (command == 'Z') {
		segment_add(d, SEGMENT_CLOSE, NULL, 0);
		d->now = d->start;
		return;
	}
	if (command == 'H')
		to.x = is_relative(d) ? to.x + n[0] : n[0];
	else if (command == 'V')
		to.y = is_relative(d) ? to.y + n[0] : n[0];
	else
		to = point_at(d, n);
	if (command == 'M')
		move_to(d, to);
	else
		segment_add(d, SEGMENT_LINE, &to, 1);
}

static bool take_numbers(Drawing *d, int count, double *numbers)
{
	bool arc = to_upper(d->command) == 'A';
	for (int i = 0; i < count; i++) {
		bool flag = arc && (i == 3 || i == 4);
		const char *begin = d->at;
		if (!(flag ? path_flag : path_number)(&d->at, &numbers[i])) {
			tell(d, begin, flag ? "a flag 0 or 1 is expected" : "a number is expected");
			return false;
		}
		if (i + 1 < count)
			path_gap(&d->at);
	}
	return true;
}

static void skip_space(Drawing *d)
{
	while (str_is_space(*d->at))
		d->at++;
}

static bool begins_number(char c)
{
	return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == ',';
}

/* A command and all the groups of numbers behind it. */
static void take_command(Drawing *d)
{
	double numbers[NUMBERS_MOST + 1] = {0};
	int takes = command_takes(to_upper(*d->at));
	bool first = d->segments->count == 0;
	if (takes < 0 || (first && to_upper(*d->at) != 'M')) {
		tell(d, d->at, first ? "it must begin with M" : "a command is expected");
		return;
	}
	d->command = *d->at++;
	bool more = true;
	while (more && !d->failed) {
		skip_space(d);
		if (!take_numbers(d, takes, numbers))
			return;
		command_do(d, numbers);
		skip_space(d);
		more = takes > 0 && begins_number(*d->at);
		if (more)
			path_gap(&d->at);
	}
}

bool path_data_read(const Attr *attr, const View *view, List *segments, Diags *diags)
{
	double side = view->width > view->height ? view->width : view->height;
	/* Each path begins with a move of its own. */
	List own = list_new(segments->arena, sizeof(Segment));
	Drawing d = {.attr = attr,
		     .at = attr->value,
		     .view = view,
		     .scale = ICON_UNITS / side,
		     .segments = &own,
		     .diags = diags};
	skip_space(&d);
	while (*d.at && !d.failed)
		take_command(&d);
	for (int i = 0; i < own.count && !d.failed; i++)
		*(Segment *)list_add(segments) = *(const Segment *)list_at(&own, i);
	return !d.failed;
}

bool view_read(const Attr *attr, View *out, Diags *diags)
{
	double numbers[4];
	const char *s = attr->value;
	int count = 0;
	for (path_gap(&s); count < 4 && path_number(&s, &numbers[count]); count++)
		path_gap(&s);
	if (count < 4 || *s || numbers[2] <= 0 || numbers[3] <= 0) {
		diag_error(diags, attr->value_place, DIAG_FORM,
			   "%s is \"%.60s\", but a corner and a width and height of more than 0 "
			   "are expected here",
			   attr->name, attr->value);
		diag_hint(diags, "for example %s=\"0 0 24 24\"", attr->name);
		return false;
	}
	*out = (View){numbers[0], numbers[1], numbers[2], numbers[3]};
	return true;
}
