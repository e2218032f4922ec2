/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * marks_tiles.h: the tiles of treemaps: each as large as its value, in its ink, over no other.
 *
 * An area is held against its datum as a length: its shorter side, against what that would be
 * if the area were exact.
 */
#include "pdf/marks_bars.h"

static inline double tile_area(const Path *tile)
{
	return (tile->right - tile->left) * (tile->top - tile->bottom);
}

static inline bool tiles_overlap(const Path *a, const Path *b)
{
	const double touch = 1e-6;
	return a->left < b->right - touch && b->left < a->right - touch &&
	       a->bottom < b->top - touch && b->bottom < a->top - touch;
}

/* The i-th mark, of that item. */
static inline void look_tile(Look *l, const ChartSpec *spec, const List *marks, int i, int item,
			     double area, const char *where)
{
	const Path *tile = path_in(marks, i);
	double across = tile->right - tile->left, down = tile->top - tile->bottom;
	if (!is_box(tile))
		look_fault(l, str_format(l->a, "%s: %s is no rectangle", l->pdf, where));
	if (!has_ink(tile->paint.fill, part_ink_due(spec, item)))
		look_fault(l, str_format(l->a, "%s: %s is in another's ink", l->pdf, where));
	for (int k = 0; k < i; k++)
		if (tiles_overlap(tile, path_in(marks, k)))
			look_fault(l, str_format(l->a, "%s: %s lies over another", l->pdf, where));
	look_amiss(l, where, fmin(across, down), area / fmax(across, down));
}

/* Which of the first `count` values have tiles, by the number of tiles: the greatest. */
static inline double tile_least(const List *values, int count, int tiles)
{
	double least = INFINITY;
	for (int i = 0; i < count; i++) {
		double value = number_in(values, i);
		if (value > 0 && values_above(values, count, value) < tiles)
			least = fmin(least, value);
	}
	return least;
}

/* Tiles are painted in the order of the data; a nought has none, nor has what is too small to be seen. */
static inline void look_tiles(Look *l, const Expected *chart, const Knot *figure)
{
	const ChartSpec *spec = chart->element->chart;
	List marks = parts_marks(l, spec, figure);
	const char *name = element_name(l, chart->element);
	int next = 0, limit = spec->rest.limit, all = chart->values.count;
	int count = limit > 0 && limit < all ? limit : all;
	double areas = 0, values = 0, least = tile_least(&chart->values, count, marks.count);
	for (int i = 0; i < marks.count; i++)
		areas += tile_area(path_in(&marks, i));
	for (int i = 0; i < count; i++)
		values += number_in(&chart->values, i);
	for (int i = 0; i < count; i++) {
		double value = number_in(&chart->values, i);
		l->counts[value >= least ? MARK_TILE : MARK_NOUGHT]++;
		if (value < least || next == marks.count)
			continue;
		look_tile(l, spec, &marks, next++, i, areas * value / values,
			  str_format(l->a, "%s, tile %d, %g", name, i + 1, value));
	}
	if (next != marks.count || (marks.count == 0 && values_most(&chart->values, count) > 0))
		look_fault(l, str_format(l->a, "%s: %s: %d tiles for %d values", l->pdf, name,
					 marks.count, chart->values.count));
}
