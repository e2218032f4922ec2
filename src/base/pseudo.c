/* SPDX-License-Identifier: MIT */
#include "base/pseudo.h"

#include "base/str.h"

#include <string.h>

static const char longer[] = "x-long", backwards[] = "x-rtl";

const char *const pseudo_languages[] = {longer, backwards, NULL};

bool pseudo_is(const char *language)
{
	return str_equal(language, longer) || str_equal(language, backwards);
}

bool pseudo_is_backwards(const char *language)
{
	return str_equal(language, backwards);
}

/* Letters of every second syllable come twice, each with another accent: some two fifths more in English. */
static const struct {
	char plain;
	const char *accented;
} letters[] = {
    {'a', "\u00e1\u00e0"}, {'e', "\u00e9\u00ea"}, {'i', "\u00ed\u00ec"}, {'o', "\u00f6\u00f3"},
    {'u', "\u00fc\u00fa"}, {'y', "\u00fd"},       {'A', "\u00c5"},       {'E', "\u00c9"},
    {'I', "\u00ce"},       {'O', "\u00d6"},       {'U', "\u00dc"},       {'c', "\u00e7"},
    {'n', "\u00f1"},       {'s', "\u0161"},       {'z', "\u017e"},       {'t', "tt"},
};

static const char *accented(char plain)
{
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (letters[i].plain == plain)
			return letters[i].accented;
	return NULL;
}

const char *pseudo_say(Arena *a, const char *language, const char *text, int *depth)
{
	StrBuf out = {.arena = a};
	bool lengthens = str_equal(language, longer);
	for (const char *s = text; *s; s++) {
		bool word = *depth % 2 == 0;
		const char *other = word && lengthens ? accented(*s) : NULL;
		if (other)
			strbuf_add(&out, other);
		else
			strbuf_add_n(&out, s, 1);
		*depth += (*s == '{') - (*s == '}' && *depth > 0);
	}
	return strbuf_text(&out);
}

/* U+202E makes letters run from right to left until U+202C (Unicode UAX #9, 2.2). */
const char *pseudo_before(const char *language)
{
	return pseudo_is_backwards(language) ? "\u202e" : "";
}

const char *pseudo_behind(const char *language)
{
	return pseudo_is_backwards(language) ? "\u202c" : "";
}
