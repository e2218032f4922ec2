/* SPDX-License-Identifier: MIT */
#include "write/pdf_syntax.h"

#include <string.h>

void pdf_put_number(StrBuf *out, int64_t thousandths)
{
	char digits[24];
	int at = sizeof digits;
	int64_t value = thousandths < 0 ? -thousandths : thousandths;
	int fraction = (int)(value % 1000);
	for (int place = 0; place < 3; place++, fraction /= 10)
		if (fraction % 10 != 0 || at < (int)sizeof digits)
			digits[--at] = (char)('0' + fraction % 10);
	if (at < (int)sizeof digits)
		digits[--at] = '.';
	value /= 1000;
	/* A fraction needs no nought before its point, but nought itself does. */
	if (value == 0 && at == (int)sizeof digits)
		digits[--at] = '0';
	for (; value > 0; value /= 10)
		digits[--at] = (char)('0' + value % 10);
	if (thousandths < 0)
		digits[--at] = '-';
	strbuf_add_n(out, digits + at, sizeof digits - (size_t)at);
}

void pdf_put_operand(StrBuf *out, int64_t thousandths)
{
	pdf_put_number(out, thousandths);
	strbuf_add_n(out, " ", 1);
}

void pdf_put_rectangle(StrBuf *out, Len page_height, Len x, Len y, Len width, Len height)
{
	int64_t top = (int64_t)page_height - y;
	strbuf_add(out, "[");
	pdf_put_operand(out, x);
	pdf_put_operand(out, top - height);
	pdf_put_operand(out, (int64_t)x + width);
	pdf_put_number(out, top);
	strbuf_add(out, "]");
}

static bool is_plain(const char *s)
{
	for (; *s != '\0'; s++)
		if (*s < 0x20 || *s > 0x7e)
			return false;
	return true;
}

static void put_bracketed(StrBuf *out, const char *s)
{
	strbuf_add(out, "(");
	for (; *s != '\0'; s++) {
		if (strchr("()\\", *s) != NULL)
			strbuf_add_n(out, "\\", 1);
		strbuf_add_n(out, s, 1);
	}
	strbuf_add(out, ")");
}

static void put_hex4(StrBuf *out, uint32_t unit)
{
	static const char hex[] = "0123456789ABCDEF";
	char digits[4] = {hex[unit >> 12 & 15], hex[unit >> 8 & 15], hex[unit >> 4 & 15],
			  hex[unit & 15]};
	strbuf_add_n(out, digits, sizeof digits);
}

void pdf_put_utf16(StrBuf *out, const char *utf8, int length)
{
	const char *end = utf8 + length;
	while (utf8 < end) {
		uint32_t code = str_next(&utf8);
		if (code > 0xffff) {
			put_hex4(out, 0xd800 + ((code - 0x10000) >> 10));
			code = 0xdc00 + ((code - 0x10000) & 0x3ff);
		}
		put_hex4(out, code);
	}
}

void pdf_put_text(StrBuf *out, const char *utf8)
{
	if (is_plain(utf8)) {
		put_bracketed(out, utf8);
		return;
	}
	strbuf_add(out, "<FEFF");
	pdf_put_utf16(out, utf8, (int)strlen(utf8));
	strbuf_add(out, ">");
}

void pdf_put_name(StrBuf *out, const char *name)
{
	strbuf_add(out, "/");
	for (; *name != '\0'; name++) {
		if (*name > 0x20 && *name < 0x7f && strchr("()<>[]{}/%#", *name) == NULL)
			strbuf_add_n(out, name, 1);
		else
			strbuf_format(out, "#%02X", (unsigned char)*name);
	}
}
