/* SPDX-License-Identifier: MIT */
#include "write/escape.h"

#include <string.h>

/* A sign that would be read as something else, as a reference. */
static const char *escape_of(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\n':
		return "&#10;";
	case '\t':
		return "&#9;";
	default:
		return "&#13;";
	}
}

void escape_put(StrBuf *to, const char *text, bool value)
{
	const char *signs = value ? "&<>\r\"\n\t" : "&<>\r";
	for (;;) {
		size_t plain = strcspn(text, signs);
		strbuf_add_n(to, text, plain);
		text += plain;
		if (*text == '\0')
			return;
		strbuf_add(to, escape_of(*text++));
	}
}
