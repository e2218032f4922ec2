/* SPDX-License-Identifier: MIT */
/*
 * A colour in the place of one that falls short.
 *
 * An ink keeps its hue as long as that will do: it is made darker and lighter in
 * steps, and the first step at which everything about it is enough is taken.
 * An ink of a palette may have to leave its hue: then the nearest of 4096 colours.
 * Either way the colour is tried on every pair and palette that the ink is in.
 */
#include "read/contrast.h"

#include <math.h>
#include <string.h>

enum { MENDS_MOST = 12, STEPS = 64, SHADES = 16 };

/* The colour an ink would have, were `mended` to have `rgb`. False when that changes nothing. */
static bool tried_rgb(const Ink *ink, const Ink *mended, const unsigned char rgb[3],
		      unsigned char tried[3])
{
	if (ink == mended)
		memcpy(tried, rgb, 3);
	else if (ink->of == mended)
		ink_tint_rgb(rgb, ink->percent, tried);
	else
		memcpy(tried, ink->rgb, 3);
	return ink == mended || ink->of == mended;
}

static bool stand_would_do(const Stand *s, const Ink *mended, const unsigned char rgb[3])
{
	unsigned char ink[3], ground[3];
	bool ink_changes = tried_rgb(s->ink, mended, rgb, ink);
	bool ground_changes = tried_rgb(s->ground, mended, rgb, ground);
	Vision vision;
	return !(ink_changes || ground_changes) ||
	       colour_least_contrast(colour_light(ink), colour_light(ground), &vision) >= s->need;
}

static bool palette_has(const Palette *palette, const Ink *ink)
{
	for (int i = 0; i < palette->count; i++)
		if (palette->inks[i] == ink)
			return true;
	return false;
}

static bool palette_would_do(const Palette *palette, const Ink *mended, const unsigned char rgb[3])
{
	int same = 0;
	if (!palette_has(palette, mended))
		return true;
	for (int i = 0; i < palette->count; i++) {
		const Ink *ink = palette->inks[i];
		Vision vision;
		same += ink == mended;
		if (ink != mended && !ink->unknown &&
		    contrast_difference(ink->rgb, rgb, &vision) < DIFFERENCE_NEEDED)
			return false;
	}
	return same == 1;
}

static bool would_do(const Contrast *c, const Ink *mended, const unsigned char rgb[3])
{
	for (int i = 0; i < c->stands.count; i++)
		if (!stand_would_do(list_at(&c->stands, i), mended, rgb))
			return false;
	for (int i = 0; i < c->palettes.count; i++)
		if (!palette_would_do(*(const Palette **)list_at(&c->palettes, i), mended, rgb))
			return false;
	return true;
}

/* `step` of STEPS from the colour of the ink to black, or to white. */
static void step_rgb(const Ink *ink, bool darker, int step, unsigned char rgb[3])
{
	int edge = darker ? 0 : 255;
	for (int i = 0; i < 3; i++)
		rgb[i] = (unsigned char)((ink->rgb[i] * (STEPS - step) + edge * step) / STEPS);
}

static bool mend_by_steps(const Contrast *c, const Ink *ink, unsigned char rgb[3])
{
	for (int step = 1; step <= STEPS; step++)
		for (int way = 0; way < 2; way++) {
			step_rgb(ink, way == 0, step, rgb);
			if (would_do(c, ink, rgb))
				return true;
		}
	return false;
}

static bool mend_by_hue(const Contrast *c, const Ink *ink, unsigned char best[3])
{
	Lab own = colour_lab(colour_light(ink->rgb));
	double least = INFINITY;
	for (int i = 0; i < SHADES * SHADES * SHADES; i++) {
		unsigned char rgb[3] = {(unsigned char)(i / SHADES / SHADES * 17),
					(unsigned char)(i / SHADES % SHADES * 17),
					(unsigned char)(i % SHADES * 17)};
		double change = colour_difference(own, colour_lab(colour_light(rgb)));
		if (change >= least || !would_do(c, ink, rgb))
			continue;
		least = change;
		memcpy(best, rgb, 3);
	}
	return least < INFINITY;
}

static bool is_in_palette(const Contrast *c, const Ink *ink)
{
	for (int i = 0; i < c->palettes.count; i++)
		if (palette_has(*(const Palette **)list_at(&c->palettes, i), ink))
			return true;
	return false;
}

bool contrast_mend(Contrast *c, const Ink *ink, unsigned char rgb[3])
{
	if (c->mends++ >= MENDS_MOST)
		return false;
	return mend_by_steps(c, ink, rgb) || (is_in_palette(c, ink) && mend_by_hue(c, ink, rgb));
}
