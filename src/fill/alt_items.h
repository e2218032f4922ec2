/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * alt_items.h: what an alternative text may say of all items of a figure together.
 *
 * A good describer says what the figures range over before they are told one by one,
 * and what parts are parts of. Looks at the <item>s of a figure's small element
 * (alt.h), whose `value`, and `from`, are numbers as they are printed, with `figure`, and
 * `from-figure`, as the words for them.
 */
#include "fill/alt.h"

/* A number as the data writes it, in words. */
const char *alt_formatted(Speaker *speaker, Place place, const char *value, Format format);
/* Adds to `node`: count; least and most, the figures of the extremes; spread, where it is worth saying that they go from
 * one to the other: there are three or more, and they are not all alike; and, if it is asked for, whole: the
 * sum of all values in `format`, where none of them is below 0. */
void alt_items_tell(Speaker *speaker, Node *node, Format format, bool whole);
