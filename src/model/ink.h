/* SPDX-License-Identifier: MIT */
#pragma once
/* ink.h: a colour by its name in the layout, and inks that are used side by side. */
#include "base/diag.h"

typedef struct Ink {
	const char *name;
	unsigned char rgb[3]; /* sRGB */
	bool has_cmyk;
	unsigned char cmyk[4]; /* per cent */
	bool missing;          /* it stands in for one that is not there, which was told */
	Place place;
} Ink;

/* Inks for the parts of a chart, the first part in the first; where there are more parts than inks they
 * begin anew, with another pattern. */
typedef struct Palette {
	const char *name;
	const Ink *const *inks;
	int count; /* at least one */
	Place place;
} Palette;
