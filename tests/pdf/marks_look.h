/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * marks_look.h: the marks of a page, measured on the sheet and held against the data.
 *
 * Takes the paths of a content stream, the structure tree and what the layout
 * and the record call for. A mark is a path in its chart's ink inside the
 * marked content of its figure, or, for a bar in a table, behind that of its
 * cell. Lengths are points; MARK_SLACK is all that may be amiss.
 */
#include "pdf/expected.h"
#include "pdf/pdf_paths.h"
#include "pdf/pdf_tree.h"

/* With room for adding up decimal fractions that are not binary ones. */
#define MARK_SLACK (0.01 + 1e-9)
#define WHOLE_TURN 6.283185307179586

typedef enum MarkKind {
	MARK_BAR,
	MARK_CELL_BAR,
	MARK_ARC,
	MARK_LADDER,
	MARK_SPARK,
	MARK_PLACE,
	MARK_NOUGHT, /* a nought, that has none */
	MARK_KINDS
} MarkKind;

static const char *const mark_names[MARK_KINDS] = {
    "bars of charts", "bars in tables",        "arcs", "ladders", "points of sparklines",
    "places on maps", "noughts without a mark"};

/* A bar: what it stands for, and how long it is. */
typedef struct Measured {
	const char *scale;
	double value, length;
	const char *where;
} Measured;

typedef struct Look {
	Arena *a;
	const char *pdf; /* its path */
	const Sheet *sheet;
	List measured; /* of Measured */
	int *counts;   /* of MarkKind */
	List faults;   /* of const char * */
	double worst;  /* the most that anything was amiss */
} Look;

static inline void look_fault(Look *l, const char *fault)
{
	*(const char **)list_add(&l->faults) = fault;
}

static inline void look_amiss(Look *l, const char *where, double measured, double wanted)
{
	double amiss = fabs(measured - wanted);
	l->worst = fmax(l->worst, amiss);
	if (!(amiss <= MARK_SLACK))
		look_fault(l, str_format(l->a, "%s: %s: %.4f pt, but the data says %.4f", l->pdf,
					 where, measured, wanted));
}

static inline bool has_ink(const double rgb[3], const Ink *ink)
{
	for (int i = 0; ink && i < 3; i++)
		if (fabs(rgb[i] - ink->rgb[i] / 255.0) > 0.002)
			return false;
	return ink != NULL;
}

static inline bool is_box(const Path *path)
{
	for (int i = 0; i < path->count; i++) {
		const Piece *p = &path->pieces[i];
		bool corner = (p->x[0] == path->left || p->x[0] == path->right) &&
			      (p->y[0] == path->bottom || p->y[0] == path->top);
		if (p->kind == PIECE_CURVE || (p->kind != PIECE_CLOSE && !corner))
			return false;
	}
	return path->count >= 4;
}

/* What is filled in an ink inside a figure, in the order of painting: a List of const Path *. */
static inline List figure_marks(const Look *l, const Knot *figure, const Ink *ink, bool stroked)
{
	List marks = list_new(l->a, sizeof(const Path *));
	for (int i = 0; i < l->sheet->paths.count; i++) {
		const Path *path = list_at(&l->sheet->paths, i);
		const double *rgb = stroked ? path->paint.stroke : path->paint.fill;
		if (path->mcid != NO_MCID && knot_has(figure, path->mcid) &&
		    (stroked ? path->stroked : path->filled) && has_ink(rgb, ink))
			*(const Path **)list_add(&marks) = path;
	}
	return marks;
}

static inline const Path *path_in(const List *paths, int i)
{
	return *(const Path **)list_at(paths, i);
}

static inline const char *element_name(const Look *l, const Element *element)
{
	return str_format(l->a, "%s%s%s (line %d)", element->name, element->id ? " " : "",
			  element->id ? element->id : "", element->place.line);
}

/* Bars */

static inline void bar_measured(Look *l, const char *scale, double value, double length,
				const char *where)
{
	*(Measured *)list_add(&l->measured) = (Measured){scale, value, length, where};
}

/* How many of the first values have a mark: a nought has none. */
static inline int values_marked(const List *values, int marks)
{
	int i = 0;
	for (int seen = 0; i < values->count; i++) {
		if (number_in(values, i) != 0 && seen++ == marks)
			break;
	}
	return i;
}

/* Where a bar begins: at nought, from which those above it grow one way and those below it the other. */
static inline double bar_nought(const ChartSpec *spec, const Path *mark, double value)
{
	if (spec->kind == CHART_COLUMNS)
		return value < 0 ? mark->top : mark->bottom;
	return value < 0 ? mark->right : mark->left;
}

static inline double bar_length(const ChartSpec *spec, const Path *mark)
{
	return spec->kind == CHART_COLUMNS ? mark->top - mark->bottom : mark->right - mark->left;
}

static inline void look_bars(Look *l, const Expected *chart, const Knot *figure)
{
	const ChartSpec *spec = chart->element->chart;
	List marks = figure_marks(l, figure, spec->ink, false);
	int shown = values_marked(&chart->values, marks.count), next = 0;
	const char *name = element_name(l, chart->element);
	double nought = NAN;
	for (int i = 0; i < shown; i++) {
		double value = number_in(&chart->values, i);
		const char *where = str_format(l->a, "%s, bar %d, %g", name, i + 1, value);
		const Path *mark =
		    value != 0 && next < marks.count ? path_in(&marks, next++) : NULL;
		l->counts[mark ? MARK_BAR : MARK_NOUGHT]++;
		if (mark && (!is_box(mark) || mark->clipped))
			look_fault(l,
				   str_format(l->a, "%s: %s is no whole rectangle", l->pdf, where));
		if (mark && isnan(nought))
			nought = bar_nought(spec, mark, value);
		if (mark && fabs(bar_nought(spec, mark, value) - nought) > 1e-6)
			look_fault(l, str_format(l->a, "%s: %s does not begin with the first",
						 l->pdf, where));
		bar_measured(l, spec->scale, value, mark ? bar_length(spec, mark) : 0, where);
	}
	if (next != marks.count)
		look_fault(l, str_format(l->a, "%s: %s: %d marks for %d values", l->pdf, name,
					 marks.count, chart->values.count));
}

/* What is filled in an ink behind the words of a cell. */
static inline const Path *cell_mark(const Look *l, const Knot *cell, const Ink *ink)
{
	const Path *found = NULL;
	for (int i = 0; i < l->sheet->paths.count; i++) {
		const Path *path = list_at(&l->sheet->paths, i);
		if (path->filled && has_ink(path->paint.fill, ink) &&
		    knot_has(cell, path->after_mcid))
			found = path;
	}
	return found;
}

static inline void look_cell_bars(Look *l, const Expected *table, const Cells *cells,
				  const List *rows)
{
	const BarSpec *bar = cells->column->bar;
	for (int i = 0; i < rows->count && i < cells->values.count; i++) {
		const Knot *row = *(const Knot **)list_at(rows, i);
		double value = number_in(&cells->values, i);
		const Path *mark = cell_mark(l, knot_at(&row->kids, cells->index), bar->ink);
		const char *where = str_format(l->a, "%s, row %d, bar of %g",
					       element_name(l, table->element), i + 1, value);
		if (isnan(value) && !mark)
			continue;
		l->counts[mark ? MARK_CELL_BAR : MARK_NOUGHT]++;
		bar_measured(l, bar->scale, value, mark ? mark->right - mark->left : 0, where);
	}
}

/* One length a unit: that of the longest bar of each scale, wherever on the page it stands. */
static inline void look_scales(Look *l)
{
	for (int i = 0; i < l->measured.count; i++) {
		const Measured *one = list_at(&l->measured, i), *most = one;
		for (int k = 0; k < l->measured.count; k++) {
			const Measured *other = list_at(&l->measured, k);
			if (str_equal(other->scale, one->scale) &&
			    fabs(other->value) > fabs(most->value))
				most = other;
		}
		double unit = most->value != 0 ? most->length / fabs(most->value) : 0;
		if (most->value != 0 && most->length <= 0)
			look_fault(l,
				   str_format(l->a, "%s: %s has no length", l->pdf, most->where));
		look_amiss(l, one->where, one->length, unit * fabs(one->value));
	}
}

/* Arcs */

/* How far the curve between its end points, 1/8 apart, is from the circle. */
static inline double arc_off(const Path *path, double cx, double cy, double radius)
{
	double worst = 0, x0 = 0, y0 = 0;
	for (int i = 0; i < path->count; i++) {
		const Piece *p = &path->pieces[i];
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
		const Piece *p = &path->pieces[i];
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
	look_amiss(l, str_format(l->a, "%s, its track off the circle", where),
		   arc_off(ring, cx, cy, radius), 0);
	if (share <= 0)
		return;
	const Path *arc = path_in(&arcs, 0);
	look_amiss(l, str_format(l->a, "%s, off the circle", where), arc_off(arc, cx, cy, radius),
		   0);
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
	for (int i = 0; i < course->count && i < line->count; i++) {
		double span = most - least, part = (number_in(course, i) - least) / span;
		double y = line->bottom + part * (line->top - line->bottom);
		double x = line->left + (line->right - line->left) * i / (course->count - 1);
		look_amiss(l, str_format(l->a, "%s, point %d up", where, i + 1),
			   line->pieces[i].y[0], span > 0 ? y : line->bottom);
		look_amiss(l, str_format(l->a, "%s, point %d across", where, i + 1),
			   line->pieces[i].x[0], x);
	}
	const Piece *last = &line->pieces[line->count - 1];
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
