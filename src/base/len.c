/* SPDX-License-Identifier: MIT */
#include "base/len.h"

#include "base/str.h"

#include <stdlib.h>

__extension__ typedef __int128 Wide;

static Len scale_wide(Len len, int64_t num, int64_t den)
{
	Wide product = (Wide)len * num;
	Wide half = den / 2;
	Wide scaled = (product < 0 ? product - half : product + half) / den;
	return (Len)(scaled > LEN_MAX ? LEN_MAX : scaled < -LEN_MAX ? -LEN_MAX : scaled);
}

Len len_scale(Len len, int64_t num, int64_t den)
{
	/* Nearly always there is room in 64 bits, where dividing is much quicker. */
	const int64_t small = INT64_C(1) << 31;
	if (num >= small || num <= -small || den >= small)
		return scale_wide(len, num, den);
	int64_t product = len * num, half = den / 2;
	int64_t scaled = (product < 0 ? product - half : product + half) / den;
	return (Len)(scaled > LEN_MAX ? LEN_MAX : scaled < -LEN_MAX ? -LEN_MAX : scaled);
}

const char *len_in_mm(Arena *a, Len len)
{
	Len tenths = abs(len_scale(len, 254, 72000));
	if (tenths == 0 && len != 0)
		tenths = 1;
	return str_format(a, "%s%d.%d mm", len < 0 ? "-" : "", tenths / 10, tenths % 10);
}
