/* SPDX-License-Identifier: MIT */
#include "text/itemize.h"

#include "base/str.h"
#include "text/breaks_bidi.h"
#include "text/breaks_width.h"

typedef struct Itemizing {
	const Typesetter *setter;
	const char *text;
	int end;
	const Font *own;  /* of the style */
	const Font *last; /* of the character before */
	bool wide;        /* the character before is as wide as an ideograph */
} Itemizing;

/* Latin, Greek, Cyrillic and punctuation: a font that lacks one of these shows it by an empty glyph, and only then
 * is it worth while to look. */
static bool is_plain(const char *text, int start, int end)
{
	for (int i = start; i < end; i++) {
		unsigned char byte = (unsigned char)text[i];
		if (byte >= 0xd6 && byte != 0xe2)
			return false;
	}
	return true;
}

static const Font *font_looked_up(const Itemizing *it, uint32_t code)
{
	if (font_sets(it->own, code))
		return it->own;
	const Font *other =
	    fonts_beyond(it->setter->fonts, it->own, it->setter->language, code, it->setter->diags);
	return other ? other : it->own;
}

static uint32_t code_at(const Itemizing *it, int at)
{
	const char *s = it->text + at;
	return at < it->end ? str_next(&s) : 0;
}

/* The font of the ideograph beside a character at `next`, or NULL when there is none. */
static const Font *font_of_wide(const Itemizing *it, int next)
{
	if (it->wide)
		return it->last;
	uint32_t code = code_at(it, next);
	while (code && width_is_ambiguous(code)) {
		const char *s = it->text + next;
		str_next(&s);
		next = (int)(s - it->text);
		code = code_at(it, next);
	}
	return code && width_is_wide(code) ? font_looked_up(it, code) : NULL;
}

static const Font *font_for(Itemizing *it, uint32_t code, int next)
{
	if ((code == ' ' || width_is_attached(code)) && it->last)
		return code == ' ' && !font_has(it->last, ' ') ? it->own : it->last;
	const Font *wide = code > 0x7f && width_is_ambiguous(code) ? font_of_wide(it, next) : NULL;
	if (wide && font_has(wide, code))
		return wide;
	it->wide = width_is_wide(code);
	return font_looked_up(it, code);
}

static void item_put(List *items, int from, int at, int next, const Font *font, unsigned char level,
		     bool joins)
{
	Item *last = items->count > from ? list_at(items, items->count - 1) : NULL;
	if (last && last->font == font && last->level == level) {
		last->end = next;
		last->joins = last->joins || joins;
		return;
	}
	*(Item *)list_add(items) = (Item){at, next, font, level, joins};
}

static void levels_put(const Words *words, int start, int end, const Font *font,
		       const unsigned char *levels, List *items)
{
	int from = items->count;
	if (!levels) {
		*(Item *)list_add(items) = (Item){start, end, font, 0, false};
		return;
	}
	for (const char *s = words->text + start; s < words->text + end;) {
		int at = (int)(s - words->text);
		uint32_t code = str_next(&s);
		item_put(items, from, at, (int)(s - words->text), font, levels[at],
			 bidi_joins(code));
	}
}

void items_find(const Typesetter *setter, const Words *words, int start, int end, const Font *font,
		const unsigned char *levels, bool closely, List *items)
{
	if (!font || (!closely && is_plain(words->text, start, end)) ||
	    !fonts_falls_back(setter->fonts, font, setter->language)) {
		levels_put(words, start, end, font, levels, items);
		return;
	}
	Itemizing it = {setter, words->text, end, font, NULL, false};
	int from = items->count;
	for (const char *s = words->text + start; s < words->text + end;) {
		int at = (int)(s - words->text);
		uint32_t code = str_next(&s);
		int next = (int)(s - words->text);
		it.last = font_for(&it, code, next);
		item_put(items, from, at, next, it.last, levels ? levels[at] : 0,
			 levels && bidi_joins(code));
	}
}
