/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * locale.h: how a language writes numbers, ordinals, lists and dates, through ICU.
 *
 * The only file that knows ICU's formatters. Each is opened when first used and
 * kept until locale_close. Takes decimals as the data writes them, so nothing is
 * lost in a float. What ICU does not know of a language it says as its root
 * does, whatever the environment; words for numbers it then has none.
 */
#include "base/arena.h"
#include "base/decimal.h"

typedef struct Locale Locale;

/* `language` of the words, `conventions` for ICU ("en-GB"; may equal language). Latin digits
 * always. */
Locale *locale_open(Arena *a, const char *language, const char *conventions);
void locale_close(Locale *locale);
/* Gives back what ICU keeps for itself. Afterwards no locale and no breaks may be open. */
void locales_end(void);

/* A number put into words; `point` is the bytes before its decimal mark (or the end of its digits),
 * `digits_end` the bytes up to the end of its last digit. text NULL: ICU cannot say it. */
typedef struct Said {
	const char *text;
	int point;
	int digits_end;
	bool letters; /* what follows the digits is letters and nothing else, as in "98th" */
} Said;

/* "5,909"; keeps the decimals that `value` writes. */
Said locale_number(Arena *a, Locale *locale, const char *value);
/* "31%", "14.2 %": as many decimals as `value` writes. */
Said locale_percent(Arena *a, Locale *locale, const char *value);
/* "98th"; "twenty-five"; "twenty-fifth". Whole numbers only. `variant` is the gender and case in which a language
 * says them, as CLDR's rules name it: "feminine", "masculine-genitive"; a word that lasts as long as the locale.
 * NULL: its plain rules, or where all have genders the masculine ones. */
Said locale_ordinal(Arena *a, Locale *locale, const char *variant, const char *value);
Said locale_spellout(Arena *a, Locale *locale, const char *variant, const char *value);
Said locale_spellout_ordinal(Arena *a, Locale *locale, const char *variant, const char *value);
/* The variants that the language has: "masculine, feminine"; "" when it has none. */
const char *locale_ordinal_variants(Arena *a, Locale *locale);
const char *locale_spellout_variants(Arena *a, Locale *locale);
const char *locale_spellout_ordinal_variants(Arena *a, Locale *locale);
/* "26 September 2024" from "2024-09-26"; NULL when that is no date. */
const char *locale_date(Arena *a, Locale *locale, const char *value);
/* The pieces between the items of a list: `between[i]` stands after item i, NULL after the
 * last ("A", ", ", "B", " and ", "C"); what stands before the first and after the last in
 * `before` and `after`, "" nearly everywhere. It asks for the items because some languages choose
 * their "and" by the word that follows (Spanish "y", "e"). */
typedef struct ListJoin {
	const char *before, *after;
	const char *const *between;
} ListJoin;
ListJoin locale_list(Arena *a, Locale *locale, const char *const *items, int count);
/* CLDR's plural category of a number ("one", "other" …). */
const char *locale_plural(Locale *locale, const char *value);
/* The language of the words: BCP 47. */
const char *locale_language(const Locale *locale);
/* Whether its script runs from right to left. */
bool locale_is_backwards(const Locale *locale);
