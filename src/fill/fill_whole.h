/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * fill_whole.h: what the items of a chart are parts of.
 *
 * That is what the layout names by `of`, or all items together. Parts that are
 * more than their whole, or too many to be added up, are told at their place.
 */
#include "fill/datum.h"

/* Of `count` items, each at least 0. False, and told, when there is no such whole. */
bool fill_whole(Speaker *speaker, const ChartSpec *spec, const ChartItem *items, int count,
		const Standing *at, Decimal *out);
