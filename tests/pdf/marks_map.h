/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * marks_map.h: the mark of a map, held against the sea around it.
 *
 * The sea of the world is the whole flattened earth, so that its edges say how large the earth is and where
 * its middle lies; that of a region is the window, in whose middle the place is. A map without a sea is
 * counted only when its ring is where its dot is.
 */
#include "pdf/marks_look.h"

/* Natural Earth (Šavrič and others 2011), in radii; libm's numbers. */
static inline void world_place(double lat, double lon, double *x, double *y)
{
	double p = lat * WHOLE_TURN / 360, l = lon * WHOLE_TURN / 360;
	*x = l * (0.8707 - 0.131979 * pow(p, 2) - 0.013791 * pow(p, 4) + 0.003971 * pow(p, 10) -
		  0.001529 * pow(p, 12));
	*y = p * (1.007226 + 0.015085 * pow(p, 2) - 0.044475 * pow(p, 6) + 0.028874 * pow(p, 8) -
		  0.005916 * pow(p, 10));
}

static inline void look_on_sea(Look *l, const Expected *map, const Path *sea, double x, double y,
			       const char *where)
{
	double middle_x = (sea->left + sea->right) / 2, middle_y = (sea->bottom + sea->top) / 2;
	double east = 0, north = 0, wide, none;
	world_place(0, 180, &wide, &none);
	double radius = (sea->right - sea->left) / 2 / wide;
	if (map->element->locator->across == 0)
		world_place(number_in(&map->values, 0), number_in(&map->values, 1), &east, &north);
	look_amiss(l, str_format(l->a, "%s, across", where), x, middle_x + radius * east);
	look_amiss(l, str_format(l->a, "%s, up", where), y, middle_y + radius * north);
}

static inline void look_place(Look *l, const Expected *map, const Knot *figure)
{
	const LocatorSpec *spec = map->element->locator;
	List dots = figure_marks(l, figure, spec->ink, false);
	List rings = figure_marks(l, figure, spec->ink, true);
	List seas = figure_marks(l, figure, spec->sea, false);
	const char *where = element_name(l, map->element);
	int wanted = !isnan(number_in(&map->values, 0));
	if (dots.count != wanted || rings.count != wanted) {
		look_fault(l, str_format(l->a, "%s: %s: %d dots and %d rings", l->pdf, where,
					 dots.count, rings.count));
		return;
	}
	if (!wanted)
		return;
	const Path *dot = path_in(&dots, 0), *ring = path_in(&rings, 0);
	double x = (dot->left + dot->right) / 2, y = (dot->bottom + dot->top) / 2;
	look_amiss(l, str_format(l->a, "%s, its ring", where),
		   hypot((ring->left + ring->right) / 2 - x, (ring->bottom + ring->top) / 2 - y),
		   0);
	if (seas.count > 0)
		look_on_sea(l, map, path_in(&seas, 0), x, y, where);
	l->counts[MARK_PLACE]++;
}
