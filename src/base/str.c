/* SPDX-License-Identifier: MIT */
#include "base/str.h"

#include "base/diag.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { CODE_WRONG = 0xFFFD };

char *str_copy(Arena *a, const char *s)
{
	return str_copy_n(a, s, strlen(s));
}

char *str_copy_n(Arena *a, const char *s, size_t length)
{
	char *copy = arena_room(a, length + 1);
	memcpy(copy, s, length);
	copy[length] = '\0';
	return copy;
}

static int text_length(const char *format, va_list arguments)
{
	int length = vsnprintf(NULL, 0, format, arguments);
	if (length < 0)
		die("a text cannot be put together: %s", format);
	return length;
}

char *str_format(Arena *a, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	size_t room = (size_t)text_length(format, arguments) + 1;
	va_end(arguments);
	char *text = arena_room(a, room);
	va_start(arguments, format);
	vsnprintf(text, room, format, arguments);
	va_end(arguments);
	return text;
}

bool str_equal(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

bool str_starts(const char *s, const char *prefix)
{
	return strncmp(s, prefix, strlen(prefix)) == 0;
}

bool str_is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

char *str_fold(Arena *a, const char *s)
{
	char *folded = arena_room(a, strlen(s) + 1);
	char *to = folded;
	for (; *s; s++) {
		if (!str_is_space(*s))
			*to++ = *s;
		else if (to > folded && to[-1] != ' ')
			*to++ = ' ';
	}
	if (to > folded && to[-1] == ' ')
		to--;
	*to = '\0';
	return folded;
}

const char *str_shown(Arena *a, const char *s)
{
	enum { SHOWN_MOST = 60 };
	const char *end = s;
	for (int i = 0; i < SHOWN_MOST && *end; i++)
		str_next(&end);
	return *end ? str_format(a, "%.*s…", (int)(end - s), s) : s;
}

/* How many bytes a character takes that begins with `first`; 0: none begins so. */
static int utf8_length(unsigned char first)
{
	if (first < 0x80)
		return 1;
	if (first >= 0xC2 && first <= 0xDF)
		return 2;
	if (first >= 0xE0 && first <= 0xEF)
		return 3;
	return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

/* The character in the `room` bytes at `s` and in *length how many it takes; CODE_WRONG and 1 when
 * they are no UTF-8. The ranges are those of Unicode's table 3-7. */
static uint32_t utf8_read(const unsigned char *s, size_t room, int *length)
{
	static const unsigned char lead_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	int bytes = utf8_length(s[0]);
	*length = 1;
	if (bytes == 0 || (size_t)bytes > room)
		return CODE_WRONG;
	uint32_t code = s[0] & lead_bits[bytes];
	for (int i = 1; i < bytes; i++) {
		if ((s[i] & 0xC0) != 0x80)
			return CODE_WRONG;
		code = code << 6 | (s[i] & 0x3Fu);
	}
	if (code < least[bytes] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
		return CODE_WRONG;
	*length = bytes;
	return code;
}

uint32_t str_next(const char **s)
{
	if (**s == '\0')
		return 0;
	int length;
	uint32_t code = utf8_read((const unsigned char *)*s, strnlen(*s, 4), &length);
	*s += length;
	return code;
}

int str_put(char *to, uint32_t code)
{
	if (code < 0x80) {
		to[0] = (char)code;
		return 1;
	}
	int length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
	for (int i = length - 1; i > 0; i--, code >>= 6)
		to[i] = (char)(0x80 | (code & 0x3F));
	to[0] = (char)(lead[length] | code);
	return length;
}

bool str_is_utf8(const char *s, size_t length)
{
	const unsigned char *at = (const unsigned char *)s, *end = at + length;
	while (at < end) {
		int step;
		uint32_t code = utf8_read(at, (size_t)(end - at), &step);
		/* A replacement character may well stand in the text: then it took three bytes. */
		if (code == 0 || (code == CODE_WRONG && step == 1))
			return false;
		at += step;
	}
	return true;
}

/* Mostly a buffer is the last thing in its arena while it is being filled. */
static void strbuf_grow(StrBuf *buf, size_t more)
{
	enum { ROOM_LEAST = 48 };
	size_t room = (buf->length + more + 1) * 2;
	if (room < ROOM_LEAST)
		room = ROOM_LEAST;
	if (!buf->text || !arena_extend(buf->arena, buf->text, buf->room, room)) {
		char *text = arena_room(buf->arena, room);
		if (buf->length > 0)
			memcpy(text, buf->text, buf->length);
		text[buf->length] = '\0';
		buf->text = text;
	}
	buf->room = room;
}

static bool has_room(const StrBuf *buf, size_t more)
{
	return buf->text && more < buf->room - buf->length;
}

void strbuf_add(StrBuf *buf, const char *s)
{
	strbuf_add_n(buf, s, strlen(s));
}

void strbuf_add_n(StrBuf *buf, const char *s, size_t length)
{
	if (!has_room(buf, length))
		strbuf_grow(buf, length);
	char *to = buf->text + buf->length;
	if (length == 1)
		*to = *s;
	else
		memcpy(to, s, length);
	to[length] = '\0';
	buf->length += length;
}

void strbuf_format(StrBuf *buf, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	size_t length = (size_t)text_length(format, arguments);
	va_end(arguments);
	if (!has_room(buf, length))
		strbuf_grow(buf, length);
	va_start(arguments, format);
	vsnprintf(buf->text + buf->length, length + 1, format, arguments);
	va_end(arguments);
	buf->length += length;
}

const char *strbuf_text(const StrBuf *buf)
{
	return buf->text ? buf->text : "";
}

const char *str_clean(Arena *a, const char *s)
{
	if (str_is_utf8(s, strlen(s)))
		return s;
	StrBuf clean = {.arena = a};
	while (*s) {
		char character[4];
		int length = str_put(character, str_next(&s));
		strbuf_add_n(&clean, character, (size_t)length);
	}
	return strbuf_text(&clean);
}
