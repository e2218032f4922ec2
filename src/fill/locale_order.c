/* SPDX-License-Identifier: MIT */
#include "fill/locale_order.h"

#include "base/diag.h"
#include "fill/locale_parts.h"

#include <unicode/ucol.h>

static UCollator *order_open(Locale *locale)
{
	UErrorCode status = U_ZERO_ERROR;
	if (!locale->order)
		locale->order = ucol_open(locale->icu, &status);
	if (U_FAILURE(status))
		die("ICU has no order of words: %s", u_errorName(status));
	return locale->order;
}

const char *locale_order_key(Arena *a, Locale *locale, const char *words)
{
	UCollator *order = order_open(locale);
	int32_t length;
	const UChar *text = locale_text16(a, words, &length);
	int32_t room = ucol_getSortKey(order, text, length, NULL, 0);
	uint8_t *key = ARENA_ARRAY(a, room + 1, uint8_t);
	ucol_getSortKey(order, text, length, key, room);
	return (const char *)key;
}
