/* SPDX-License-Identifier: MIT */
#include "text/breaks_letters.h"

#include <unicode/uchar.h>

bool letter_is(uint32_t code)
{
	return (U_MASK(u_charType((UChar32)code)) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

uint32_t letter_lower(uint32_t code)
{
	return (uint32_t)u_tolower((UChar32)code);
}
