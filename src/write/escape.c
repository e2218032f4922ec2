/* SPDX-License-Identifier: MIT */
#include "write/escape.h"

#include <string.h>

/* A sign that would be read as something else, as a reference; NULL: it stands for itself. */
static const char *escape_of(char c, bool value)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '\r':
		return "&#13;";
	case '"':
		return value ? "&quot;" : NULL;
	case '\n':
		return value ? "&#10;" : NULL;
	case '\t':
		return value ? "&#9;" : NULL;
	default:
		return NULL;
	}
}

void escape_put(StrBuf *to, const char *text, bool value)
{
	for (; *text; text++) {
		const char *escape = escape_of(*text, value);
		strbuf_add_n(to, escape ? escape : text, escape ? strlen(escape) : 1);
	}
}
