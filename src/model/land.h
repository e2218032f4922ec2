/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * land.h: the land of the earth, as outlines for small maps.
 *
 * Read and looked through once a run, whichever pages show it. There are two drawings of it: a coarse
 * one for maps of the world and a finer one for maps of a region. Lines are closed, and cut where they
 * cross the 180th meridian, so that no step goes around the earth but along a pole.
 */
#include <stdint.h>

enum {
	LAND_DEGREE = 100,                /* units of a LandPoint in a degree */
	LAND_STEP_MOST = 10 * LAND_DEGREE /* from point to point, but along a pole */
};

typedef struct LandPoint {
	int16_t lon, lat; /* hundredths of a degree: east up to ±18000, north up to ±9000 */
} LandPoint;

/* A closed line. Land runs anticlockwise, what is cut out of it (a lake) clockwise. */
typedef struct Outline {
	const LandPoint *points;
	int count;           /* at least 3 */
	LandPoint low, high; /* the least and greatest longitude and latitude of its points */
} Outline;

typedef struct Outlines {
	const Outline *items;
	int count;
} Outlines;

typedef struct Land {
	const char *file;
	Outlines world, region;
} Land;
