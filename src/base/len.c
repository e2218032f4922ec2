/* SPDX-License-Identifier: MIT */
#include "base/len.h"

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
