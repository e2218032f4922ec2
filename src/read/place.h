/* SPDX-License-Identifier: MIT */
#pragma once
/* place.h: counting lines and columns inside a text whose beginning is known. */
#include "base/diag.h"

/* The place of `at` in `text`, when `text` itself stands at `place`. */
static inline Place place_after(Place place, const char *text, const char *at)
{
	for (; text < at; text++) {
		if (*text == '\n') {
			place.line++;
			place.column = 1;
		} else if (((unsigned char)*text & 0xc0) != 0x80) {
			place.column++;
		}
	}
	return place;
}
