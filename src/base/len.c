/* SPDX-License-Identifier: MIT */
#include "base/len.h"

__extension__ typedef __int128 Wide;

Len len_scale(Len len, int64_t num, int64_t den)
{
	Wide product = (Wide)len * num;
	Wide half = den / 2;
	Wide scaled = (product < 0 ? product - half : product + half) / den;
	return (Len)(scaled > LEN_MAX ? LEN_MAX : scaled < -LEN_MAX ? -LEN_MAX : scaled);
}
