/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "base/lang.h"
#include "base/str.h"
#include "read/tag.h"
#include "read/value.h"

#include <string.h>

/* Names are looked for one after the other. */
enum { STYLES_MOST = 1000 };

static Wish *wish_at(const Reading *r, int i)
{
	return list_at(&r->wishes, i);
}

static Wish *wish_find(const Reading *r, const char *name)
{
	for (int i = 0; i < r->wishes.count; i++)
		if (strcmp(wish_at(r, i)->style.name, name) == 0)
			return wish_at(r, i);
	return NULL;
}

static Wish *wish_named(Reading *r, const char *name, Place place)
{
	Wish *wish = wish_find(r, name);
	if (wish)
		return wish;
	const char **names = ARENA_ARRAY(r->a, r->wishes.count + 1, const char *);
	for (int i = 0; i < r->wishes.count; i++)
		names[i] = wish_at(r, i)->style.name;
	const char *nearest = str_nearest(name, names);
	diag_error(r->diags, place, DIAG_LAYOUT, "there is no style \"%s\"%s", name,
		   str_guess(r->a, nearest));
	diag_hint(r->diags, "styles are named in <styles>");
	return NULL;
}

/* Whether one of the languages, with spaces between them, is the layout's or its main part; each is checked. */
static bool languages_have(Reading *r, const Attr *languages)
{
	const char *own = r->layout->language, *s = languages->value;
	bool has = false, any = false;
	while (*(s += strspn(s, " \t\r\n"))) {
		size_t length = strcspn(s, " \t\r\n");
		const char *tag = str_copy_n(r->a, s, length);
		any = true;
		if (!tag_is_language(tag))
			diag_error(r->diags, languages->value_place, DIAG_LAYOUT,
				   "\"%.60s\" is no language", tag);
		has = has || (own && lang_covers(tag, own));
		s += length;
	}
	if (!any)
		diag_error(r->diags, languages->place, DIAG_LAYOUT, "lang names no language");
	return has;
}

/* What a style says otherwise in some languages: laid over what it says itself. */
static void style_change(Reading *r, const Node *node, const Attr *name, const Attr *languages)
{
	const Attr *like = node_attr(node, "like");
	Wish *wish = wish_find(r, name->value), over = {.node = node};
	if (wish == NULL) {
		diag_error(r->diags, name->value_place, DIAG_LAYOUT,
			   "there is no style \"%s\" above, so it cannot be changed in \"%.60s\"",
			   name->value, languages->value);
		diag_hint(r->diags, "first say what it is in all languages, without lang");
		return;
	}
	if (like)
		diag_error(r->diags, like->place, DIAG_LAYOUT,
			   "a style cannot be like another one in some languages only");
	over.style = wish->style;
	properties_read(r, &over);
	if (!languages_have(r, languages))
		return;
	wish_lay(wish, &over);
	wish->own |= over.says;
}

static void wish_read(Reading *r, const Node *node)
{
	const Attr *name = node_attr(node, "name"), *languages = node_attr(node, "lang");
	if (name == NULL)
		return;
	if (languages) {
		style_change(r, node, name, languages);
		return;
	}
	const Wish *first = wish_find(r, name->value);
	if (first) {
		diag_error(r->diags, name->place, DIAG_LAYOUT,
			   "there are two styles \"%s\"; the first is at line %d", name->value,
			   first->node->place.line);
		return;
	}
	Wish *wish = list_add(&r->wishes);
	wish->node = node;
	wish->style = (Style){.name = name->value,
			      .place = node->place,
			      .index = r->wishes.count - 1,
			      .weight = 400,
			      .stretch = 100,
			      .line_height = 1200};
	properties_read(r, wish);
	wish->own = wish->says;
}

/* A style that cannot be resolved counts as complete: one message about it is enough. */
static bool wish_resolve(Reading *r, Wish *wish)
{
	const Attr *like = node_attr(wish->node, "like");
	if (wish->resolved == RESOLVED_NOW) {
		diag_error(r->diags, like->value_place, DIAG_LAYOUT,
			   "the style \"%s\" is like itself, here or by way of others",
			   wish->style.name);
		diag_hint(r->diags, "take out one of the \"like\" attributes in this round");
		return false;
	}
	if (wish->resolved == RESOLVED_YES || like == NULL) {
		wish->resolved = RESOLVED_YES;
		return true;
	}
	wish->resolved = RESOLVED_NOW;
	Wish *model = wish_named(r, like->value, like->value_place);
	Wish own = *wish;
	wish->says = 0;
	if (model && wish_resolve(r, model))
		wish_lay(wish, model);
	else
		wish->says = SAYS_ENOUGH;
	wish_lay(wish, &own);
	wish->resolved = RESOLVED_YES;
	return true;
}

static void styles_list(Reading *r)
{
	const Style **styles = ARENA_ARRAY(r->a, r->wishes.count + 1, const Style *);
	for (int i = 0; i < r->wishes.count; i++) {
		Wish *wish = wish_at(r, i);
		styles[i] = &wish->style;
		if (wish->suffix)
			wish_named(r, wish->suffix->value, wish->suffix->value_place);
	}
	r->layout->styles = styles;
	r->layout->style_count = r->wishes.count;
}

void styles_read(Reading *r, const Node *styles)
{
	for (const Node *s = node_child(styles, "style"); s; s = node_next(s, "style")) {
		if (r->wishes.count == STYLES_MOST) {
			diag_error(r->diags, s->place, DIAG_LAYOUT, "there are more than %d styles",
				   STYLES_MOST);
			break;
		}
		wish_read(r, s);
	}
	for (int i = 0; i < r->wishes.count; i++)
		wish_resolve(r, wish_at(r, i));
	styles_list(r);
}

static Style *accented(Reading *r, const Wish *wish, Place place, const Ink *accent)
{
	Style *style = ARENA_NEW(r->a, Style);
	*style = wish->style;
	if (!wish->accent)
		return style;
	style->color = accent;
	if (accent == NULL) {
		diag_error(
		    r->diags, place, DIAG_LAYOUT,
		    "the style \"%s\" has the colour \"accent\", but no box around has an ink",
		    wish->style.name);
		diag_hint(r->diags, "write ink=\"…\" on a box around it, or choose another style");
	}
	return style;
}

static void tell_incomplete(Reading *r, const Wish *wish, Place place)
{
	unsigned lacks = ~wish->says;
	diag_error(r->diags, place, DIAG_LAYOUT,
		   "the style \"%s\" cannot stand alone: it does not say%s%s%s", wish->style.name,
		   lacks & SAYS_FAMILY ? " font-family" : "", lacks & SAYS_SIZE ? " font-size" : "",
		   lacks & SAYS_COLOR ? " color" : "");
	diag_hint(r->diags, "add what is missing to the style, or make it like=\"body\"");
}

/* The colour of the boxes around holds for words whose style says one only by what it is like, and for
 * those whose style is not `chosen`: it is that of their element. */
static void color_around(const Reading *r, const Wish *wish, bool chosen, Wish *laid)
{
	bool says = chosen && (wish->own & SAYS_COLOR);
	if (r->color == NULL || says || !(wish->says & SAYS_COLOR))
		return;
	laid->style.color = r->color;
	laid->accent = false;
}

/* The letters of an ordinal have no letters of an ordinal: a style may be like the one it serves. */
static const Style *suffix_over(Reading *r, const Style *base, const Attr *suffix,
				const Ink *accent)
{
	const Wish *wish = suffix ? wish_find(r, suffix->value) : NULL;
	if (wish == NULL)
		return NULL;
	Wish laid = {.style = *base};
	laid.style.ordinal_suffix = NULL;
	wish_lay(&laid, wish);
	color_around(r, wish, true, &laid);
	laid.style.name = wish->style.name;
	laid.style.index = wish->says & SAYS_SIZE ? wish->style.index : base->index;
	return accented(r, &laid, suffix->value_place, accent);
}

static const Style *style_alone(Reading *r, const char *name, bool chosen, Place place,
				const Ink *accent)
{
	const Wish *wish = wish_named(r, name, place);
	if (wish == NULL)
		return NULL;
	if ((wish->says & SAYS_ENOUGH) != SAYS_ENOUGH) {
		tell_incomplete(r, wish, place);
		return NULL;
	}
	Wish whole = *wish;
	color_around(r, wish, chosen, &whole);
	Style *style = accented(r, &whole, place, accent);
	style->ordinal_suffix = suffix_over(r, style, wish->suffix, accent);
	return style;
}

const Style *style_named(Reading *r, const char *name, Place place, const Ink *accent)
{
	return style_alone(r, name, true, place, accent);
}

bool style_is_there(const Reading *r, const char *name)
{
	return wish_find(r, name) != NULL;
}

/* A span takes the size of its paragraph, and then shrinks with it, unless it says its own. */
const Style *style_over(Reading *r, const Style *base, const char *name, Place place,
			const Ink *accent)
{
	const Wish *wish = wish_named(r, name, place);
	if (wish == NULL || base == NULL)
		return NULL;
	Wish laid = {.style = *base};
	wish_lay(&laid, wish);
	color_around(r, wish, strcmp(name, "b") != 0, &laid);
	laid.style.name = wish->style.name;
	laid.style.place = wish->style.place;
	laid.style.index = wish->says & SAYS_SIZE ? wish->style.index : base->index;
	Style *style = accented(r, &laid, place, accent);
	if (wish->suffix)
		style->ordinal_suffix = suffix_over(r, style, wish->suffix, accent);
	return style;
}

const Style *style_attr_or(Reading *r, const Node *node, const char *name, const Style *fallback,
			   const Ink *accent)
{
	const Attr *attr = node_attr(node, name);
	return attr ? style_named(r, attr->value, attr->value_place, accent) : fallback;
}

const Style *style_attr(Reading *r, const Node *node, const char *name, const char *first,
			const Ink *accent)
{
	if (node_attr(node, name))
		return style_attr_or(r, node, name, NULL, accent);
	return style_alone(r, wish_find(r, first) ? first : "body", false, node->place, accent);
}

const bool *style_flags(Reading *r, const Attr *attr)
{
	bool *flags = ARENA_ARRAY(r->a, r->wishes.count + 1, bool);
	const char *names = str_fold(r->a, attr->value);
	while (*names) {
		size_t length = strcspn(names, " ");
		const Wish *wish =
		    wish_named(r, str_copy_n(r->a, names, length), attr->value_place);
		if (wish)
			flags[wish->style.index] = true;
		names += length;
		names += strspn(names, " ");
	}
	return flags;
}
