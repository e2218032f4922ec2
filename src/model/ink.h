/* SPDX-License-Identifier: MIT */
#pragma once
/* ink.h: a colour by its name in the layout. */
#include "base/diag.h"

typedef struct Ink {
	const char *name;
	unsigned char rgb[3]; /* sRGB */
	bool has_cmyk;
	unsigned char cmyk[4]; /* per cent */
	Place place;
} Ink;
