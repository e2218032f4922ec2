/* SPDX-License-Identifier: MIT */
#include "base/decimal.h"

#include "base/str.h"

#include <inttypes.h>

enum { WHOLE_DIGITS = 12, FRACTION_DIGITS = 6 };

/* Adds the digits at *s to *value, at most `most`; how many there were, or -1 for too many. */
static int digits_read(const char **s, int64_t *value, int most)
{
	int count = 0;
	for (; **s >= '0' && **s <= '9'; ++*s, ++count) {
		if (count == most)
			return -1;
		*value = *value * 10 + (**s - '0');
	}
	return count;
}

bool decimal_read(const char *s, Decimal *out)
{
	bool negative = *s == '-';
	if (negative)
		s++;
	int64_t value = 0;
	if (digits_read(&s, &value, WHOLE_DIGITS) <= 0)
		return false;
	int decimals = 0;
	if (*s == '.') {
		s++;
		decimals = digits_read(&s, &value, FRACTION_DIGITS);
		if (decimals <= 0)
			return false;
	}
	if (*s != '\0')
		return false;
	for (; decimals < FRACTION_DIGITS; decimals++)
		value *= 10;
	*out = negative ? -value : value;
	return true;
}

const char *decimal_text(Arena *a, Decimal value, int decimals)
{
	Decimal cut = DECIMAL_ONE;
	for (int i = 0; i < decimals; i++)
		cut /= 10;
	Decimal size = value < 0 ? -value : value, whole = size / DECIMAL_ONE;
	const char *sign = value < 0 && size >= cut ? "-" : "";
	if (decimals == 0)
		return str_format(a, "%s%" PRId64, sign, whole);
	return str_format(a, "%s%" PRId64 ".%0*" PRId64, sign, whole, decimals,
			  size % DECIMAL_ONE / cut);
}
