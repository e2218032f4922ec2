/* SPDX-License-Identifier: MIT */
#include "fill/words.h"

#include <limits.h>

Composing words_begin(Arena *a)
{
	Composing c = {.arena = a, .text = {.arena = a}};
	c.styles = list_new(a, sizeof(StyleRange));
	c.origins = list_new(a, sizeof(Origin));
	c.links = list_new(a, sizeof(LinkRange));
	return c;
}

static bool place_same(const Place *a, const Place *b)
{
	return a->file == b->file && a->line == b->line && a->column == b->column;
}

static bool origin_same(const Origin *a, const Origin *b)
{
	return a->path == b->path && a->basis == b->basis && place_same(&a->data, &b->data) &&
	       place_same(&a->layout, &b->layout);
}

static void link_extend(Composing *c, int start, int end, const LinkTo *to)
{
	LinkRange *last = c->links.count ? list_at(&c->links, c->links.count - 1) : NULL;
	if (to == NULL)
		return;
	if (last == NULL || last->to != to || last->end != start) {
		last = list_add(&c->links);
		*last = (LinkRange){start, end, to};
	}
	last->end = end;
}

/* Writes bytes as they are; a range grows while its style or origin stays the same. */
static void put(Composing *c, const char *text, size_t length, const Style *style,
		const Origin *origin, const LinkTo *link)
{
	if (length > (size_t)INT_MAX / 2 - c->text.length)
		die("a text of more than a thousand million bytes");
	int start = (int)c->text.length, end = start + (int)length;
	strbuf_add_n(&c->text, text, length);
	StyleRange *run = c->styles.count ? list_at(&c->styles, c->styles.count - 1) : NULL;
	if (!run || run->style != style || c->last_link != link) {
		run = list_add(&c->styles);
		*run = (StyleRange){start, end, style};
	}
	run->end = end;
	link_extend(c, start, end, link);
	c->last_link = link;
	Origin *from = c->origins.count ? list_at(&c->origins, c->origins.count - 1) : NULL;
	if (!from || !origin_same(from, origin)) {
		from = list_add(&c->origins);
		*from = *origin;
		from->start = start;
	}
	from->end = end;
}

/* Remembers white space; it is written when something follows that is none. */
static void meet_space(Composing *c, const Style *style, const Origin *origin)
{
	if (c->space || c->text.length == 0)
		return;
	c->space = true;
	c->space_style = style;
	c->space_origin = *origin;
	c->space_link = c->link;
}

void words_add(Composing *c, const char *text, size_t length, const Style *style,
	       const Origin *origin)
{
	for (size_t i = 0; i < length;) {
		size_t end = i;
		while (end < length && !str_is_space(text[end]))
			end++;
		if (end > i && c->space) {
			c->space = false;
			put(c, " ", 1, c->space_style, &c->space_origin, c->space_link);
		}
		if (end > i)
			put(c, text + i, end - i, style, origin, c->link);
		if (end < length)
			meet_space(c, style, origin);
		i = end + 1;
	}
}

static const LinkTo *link_at(const Words *words, int at)
{
	for (int i = 0; i < words->link_count; i++)
		if (at >= words->links[i].start && at < words->links[i].end)
			return words->links[i].to;
	return NULL;
}

void words_add_words(Composing *c, const Words *words)
{
	int s = 0, o = 0;
	const LinkTo *around = c->link;
	for (int at = 0; at < words->length;) {
		const StyleRange *run = &words->styles[s];
		const Origin *from = &words->origins[o];
		int end = run->end < from->end ? run->end : from->end;
		/* A range of styles never goes beyond the end of a link. */
		c->link = words->link_count > 0 ? link_at(words, at) : around;
		words_add(c, words->text + at, (size_t)(end - at), run->style, from);
		s += run->end == end;
		o += from->end == end;
		at = end;
	}
	c->link = around;
}

void words_note_point(Composing *c, int behind)
{
	c->numbers++;
	c->point = (int)c->text.length - behind;
}

Words words_end(Composing *c, const Style *style)
{
	int length = (int)c->text.length;
	return (Words){
	    .text = strbuf_text(&c->text),
	    .length = length,
	    .styles = c->styles.items,
	    .style_count = c->styles.count,
	    .origins = c->origins.items,
	    .origin_count = c->origins.count,
	    .links = c->links.items,
	    .link_count = c->links.count,
	    .point = c->numbers == 1 ? c->point : length,
	    .style = style,
	};
}
