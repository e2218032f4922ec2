/* SPDX-License-Identifier: MIT */
#include "set/graticule.h"

#include "model/segment.h"

enum { POLE = 90 * LAND_DEGREE, HALF_TURN = 180 * LAND_DEGREE };
enum { LINES_MOST = 6, WORLD_STEP = 30 * LAND_DEGREE };
/* From point to point of a line: it is curved. */
enum { STRIDE = 250, SHORT_STRIDE = 100 };

typedef struct Pen {
	const View *view;
	List segments;
	Len x, y;  /* of the last point … */
	bool here; /* … if there is one */
	bool down; /* it ends the last segment */
} Pen;

static int step_of(int across)
{
	static const int steps[] = {1, 2, 5, 10, 15, 30};
	int i = 0;
	if (across == 0)
		return WORLD_STEP;
	while (i < 5 && across > LINES_MOST * steps[i])
		i++;
	return steps[i] * LAND_DEGREE;
}

/* Both ends beyond one edge of the window. */
static bool passes_by(const View *v, Len x0, Len y0, Len x1, Len y1)
{
	Len right = len_add(v->x, v->width), bottom = len_add(v->y, v->height);
	return (x0 < v->x && x1 < v->x) || (y0 < v->y && y1 < v->y) || (x0 > right && x1 > right) ||
	       (y0 > bottom && y1 > bottom);
}

static void segment_add(Pen *pen, SegmentKind kind, Len x, Len y)
{
	*(Segment *)list_add(&pen->segments) = (Segment){.kind = kind, .x = {x}, .y = {y}};
}

static void pen_to(Pen *pen, LandPoint point)
{
	const View *v = pen->view;
	Turned turned = {0};
	if (v->globe)
		turned = globe_at(v->globe, point);
	if (v->globe && turned.up < v->far) {
		pen->here = pen->down = false;
		return;
	}
	Flat flat = v->globe ? region_flat(turned) : world_flat(spot_of_land(point));
	Len x = view_x(v, flat), y = view_y(v, flat);
	bool drawn = pen->here && !passes_by(v, pen->x, pen->y, x, y);
	if (drawn && !pen->down)
		segment_add(pen, SEGMENT_MOVE, pen->x, pen->y);
	if (drawn)
		segment_add(pen, SEGMENT_LINE, x, y);
	pen->x = x;
	pen->y = y;
	pen->here = true;
	pen->down = drawn;
}

static void line_along(Pen *pen, LandPoint from, LandPoint to, int stride)
{
	int east = to.lon > from.lon ? stride : 0, north = to.lat > from.lat ? stride : 0;
	pen->here = pen->down = false;
	for (int lon = from.lon, lat = from.lat; lon <= to.lon && lat <= to.lat;
	     lon += east, lat += north)
		pen_to(pen, (LandPoint){(int16_t)lon, (int16_t)lat});
}

/* A multiple of `step` so far south, or north, of the spot that what is beyond is not in the window. */
static int reach_to(const View *v, int step, int side, int most)
{
	int64_t lat = v->spot.lat + side * v->reach;
	int steps = (int)(lat * POLE / TURN_QUARTER) / step + side;
	int reached = steps * step;
	return reached < -most ? -most : reached > most ? most : reached;
}

List graticule_trace(Arena *a, const View *view, int across)
{
	Pen pen = {.view = view, .segments = list_new(a, sizeof(Segment))};
	int step = step_of(across), stride = step < 10 * LAND_DEGREE ? SHORT_STRIDE : STRIDE;
	/* Meridians of a region stop before the poles, where they would run together. */
	int end = view->globe ? POLE - step : POLE;
	int last = view->globe ? HALF_TURN - step : HALF_TURN;
	int south = view->globe ? reach_to(view, step, -1, end) : -end;
	int north = view->globe ? reach_to(view, step, 1, end) : end;
	for (int lon = -HALF_TURN; lon <= last; lon += step)
		line_along(&pen, (LandPoint){(int16_t)lon, (int16_t)south},
			   (LandPoint){(int16_t)lon, (int16_t)north}, stride);
	for (int lat = south; lat <= north; lat += step)
		line_along(&pen, (LandPoint){-HALF_TURN, (int16_t)lat},
			   (LandPoint){HALF_TURN, (int16_t)lat},
			   view->globe ? stride : 2 * HALF_TURN);
	return pen.segments;
}

static void edge_add(Pen *pen, int lon, int lat, bool first)
{
	Flat flat = world_flat(spot_of_land((LandPoint){(int16_t)lon, (int16_t)lat}));
	segment_add(pen, first ? SEGMENT_MOVE : SEGMENT_LINE, view_x(pen->view, flat),
		    view_y(pen->view, flat));
}

List graticule_edge(Arena *a, const View *view)
{
	Pen pen = {.view = view, .segments = list_new(a, sizeof(Segment))};
	for (int lat = -POLE; lat <= POLE; lat += STRIDE)
		edge_add(&pen, HALF_TURN, lat, lat == -POLE);
	for (int lat = POLE; lat >= -POLE; lat -= STRIDE)
		edge_add(&pen, -HALF_TURN, lat, false);
	segment_add(&pen, SEGMENT_CLOSE, 0, 0);
	return pen.segments;
}
