/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * marks_slopes.h: the lines of slope charts, each from what was to what is.
 *
 * A dot stands where its value is: it is the way from the first dot to each other one, upwards or
 * downwards, that is held against the data. Lines end in their dots.
 */
#include "pdf/marks_dots.h"

static inline double dot_level(const Path *dot)
{
	return (dot->bottom + dot->top) / 2;
}

static inline void look_level(Look *l, const Expected *chart, const Path *first, double least,
			      const Path *dot, double value, const char *where)
{
	const ChartSpec *spec = chart->element->chart;
	double way = dot_level(dot) - dot_level(first);
	way = spec->reverse ? -way : way;
	l->counts[MARK_SLOPE]++;
	if ((way < -MARK_SLACK && value > least) || (way > MARK_SLACK && value < least))
		look_fault(l, str_format(l->a, "%s: %s stands on the wrong side of the first dot",
					 l->pdf, where));
	bar_measured(l, spec->scale, value - least, fabs(way), where);
}

/* From the middle of one dot to that of the other. */
static inline void look_course(Look *l, const Path *line, const Path *from, const Path *to,
			       const char *where)
{
	const Leg *ends = line->pieces;
	bool is_line = line->count == 2 && ends[1].kind == PIECE_LINE;
	double off = hypot(ends[0].x[0] - dot_middle(from), ends[0].y[0] - dot_level(from)) +
		     hypot(ends[1].x[0] - dot_middle(to), ends[1].y[0] - dot_level(to));
	if (!is_line || !(off <= MARK_SLACK))
		look_fault(l, str_format(l->a, "%s: %s: its line does not lead from dot to dot",
					 l->pdf, where));
}

static inline void look_slopes(Look *l, const Expected *chart, const Knot *figure)
{
	const ChartSpec *spec = chart->element->chart;
	List dots = figure_marks(l, figure, spec->ink, false);
	List lines = figure_marks(l, figure, spec->ink, true);
	const char *name = element_name(l, chart->element);
	int dot = 0, line = 0, items = 0;
	for (int i = 0; i < chart->values.count && dot < dots.count; i++, items++) {
		double from = number_in(&chart->froms, i), value = number_in(&chart->values, i);
		double first = isnan(number_in(&chart->froms, 0)) ? number_in(&chart->values, 0)
								  : number_in(&chart->froms, 0);
		const char *where = str_format(l->a, "%s, slope %d to %g", name, i + 1, value);
		const Path *begin = isnan(from) ? NULL : path_in(&dots, dot++);
		if (dot == dots.count)
			break;
		const Path *end = path_in(&dots, dot++);
		if (begin)
			look_level(l, chart, path_in(&dots, 0), first, begin, from,
				   str_format(l->a, "%s, from %g", where, from));
		look_level(l, chart, path_in(&dots, 0), first, end, value, where);
		if (begin && line < lines.count)
			look_course(l, path_in(&lines, line++), begin, end, where);
	}
	bool all = items == chart->values.count || spec->rest.limit > 0;
	if (!all || dot != dots.count || line != lines.count)
		look_fault(l, str_format(l->a, "%s: %s: %d dots and %d lines for %d values", l->pdf,
					 name, dots.count, lines.count, chart->values.count));
}
