/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * reach.h: how far the marks of a page reach along their scale.
 *
 * Asked where an axis is put into words and where marks are put into place, so both
 * find the same. Bars grow from nought, so a scale with bars holds it; a dot stands
 * where it stands.
 */
#include "model/box.h"

typedef struct Reach {
	bool any; /* of them; else the rest means nothing */
	Decimal least, most;
} Reach;

void reach_hold(Reach *reach, Decimal value);
/* The first `shown` items of a chart, as its kind draws them. */
void reach_hold_chart(Reach *reach, const ChartBox *chart, int shown);
/* One column of the first `shown` rows of a table; nothing where it has no marks. */
void reach_hold_column(Reach *reach, const TableBox *table, int column, int shown);
