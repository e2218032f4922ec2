/* SPDX-License-Identifier: MIT */
#pragma once
/* locale_parts.h: what the files that know ICU share of a locale. Private to fill/locale*.c. */
#include "fill/locale.h"

#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/ulistformatter.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>

enum { DECIMALS = 7 }; /* none to six, as decimal.h allows */
enum { FEW = 128 };    /* units that nearly every number has room in */

typedef enum Rules { RULES_ORDINAL, RULES_SPELLOUT, RULES_SPELLOUT_ORDINAL, RULES_KINDS } Rules;

/* Each is NULL until it is first used. */
struct Locale {
	const char *language;
	char icu[ULOC_FULLNAME_CAPACITY];
	UNumberFormatter *plain[DECIMALS], *percent[DECIMALS];
	UFormattedNumber *number;
	UNumberFormat *rules[RULES_KINDS];
	const char *variant
	    [RULES_KINDS]; /* which of a language's rules each is set to; "" for its plain ones */
	UListFormatter *list;
	UPluralRules *plural;
	UDateFormat *date;
	UCollator *order;
};

/* UTF-8 to UTF-16; `length` in its units. */
UChar *locale_text16(Arena *a, const char *s, int32_t *length);
/* UTF-16 to UTF-8. */
char *locale_text8(Arena *a, const UChar *s, int32_t length);
/* How many bytes of UTF-8 the first `length` units are. */
int locale_bytes(const UChar *s, int32_t length);
