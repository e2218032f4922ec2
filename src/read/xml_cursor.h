/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * xml_cursor.h: a finger that follows the parser through the file.
 *
 * libxml2 tells the column where a tag ends, and only sometimes. The cursor
 * walks over the same bytes, one step an event, and so knows where each tag,
 * attribute and piece of text begins. Everything before an event is known to be
 * well-formed, so it need not check, only skip. Columns count code points.
 */
#include "base/diag.h"

#include <stddef.h>

typedef struct Cursor {
	const char *file;
	const char *at, *end;
	int line, column;
	bool in_cdata;
} Cursor;

/* At the first byte of the file, or behind its byte order mark. */
Cursor cursor_begin(const char *file, const unsigned char *bytes, size_t length);
Place cursor_place(const Cursor *c);
void cursor_step(Cursor *c, size_t bytes);
bool cursor_sees(const Cursor *c, const char *word);
void cursor_skip_space(Cursor *c);
/* To the next tag: past text, comments, CDATA and processing instructions. */
void cursor_to_tag(Cursor *c);
/* To the next character of text: past comments and the rest. */
void cursor_to_text(Cursor *c);
/* Behind the name that stands here. */
void cursor_over_name(Cursor *c);
/* Behind '="value"', spaces allowed around the sign; the place of the value's first character. */
Place cursor_over_value(Cursor *c);
/* Behind the tag that stands here: a ">" in the value of an attribute does not end it. */
void cursor_over_tag(Cursor *c);
/* Behind the reference ("&amp;") that stands here. */
void cursor_over_reference(Cursor *c);
/* Behind `length` bytes of text, as the parser gave them: with line feeds only. */
void cursor_over_text(Cursor *c, const char *text, size_t length);
