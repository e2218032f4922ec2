/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * globe.h: where a place of the earth lies on a flat map.
 *
 * Two ways to flatten it. The whole world is shown by the Natural Earth projection, a compromise that
 * keeps shapes and sizes near to what they are; its polynomials: Šavrič, Jenny, Patterson, Petrovič,
 * Hurni 2011, A polynomial equation for the Natural Earth projection. A region is shown by Lambert's
 * azimuthal equal-area projection centred on it (Snyder 1987, Map projections, p. 182), which has no seam
 * at the 180th meridian and is at ease at the poles. All in whole numbers: the same on every machine.
 *
 * Angles are radians and flat places radii of the earth, in units of 2^-30; x runs east and y north.
 * Knows nothing of pages.
 */
#include "base/decimal.h"
#include "model/land.h"
#include "set/turn.h"

typedef struct Spot {
	int64_t lon, lat;
} Spot;

typedef struct Flat {
	int64_t x, y;
} Flat;

/* From degrees. */
Spot spot_at(Decimal lon, Decimal lat);
Spot spot_of_land(LandPoint point);

/* On the map of the world, of which x goes from -2.735 to 2.735 and y from -1.422 to 1.422 radii. */
Flat world_flat(Spot spot);

/* The earth, turned so that one spot is in front; with tables of the sines of LandPoints. */
typedef struct Globe {
	int64_t sine[91], fine_sine[LAND_DEGREE], fine_cosine[LAND_DEGREE];
	int64_t front_sine, front_cosine;       /* of the front's latitude … */
	int64_t meridian_sine, meridian_cosine; /* … and longitude */
} Globe;

/* A place of the turned earth: a vector as long as its radius. `up` is the cosine of how far it lies from
 * the front. */
typedef struct Turned {
	int64_t east, north, up;
} Turned;

void globe_turn(Globe *globe, Spot front);
Turned globe_at(const Globe *globe, LandPoint point);

/* On the map of a region: the front is at 0, 0. Not for places farther from the front than 134 degrees
 * (`up` less than -0.69). */
Flat region_flat(Turned turned);
