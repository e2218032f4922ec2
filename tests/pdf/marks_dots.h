/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * marks_dots.h: the dots of a dot plot, and the rings they came from.
 *
 * A dot is not as long as its value, it stands where its value is: so it is the way from the
 * first dot to each other dot and ring that is held against the data, by the scale's length a unit.
 */
#include "pdf/marks_bars.h"

static inline double dot_middle(const Path *dot)
{
	return (dot->left + dot->right) / 2;
}

/* How far `mark` is from the first dot. */
static inline void look_way(Look *l, const Expected *plot, const Path *first, const Path *mark,
			    double value, const char *where)
{
	double way = dot_middle(mark) - dot_middle(first), less = number_in(&plot->values, 0);
	l->counts[MARK_DOT]++;
	if ((way < -MARK_SLACK && value > less) || (way > MARK_SLACK && value < less))
		look_fault(l, str_format(l->a, "%s: %s stands on the wrong side of the first dot",
					 l->pdf, where));
	bar_measured(l, plot->element->chart->scale, value - less, fabs(way), where);
}

static inline void look_dots(Look *l, const Expected *plot, const Knot *figure)
{
	const ChartSpec *spec = plot->element->chart;
	List dots = figure_marks(l, figure, spec->ink, false);
	List rings = figure_marks(l, figure, spec->ink, true);
	const char *name = element_name(l, plot->element);
	int ring = 0;
	for (int i = 0; i < dots.count && i < plot->values.count; i++) {
		double from = number_in(&plot->froms, i), value = number_in(&plot->values, i);
		const char *where = str_format(l->a, "%s, dot %d, %g", name, i + 1, value);
		if (!isnan(from) && ring < rings.count)
			look_way(l, plot, path_in(&dots, 0), path_in(&rings, ring++), from,
				 str_format(l->a, "%s, from %g", where, from));
		look_way(l, plot, path_in(&dots, 0), path_in(&dots, i), value, where);
	}
	bool all = dots.count == plot->values.count || spec->rest.limit > 0;
	if (!all || ring != rings.count)
		look_fault(l, str_format(l->a, "%s: %s: %d dots and %d rings for %d values", l->pdf,
					 name, dots.count, rings.count, plot->values.count));
}
