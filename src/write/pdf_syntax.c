/* SPDX-License-Identifier: MIT */
#include "write/pdf_syntax.h"

#include "base/diag.h"

#include <stdarg.h>
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

void pdf_put_integer(StrBuf *out, int64_t value)
{
	char digits[24];
	int at = sizeof digits;
	uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
	do
		digits[--at] = (char)('0' + left % 10);
	while ((left /= 10) > 0);
	if (value < 0)
		digits[--at] = '-';
	strbuf_add_n(out, digits + at, sizeof digits - (size_t)at);
}

void pdf_put_reference(StrBuf *out, int number)
{
	pdf_put_integer(out, number);
	strbuf_add_n(out, " 0 R", 4);
}

/* Puts an argument as what follows the sign % asks; what stands behind that. */
static const char *put_argument(StrBuf *out, const char *format, va_list *arguments)
{
	switch (*format) {
	case 's':
		strbuf_add(out, va_arg(*arguments, const char *));
		return format + 1;
	case 'd':
		pdf_put_integer(out, va_arg(*arguments, int));
		return format + 1;
	case 'u':
		pdf_put_integer(out, va_arg(*arguments, unsigned));
		return format + 1;
	case 'z':
		pdf_put_integer(out, (int64_t)va_arg(*arguments, size_t));
		return format + 2;
	default:
		die("\"%s\" is not known here", format);
	}
}

void pdf_put(StrBuf *out, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	for (const char *sign; (sign = strchr(format, '%')) != NULL;) {
		strbuf_add_n(out, format, (size_t)(sign - format));
		format = put_argument(out, sign + 1, &arguments);
	}
	strbuf_add(out, format);
	va_end(arguments);
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

/* Bytes 0x80 to 0xa0 of PDFDocEncoding (ISO 32000-1, annex D.2); from 0xa1 on it is Latin-1. */
static const uint16_t doc_specials[] = {
    0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039, 0x203a, 0x2212,
    0x2030, 0x201e, 0x201c, 0x201d, 0x2018, 0x2019, 0x201a, 0x2122, 0xfb01, 0xfb02, 0x0141,
    0x0152, 0x0160, 0x0178, 0x017d, 0x0131, 0x0142, 0x0153, 0x0161, 0x017e, 0,      0x20ac};

enum { DOC_SPECIALS = sizeof doc_specials / sizeof *doc_specials, DOC_FIRST = 0x80 };

/* The byte of PDFDocEncoding; 0 when it has none, or one that lines would be ended by. */
static unsigned char doc_byte(uint32_t code)
{
	if ((code >= 0x20 && code <= 0x7e) || (code > 0xa0 && code <= 0xff && code != 0xad))
		return (unsigned char)code;
	for (int i = 0; i < DOC_SPECIALS; i++)
		if (code != 0 && doc_specials[i] == code)
			return (unsigned char)(DOC_FIRST + i);
	return 0;
}

/* How many of the bytes at the beginning are printed ASCII. */
static size_t plain_length(const char *s)
{
	size_t length = 0;
	while (s[length] >= 0x20 && s[length] <= 0x7e)
		length++;
	return length;
}

static bool has_doc_bytes(const char *s)
{
	for (s += plain_length(s); *s != '\0'; s += plain_length(s))
		if (doc_byte(str_next(&s)) == 0)
			return false;
	return true;
}

static bool is_plain(const char *s)
{
	return s[plain_length(s)] == '\0';
}

/* Brackets and a backslash would mean something inside of brackets, and a carriage return would be read as a line feed. */
static void put_byte(StrBuf *out, unsigned char byte)
{
	const char c = (char)byte;
	if (c == '\r') {
		strbuf_add(out, "\\r");
		return;
	}
	if (c == '(' || c == ')' || c == '\\')
		strbuf_add_n(out, "\\", 1);
	strbuf_add_n(out, &c, 1);
}

void pdf_put_bytes(StrBuf *out, const void *bytes, size_t length)
{
	strbuf_add(out, "(");
	for (size_t i = 0; i < length; i++)
		put_byte(out, ((const unsigned char *)bytes)[i]);
	strbuf_add(out, ")");
}

static void put_doc(StrBuf *out, const char *s)
{
	strbuf_add(out, "(");
	while (*s != '\0') {
		size_t same = strcspn(s, "()\\"), plain = plain_length(s);
		same = same < plain ? same : plain;
		strbuf_add_n(out, s, same);
		s += same;
		if (*s != '\0')
			put_byte(out, doc_byte(str_next(&s)));
	}
	strbuf_add(out, ")");
}

static void put_unit(StrBuf *out, uint32_t unit)
{
	put_byte(out, (unsigned char)(unit >> 8));
	put_byte(out, (unsigned char)(unit & 0xff));
}

static void put_wide(StrBuf *out, const char *s)
{
	strbuf_add(out, "(");
	put_unit(out, 0xfeff);
	while (*s != '\0') {
		uint32_t code = str_next(&s);
		if (code > 0xffff) {
			put_unit(out, 0xd800 + ((code - 0x10000) >> 10));
			code = 0xdc00 + ((code - 0x10000) & 0x3ff);
		}
		put_unit(out, code);
	}
	strbuf_add(out, ")");
}

void pdf_put_hex(StrBuf *out, unsigned code)
{
	static const char hex[] = "0123456789ABCDEF";
	char digits[4] = {hex[code >> 12 & 15], hex[code >> 8 & 15], hex[code >> 4 & 15],
			  hex[code & 15]};
	strbuf_add_n(out, digits, sizeof digits);
}

void pdf_put_utf16(StrBuf *out, const char *utf8, int length)
{
	const char *end = utf8 + length;
	while (utf8 < end) {
		uint32_t code = str_next(&utf8);
		if (code > 0xffff) {
			pdf_put_hex(out, 0xd800 + ((code - 0x10000) >> 10));
			code = 0xdc00 + ((code - 0x10000) & 0x3ff);
		}
		pdf_put_hex(out, code);
	}
}

void pdf_put_text(StrBuf *out, const char *utf8)
{
	if (has_doc_bytes(utf8))
		put_doc(out, utf8);
	else
		put_wide(out, utf8);
}

void pdf_put_key(StrBuf *out, const char *utf8)
{
	if (is_plain(utf8)) {
		put_doc(out, utf8);
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
