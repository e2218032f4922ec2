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
	MARK_COLUMN,
	MARK_PART,
	MARK_TILE,
	MARK_CELL_BAR,
	MARK_DOT,
	MARK_SLOPE,
	MARK_ARC,
	MARK_LADDER,
	MARK_SPARK,
	MARK_PLACE,
	MARK_ICONS,
	MARK_NOUGHT, /* a nought, that has none */
	MARK_KINDS
} MarkKind;

static const char *const mark_names[MARK_KINDS] = {
    "bars of charts",        "columns",        "parts of stacked bars",
    "tiles of treemaps",     "bars in tables", "dots",
    "ends of slopes",        "arcs",           "ladders",
    "points of sparklines",  "places on maps", "icon arrays",
    "noughts without a mark"};

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
		const Leg *p = &path->pieces[i];
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
