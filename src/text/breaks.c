/* SPDX-License-Identifier: MIT */
#include "text/breaks.h"

#include "base/diag.h"

#include <string.h>

#include <unicode/putil.h>
#include <unicode/ubrk.h>
#include <unicode/uloc.h>
#include <unicode/utext.h>

struct Breaks {
	UBreakIterator *iterator;
};

/* Whether the language is mostly written with ideographs or kana. */
static bool is_ideographic(const char *locale)
{
	UErrorCode status = U_ZERO_ERROR;
	char full[ULOC_FULLNAME_CAPACITY], script[ULOC_SCRIPT_CAPACITY] = "";
	uloc_addLikelySubtags(locale, full, sizeof full, &status);
	uloc_getScript(full, script, sizeof script, &status);
	return U_SUCCESS(status) && (strncmp(script, "Han", 3) == 0 || strcmp(script, "Jpan") == 0);
}

Breaks *breaks_open(Arena *a, const char *language)
{
	/* ICU would else look into the environment for a folder of data (ICU_DATA). */
	u_setDataDirectory("");
	UErrorCode status = U_ZERO_ERROR;
	char locale[ULOC_FULLNAME_CAPACITY];
	int length =
	    uloc_forLanguageTag(language ? language : "und", locale, sizeof locale, NULL, &status);
	/* Never NULL: that would be the locale of whoever runs the program. */
	bool named = U_SUCCESS(status) && length > 0 && length < (int)sizeof locale;
	/* No small kana and no sign of sound begins a line (Unicode UAX #14, class CJ; JLREQ 3.1.7). */
	if (named && is_ideographic(locale))
		uloc_setKeywordValue("lb", "strict", locale, sizeof locale, &status);
	Breaks *breaks = ARENA_NEW(a, Breaks);
	status = U_ZERO_ERROR;
	breaks->iterator = ubrk_open(UBRK_LINE, named ? locale : "root", NULL, 0, &status);
	if (U_FAILURE(status))
		die("ICU has no line breaking: %s", u_errorName(status));
	return breaks;
}

void breaks_close(Breaks *breaks)
{
	if (breaks)
		ubrk_close(breaks->iterator);
}

static bool is_alnum(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* In words of ASCII's letters and digits, and in whole numbers and shares, lines end behind spaces only: that is so
 * in every language (UAX #14, LB7, LB18, LB23, LB25, LB28). */
static bool is_simple(const char *text, int length)
{
	for (int i = 0; i < length; i++) {
		bool behind = i > 0 && is_digit(text[i - 1]);
		bool inside = behind && i + 1 < length && is_digit(text[i + 1]);
		bool ends = i + 1 == length || text[i + 1] == ' ';
		bool simple = is_alnum(text[i]) || text[i] == ' ' ||
			      ((text[i] == '.' || text[i] == ',') && inside) ||
			      (text[i] == '%' && behind && ends);
		if (!simple)
			return false;
	}
	return true;
}

const bool *breaks_find(Arena *a, Breaks *breaks, const char *text, int length)
{
	bool *may = ARENA_ARRAY(a, (size_t)length + 1, bool);
	if (is_simple(text, length)) {
		for (int i = 1; i <= length; i++)
			may[i] = i == length || (text[i - 1] == ' ' && text[i] != ' ');
		return may;
	}
	UErrorCode status = U_ZERO_ERROR;
	UText utf8 = UTEXT_INITIALIZER;
	utext_openUTF8(&utf8, text, length, &status);
	ubrk_setUText(breaks->iterator, &utf8, &status);
	if (U_FAILURE(status))
		die("ICU breaks no lines: %s", u_errorName(status));
	for (int at = ubrk_next(breaks->iterator); at != UBRK_DONE;
	     at = ubrk_next(breaks->iterator))
		may[at] = true;
	utext_close(&utf8);
	return may;
}
