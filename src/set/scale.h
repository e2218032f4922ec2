/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * scale.h: one length a unit for all bars that name one scale.
 *
 * The longest bar of a scale is its greatest value, wherever it stands; it is
 * as long as the narrowest place of the scale allows. Bars begin at zero.
 */
#include "base/decimal.h"
#include "set/size.h"

typedef struct Scale {
	const char *name;
	Decimal most; /* greatest value of the scale */
	Len length;   /* of a bar of that value */
} Scale;

typedef struct Scales {
	const Scale *items;
	int count;
} Scales;

/* The scales of everything under `sized`. */
Scales scales_of(Arena *a, const Sized *sized, int count);

/* How long a bar is. 0 for a scale whose values are all zero. */
Len scale_length(const Scales *scales, const char *name, Decimal value);
