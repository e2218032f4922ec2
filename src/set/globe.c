/* SPDX-License-Identifier: MIT */
#include "set/globe.h"

enum { HALF_TURN = 180 };

static int64_t times(int64_t a, int64_t b)
{
	return (a * b) >> TURN_Q;
}

/* A coefficient in millionths. */
static int64_t part(int64_t millionths)
{
	return millionths * TURN_ONE / DECIMAL_ONE;
}

Spot spot_at(Decimal lon, Decimal lat)
{
	int64_t half = (int64_t)HALF_TURN * DECIMAL_ONE;
	return (Spot){lon * 2 * TURN_QUARTER / half, lat * 2 * TURN_QUARTER / half};
}

Spot spot_of_land(LandPoint point)
{
	int64_t half = (int64_t)HALF_TURN * LAND_DEGREE;
	return (Spot){point.lon * 2 * TURN_QUARTER / half, point.lat * 2 * TURN_QUARTER / half};
}

/* Horner's way, so that no product outgrows 64 bits: latitudes are at most 1.58, their squares 2.5. */
Flat world_flat(Spot spot)
{
	int64_t q = times(spot.lat, spot.lat), q2 = times(q, q);
	int64_t x = part(3971) - times(q, part(1529));
	x = part(-13791) + times(q, times(q, times(q, x)));
	x = part(870700) + times(q, part(-131979) + times(q, x));
	int64_t y = part(28874) - times(q, part(5916));
	y = part(-44475) + times(q, y);
	y = part(1007226) + times(q, part(15085) + times(q2, y));
	return (Flat){times(spot.lon, x), times(spot.lat, y)};
}

void globe_turn(Globe *globe, Spot front)
{
	for (int i = 0; i <= 90; i++)
		globe->sine[i] = turn_sine(i * TURN_QUARTER / 90);
	for (int i = 0; i < LAND_DEGREE; i++)
		turn_both(i * TURN_QUARTER / (90 * LAND_DEGREE), &globe->fine_sine[i],
			  &globe->fine_cosine[i]);
	turn_both(front.lat, &globe->front_sine, &globe->front_cosine);
	turn_both(front.lon, &globe->meridian_sine, &globe->meridian_cosine);
}

/* The sine and cosine of an angle of the first quarter in hundredths of a degree. */
static void table_quarter(const Globe *g, int angle, int64_t *sine, int64_t *cosine)
{
	int whole = angle / LAND_DEGREE, fine = angle % LAND_DEGREE;
	int64_t s = g->sine[whole], c = g->sine[90 - whole];
	*sine = times(s, g->fine_cosine[fine]) + times(c, g->fine_sine[fine]);
	*cosine = times(c, g->fine_cosine[fine]) - times(s, g->fine_sine[fine]);
}

/* For half a turn to both sides. */
static void table_both(const Globe *g, int angle, int64_t *sine, int64_t *cosine)
{
	int size = angle < 0 ? -angle : angle;
	bool obtuse = size > 90 * LAND_DEGREE;
	table_quarter(g, obtuse ? HALF_TURN * LAND_DEGREE - size : size, sine, cosine);
	if (obtuse)
		*cosine = -*cosine;
	if (angle < 0)
		*sine = -*sine;
}

Turned globe_at(const Globe *g, LandPoint point)
{
	int64_t lat_sine, lat_cosine, lon_sine, lon_cosine;
	table_both(g, point.lat, &lat_sine, &lat_cosine);
	table_both(g, point.lon, &lon_sine, &lon_cosine);
	int64_t east = times(lon_sine, g->meridian_cosine) - times(lon_cosine, g->meridian_sine);
	int64_t ahead = times(lon_cosine, g->meridian_cosine) + times(lon_sine, g->meridian_sine);
	ahead = times(lat_cosine, ahead);
	return (Turned){
	    .east = times(lat_cosine, east),
	    .north = times(lat_sine, g->front_cosine) - times(ahead, g->front_sine),
	    .up = times(lat_sine, g->front_sine) + times(ahead, g->front_cosine),
	};
}

Flat region_flat(Turned turned)
{
	int64_t k = turn_inverse_root((TURN_ONE + turned.up) / 2);
	return (Flat){times(turned.east, k), times(turned.north, k)};
}
