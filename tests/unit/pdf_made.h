/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_made.h: small PDFs with attachments, made object by object, so that each part may be wrong.
 *
 * Object 1 is the catalog, 2 and 3 are a page; an attachment is a file specification and a stream
 * behind it. Whoever wants something else in the catalog sets `catalog`.
 */
#include "base/digest.h"
#include "base/file.h"
#include "base/str.h"

#include <string.h>
#include <zlib.h>

enum { MADE_OBJECTS = 200 };

typedef struct PdfMade {
	Arena *a;
	StrBuf objects; /* all but the first */
	size_t at[MADE_OBJECTS];
	int count;           /* the number of the last object */
	StrBuf names;        /* of the tree of names */
	StrBuf list;         /* of /AF */
	const char *catalog; /* NULL: both of them */
	const char *id;      /* NULL: none */
} PdfMade;

static const char made_head[] = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";

static inline int made_object(PdfMade *m, const char *body, Bytes stream)
{
	m->at[++m->count] = m->objects.length;
	strbuf_format(&m->objects, "%d 0 obj\n%s", m->count, body);
	if (stream.at) {
		strbuf_add(&m->objects, "\nstream\n");
		strbuf_add_n(&m->objects, (const char *)stream.at, stream.length);
		strbuf_add(&m->objects, "\nendstream");
	}
	strbuf_add(&m->objects, "\nendobj\n");
	return m->count;
}

static inline PdfMade made_begin(Arena *a)
{
	PdfMade m = {.a = a,
		     .objects = {.arena = a},
		     .count = 1,
		     .names = {.arena = a},
		     .list = {.arena = a}};
	made_object(&m, "<</Type/Pages/Kids[3 0 R]/Count 1>>", (Bytes){0});
	made_object(&m, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>", (Bytes){0});
	return m;
}

static inline Bytes made_text(const char *text)
{
	return (Bytes){(const unsigned char *)text, strlen(text)};
}

static inline Bytes made_packed(Arena *a, Bytes bytes)
{
	uLongf length = compressBound(bytes.length);
	unsigned char *at = arena_alloc(a, length);
	compress(at, &length, bytes.at, bytes.length);
	return (Bytes){at, length};
}

/* A stream with what is said of it. */
static inline int made_stream(PdfMade *m, const char *said, Bytes stream)
{
	return made_object(
	    m, str_format(m->a, "<</Type/EmbeddedFile%s/Length %zu>>", said, stream.length),
	    stream);
}

static inline int made_spec(PdfMade *m, const char *name, const char *relationship, int stream)
{
	int spec = made_object(m,
			       str_format(m->a,
					  "<</Type/Filespec/F(%s)/UF(%s)/AFRelationship/%s"
					  "/EF<</F %d 0 R/UF %d 0 R>>>>",
					  name, name, relationship, stream, stream),
			       (Bytes){0});
	strbuf_format(&m->names, "(%s) %d 0 R ", name, spec);
	strbuf_format(&m->list, "%d 0 R ", spec);
	return spec;
}

static inline void made_attach(PdfMade *m, const char *name, const char *relationship, Bytes bytes)
{
	int stream = made_stream(m, "/Filter/FlateDecode", made_packed(m->a, bytes));
	made_spec(m, name, relationship, stream);
}

static inline void made_identify(PdfMade *m, const Digest *one, const Digest *two)
{
	enum { DIGITS = 32 };
	m->id = str_format(m->a, "[<%.*s><%.*s>]", DIGITS, digest_text(m->a, one), DIGITS,
			   digest_text(m->a, two));
}

/* The bytes of the whole. */
static inline Bytes made_end(PdfMade *m)
{
	StrBuf pdf = {.arena = m->a};
	strbuf_add(&pdf, made_head);
	const char *usual = str_format(m->a, "/Names<</EmbeddedFiles<</Names[%s]>>>>/AF[%s]",
				       strbuf_text(&m->names), strbuf_text(&m->list));
	strbuf_format(&pdf, "1 0 obj\n<</Type/Catalog/Pages 2 0 R%s>>\nendobj\n",
		      m->catalog ? m->catalog : usual);
	size_t base = pdf.length;
	strbuf_add_n(&pdf, m->objects.text, m->objects.length);
	size_t table = pdf.length;
	strbuf_format(&pdf, "xref\n0 %d\n0000000000 65535 f \n%010zu 00000 n \n", m->count + 1,
		      strlen(made_head));
	for (int i = 2; i <= m->count; i++)
		strbuf_format(&pdf, "%010zu 00000 n \n", base + m->at[i]);
	strbuf_format(&pdf, "trailer\n<</Size %d/Root 1 0 R%s%s>>\nstartxref\n%zu\n%%%%EOF\n",
		      m->count + 1, m->id ? "/ID" : "", m->id ? m->id : "", table);
	return (Bytes){(const unsigned char *)pdf.text, pdf.length};
}
