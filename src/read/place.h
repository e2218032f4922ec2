/* SPDX-License-Identifier: MIT */
#pragma once
/* place.h: counting lines and columns inside a text whose beginning is known. */
#include "model/node.h"

#include <string.h>

/* The place of `at` in `text`, when `text` itself stands at `place`. */
static inline Place place_after(Place place, const char *text, const char *at)
{
	for (; text < at; text++) {
		if (*text == '\n') {
			place.line++;
			place.column = 1;
		} else if (((unsigned char)*text & 0xc0) != 0x80) {
			place.column++;
		}
	}
	return place;
}

/* The place of the first character of a text node that is not white space. */
static inline Place place_of_word(const Node *text)
{
	return place_after(text->place, text->text, text->text + strspn(text->text, " \t\r\n"));
}
