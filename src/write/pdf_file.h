/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_file.h: the objects of one PDF file.
 *
 * libharu keeps the objects, their numbers, the page tree and the
 * cross-reference table. What stands inside an object is written by us: each
 * is a dictionary whose inside is text put together here, so nothing of its
 * spelling (numbers, strings, order) is left to the library's release. The
 * file's bytes are gathered in an arena.
 *
 * An object may be named by its number before its inside is known. The first
 * trouble libharu reports is kept and told by pdf_save; until then everything
 * goes on.
 */
#include "base/cache.h"
#include "base/str.h"
#include "write/pdf_deflate.h"

/* Its number is fixed, its inside grows until the file is saved. */
typedef struct PdfObject {
	int number;
	StrBuf inside; /* what stands between << and >> */
	Bytes stream;  /* at NULL: it has none; as it goes to the file, /Length is ours too */
	void *out;     /* libharu's stream, while it is being written */
	struct PdfObject *before; /* the one made before it */
} PdfObject;

typedef struct PdfFile PdfFile;

/* A file without a page. Dies without memory. The cache may be NULL. */
PdfFile *pdf_open(Arena *a, Cache *cache);
/* Gives back what libharu and libdeflate hold; what is in the arena stays. */
void pdf_close(PdfFile *file);

Arena *pdf_arena(PdfFile *file);

/* What other files have, too: what is kept under that key, copied to the file's arena; at NULL: nothing. */
Bytes pdf_kept(PdfFile *file, const void *key, size_t key_length);
void pdf_keep(PdfFile *file, const void *key, size_t key_length, Bytes bytes);

PdfObject *pdf_object(PdfFile *file);
/* Makes an object a stream, deflated with little effort, or plain. */
void pdf_stream_deflated(PdfFile *file, PdfObject *object, const void *bytes, size_t length);
/* The same in two steps: what was deflated may serve in other files, too. */
Bytes pdf_deflated(PdfFile *file, const void *bytes, size_t length, Effort effort);
void pdf_stream_pressed(PdfObject *object, Bytes deflated);
void pdf_stream_plain(PdfObject *object, const void *bytes, size_t length);

/* The inside of dictionaries that libharu has made. The page is the only one; its /Type, /Parent
 * and /Contents are written by libharu. */
StrBuf *pdf_catalog(PdfFile *file);
StrBuf *pdf_info(PdfFile *file);
StrBuf *pdf_trailer(PdfFile *file);
StrBuf *pdf_page(PdfFile *file);
int pdf_page_number(const PdfFile *file);
/* The page's content stream; once. */
void pdf_page_content(PdfFile *file, const void *bytes, size_t length);

/* The file's bytes in `a`, at NULL when libharu refused: `*trouble` is its first error number then. */
Bytes pdf_save(PdfFile *file, Arena *a, unsigned long *trouble);
