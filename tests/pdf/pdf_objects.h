/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_objects.h: what stands in a PDF, read by nothing of ours.
 *
 * qpdf takes the file's streams out of their compression; what it prints is
 * cut into objects here: numbers, names, strings, arrays, dictionaries and
 * references (ISO 32000-1, 7.3). The same words serve a content stream (7.8).
 * Knows nothing of how the file was written.
 */
#include "base/list.h"
#include "base/str.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

typedef enum ValueKind {
	VALUE_NONE, /* the end */
	VALUE_NUMBER,
	VALUE_NAME,
	VALUE_STRING,
	VALUE_ARRAY,
	VALUE_DICT, /* its items are keys and values in turn */
	VALUE_REF,  /* number: of the object */
	VALUE_WORD  /* an operator, "true", "null" … */
} ValueKind;

typedef struct Value Value;
struct Value {
	ValueKind kind;
	double number;
	const char *text; /* NAME, STRING, WORD */
	bool hex;         /* STRING: its text is in hexadecimal digits */
	const Value *items;
	int count;
};

/* Where reading has come to. */
typedef struct Reader {
	Arena *a;
	const char *at, *end;
} Reader;

static inline void pdf_skip(Reader *r)
{
	while (r->at < r->end) {
		if (*r->at == '%')
			while (r->at < r->end && *r->at != '\n')
				r->at++;
		else if (!isspace((unsigned char)*r->at) && *r->at != '\0')
			return;
		else
			r->at++;
	}
}

static inline bool pdf_is_regular(char c)
{
	return c != '\0' && !isspace((unsigned char)c) && !strchr("()<>[]{}/%", c);
}

static inline const char *pdf_regular(Reader *r)
{
	const char *start = r->at;
	while (r->at < r->end && pdf_is_regular(*r->at))
		r->at++;
	return str_copy_n(r->a, start, (size_t)(r->at - start));
}

/* In brackets, which nest; what is escaped stays so: nothing here looks at the words themselves. */
static inline const char *pdf_string(Reader *r)
{
	const char *start = ++r->at;
	for (int depth = 1; r->at < r->end; r->at++) {
		if (*r->at == '\\')
			r->at++;
		else if (*r->at == '(')
			depth++;
		else if (*r->at == ')' && --depth == 0)
			break;
	}
	return str_copy_n(r->a, start, (size_t)(r->at++ - start));
}

static inline const char *pdf_hex(Reader *r)
{
	const char *start = ++r->at;
	while (r->at < r->end && *r->at != '>')
		r->at++;
	return str_copy_n(r->a, start, (size_t)(r->at++ - start));
}

static inline Value pdf_value(Reader *r);

/* Up to `close`. "12 0 R" was read as two numbers and a word before it is known to be a reference. */
static inline Value pdf_items(Reader *r, ValueKind kind, const char *close)
{
	List items = list_new(r->a, sizeof(Value));
	for (pdf_skip(r); r->at < r->end && !str_starts(r->at, close); pdf_skip(r)) {
		Value value = pdf_value(r);
		if (value.kind == VALUE_WORD && str_equal(value.text, "R") && items.count >= 2) {
			items.count--;
			((Value *)list_at(&items, items.count - 1))->kind = VALUE_REF;
		} else {
			*(Value *)list_add(&items) = value;
		}
	}
	r->at += strlen(close);
	return (Value){.kind = kind, .items = items.items, .count = items.count};
}

static inline Value pdf_word(Reader *r)
{
	const char *text = pdf_regular(r);
	char *end;
	double number = strtod(text, &end);
	/* strtod knows "nan" and "inf" too, which are no numbers in a PDF. */
	bool is_number =
	    end != text && *end == '\0' && strspn(text, "+-.0123456789") == strlen(text);
	return (Value){
	    .kind = is_number ? VALUE_NUMBER : VALUE_WORD, .number = number, .text = text};
}

static inline Value pdf_value(Reader *r)
{
	pdf_skip(r);
	if (r->at >= r->end)
		return (Value){0};
	if (*r->at == '/') {
		r->at++;
		return (Value){.kind = VALUE_NAME, .text = pdf_regular(r)};
	}
	if (*r->at == '(')
		return (Value){.kind = VALUE_STRING, .text = pdf_string(r)};
	if (*r->at == '[' || str_starts(r->at, "<<")) {
		bool is_array = *r->at == '[';
		r->at += is_array ? 1 : 2;
		return is_array ? pdf_items(r, VALUE_ARRAY, "]") : pdf_items(r, VALUE_DICT, ">>");
	}
	if (*r->at == '<')
		return (Value){.kind = VALUE_STRING, .text = pdf_hex(r), .hex = true};
	if (!pdf_is_regular(*r->at)) {
		r->at++;
		return (Value){.kind = VALUE_WORD, .text = "?"};
	}
	return pdf_word(r);
}

/* What a dictionary holds under that name, or NULL. */
static inline const Value *value_at(const Value *dict, const char *name)
{
	for (int i = 0; dict && dict->kind == VALUE_DICT && i + 1 < dict->count; i += 2)
		if (str_equal(dict->items[i].text, name))
			return &dict->items[i + 1];
	return NULL;
}

/* The objects of a file */

typedef struct Object {
	int number;
	Value value;
	const char *stream; /* NULL: none */
	size_t length;
} Object;

typedef struct Pdf {
	Arena *a;
	List objects; /* of Object */
	bool
	    backwards; /* it runs from right to left: what is measured on it is turned over first */
} Pdf;

static inline const char *pdf_find(const char *at, const char *end, const char *what)
{
	size_t length = strlen(what);
	for (; at + length <= end; at++) {
		at = memchr(at, what[0], (size_t)(end - at) - length + 1);
		if (!at)
			return NULL;
		if (memcmp(at, what, length) == 0)
			return at;
	}
	return NULL;
}

static inline void pdf_object(Pdf *pdf, Reader *r, int number)
{
	Object *object = list_add(&pdf->objects);
	*object = (Object){.number = number, .value = pdf_value(r)};
	pdf_skip(r);
	if (!str_starts(r->at, "stream"))
		return;
	object->stream = r->at + strlen("stream");
	object->stream += *object->stream == '\r';
	object->stream += *object->stream == '\n';
	const char *end = pdf_find(object->stream, r->end, "\nendstream");
	end = end ? end : r->end;
	object->length = (size_t)(end - object->stream);
	r->at = end;
}

/* From what `qpdf --qdf --object-streams=disable` prints. */
static inline Pdf pdf_read(Arena *a, const char *bytes, size_t length)
{
	Pdf pdf = {a, list_new(a, sizeof(Object)), pdf_find(bytes, bytes + length, "/R2L") != NULL};
	Reader r = {a, bytes, bytes + length};
	Value before[2] = {{0}, {0}};
	for (;;) {
		Value value = pdf_value(&r);
		if (value.kind == VALUE_NONE ||
		    (value.kind == VALUE_WORD && str_equal(value.text, "xref")))
			return pdf;
		if (value.kind == VALUE_WORD && str_equal(value.text, "obj"))
			pdf_object(&pdf, &r, (int)before[0].number);
		before[0] = before[1];
		before[1] = value;
	}
}

static inline const Object *pdf_number(const Pdf *pdf, int number)
{
	for (int i = 0; i < pdf->objects.count; i++) {
		const Object *object = list_at(&pdf->objects, i);
		if (object->number == number)
			return object;
	}
	return NULL;
}

/* The value itself, or that of the object it refers to. */
static inline const Value *pdf_follow(const Pdf *pdf, const Value *value)
{
	const Object *object =
	    value && value->kind == VALUE_REF ? pdf_number(pdf, (int)value->number) : NULL;
	return object ? &object->value : value;
}

/* The first object of that /Type, or NULL. */
static inline const Object *pdf_of_type(const Pdf *pdf, const char *type)
{
	for (int i = 0; i < pdf->objects.count; i++) {
		const Object *object = list_at(&pdf->objects, i);
		const Value *value = value_at(&object->value, "Type");
		if (value && str_equal(value->text, type))
			return object;
	}
	return NULL;
}

static inline const Object *pdf_content(const Pdf *pdf)
{
	const Object *page = pdf_of_type(pdf, "Page");
	const Value *contents = page ? value_at(&page->value, "Contents") : NULL;
	if (contents && contents->kind == VALUE_ARRAY && contents->count == 1)
		contents = &contents->items[0];
	return contents && contents->kind == VALUE_REF ? pdf_number(pdf, (int)contents->number)
						       : NULL;
}

/* What is packed, unpacked (FlateDecode); what is not, as it stands; NULL for what is spoilt. */
static inline const char *pdf_inflated(Arena *a, const Object *object, size_t *length)
{
	*length = object->length;
	if (!value_at(&object->value, "Filter"))
		return object->stream;
	StrBuf out = {.arena = a};
	unsigned char chunk[1 << 14];
	z_stream z = {.next_in = (unsigned char *)object->stream,
		      .avail_in = (unsigned)object->length};
	int status = inflateInit(&z);
	while (status == Z_OK) {
		z.next_out = chunk;
		z.avail_out = sizeof chunk;
		status = inflate(&z, Z_NO_FLUSH);
		strbuf_add_n(&out, (const char *)chunk, sizeof chunk - z.avail_out);
	}
	inflateEnd(&z);
	*length = out.length;
	return status == Z_STREAM_END ? strbuf_text(&out) : NULL;
}

/* All that qpdf prints of the file; NULL when it does not. */
static inline const char *pdf_unpacked(Arena *a, const char *path, size_t *length)
{
	StrBuf out = {.arena = a};
	char chunk[1 << 14];
	FILE *pipe = popen(
	    str_format(a, "qpdf --qdf --object-streams=disable --no-original-object-ids '%s' -",
		       path),
	    "r");
	if (!pipe)
		return NULL;
	for (size_t n; (n = fread(chunk, 1, sizeof chunk, pipe)) > 0;)
		strbuf_add_n(&out, chunk, n);
	*length = out.length;
	return pclose(pipe) == 0 ? strbuf_text(&out) : NULL;
}
