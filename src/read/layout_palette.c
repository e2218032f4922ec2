/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "base/str.h"

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
