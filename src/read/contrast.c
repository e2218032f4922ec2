/* SPDX-License-Identifier: MIT */
#include "read/contrast.h"

#include "base/str.h"

#include <math.h>
#include <string.h>

/* Pairs are looked for one after the other. */
enum { STANDS_MOST = 1000 };
enum { LARGE = LEN_PT(18), LARGE_BOLD = LEN_PT(14), BOLD = 700 };

const Ink *contrast_page(void)
{
	static const Ink page = {.name = "the white page", .rgb = {255, 255, 255}};
	return &page;
}

Contrast *contrast_new(Arena *a, ContrastLevel level)
{
	Contrast *c = ARENA_NEW(a, Contrast);
	*c = (Contrast){.arena = a,
			.level = level,
			.stands = list_new(a, sizeof(Stand)),
			.palettes = list_new(a, sizeof(const Palette *)),
			.mends = list_new(a, sizeof(Mend))};
	return c;
}

/* Success criterion 1.4.6 asks for more of words, and nothing of marks. */
static double need_of(const Contrast *c, StandKind kind)
{
	static const double needs[][2] = {
	    [STAND_MARK] = {3, 3}, [STAND_LARGE_WORDS] = {3, 4.5}, [STAND_WORDS] = {4.5, 7}};
	return needs[kind][c->level == CONTRAST_AAA];
}

/* Tints are made anew wherever they stand. */
static bool is_same_ink(const Ink *a, const Ink *b)
{
	return a == b || (a->of && a->of == b->of && a->percent == b->percent);
}

static Stand *stand_find(const Contrast *c, const Ink *ink, const Ink *ground)
{
	Stand *stands = c->stands.items;
	for (int i = 0; i < c->stands.count; i++)
		if (is_same_ink(stands[i].ink, ink) && is_same_ink(stands[i].ground, ground))
			return &stands[i];
	return NULL;
}

static void stand_note(Contrast *c, Place place, StandKind kind, const Ink *ink, const Ink *ground)
{
	if (!ink || !ground || ink->unknown || ground->unknown)
		return;
	Stand *stand = stand_find(c, ink, ground);
	if (!stand && c->stands.count == STANDS_MOST) {
		c->full = c->full.file ? c->full : place;
		return;
	}
	if (!stand) {
		stand = list_add(&c->stands);
		stand->ink = ink;
		stand->ground = ground;
		stand->contrast = colour_least_contrast(colour_light(ink->rgb),
							colour_light(ground->rgb), &stand->vision);
	}
	double need = need_of(c, kind);
	if (need > stand->need) {
		stand->need = need;
		stand->kind = kind;
	}
	if (stand->contrast >= need)
		return;
	if (stand->places++ == 0)
		stand->place = place;
}

void contrast_words(Contrast *c, Place place, const Style *style, const Ink *ground)
{
	if (!style)
		return;
	bool large = style->size >= LARGE || (style->size >= LARGE_BOLD && style->weight >= BOLD);
	stand_note(c, place, large ? STAND_LARGE_WORDS : STAND_WORDS, style->color, ground);
}

void contrast_letters(Contrast *c, Place place, const Ink *ink, const Ink *ground)
{
	stand_note(c, place, STAND_WORDS, ink, ground);
}

void contrast_mark(Contrast *c, Place place, const Ink *ink, const Ink *ground)
{
	stand_note(c, place, STAND_MARK, ink, ground);
}

bool contrast_has_palette(const Contrast *c, const Palette *palette)
{
	for (int i = 0; i < c->palettes.count; i++)
		if (*(const Palette **)list_at(&c->palettes, i) == palette)
			return true;
	return false;
}

void contrast_palette(Contrast *c, const Palette *palette, const Ink *ground)
{
	if (!contrast_has_palette(c, palette))
		*(const Palette **)list_add(&c->palettes) = palette;
	for (int i = 0; i < palette->count; i++)
		contrast_mark(c, palette->place, palette->inks[i], ground);
}

double contrast_difference(const unsigned char one[3], const unsigned char other[3], Vision *vision)
{
	Light a = colour_light(one), b = colour_light(other);
	double least = INFINITY;
	for (Vision v = VISION_NORMAL; v < VISIONS; v++) {
		double difference =
		    colour_difference(colour_lab(colour_seen(a, v)), colour_lab(colour_seen(b, v)));
		if (difference >= least)
			continue;
		least = difference;
		*vision = v;
	}
	return least;
}

/* Telling */

/* What falls short by little must not look as if it were enough: the digits behind are cut off. */
static double cut(double value, int digits)
{
	double unit = pow(10, digits);
	return floor(value * unit) / unit;
}

static const char *with_vision(Arena *a, Vision vision)
{
	const char *name = colour_vision_name(vision);
	return name ? str_format(a, " as seen with %s", name) : "";
}

static const char *line_of(Arena *a, const Ink *ink, Place place)
{
	return str_equal(ink->place.file, place.file)
		   ? str_format(a, "line %d", ink->place.line)
		   : str_format(a, "%s:%d", ink->place.file, ink->place.line);
}

/* How far a colour is from that of its ink. */
static double change_of(const Ink *ink, const unsigned char rgb[3])
{
	return colour_difference(colour_lab(colour_light(ink->rgb)), colour_lab(colour_light(rgb)));
}

/* A tint is mended by its ink; what no layout names, as the sheet, not at all. */
static const Ink *ink_to_mend(const Ink *ink)
{
	const Ink *whole = ink->of ? ink->of : ink;
	return whole->place.file ? whole : NULL;
}

/* Of two inks that one which needs the smaller change, unless one has a proposal already; NULL when no colour
 * of either helps. */
static const Mend *mend_either(Contrast *c, const Ink *const inks[2])
{
	Mend best = {0};
	double least = INFINITY;
	for (int i = 0; i < 2; i++)
		if (inks[i] && contrast_mended(c, inks[i]))
			return contrast_mended(c, inks[i]);
	for (int i = 0; i < 2; i++) {
		Mend mend = {.ink = inks[i]};
		if (!inks[i] || !contrast_mend(c, inks[i], mend.rgb))
			continue;
		double change = change_of(inks[i], mend.rgb);
		if (change >= least)
			continue;
		least = change;
		best = mend;
	}
	if (!best.ink)
		return NULL;
	Mend *kept = list_add(&c->mends);
	*kept = best;
	return kept;
}

static bool hint_mend(Contrast *c, const Ink *one, const Ink *other, Place place, Diags *diags)
{
	const Ink *const inks[2] = {ink_to_mend(one), ink_to_mend(other)};
	const Mend *mend = mend_either(c, inks);
	if (mend)
		diag_hint(diags, "rgb=\"#%02x%02x%02x\" for the ink \"%s\" (%s) would do",
			  mend->rgb[0], mend->rgb[1], mend->rgb[2], mend->ink->name,
			  line_of(c->arena, mend->ink, place));
	return mend != NULL;
}

/* What everybody sees is told as that; only else who does not. */
static Vision vision_told(const Stand *s, double *contrast)
{
	*contrast = colour_contrast(colour_light(s->ink->rgb), colour_light(s->ground->rgb));
	if (*contrast < s->need)
		return VISION_NORMAL;
	*contrast = s->contrast;
	return s->vision;
}

static void tell_stand(Contrast *c, const Stand *s, Diags *diags)
{
	double contrast;
	Vision vision = vision_told(s, &contrast);
	static const char *const whos[] = {
	    [STAND_MARK] = "marks", [STAND_LARGE_WORDS] = "large words", [STAND_WORDS] = "words"};
	Arena *a = c->arena;
	const char *ground = s->ground == contrast_page()
				 ? s->ground->name
				 : str_format(a, "\"%s\"", s->ground->name);
	const char *more = s->places == 1 ? ""
			   : s->places == 2
			       ? ", here and at one more place"
			       : str_format(a, ", here and at %d more places", s->places - 1);
	diag_error(diags, s->place, DIAG_LAYOUT,
		   "%s in \"%s\" have a contrast of %.2f:1 on %s%s, but need %g:1%s", whos[s->kind],
		   s->ink->name, cut(contrast, 2), ground, with_vision(a, vision), s->need, more);
	if (!hint_mend(c, s->ink, s->ground, s->place, diags))
		diag_hint(diags, "choose another ink for them, or for their ground");
}

static double difference_in(const Ink *one, const Ink *other, Vision vision)
{
	return colour_difference(colour_lab(colour_seen(colour_light(one->rgb), vision)),
				 colour_lab(colour_seen(colour_light(other->rgb), vision)));
}

static void tell_twice(const Palette *palette, const Ink *ink, Diags *diags)
{
	diag_error(diags, palette->place, DIAG_LAYOUT, "\"%s\" stands twice in the palette \"%s\"",
		   ink->name, palette->name);
	diag_hint(diags, "take one of them out: after the last ink the parts begin anew");
}

static void tell_alike(Contrast *c, const Palette *palette, const Ink *first, const Ink *second,
		       Diags *diags)
{
	Vision vision;
	double least = contrast_difference(first->rgb, second->rgb, &vision);
	double plain = difference_in(first, second, VISION_NORMAL);
	bool all = plain < DIFFERENCE_NEEDED;
	diag_error(
	    diags, palette->place, DIAG_LAYOUT,
	    "\"%s\" and \"%s\" in the palette \"%s\" have a difference of %.1f%s, but need %d",
	    first->name, second->name, palette->name, cut(all ? plain : least, 1),
	    with_vision(c->arena, all ? VISION_NORMAL : vision), DIFFERENCE_NEEDED);
	if (!hint_mend(c, second, first, palette->place, diags))
		diag_hint(diags, "take one of them out, or choose a much darker or lighter ink");
}

/* The ink number `i` of a palette, when one of those before it is too like it: the one most like it. */
static void alike_check(Contrast *c, const Palette *palette, int i, Diags *diags)
{
	const Ink *ink = palette->inks[i], *nearest = NULL;
	double least = DIFFERENCE_NEEDED;
	for (int k = 0; k < i && !ink->unknown; k++) {
		Vision vision;
		const Ink *other = palette->inks[k];
		double difference =
		    other->unknown ? INFINITY : contrast_difference(ink->rgb, other->rgb, &vision);
		if (difference >= least)
			continue;
		least = difference;
		nearest = other;
	}
	if (nearest == ink)
		tell_twice(palette, ink, diags);
	else if (nearest)
		tell_alike(c, palette, nearest, ink, diags);
}

void contrast_tell(Contrast *c, Diags *diags)
{
	if (c->full.file)
		diag_error(diags, c->full, DIAG_LAYOUT,
			   "more than %d pairs of an ink and its ground are not looked at",
			   STANDS_MOST);
	for (int i = 0; i < c->stands.count; i++) {
		const Stand *stand = list_at(&c->stands, i);
		if (stand->places > 0)
			tell_stand(c, stand, diags);
	}
	for (int i = 0; i < c->palettes.count; i++) {
		const Palette *palette = *(const Palette **)list_at(&c->palettes, i);
		for (int k = 1; k < palette->count; k++)
			alike_check(c, palette, k, diags);
	}
}
