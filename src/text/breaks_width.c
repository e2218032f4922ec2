/* SPDX-License-Identifier: MIT */
#include "text/breaks_width.h"

#include <unicode/uchar.h>

bool width_is_wide(uint32_t code)
{
	int32_t width = u_getIntPropertyValue((UChar32)code, UCHAR_EAST_ASIAN_WIDTH);
	return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

bool width_is_ambiguous(uint32_t code)
{
	return u_ispunct((UChar32)code) &&
	       u_getIntPropertyValue((UChar32)code, UCHAR_EAST_ASIAN_WIDTH) == U_EA_AMBIGUOUS;
}

bool width_is_attached(uint32_t code)
{
	return (U_GET_GC_MASK((UChar32)code) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0;
}
