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

/* Bars shorter than a thousandth of a point may be there or not: rounding decides. */
#define HARDLY_SEEN 0.002

static inline double bars_unit(const ChartSpec *spec, const List *marks, const List *values,
			       int count)
{
	double longest = 0, most = values_most(values, count);
	for (int i = 0; i < marks->count; i++)
		longest = fmax(longest, bar_length(spec, path_in(marks, i)));
	return most > 0 ? longest / most : 0;
}

static inline const Ink *part_ink_due(const ChartSpec *spec, int i)
{
	return spec->palette ? spec->palette->inks[i % spec->palette->count] : spec->ink;
}

/* Whether the mark is that of the value, or the value has none and the mark is another's. */
static inline bool mark_is_of(const ChartSpec *spec, const Path *mark, int item, double length,
			      int marks_left, int seen_left)
{
	if (length >= HARDLY_SEEN)
		return true;
	bool inked =
	    spec->kind != CHART_STACK || has_ink(mark->paint.fill, part_ink_due(spec, item));
	return length > 0 && marks_left > seen_left && inked &&
	       bar_length(spec, mark) < HARDLY_SEEN + 0.001;
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
	if (fabs(nought - *begin) > 0.005)
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
	double begin = NAN, unit = bars_unit(spec, &marks, &chart->values, count);
	int seen = values_above(&chart->values, count, HARDLY_SEEN / unit);
	for (int i = 0; i < count; i++) {
		double value = number_in(&chart->values, i), length = fabs(value) * unit;
		const char *where = str_format(l->a, "%s, bar %d, %g", name, i + 1, value);
		if (length >= HARDLY_SEEN && next == marks.count)
			break; /* the rest is told of in words */
		bool has = next < marks.count && mark_is_of(spec, path_in(&marks, next), i, length,
							    marks.count - next, seen);
		const Path *mark = has ? path_in(&marks, next++) : NULL;
		seen -= length >= HARDLY_SEEN;
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

/* Where one is enormous, all of another chart may be too small to be seen. */
static inline bool scale_is_shared(const Look *l, const Measured *one)
{
	size_t name = strcspn(one->where, ",");
	for (int i = 0; i < l->measured.count; i++) {
		const Measured *other = list_at(&l->measured, i);
		if (str_equal(other->scale, one->scale) &&
		    strncmp(other->where, one->where, name + 1) != 0)
			return true;
	}
	return false;
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
		if (most->value != 0 && most->length <= 0 && !scale_is_shared(l, most))
			look_fault(l,
				   str_format(l->a, "%s: %s has no length", l->pdf, most->where));
		look_amiss(l, one->where, one->length, unit * fabs(one->value));
	}
}
