/* SPDX-License-Identifier: MIT */
#include "text/breaks_letters.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>

bool letter_is(uint32_t code)
{
	return (U_MASK(u_charType((UChar32)code)) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

uint32_t letter_lower(uint32_t code)
{
	return (uint32_t)u_tolower((UChar32)code);
}

bool letter_encoding(const char *name, uint32_t codes[LETTER_CODES])
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *converter = ucnv_open(name, &status);
	bool known = U_SUCCESS(status) && ucnv_getMaxCharSize(converter) == 1;
	for (int byte = 0; known && byte < LETTER_CODES; byte++) {
		char source = (char)byte;
		UChar units[2] = {0, 0};
		status = U_ZERO_ERROR;
		ucnv_toUChars(converter, units, 2, &source, 1, &status);
		codes[byte] = U_SUCCESS(status) && units[0] != 0xfffd ? units[0] : 0;
	}
	ucnv_close(converter);
	return known;
}
