/* SPDX-License-Identifier: MIT */
#pragma once
/* ink.h: a colour by its name in the layout, and inks that are used side by side. */
#include "base/diag.h"

typedef struct Ink Ink;
struct Ink {
	const char *name;
	unsigned char rgb[3]; /* sRGB */
	bool has_cmyk;
	unsigned char cmyk[4]; /* per cent */
	Place place;
	const Ink *of; /* the ink that this one is a tint of; NULL: it is none */
	int percent;   /* how much of it: the rest is white */
	bool unknown; /* its colour is told to be wrong: in no layout that is read without errors */
};

/* A tint's colour: so many per cent of `rgb`, the rest white; as a printer would screen it. */
void ink_tint_rgb(const unsigned char rgb[3], int percent, unsigned char tint[3]);

/* Inks for the parts of a chart, the first part in the first; where there are more parts than inks they
 * begin anew, with another pattern. */
typedef struct Palette {
	const char *name;
	const Ink *const *inks;
	int count; /* at least one */
	Place place;
} Palette;
