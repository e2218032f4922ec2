/* SPDX-License-Identifier: MIT */
#include "set/view.h"

enum { STEP_SIDE = 15 /* degrees: more than a step of land, 10 by 10, is long */ };
enum { WHEREABOUTS = LEN_PT(8) /* around the spot of a map of the world, above and below */ };

static int64_t degrees(int64_t n)
{
	return n * TURN_QUARTER / 90;
}

/* As len_scale does, but without a division: a map has thousands of points. */
static Len on_page(Len radius, int64_t flat)
{
	int64_t len = (radius * flat + TURN_ONE / 2) >> TURN_Q;
	return (Len)(len > LEN_MAX ? LEN_MAX : len < -LEN_MAX ? -LEN_MAX : len);
}

Len view_x(const View *view, Flat flat)
{
	return len_add(view->middle_x, on_page(view->radius, flat.x));
}

Len view_y(const View *view, Flat flat)
{
	return len_add(view->middle_y, -on_page(view->radius, flat.y));
}

static Flat spot_flat(const View *view)
{
	return view->globe ? (Flat){0, 0} : world_flat(view->spot);
}

Len view_spot_x(const View *view)
{
	return view_x(view, spot_flat(view));
}

Len view_spot_y(const View *view)
{
	return view_y(view, spot_flat(view));
}

/* The world */

/* So that a mark at its very edge does not leave the window. */
static Len world_radius(Len width)
{
	Len world = len_max(len_add(width, -2 * VIEW_MARGIN), 0);
	return len_scale(world, TURN_ONE, 2 * world_flat((Spot){degrees(180), 0}).x);
}

static Len world_y(Len radius, int64_t lat)
{
	return on_page(radius, world_flat((Spot){0, lat}).y);
}

Len view_world_height(Len width)
{
	Len radius = world_radius(width);
	return len_add(world_y(radius, degrees(84)), -world_y(radius, degrees(-60)));
}

static Len between(Len least, Len len, Len most)
{
	return len_max(least, len_min(len, most));
}

/* How far north of the equator the middle of the window lies. */
static Len world_middle(Len radius, Len height, Spot spot)
{
	Len pole = world_y(radius, TURN_QUARTER), at = on_page(radius, world_flat(spot).y);
	Len half = height / 2, around = len_min(WHEREABOUTS, half / 2);
	Len middle = (world_y(radius, degrees(84)) + world_y(radius, degrees(-60))) / 2;
	middle = half < pole ? between(half - pole, middle, pole - half) : 0;
	return between(at + around - half, middle, at - around + half);
}

View view_world(Len x, Len y, Len width, Len height, Spot spot)
{
	Len radius = world_radius(width);
	Len north = world_middle(radius, height, spot);
	return (View){.spot = spot,
		      .x = x,
		      .y = y,
		      .width = width,
		      .height = height,
		      .radius = radius,
		      .middle_x = len_add(x, width / 2),
		      .middle_y = len_add(y, len_add(height / 2, north))};
}

/* A region */

/* The angle whose place on the map is so many radii from its middle: of 2 sin(angle/2), by halving. */
static int64_t angle_at(int64_t distance)
{
	int64_t low = 0, high = 2 * TURN_QUARTER;
	while (high - low > 1) {
		int64_t middle = low + (high - low) / 2;
		if (2 * turn_sine(middle / 2) < distance)
			low = middle;
		else
			high = middle;
	}
	return high;
}

View view_region(Globe *globe, Len x, Len y, Len width, Len height, Spot spot, int across)
{
	int64_t diagonal = turn_root((int64_t)width * width + (int64_t)height * height);
	View view = {.globe = globe,
		     .spot = spot,
		     .x = x,
		     .y = y,
		     .width = width,
		     .height = height,
		     .middle_x = len_add(x, width / 2),
		     .middle_y = len_add(y, height / 2)};
	globe_turn(globe, spot);
	view.radius =
	    len_scale(len_max(width, height), TURN_ONE, 4 * turn_sine(degrees(across) / 4));
	view.reach = angle_at(diagonal * TURN_ONE / (2 * (int64_t)len_max(view.radius, 1)));
	int64_t sine, cosine;
	turn_both(view.reach + degrees(STEP_SIDE), &sine, &cosine);
	view.far = cosine;
	return view;
}
