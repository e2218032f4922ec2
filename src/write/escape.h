/* SPDX-License-Identifier: MIT */
#pragma once
/* escape.h: text as XML writes it (XML 1.0, 2.4 and 3.3.3), so that it is read as it was. */
#include "base/str.h"

/* Adds the text; `value`: inside the quotation marks of an attribute. */
void escape_put(StrBuf *to, const char *text, bool value);
