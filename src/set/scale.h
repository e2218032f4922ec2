/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * scale.h: one length a unit for all marks that name one scale.
 *
 * A scale reaches from its least to its greatest value, wherever they stand on the
 * page, and over nought where it has bars; with an axis on to its first and last tick. It is as
 * long as the narrowest place of it allows. So marks that name one scale can be compared,
 * be they in a table or in charts side by side. Knows nothing of what is painted: a mark asks how long it is, or where
 * it stands.
 *
 * A scale whose values are all nought has no length a unit: its bars are 0 long.
 */
#include "base/decimal.h"
#include "set/size.h"

typedef struct Scale {
	const char *name;
	Decimal from, to;
	Len length; /* from end to end */
} Scale;

typedef struct Scales {
	const Scale *items;
	int count;
} Scales;

/* The scales of everything under `sized`. */
Scales scales_of(Arena *a, const Sized *sized, int count);

/* The least and the greatest of a scale; false, and nothing done, when there is none by that name. NULL
 * is no name. */
bool scale_ends(const Scales *scales, const char *name, Decimal *from, Decimal *to);
/* How long a bar of `value` is, to the left of nought or to the right of it: never less than 0. */
Len scale_length(const Scales *scales, const char *name, Decimal value);
/* How far from the beginning of the scale a value stands. That of nought is where bars of either sign begin. */
Len scale_at(const Scales *scales, const char *name, Decimal value);
/* How long the whole scale is, from end to end; 0 for one without a length a unit. */
Len scale_whole(const Scales *scales, const char *name);
