/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * marks_bars.h: bars, in charts and in tables, and the scales they share.
 */
#include "pdf/marks_look.h"

/* Bars */

static inline void bar_measured(Look *l, const char *scale, double value, double length,
				const char *where)
{
	*(Measured *)list_add(&l->measured) = (Measured){scale, value, length, where};
}

static inline double values_most(const List *values, int count)
{
	double most = 0;
	for (int i = 0; i < count; i++)
		most = fmax(most, fabs(number_in(values, i)));
	return most;
}

/* Upright ones are measured upwards. */
static inline double bar_length(const ChartSpec *spec, const Path *mark)
{
	return spec->kind == CHART_COLUMNS ? mark->top - mark->bottom : mark->right - mark->left;
}

/* Where a bar begins: at nought, from which those above it grow one way and those below it the other. */
static inline double bar_nought(const ChartSpec *spec, const Path *mark, double value)
{
	if (spec->kind == CHART_COLUMNS)
		return value < 0 ? mark->top : mark->bottom;
	return value < 0 ? mark->right : mark->left;
}

static inline int values_above(const List *values, int count, double least)
{
	int above = 0;
	for (int i = 0; i < count; i++)
		above += fabs(number_in(values, i)) > least;
	return above;
}

/* The least value that has a mark: a mark shorter than half a thousandth of a point is none. Where all
 * are hardly longer, their number says which: the greatest. */
static inline double value_least_seen(const ChartSpec *spec, const List *marks, const List *values,
				      int count)
{
	double longest = 0, least = INFINITY;
	for (int i = 0; i < marks->count; i++)
		longest = fmax(longest, bar_length(spec, path_in(marks, i)));
	if (marks->count == values_above(values, count, 0))
		return 1e-9;
	if (longest > 1)
		return 0.0006 / longest * values_most(values, count);
	for (int i = 0; i < count; i++) {
		double value = fabs(number_in(values, i));
		if (values_above(values, count, value) < marks->count)
			least = fmin(least, value);
	}
	return least;
}

/* A bar against its datum; bars begin at nought, the parts of a stacked one where the part before ends. */
static inline void look_bar(Look *l, const ChartSpec *spec, const Path *mark, double value,
			    double *begin, const char *where)
{
	bar_measured(l, spec->scale, value, mark ? bar_length(spec, mark) : 0, where);
	if (!mark)
		return;
	if (!is_box(mark) || mark->clipped)
		look_fault(l, str_format(l->a, "%s: %s is no whole rectangle", l->pdf, where));
	double nought = bar_nought(spec, mark, value);
	*begin = isnan(*begin) ? nought : *begin;
	if (fabs(nought - *begin) > 0.0015)
		look_fault(l, str_format(l->a, "%s: %s begins %.4f pt off", l->pdf, where,
					 nought - *begin));
	if (spec->kind == CHART_STACK)
		*begin = mark->right;
}

static inline MarkKind bar_kind(const ChartSpec *spec)
{
	return spec->kind == CHART_COLUMNS ? MARK_COLUMN
	       : spec->kind == CHART_STACK ? MARK_PART
					   : MARK_BAR;
}

static inline const Ink *part_ink_due(const ChartSpec *spec, int i)
{
	return spec->palette ? spec->palette->inks[i % spec->palette->count] : spec->ink;
}

/* All marks, whatever their ink is: what is clipped is a pattern over a mark. */
static inline List parts_marks(const Look *l, const ChartSpec *spec, const Knot *figure)
{
	List marks = list_new(l->a, sizeof(const Path *));
	for (int i = 0; i < l->sheet->paths.count; i++) {
		const Path *path = list_at(&l->sheet->paths, i);
		bool inked = false;
		for (int k = 0; k < (spec->palette ? spec->palette->count : 1); k++)
			inked = inked || has_ink(path->paint.fill, part_ink_due(spec, k));
		if (path->filled && inked && !path->clipped && path->mcid != NO_MCID &&
		    knot_has(figure, path->mcid))
			*(const Path **)list_add(&marks) = path;
	}
	return marks;
}

static inline void look_bars(Look *l, const Expected *chart, const Knot *figure)
{
	const ChartSpec *spec = chart->element->chart;
	List marks = parts_marks(l, spec, figure);
	const char *name = element_name(l, chart->element);
	int next = 0, limit = spec->rest.limit, all = chart->values.count;
	int count = limit > 0 && limit < all ? limit : all;
	double begin = NAN, least = value_least_seen(spec, &marks, &chart->values, count);
	for (int i = 0; i < count; i++) {
		double value = number_in(&chart->values, i);
		const char *where = str_format(l->a, "%s, bar %d, %g", name, i + 1, value);
		bool seen = fabs(value) >= least;
		if (seen && next == marks.count)
			break; /* the rest is told of in words */
		const Path *mark = seen ? path_in(&marks, next++) : NULL;
		l->counts[mark ? bar_kind(spec) : MARK_NOUGHT]++;
		look_bar(l, spec, mark, value, &begin, where);
		if (mark && spec->kind == CHART_STACK &&
		    !has_ink(mark->paint.fill, part_ink_due(spec, i)))
			look_fault(
			    l, str_format(l->a, "%s: %s is in another part's ink", l->pdf, where));
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
