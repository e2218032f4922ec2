/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * share.h: rounds values that belong together so that they still add up.
 *
 * The method of the largest remainder (Hare 1857; Niemeyer 1970): each value is
 * cut to the unit below it, and what the sum then lacks goes, a unit each, to those
 * that lost most by that: of equals first to the greater value, then to the one
 * that stands first. So nothing is more than a unit from what it is exactly, what is
 * greater is never printed as less, and what needs no rounding keeps its value.
 * Whole numbers only: the same on every machine. Knows nothing of the data or of
 * languages; rounding.c does.
 */
#include "base/arena.h"
#include "base/decimal.h"

/* Decimals that a Decimal can have. */
enum { SHARE_DECIMALS = 6 };

/* What per cent of their sum each value is, in units of so many decimals (0 … SHARE_DECIMALS): they add up to
 * 100 exactly. False, and nothing written, where a value is negative or all are 0. */
bool share_parts(Arena *scratch, const Decimal *values, int count, int decimals, int64_t *parts);
/* The values in units of so many decimals; they add up to what their sum is when it is rounded, half a unit
 * upwards. */
void share_rounded(Arena *scratch, const Decimal *values, int count, int decimals,
		   int64_t *rounded);
/* A number of such units as the data writes numbers: "8", "14.2", "-0.5". */
const char *share_text(Arena *a, int64_t units, int decimals);
