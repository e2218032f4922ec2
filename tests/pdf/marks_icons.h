/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * marks_icons.h: how much of an icon array is filled.
 *
 * Of squares the whole width that is filled, one after the other, is the value times the width of one. Other
 * outlines are counted: as many are begun as the value says, the last one in part.
 */
#include "pdf/marks_look.h"

/* The area of a path's polygons. */
static inline double path_area(const Path *path)
{
	double area = 0, x = 0, y = 0, first_x = 0, first_y = 0;
	for (int i = 0; i < path->count; i++) {
		const Leg *p = &path->pieces[i];
		double to_x = p->kind == PIECE_CLOSE ? first_x : p->x[0];
		double to_y = p->kind == PIECE_CLOSE ? first_y : p->y[0];
		if (p->kind == PIECE_MOVE) {
			first_x = to_x;
			first_y = to_y;
		} else {
			area += (x * to_y - to_x * y) / 2;
		}
		x = to_x;
		y = to_y;
	}
	return fabs(area);
}

static inline int path_moves(const List *paths)
{
	int moves = 0;
	for (int i = 0; i < paths->count; i++)
		for (int k = 0; k < path_in(paths, i)->count; k++)
			moves += path_in(paths, i)->pieces[k].kind == PIECE_MOVE;
	return moves;
}

static inline int icon_moves(const IconSpec *icon)
{
	int moves = 0;
	for (int i = 0; i < icon->count; i++)
		moves += icon->segments[i].kind == SEGMENT_MOVE;
	return moves;
}

static inline void look_icons(Look *l, const Expected *icons, const Knot *figure)
{
	const IconArraySpec *spec = icons->element->icons;
	List filled = figure_marks(l, figure, spec->ink, false);
	List empty = figure_marks(l, figure, spec->track, false);
	double value = number_in(&icons->values, 0), area = 0;
	const char *where = str_format(l->a, "%s of %g in %g", element_name(l, icons->element),
				       value, icons->other);
	if (isnan(value)) {
		if (filled.count > 0)
			look_fault(l,
				   str_format(l->a, "%s: %s: something is filled", l->pdf, where));
		return;
	}
	l->counts[MARK_ICONS]++;
	if (spec->icon) {
		look_amiss(l, str_format(l->a, "%s, filled", where), path_moves(&filled),
			   ceil(value) * icon_moves(spec->icon));
		look_amiss(l, str_format(l->a, "%s, empty", where), path_moves(&empty),
			   (icons->other - floor(value)) * icon_moves(spec->icon));
		return;
	}
	for (int i = 0; i < filled.count; i++)
		area += path_area(path_in(&filled, i));
	const Path *any = empty.count ? path_in(&empty, 0) : path_in(&filled, 0);
	double side = any->pieces[1].x[0] - any->pieces[0].x[0];
	look_amiss(l, where, area / side, value * side);
}
