/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "base/str.h"
#include "read/value.h"

#include <string.h>

/* More would not be told apart, and names are looked for one after the other. */
enum { INKS_MOST = 1000 };

static const Ink *ink_at(const Reading *r, int i)
{
	return *(const Ink **)list_at(&r->inks, i);
}

static const Ink *ink_find(const Reading *r, const char *name)
{
	for (int i = 0; i < r->inks.count; i++)
		if (strcmp(ink_at(r, i)->name, name) == 0)
			return ink_at(r, i);
	return NULL;
}

static void ink_read(Reading *r, const Node *node)
{
	const Attr *name = node_attr(node, "name"), *rgb = node_attr(node, "rgb");
	const Attr *cmyk = node_attr(node, "cmyk");
	if (name == NULL || rgb == NULL)
		return;
	Ink *ink = ARENA_NEW(r->a, Ink);
	ink->name = name->value;
	ink->place = node->place;
	ink->unknown = !value_rgb(rgb->value, rgb->value_place, "rgb", ink->rgb, r->diags);
	if (cmyk)
		ink->has_cmyk =
		    value_cmyk(cmyk->value, cmyk->value_place, "cmyk", ink->cmyk, r->diags);
	const Ink *first = ink_find(r, ink->name);
	if (first)
		diag_error(r->diags, name->place, DIAG_LAYOUT,
			   "there are two inks \"%s\"; the first is at line %d", ink->name,
			   first->place.line);
	else if (strcmp(ink->name, "accent") == 0)
		diag_error(r->diags, name->place, DIAG_LAYOUT,
			   "no ink may be called \"accent\": it means the ink of the box around");
	else
		*(const Ink **)list_add(&r->inks) = ink;
}

void inks_read(Reading *r, const Node *inks)
{
	for (const Node *ink = node_child(inks, "ink"); ink; ink = node_next(ink, "ink")) {
		if (r->inks.count == INKS_MOST) {
			diag_error(r->diags, ink->place, DIAG_LAYOUT, "there are more than %d inks",
				   INKS_MOST);
			break;
		}
		ink_read(r, ink);
	}
	r->layout->inks = r->inks.items;
	r->layout->ink_count = r->inks.count;
}

static void tell_ink(Reading *r, const Attr *attr, const char *name)
{
	const char **names = ARENA_ARRAY(r->a, r->inks.count + 1, const char *);
	for (int i = 0; i < r->inks.count; i++)
		names[i] = ink_at(r, i)->name;
	const char *nearest = str_nearest(name, names);
	diag_error(r->diags, attr->value_place, DIAG_LAYOUT, "there is no ink \"%s\"%s", name,
		   str_guess(r->a, nearest));
	diag_hint(r->diags, "inks are named in <inks>");
}

/* An ink that was told to be missing, so that its box is not told to have none. */
static const Ink *ink_stand_in(Reading *r, const Attr *attr, const char *name)
{
	Ink *ink = ARENA_NEW(r->a, Ink);
	*ink = (Ink){.name = name, .place = attr->value_place, .unknown = true};
	return ink;
}

const Ink *ink_named(Reading *r, const Attr *attr, const char *name, const Ink *accent)
{
	if (strcmp(name, "accent") == 0) {
		if (accent == NULL) {
			diag_error(r->diags, attr->value_place, DIAG_LAYOUT,
				   "there is no accent here: no box around has an ink");
			diag_hint(r->diags, "write ink=\"…\" on a box around it, or name an ink");
		}
		return accent ? accent : ink_stand_in(r, attr, name);
	}
	const Ink *ink = ink_find(r, name);
	if (ink)
		return ink;
	tell_ink(r, attr, name);
	return ink_stand_in(r, attr, name);
}

const Ink *ink_attr(Reading *r, const Node *node, const char *name, const Ink *accent)
{
	const Attr *attr = node_attr(node, name);
	return attr ? ink_named(r, attr, attr->value, accent) : NULL;
}

bool line_attr(Reading *r, const Node *node, const char *name, const Ink *accent, Len *width,
	       const Ink **ink)
{
	const Attr *attr = node_attr(node, name);
	if (attr == NULL)
		return false;
	const char *value = str_fold(r->a, attr->value);
	const char *gap = strchr(value, ' ');
	if (gap == NULL || strchr(gap + 1, ' ')) {
		diag_error(r->diags, attr->value_place, DIAG_FORM,
			   "%s is \"%.60s\", but a length and an ink are expected here", name,
			   value);
		diag_hint(r->diags, "for example %s=\"0.6pt rule\"", name);
		return false;
	}
	const char *len = str_copy_n(r->a, value, (size_t)(gap - value));
	bool good = value_len(len, attr->value_place, name, width, r->diags);
	*ink = ink_named(r, attr, gap + 1, accent);
	return good && *ink != NULL;
}

static const Ink *ink_tint(Reading *r, const Ink *ink, int percent)
{
	Ink *tint = ARENA_NEW(r->a, Ink);
	*tint = *ink;
	tint->name = str_format(r->a, "%s %d%%", ink->name, percent);
	tint->of = ink;
	tint->percent = percent;
	ink_tint_rgb(ink->rgb, percent, tint->rgb);
	for (int i = 0; i < 4; i++)
		tint->cmyk[i] = (unsigned char)(ink->cmyk[i] * percent / 100);
	return tint;
}

const Ink *ink_attr_or_tint(Reading *r, const Node *node, const char *attr, const Ink *accent,
			    int percent)
{
	if (node_attr(node, attr))
		return ink_attr(r, node, attr, accent);
	return accent ? ink_tint(r, accent, percent) : NULL;
}
