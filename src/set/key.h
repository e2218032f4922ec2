/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * key.h: what the marks of a chart stand for: a swatch, a label and a figure for each.
 *
 * Entries stand in as many columns as their words allow, row by row. A swatch
 * has the ink and the pattern of its part, or bears the number that stands in the
 * part. Long labels are broken into lines, and condensed where a word would not fit else. Carries no datum in its swatches: the marks do.
 */
#include "set/parts.h"

typedef struct SizedKey SizedKey;

typedef struct KeyItem {
	int item;      /* of the chart, from 0 */
	bool numbered; /* its part bears its number, and so does its swatch */
} KeyItem;

/* An entry for each of those asked for, in their order; NULL when there are none. */
const SizedKey *size_key(const Measure *m, const ChartBox *box, const KeyItem *asked, int count,
			 Len width);
Len key_height(const SizedKey *key); /* 0 for NULL */
bool key_is_overfull(const SizedKey *key);
void paint_key(Painter *p, const ChartBox *box, const SizedKey *key, Len x, Len y);
