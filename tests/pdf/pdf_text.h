/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_text.h: the words of a string in a PDF, as UTF-8 (ISO 32000-1, 7.3.4 and 7.9.2.2).
 *
 * Either UTF-16 with its mark in front, or PDFDocEncoding (annex D.3).
 */
#include "pdf/pdf_objects.h"

static inline int hex_of(char c)
{
	return isdigit((unsigned char)c) ? c - '0' : tolower((unsigned char)c) - 'a' + 10;
}

/* The byte that a backslash and what follows stand for; -1: none, at the end of a line. */
static inline int escaped_byte(const char **s)
{
	static const char letters[] = "nrtbf", bytes[] = "\n\r\t\b\f";
	char c = *(*s)++;
	if (c >= '0' && c <= '7') {
		int byte = c - '0';
		for (int i = 0; i < 2 && **s >= '0' && **s <= '7'; i++)
			byte = 8 * byte + *(*s)++ - '0';
		return byte & 255;
	}
	if (c == '\n')
		return -1;
	const char *letter = strchr(letters, c);
	return letter ? bytes[letter - letters] : (unsigned char)c;
}

static inline List string_bytes(Arena *a, const Value *string)
{
	List bytes = list_new(a, 1);
	const char *s = string->text;
	while (string->hex && isxdigit((unsigned char)s[0])) {
		int low = isxdigit((unsigned char)s[1]) ? hex_of(s[1]) : 0;
		*(unsigned char *)list_add(&bytes) = (unsigned char)(16 * hex_of(s[0]) + low);
		s += s[1] ? 2 : 1;
	}
	while (!string->hex && *s) {
		int byte = *s == '\\' ? (s++, escaped_byte(&s)) : (unsigned char)*s++;
		if (byte >= 0)
			*(unsigned char *)list_add(&bytes) = (unsigned char)byte;
	}
	return bytes;
}

/* What a byte of PDFDocEncoding stands for: Latin-1, but for the controls of that. */
static inline uint32_t doc_code(unsigned char byte)
{
	static const char *const specials = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž";
	const char *s = specials;
	if (byte == 0xa0)
		return 0x20ac;
	if (byte < 0x80 || byte > 0xa0)
		return byte;
	for (int i = 0x80; i < byte && *s; i++)
		str_next(&s);
	return *s ? str_next(&s) : 0xfffd;
}

static inline const char *doc_text(Arena *a, const List *bytes)
{
	StrBuf out = {.arena = a};
	for (int i = 0; i < bytes->count; i++) {
		char utf8[4];
		uint32_t code = doc_code(((const unsigned char *)bytes->items)[i]);
		strbuf_add_n(&out, utf8, (size_t)str_put(utf8, code));
	}
	return strbuf_text(&out);
}

/* NULL for what is no string. */
static inline const char *pdf_text(Arena *a, const Value *string)
{
	if (!string || string->kind != VALUE_STRING)
		return NULL;
	List bytes = string_bytes(a, string);
	const unsigned char *b = bytes.items;
	StrBuf out = {.arena = a};
	if (bytes.count < 2 || b[0] != 0xfe || b[1] != 0xff)
		return doc_text(a, &bytes);
	for (int i = 2; i + 1 < bytes.count; i += 2) {
		uint32_t unit = (uint32_t)(b[i] << 8 | b[i + 1]);
		if (unit >= 0xd800 && unit < 0xdc00 && i + 3 < bytes.count) {
			uint32_t low = (uint32_t)(b[i + 2] << 8 | b[i + 3]);
			unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
			i += 2;
		}
		char utf8[4];
		strbuf_add_n(&out, utf8, (size_t)str_put(utf8, unit));
	}
	return strbuf_text(&out);
}
