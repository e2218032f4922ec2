/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "base/str.h"
#include "read/colour.h"

#include <string.h>

/* More parts than this no reader tells apart, even by patterns. */
enum { PALETTE_MOST = 12 };

static const Palette *palette_find(const Reading *r, const char *name)
{
	for (int i = 0; i < r->palettes.count; i++) {
		const Palette *palette = *(const Palette **)list_at(&r->palettes, i);
		if (str_equal(palette->name, name))
			return palette;
	}
	return NULL;
}

static void palette_inks_read(Reading *r, const Attr *attr, Palette *palette)
{
	List inks = list_new(r->a, sizeof(const Ink *));
	for (const char *s = str_fold(r->a, attr->value); *s;) {
		size_t length = strcspn(s, " ");
		const char *name = str_copy_n(r->a, s, length);
		if (inks.count == PALETTE_MOST) {
			diag_error(r->diags, attr->value_place, DIAG_LAYOUT,
				   "a palette has at most %d inks", PALETTE_MOST);
			break;
		}
		*(const Ink **)list_add(&inks) = ink_named(r, attr, name, NULL);
		s += length + (s[length] == ' ');
	}
	palette->inks = inks.items;
	palette->count = inks.count;
}

static void palette_read(Reading *r, const Node *node)
{
	const Attr *name = node_attr(node, "name"), *inks = node_attr(node, "inks");
	if (!name || !inks)
		return;
	const Palette *first = palette_find(r, name->value);
	if (first) {
		diag_error(r->diags, name->place, DIAG_LAYOUT,
			   "there are two palettes \"%s\"; the first is at line %d", first->name,
			   first->place.line);
		return;
	}
	Palette *palette = ARENA_NEW(r->a, Palette);
	palette->name = name->value;
	palette->place = node->place;
	palette_inks_read(r, inks, palette);
	if (palette->count > 0)
		*(const Palette **)list_add(&r->palettes) = palette;
}

void palettes_read(Reading *r, const Node *inks)
{
	for (const Node *n = node_child(inks, "palette"); n; n = node_next(n, "palette"))
		palette_read(r, n);
}

static void tell_palette(Reading *r, const Attr *attr)
{
	const char **names = ARENA_ARRAY(r->a, r->palettes.count + 1, const char *);
	for (int i = 0; i < r->palettes.count; i++)
		names[i] = (*(const Palette **)list_at(&r->palettes, i))->name;
	diag_error(r->diags, attr->value_place, DIAG_LAYOUT, "there is no palette \"%s\"%s",
		   attr->value, str_guess(r->a, str_nearest(attr->value, names)));
	diag_hint(r->diags, "palettes are named in <inks>: <palette name=\"…\" inks=\"…\"/>");
}

const Palette *palette_attr(Reading *r, const Node *node)
{
	const Attr *attr = node_attr(node, "palette");
	if (!attr)
		return NULL;
	const Palette *palette = palette_find(r, attr->value);
	if (!palette)
		tell_palette(r, attr);
	return palette;
}

/* Telling parts apart */

/* Inks nearer to each other than this cannot be matched with a key at a glance. Two that touch are told
 * apart from a difference of 1 to 2 on, but across a page and from memory it takes some five to ten times that: the
 * sequences of Petroff, Accessible Color Sequences for Data Visualization (arXiv 2107.02270), hold even
 * more. Patterns help beside it, so no more is asked here. */
enum { APART = 10 };

static double inks_apart(const unsigned char one[3], const unsigned char other[3], Vision *vision)
{
	double least = -1;
	for (Vision v = VISION_NORMAL; v < VISIONS; v++) {
		double apart = colour_difference(colour_lab(colour_seen(colour_light(one), v)),
						 colour_lab(colour_seen(colour_light(other), v)));
		if (least < 0 || apart < least) {
			least = apart;
			*vision = v;
		}
	}
	return least;
}

/* Whether `rgb` in the place of ink number `at` could be told from all others, and seen on white. */
static bool rgb_would_do(const Palette *palette, int at, const unsigned char rgb[3])
{
	static const unsigned char white[3] = {255, 255, 255};
	Vision vision;
	for (int i = 0; i < palette->count; i++)
		if (i != at && inks_apart(rgb, palette->inks[i]->rgb, &vision) < APART)
			return false;
	return colour_least_contrast(colour_light(rgb), colour_light(white), &vision) >= 3;
}

/* The nearest shade of ink number `at` that would do, darker or lighter; false when none would. */
static bool ink_shade(const Palette *palette, int at, unsigned char rgb[3])
{
	for (int step = 1; step <= 255; step++) {
		for (int end = 0; end <= 255; end += 255) {
			for (int i = 0; i < 3; i++) {
				int was = palette->inks[at]->rgb[i];
				rgb[i] = (unsigned char)(was + (end - was) * step / 255);
			}
			if (rgb_would_do(palette, at, rgb))
				return true;
		}
	}
	return false;
}

static void alike_tell(Reading *r, const Palette *palette, int i, int k, double apart,
		       Vision vision)
{
	const Ink *one = palette->inks[i], *other = palette->inks[k];
	const char *seen = colour_vision_name(vision);
	unsigned char rgb[3];
	diag_error(
	    r->diags, palette->place, DIAG_LAYOUT,
	    "the inks \"%s\" and \"%s\" of the palette \"%s\" look alike%s%s: they differ by %.1f, "
	    "but %d is needed (CIEDE2000)",
	    one->name, other->name, palette->name, seen ? " in " : "", seen ? seen : "", apart,
	    APART);
	if (ink_shade(palette, k, rgb))
		diag_hint(r->diags, "#%02x%02x%02x for \"%s\" would do; or choose another ink",
			  rgb[0], rgb[1], rgb[2], other->name);
	else
		diag_hint(r->diags, "choose another ink, or fewer: patterns go on where inks end");
}

static void palette_check(Reading *r, const Palette *palette)
{
	for (int i = 0; i < palette->count; i++)
		for (int k = i + 1; k < palette->count; k++) {
			const Ink *one = palette->inks[i], *other = palette->inks[k];
			Vision vision = VISION_NORMAL;
			double apart = inks_apart(one->rgb, other->rgb, &vision);
			if (apart < APART && !one->missing && !other->missing)
				alike_tell(r, palette, i, k, apart, vision);
		}
}

void palettes_check(Reading *r)
{
	for (int i = 0; i < r->palettes.count; i++)
		palette_check(r, *(const Palette **)list_at(&r->palettes, i));
}
