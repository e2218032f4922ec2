/* SPDX-License-Identifier: MIT */
/*
 * A colour in the place of one that falls short.
 *
 * An ink keeps its hue as long as that will do: it is made darker and lighter in
 * steps, and the first step at which everything about it is enough is taken.
 * An ink of a palette may have to leave its hue: then the nearest of 4096 colours.
 * Either way the colour is tried on every pair and palette that the ink is in, with
 * the colours that are proposed for others: an editor may take all proposals at once.
 */
#include "read/contrast.h"

#include <math.h>
#include <string.h>

enum { TRIES_MOST = 12, STEPS = 64, SHADES = 16 };

const Mend *contrast_mended(const Contrast *c, const Ink *ink)
{
	const Mend *mends = c->mends.items;
	for (int i = 0; i < c->mends.count; i++)
		if (mends[i].ink == ink)
			return &mends[i];
	return NULL;
}

/* What is tried: one ink with another colour, beside those that are proposed. */
typedef struct Trial {
	const Contrast *contrast;
	const Ink *ink;
	const unsigned char *rgb;
} Trial;

static const unsigned char *trial_whole(const Trial *t, const Ink *ink)
{
	if (ink == t->ink)
		return t->rgb;
	const Mend *mend = contrast_mended(t->contrast, ink);
	return mend ? mend->rgb : ink->rgb;
}

static Light trial_light(const Trial *t, const Ink *ink)
{
	unsigned char rgb[3];
	if (!ink->of)
		return colour_light(trial_whole(t, ink));
	ink_tint_rgb(trial_whole(t, ink->of), ink->percent, rgb);
	return colour_light(rgb);
}

static bool is_of(const Ink *ink, const Ink *whole)
{
	return ink == whole || ink->of == whole;
}

static bool stand_would_do(const Trial *t, const Stand *s)
{
	Vision vision;
	if (!is_of(s->ink, t->ink) && !is_of(s->ground, t->ink))
		return true;
	return colour_least_contrast(trial_light(t, s->ink), trial_light(t, s->ground), &vision) >=
	       s->need;
}

static bool palette_has(const Palette *palette, const Ink *ink)
{
	for (int i = 0; i < palette->count; i++)
		if (palette->inks[i] == ink)
			return true;
	return false;
}

static bool palette_would_do(const Trial *t, const Palette *palette)
{
	int same = 0;
	if (!palette_has(palette, t->ink))
		return true;
	for (int i = 0; i < palette->count; i++) {
		const Ink *ink = palette->inks[i];
		Vision vision;
		same += ink == t->ink;
		if (ink != t->ink && !ink->unknown &&
		    contrast_difference(trial_whole(t, ink), t->rgb, &vision) < DIFFERENCE_NEEDED)
			return false;
	}
	return same == 1;
}

static bool would_do(const Contrast *c, const Ink *mended, const unsigned char rgb[3])
{
	Trial t = {c, mended, rgb};
	for (int i = 0; i < c->stands.count; i++)
		if (!stand_would_do(&t, list_at(&c->stands, i)))
			return false;
	for (int i = 0; i < c->palettes.count; i++)
		if (!palette_would_do(&t, *(const Palette **)list_at(&c->palettes, i)))
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
	if (c->tries++ >= TRIES_MOST)
		return false;
	return mend_by_steps(c, ink, rgb) || (is_in_palette(c, ink) && mend_by_hue(c, ink, rgb));
}
