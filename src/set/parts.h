/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * parts.h: a whole and the parts it is made of: how large each is, and how it is told from the others.
 *
 * Takes the items of a chart; says where each begins and ends on a way of PARTS_WHOLE units, so
 * that a kind of chart may lay that way out as it likes: along a bar, around a ring. The whole is what
 * the layout names by `of`, else all items together, shown or not. Values are at least 0.
 * Where all are 0, no part has any size.
 */
#include "set/hatch.h"

#define PARTS_WHOLE (INT64_C(1) << 40)

/* edges[i] to edges[i + 1] is item i; edges[0] is 0, and edges[count] at most PARTS_WHOLE. */
typedef struct Parts {
	const int64_t *edges;
	int count;
} Parts;

/* The first `shown` items. Each edge is exact to half a unit. */
Parts parts_of(Arena *a, const ChartBox *box, int shown);

/* Part number `i` from 0: of a palette its ink, else the chart's; and its pattern. */
const Ink *part_ink(const ChartSpec *spec, int i);
Hatch part_hatch(const ChartSpec *spec, int i);
/* In which words on it are legible. */
const Ink *part_lettering(const ChartSpec *spec, int i);
/* What its stripes, and the gaps between parts, are painted in: the chart's paper, else white. */
const Ink *part_paper(const ChartSpec *spec);
