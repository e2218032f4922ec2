/* SPDX-License-Identifier: MIT */
#include "set/turn.h"

int64_t turn_sine(int64_t angle)
{
	int64_t square = (angle * angle) >> TURN_Q;
	int64_t term = angle, sum = angle;
	for (int n = 2; n <= 12; n += 2) {
		term = -((term * square) >> TURN_Q) / (n * (n + 1));
		sum += term;
	}
	return sum;
}

void turn_both(int64_t angle, int64_t *sine, int64_t *cosine)
{
	/* A multiple of the whole turn is added first: what is left over is then never negative. */
	int64_t whole = angle + 8 * TURN_QUARTER;
	int64_t rest = whole % TURN_QUARTER;
	int64_t s = turn_sine(rest), c = turn_sine(TURN_QUARTER - rest);
	switch (whole / TURN_QUARTER % 4) {
	case 0:
		*sine = s, *cosine = c;
		break;
	case 1:
		*sine = c, *cosine = -s;
		break;
	case 2:
		*sine = -s, *cosine = -c;
		break;
	default:
		*sine = -c, *cosine = s;
		break;
	}
}

/* Newton's way, without a division: each step doubles the digits, from a line through the curve that is a fifth
 * off at most. */
int64_t turn_inverse_root(int64_t part)
{
	int64_t root = TURN_ONE * 23 / 10 - part * 27 / 20;
	for (int i = 0; i < 5; i++) {
		int64_t square = (root * root) >> TURN_Q;
		root = (root * (3 * TURN_ONE - ((square * part) >> TURN_Q))) >> (TURN_Q + 1);
	}
	return root;
}

/* Digit by digit in base 4, after Woo 1985. */
int64_t turn_root(int64_t n)
{
	int64_t root = 0, bit = (int64_t)1 << 62;
	if (n <= 0)
		return 0;
	while (bit > n)
		bit >>= 2;
	for (; bit > 0; bit >>= 2) {
		if (n >= root + bit) {
			n -= root + bit;
			root = (root >> 1) + bit;
		} else {
			root >>= 1;
		}
	}
	return root;
}
