/* SPDX-License-Identifier: MIT */
#include "model/ink.h"

void ink_tint_rgb(const unsigned char rgb[3], int percent, unsigned char tint[3])
{
	enum { WHITE = 255 };
	for (int i = 0; i < 3; i++)
		tint[i] = (unsigned char)(WHITE - (WHITE - rgb[i]) * percent / 100);
}
