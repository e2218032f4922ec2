/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_syntax.h: numbers, strings and names as PDF spells them.
 *
 * After ISO 32000-1, 7.3. Whole arithmetic only, so neither a locale nor a
 * rounding mode can change a byte.
 */
#include "base/len.h"
#include "base/str.h"

/* Thousandths as a decimal number without zeros at its end: 12500 is "12.5". */
void pdf_put_number(StrBuf *out, int64_t thousandths);
/* The same with a space behind it, as operands are written. */
void pdf_put_operand(StrBuf *out, int64_t thousandths);
/* As strbuf_format, which takes twenty times as long; knows %s, %d, %u and %zu. */
void pdf_put(StrBuf *out, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A whole number. */
void pdf_put_integer(StrBuf *out, int64_t value);
/* "12 0 R": an object by its number. */
void pdf_put_reference(StrBuf *out, int number);
/* A code of two bytes, or half a character's worth of UTF-16: four hexadecimal digits. */
void pdf_put_hex(StrBuf *out, unsigned code);
/* A rectangle by two corners, "[left bottom right top]", of a page so high whose y runs downwards. */
void pdf_put_rectangle(StrBuf *out, Len page_height, Len x, Len y, Len width, Len height);
/* A text string (7.9.2.2): PDFDocEncoding when that has all of it, else UTF-16BE with its mark. */
void pdf_put_text(StrBuf *out, const char *utf8);
/* One that is looked up in a tree: what is not ASCII is UTF-16BE in hex, which sorts behind all that is. */
void pdf_put_key(StrBuf *out, const char *utf8);
/* A string of bytes. */
void pdf_put_bytes(StrBuf *out, const void *bytes, size_t length);
/* Text as UTF-16BE in hex, without brackets and mark. */
void pdf_put_utf16(StrBuf *out, const char *utf8, int length);
/* "/Name", what is not a regular character written as #xx. */
void pdf_put_name(StrBuf *out, const char *name);
