/* SPDX-License-Identifier: MIT */
/*
 * Ordinals and words for numbers, by ICU's rule-based formats (CLDR's RBNF data).
 *
 * A language has several sets of rules of a kind: "%spellout-ordinal-feminine",
 * "%spellout-cardinal-masculine-genitive". Their names begin alike; the rest is what a
 * layout calls the variant.
 */
#include "base/str.h"
#include "fill/locale_parts.h"

#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

enum { NAMES_MOST = 8192, NAME_MOST = 64 };

static const char *const stems[] = {"%digits-ordinal", "%spellout-cardinal", "%spellout-ordinal"};

/* The names of a language's sets, with semicolons between them; false when it has none. */
static bool rulesets_list(const UNumberFormat *format, UChar *names)
{
	UErrorCode status = U_ZERO_ERROR;
	unum_getTextAttribute(format, UNUM_PUBLIC_RULESETS, names, NAMES_MOST, &status);
	return U_SUCCESS(status) && status != U_STRING_NOT_TERMINATED_WARNING;
}

/* True when `name` is one of the sets in `names`. */
static bool ruleset_among(const UChar *names, const UChar *name)
{
	int32_t length = u_strlen(name);
	for (const UChar *at = names; (at = u_strstr(at, name)); at += length)
		if ((at == names || at[-1] == ';') && (at[length] == ';' || !at[length]))
			return true;
	return false;
}

static bool ruleset_take(UNumberFormat *format, const UChar *names, Rules kind, const char *ending)
{
	UErrorCode status = U_ZERO_ERROR;
	char name8[NAME_MOST];
	UChar name[NAME_MOST];
	int length =
	    snprintf(name8, sizeof name8, "%s%s%s", stems[kind], *ending ? "-" : "", ending);
	if (length >= NAME_MOST)
		return false;
	u_uastrcpy(name, name8);
	if (!ruleset_among(names, name))
		return false;
	unum_setTextAttribute(format, UNUM_DEFAULT_RULESET, name, -1, &status);
	return U_SUCCESS(status);
}

/* Chooses among a language's rules: the gendered ones by the masculine; for digits before the
 * plain ones, which are a bare full stop in some languages that have better. A language without any stays
 * with ICU's own choice. */
static void choose_plain(UNumberFormat *format, const UChar *names, Rules kind)
{
	static const char *const endings[] = {"", "masculine", "feminine", ""};
	int first = kind == RULES_ORDINAL ? 1 : 0;
	for (int i = first; i < first + 3; i++)
		if (ruleset_take(format, names, kind, endings[i]))
			return;
}

/* False when the language has no such rules. */
static bool choose_ruleset(UNumberFormat *format, Rules kind, const char *variant)
{
	UChar names[NAMES_MOST];
	bool listed = rulesets_list(format, names);
	if (*variant)
		return listed && ruleset_take(format, names, kind, variant);
	if (listed)
		choose_plain(format, names, kind);
	return true;
}

static UNumberFormat *rules_open(Locale *locale, Rules kind)
{
	if (locale->rules[kind])
		return locale->rules[kind];
	UErrorCode status = U_ZERO_ERROR;
	UNumberFormatStyle style = kind == RULES_ORDINAL ? UNUM_ORDINAL : UNUM_SPELLOUT;
	UNumberFormat *format = unum_open(style, NULL, 0, locale->icu, NULL, &status);
	locale->rules[kind] = U_SUCCESS(status) ? format : NULL;
	locale->variant[kind] = NULL;
	return locale->rules[kind];
}

/* Set to the variant; opening costs milliseconds, changing the set next to nothing. */
static UNumberFormat *rules_of(Locale *locale, Rules kind, const char *variant)
{
	const char *wanted = variant ? variant : "";
	UNumberFormat *format = rules_open(locale, kind);
	if (!format || str_equal(locale->variant[kind], wanted))
		return format;
	locale->variant[kind] = NULL;
	if (!choose_ruleset(format, kind, wanted))
		return NULL;
	locale->variant[kind] = wanted;
	return format;
}

/* Where the last digit ends, 0 without one; whether letters follow it, and nothing else. */
static int32_t after_digits(const UChar *text, int32_t length, bool *letters)
{
	int32_t end = 0;
	bool any = false, other = false;
	for (int32_t i = 0; i < length;) {
		UChar32 c = text[i++];
		if (u_isdigit(c)) {
			end = i;
			any = other = false;
		} else if (u_isalpha(c)) {
			any = true;
		} else {
			other = true;
		}
	}
	*letters = end > 0 && any && !other;
	return end;
}

static Said say_by_rules(Arena *a, Locale *locale, Rules kind, const char *variant,
			 const char *value)
{
	Decimal number;
	UNumberFormat *format = rules_of(locale, kind, variant);
	if (!format || !decimal_read(value, &number) || number % DECIMAL_ONE)
		return (Said){0};
	UErrorCode status = U_ZERO_ERROR;
	int64_t whole = number / DECIMAL_ONE;
	UChar few[FEW], *text = few;
	int32_t length = unum_formatInt64(format, whole, text, FEW, NULL, &status);
	if (status == U_BUFFER_OVERFLOW_ERROR) {
		status = U_ZERO_ERROR;
		text = ARENA_ARRAY(a, length + 1, UChar);
		length = unum_formatInt64(format, whole, text, length + 1, NULL, &status);
	}
	if (U_FAILURE(status))
		return (Said){0};
	Said said = {.text = locale_text8(a, text, length)};
	int32_t end = after_digits(text, length, &said.letters);
	said.digits_end = said.point = locale_bytes(text, end);
	return said;
}

/* A language without words for numbers gets digits from ICU: that is no spelling. */
static Said spelled(Said said)
{
	return said.text && strpbrk(said.text, "0123456789") ? (Said){0} : said;
}

Said locale_ordinal(Arena *a, Locale *locale, const char *variant, const char *value)
{
	return say_by_rules(a, locale, RULES_ORDINAL, variant, value);
}

Said locale_spellout(Arena *a, Locale *locale, const char *variant, const char *value)
{
	return spelled(say_by_rules(a, locale, RULES_SPELLOUT, variant, value));
}

Said locale_spellout_ordinal(Arena *a, Locale *locale, const char *variant, const char *value)
{
	return spelled(say_by_rules(a, locale, RULES_SPELLOUT_ORDINAL, variant, value));
}

static const char *variants_of(Arena *a, Locale *locale, Rules kind)
{
	UChar names[NAMES_MOST], stem[NAME_MOST];
	UNumberFormat *format = rules_open(locale, kind);
	StrBuf list = {.arena = a};
	if (!format || !rulesets_list(format, names))
		return "";
	int32_t length = (int32_t)strlen(stems[kind]);
	u_uastrcpy(stem, stems[kind]);
	for (const UChar *at = names; (at = u_strstr(at, stem)); at += length) {
		if (at[length] != '-')
			continue;
		int32_t end = length + 1;
		while (at[end] && at[end] != ';')
			end++;
		strbuf_format(&list, "%s%s", list.length ? ", " : "",
			      locale_text8(a, at + length + 1, end - length - 1));
	}
	return strbuf_text(&list);
}

const char *locale_ordinal_variants(Arena *a, Locale *locale)
{
	return variants_of(a, locale, RULES_ORDINAL);
}

const char *locale_spellout_variants(Arena *a, Locale *locale)
{
	return variants_of(a, locale, RULES_SPELLOUT);
}

const char *locale_spellout_ordinal_variants(Arena *a, Locale *locale)
{
	return variants_of(a, locale, RULES_SPELLOUT_ORDINAL);
}
