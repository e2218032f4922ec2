/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * turn.h: sines and roots in whole numbers, so that every machine paints the same curve.
 *
 * Angles (radians) and results are in units of 2^-30. Knows nothing of lengths.
 */
#include <stdint.h>

enum { TURN_Q = 30 };

#define TURN_ONE ((int64_t)1 << TURN_Q)
#define TURN_QUARTER ((int64_t)1686629713) /* pi/2 */

/* For -pi/2 … pi/2: Taylor's series to x^13, exact to 2^-28 there. */
int64_t turn_sine(int64_t angle);
/* The sine and the cosine of any angle from -4 pi to 4 pi. */
void turn_both(int64_t angle, int64_t *sine, int64_t *cosine);
/* One divided by the square root of what lies between 0.15 and 1. */
int64_t turn_inverse_root(int64_t part);
/* The whole part of the square root; 0 for what is negative. */
int64_t turn_root(int64_t n);
