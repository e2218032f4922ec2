/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * fill_rest.h: what stands for rows of a table, or bars of a chart, that are not shown.
 *
 * Says it for those beyond the layout's limit, which are not looked at, and for
 * every count of rows that fitting may leave. Measures nothing, so it does not
 * know how many rows will stand.
 */
#include "fill/datum.h"

/* How many of the rows stand by the layout's limit. */
int rest_shown(const RestSpec *spec, const FoundList *rows);
/* Of `element`, whose rows are `rows`. */
Rest fill_rest(Speaker *speaker, const Element *element, const RestSpec *spec,
	       const FoundList *rows);
