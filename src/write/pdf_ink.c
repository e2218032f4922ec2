/* SPDX-License-Identifier: MIT */
#include "write/pdf_ink.h"

#include "write/pdf_syntax.h"

#include <string.h>

static void put_rgb(StrBuf *out, const Ink *ink, const char *operator)
{
	for (int i = 0; i < 3; i++)
		pdf_put_operand(out, (ink->rgb[i] * 1000 + 127) / 255);
	strbuf_add(out, operator);
}

void ink_put_fill(StrBuf *out, const Ink *ink)
{
	put_rgb(out, ink, "rg\n");
}

void ink_put_stroke(StrBuf *out, const Ink *ink)
{
	put_rgb(out, ink, "RG\n");
}

bool ink_same(const Ink *a, const Ink *b)
{
	return a == b || (a != NULL && b != NULL && memcmp(a->rgb, b->rgb, sizeof a->rgb) == 0);
}
