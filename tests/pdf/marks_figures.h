/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * marks_figures.h: the marks of the small figures: arcs of rings, marks of ladders, points of sparklines.
 */
#include "pdf/marks_bars.h"

/* Arcs */

/* How far the curve between its end points, 1/8 apart, is from the circle. */
static inline double arc_off(const Path *path, double cx, double cy, double radius)
{
	double worst = 0, x0 = 0, y0 = 0;
	for (int i = 0; i < path->count; i++) {
		const Leg *p = &path->pieces[i];
		for (int k = 1; p->kind == PIECE_CURVE && k <= 8; k++) {
			double t = k / 8.0, u = 1 - t;
			double x = u * u * u * x0 + 3 * u * u * t * p->x[0] +
				   3 * u * t * t * p->x[1] + t * t * t * p->x[2];
			double y = u * u * u * y0 + 3 * u * u * t * p->y[0] +
				   3 * u * t * t * p->y[1] + t * t * t * p->y[2];
			worst = fmax(worst, fabs(hypot(x - cx, y - cy) - radius));
		}
		int end = p->kind == PIECE_CURVE ? 2 : 0;
		x0 = p->x[end];
		y0 = p->y[end];
	}
	return worst;
}

/* Clockwise from the top, as a share of the whole turn: by its curves' ends, a quarter at most each. */
static inline double arc_share(const Path *path, double cx, double cy)
{
	double turn = 0, before = 0;
	for (int i = 0; i < path->count; i++) {
		const Leg *p = &path->pieces[i];
		if (p->kind == PIECE_CLOSE)
			continue;
		int end = p->kind == PIECE_CURVE ? 2 : 0;
		double at = atan2(p->x[end] - cx, p->y[end] - cy);
		double step = at - before;
		turn += p->kind == PIECE_MOVE ? 0 : step < -1e-9 ? step + WHOLE_TURN : step;
		before = at;
	}
	return turn / WHOLE_TURN;
}

/* A cubic is never quite a quarter of a circle: the best is off by 0.000273 of the radius (Goldapp 1991). */
static inline void look_circle(Look *l, const Path *path, double cx, double cy, double radius,
			       const char *where)
{
	double off = arc_off(path, cx, cy, radius);
	if (!(off <= MARK_SLACK + 0.000273 * radius))
		look_fault(
		    l, str_format(l->a, "%s: %s is %.4f pt off the circle", l->pdf, where, off));
}

static inline void look_donut(Look *l, const Expected *donut, const Knot *figure)
{
	const DonutSpec *spec = donut->element->donut;
	List track = figure_marks(l, figure, spec->track, true);
	List arcs = figure_marks(l, figure, spec->ink, true);
	double share = number_in(&donut->values, 0) / 100;
	const char *where =
	    str_format(l->a, "%s of %g%%", element_name(l, donut->element), 100 * share);
	if (track.count != 1 || arcs.count != (share > 0)) {
		look_fault(l, str_format(l->a, "%s: %s: %d tracks and %d arcs", l->pdf, where,
					 track.count, arcs.count));
		return;
	}
	const Path *ring = path_in(&track, 0);
	double cx = (ring->left + ring->right) / 2, cy = (ring->bottom + ring->top) / 2;
	double radius = (ring->right - ring->left) / 2;
	l->counts[share > 0 ? MARK_ARC : MARK_NOUGHT]++;
	look_circle(l, ring, cx, cy, radius, str_format(l->a, "%s, its track", where));
	if (share <= 0)
		return;
	const Path *arc = path_in(&arcs, 0);
	look_circle(l, arc, cx, cy, radius, where);
	look_amiss(l, str_format(l->a, "%s, where it begins", where),
		   hypot(arc->pieces[0].x[0] - cx, arc->pieces[0].y[0] - cy - radius), 0);
	look_amiss(l, where, arc_share(arc, cx, cy) * WHOLE_TURN * radius,
		   share * WHOLE_TURN * radius);
}

/* Ladders */

/* The ticks are dashes as long as their gaps; the mark stands in the middle of its own, or where that
 * would lead beyond the ends, at the end. */
static inline void look_ladder(Look *l, const Expected *ladder, const Knot *figure)
{
	const LadderSpec *spec = ladder->element->ladder;
	List ticks = figure_marks(l, figure, spec->track, true);
	List marks = figure_marks(l, figure, spec->ink, false);
	double rank = number_in(&ladder->values, 0);
	const char *where = str_format(l->a, "%s at %g of %g", element_name(l, ladder->element),
				       rank, ladder->other);
	l->counts[MARK_LADDER]++;
	if (ticks.count != 1 || marks.count != 1) {
		look_fault(l, str_format(l->a, "%s: %s: %d rows of ticks and %d marks", l->pdf,
					 where, ticks.count, marks.count));
		return;
	}
	const Path *row = path_in(&ticks, 0), *mark = path_in(&marks, 0);
	double tick = row->paint.dash, breadth = mark->right - mark->left;
	double middle = row->left + (rank - 1) * 2 * tick + tick / 2;
	double least = row->left + breadth / 2, most = row->right - breadth / 2;
	look_amiss(l, str_format(l->a, "%s, its ticks", where), row->right - row->left,
		   (2 * ladder->other - 1) * tick);
	look_amiss(l, where, (mark->left + mark->right) / 2, fmax(least, fmin(middle, most)));
}

/* Sparklines */

static inline void look_spark(Look *l, const SparkSpec *spec, const List *course,
			      const Knot *figure, const char *where)
{
	List lines = figure_marks(l, figure, spec->ink, true);
	List dots = figure_marks(l, figure, spec->ink, false);
	if (dots.count != 1 || lines.count != (course->count > 1)) {
		look_fault(l, str_format(l->a, "%s: %s: %d lines and %d dots", l->pdf, where,
					 lines.count, dots.count));
		return;
	}
	l->counts[MARK_SPARK] += course->count;
	if (course->count < 2)
		return;
	const Path *line = path_in(&lines, 0), *dot = path_in(&dots, 0);
	double least = INFINITY, most = -INFINITY;
	for (int i = 0; i < course->count; i++) {
		least = fmin(least, number_in(course, i));
		most = fmax(most, number_in(course, i));
	}
	if (spec->scale)
		bar_measured(l, str_format(l->a, "sparklines of %s", spec->scale), most - least,
			     line->top - line->bottom, where);
	for (int i = 0; i < course->count && i < line->count; i++) {
		double span = most - least, part = (number_in(course, i) - least) / span;
		part = spec->reverse ? 1 - part : part;
		double y = line->bottom + part * (line->top - line->bottom);
		double x = line->left + (line->right - line->left) * i / (course->count - 1);
		look_amiss(l, str_format(l->a, "%s, point %d up", where, i + 1),
			   line->pieces[i].y[0], span > 0 ? y : line->bottom);
		look_amiss(l, str_format(l->a, "%s, point %d across", where, i + 1),
			   line->pieces[i].x[0], x);
	}
	const Leg *last = &line->pieces[line->count - 1];
	look_amiss(l, str_format(l->a, "%s, points", where), line->count, course->count);
	look_amiss(l, where,
		   hypot((dot->left + dot->right) / 2 - last->x[0],
			 (dot->bottom + dot->top) / 2 - last->y[0]),
		   0);
}

static inline void look_sparks(Look *l, const Expected *table, const Cells *cells, const List *rows)
{
	for (int i = 0; i < rows->count && i < cells->courses.count; i++) {
		const Knot *row = *(const Knot **)list_at(rows, i);
		const Knot *cell = knot_at(&row->kids, cells->index);
		const List *course = list_at(&cells->courses, i);
		List figures = list_new(l->a, sizeof(const Knot *));
		tree_figures(cell, &figures);
		const char *where = str_format(l->a, "%s, row %d, sparkline",
					       element_name(l, table->element), i + 1);
		if (figures.count != (course->count > 0))
			look_fault(l, str_format(l->a, "%s: %s: %d figures", l->pdf, where,
						 figures.count));
		else if (figures.count == 1)
			look_spark(l, cells->column->spark, course,
				   *(const Knot **)list_at(&figures, 0), where);
	}
}
