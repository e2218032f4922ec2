/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_ink.h: inks as PDF's colour operators.
 *
 * Device RGB for now. An ink's CMYK and the profiles it is converted through
 * come with the output intent; nobody else has to change then.
 */
#include "base/str.h"
#include "model/ink.h"

/* "r g b rg": the colour that areas and letters are filled with. */
void ink_put_fill(StrBuf *out, const Ink *ink);
/* "r g b RG": the colour of lines. */
void ink_put_stroke(StrBuf *out, const Ink *ink);
/* True when both print alike, so that nothing has to be said. */
bool ink_same(const Ink *a, const Ink *b);
