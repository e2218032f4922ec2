/* SPDX-License-Identifier: MIT */
/*
 * How own text gets into libharu's dictionaries: a dictionary calls its
 * write_fn before it closes with ">>" and its after_write_fn behind that, so
 * the one writes the inside and the other the stream. Both are given the
 * dictionary, whose attr is ours to use but for the page's; the stream that
 * libharu writes to has our file as its attr, so the page finds its inside
 * that way.
 */
#include "write/pdf_file.h"

#include "write/pdf_syntax.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>
#include <string.h>

/* libharu's error for it, whose name is spelled differently from release to release. */
enum { NO_MEMORY = 0x1015 };

struct PdfFile {
	Arena *arena;
	Cache *cache;
	HPDF_Doc doc;
	HPDF_Page page;
	Deflater *deflater;
	HPDF_STATUS trouble; /* the first */
	PdfObject catalog, info, trailer, page_object;
	PdfObject *last;
	size_t content_length; /* deflated */
	StrBuf bytes;
};

/* Later errors hide the first one (libharu's own code becomes "invalid document"). */
static void trouble_keep(PdfFile *file, HPDF_STATUS status)
{
	if (status == HPDF_OK)
		status = file->doc->error.error_no;
	if (file->trouble == HPDF_OK)
		file->trouble = status;
	if (status == NO_MEMORY)
		die("libharu has no memory left");
}

static HPDF_STATUS out_write(HPDF_Stream stream, const PdfObject *object)
{
	const char *inside = strbuf_text(&object->inside);
	return HPDF_Stream_Write(stream, (const HPDF_BYTE *)inside,
				 (HPDF_UINT)object->inside.length);
}

static HPDF_STATUS inside_write(HPDF_Dict dict, HPDF_Stream stream)
{
	PdfObject *object = dict->attr;
	object->out = stream;
	return out_write(stream, object);
}

static HPDF_STATUS stream_write(HPDF_Dict dict)
{
	const PdfObject *object = dict->attr;
	HPDF_STATUS status = HPDF_OK;
	if (object->stream.at == NULL)
		return status;
	status = HPDF_Stream_WriteStr(object->out, "\nstream\n");
	if (status == HPDF_OK)
		status = HPDF_Stream_Write(object->out, object->stream.at,
					   (HPDF_UINT)object->stream.length);
	if (status == HPDF_OK)
		status = HPDF_Stream_WriteStr(object->out, "\nendstream");
	return status;
}

/* The page's attr belongs to libharu. */
static HPDF_STATUS page_write(HPDF_Dict dict, HPDF_Stream stream)
{
	(void)dict;
	const PdfFile *file = stream->attr;
	return out_write(stream, &file->page_object);
}

static HPDF_STATUS contents_write(HPDF_Dict dict, HPDF_Stream stream)
{
	(void)dict;
	return HPDF_Stream_WriteStr(stream, "/Filter/FlateDecode");
}

static HPDF_STATUS bytes_write(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT length)
{
	PdfFile *file = stream->attr;
	strbuf_add_n(&file->bytes, (const char *)bytes, length);
	return HPDF_OK;
}

static void object_bind(PdfFile *file, PdfObject *object, HPDF_Dict dict)
{
	object->inside.arena = file->arena;
	object->number = (int)(dict->header.obj_id & 0xffffff);
	dict->attr = object;
	dict->write_fn = inside_write;
	dict->after_write_fn = stream_write;
}

static void page_open(PdfFile *file)
{
	file->page = HPDF_AddPage(file->doc);
	if (file->page == NULL)
		die("libharu cannot make a page: error 0x%04lx", file->doc->error.error_no);
	/* Its idea of A4 is a fraction too small, and /ProcSet is obsolete. */
	HPDF_Dict_RemoveElement(file->page, "MediaBox");
	HPDF_Dict_RemoveElement(file->page, "Resources");
	file->page_object.inside.arena = file->arena;
	file->page_object.number = (int)(file->page->header.obj_id & 0xffffff);
	file->page->write_fn = page_write;
}

PdfFile *pdf_open(Arena *a, Cache *cache)
{
	PdfFile *file = ARENA_NEW(a, PdfFile);
	file->arena = a;
	file->cache = cache;
	file->deflater = deflater_open(a);
	file->doc = HPDF_New(NULL, NULL);
	if (file->doc == NULL)
		die("no memory for a PDF");
	file->doc->pdf_version = HPDF_VER_17;
	/* It holds the library's release, which need not be in the file. */
	HPDF_Dict_RemoveElement(file->doc->info, "Producer");
	object_bind(file, &file->catalog, file->doc->catalog);
	object_bind(file, &file->info, file->doc->info);
	object_bind(file, &file->trailer, file->doc->trailer);
	page_open(file);
	return file;
}

void pdf_close(PdfFile *file)
{
	deflater_close(file->deflater);
	HPDF_Free(file->doc);
}

Arena *pdf_arena(PdfFile *file)
{
	return file->arena;
}

Bytes pdf_kept(PdfFile *file, const void *key, size_t key_length)
{
	Kept kept = cache_find(file->cache, key, key_length);
	if (kept.at == NULL)
		return (Bytes){0};
	return (Bytes){memcpy(arena_alloc(file->arena, kept.length), kept.at, kept.length),
		       kept.length};
}

void pdf_keep(PdfFile *file, const void *key, size_t key_length, Bytes bytes)
{
	cache_keep(file->cache, key, key_length, bytes.at, bytes.length);
}

PdfObject *pdf_object(PdfFile *file)
{
	PdfObject *object = ARENA_NEW(file->arena, PdfObject);
	HPDF_Dict dict = HPDF_Dict_New(file->doc->mmgr);
	HPDF_STATUS status = HPDF_Xref_Add(file->doc->xref, dict);
	trouble_keep(file, status);
	object->inside.arena = file->arena;
	object->before = file->last;
	file->last = object;
	/* A refused dictionary is already given back. */
	if (status == HPDF_OK)
		object_bind(file, object, dict);
	return object;
}

Bytes pdf_deflated(PdfFile *file, const void *bytes, size_t length, Effort effort)
{
	return deflater_press(file->deflater, file->arena, (Bytes){bytes, length}, effort);
}

void pdf_stream_deflated(PdfFile *file, PdfObject *object, const void *bytes, size_t length)
{
	pdf_stream_pressed(object, pdf_deflated(file, bytes, length, EFFORT_LITTLE));
}

void pdf_stream_pressed(PdfObject *object, Bytes bytes)
{
	object->stream = bytes;
	pdf_put(&object->inside, "/Filter/FlateDecode/Length %zu", bytes.length);
}

void pdf_stream_plain(PdfObject *object, const void *bytes, size_t length)
{
	object->stream = (Bytes){bytes, length};
	pdf_put(&object->inside, "/Length %zu", length);
}

StrBuf *pdf_catalog(PdfFile *file)
{
	return &file->catalog.inside;
}

StrBuf *pdf_info(PdfFile *file)
{
	return &file->info.inside;
}

StrBuf *pdf_trailer(PdfFile *file)
{
	return &file->trailer.inside;
}

StrBuf *pdf_page(PdfFile *file)
{
	return &file->page_object.inside;
}

int pdf_page_number(const PdfFile *file)
{
	return file->page_object.number;
}

void pdf_page_content(PdfFile *file, const void *bytes, size_t length)
{
	HPDF_Dict contents = ((HPDF_PageAttr)file->page->attr)->contents;
	Bytes small = pdf_deflated(file, bytes, length, EFFORT_LITTLE);
	contents->write_fn = contents_write;
	file->content_length = small.length;
	trouble_keep(file, HPDF_Stream_Write(contents->stream, small.at, (HPDF_UINT)small.length));
}

/* About how long the file will be, rather more than less: then its bytes are moved only once. */
static size_t length_guess(const PdfFile *file)
{
	enum { REST = 4096, OBJECT = 96 };
	size_t length = REST + file->content_length + file->page_object.inside.length +
			file->catalog.inside.length + file->info.inside.length;
	for (const PdfObject *object = file->last; object; object = object->before)
		length += OBJECT + object->inside.length + object->stream.length;
	return length;
}

Bytes pdf_save(PdfFile *file, Arena *a, unsigned long *trouble)
{
	HPDF_Doc doc = file->doc;
	size_t room = length_guess(file);
	file->bytes = (StrBuf){.arena = a, .text = arena_alloc(a, room), .room = room};
	HPDF_Stream out = HPDF_CallbackWriter_New(doc->mmgr, bytes_write, file);
	trouble_keep(file, HPDF_Dict_Add(doc->trailer, "Root", doc->catalog));
	trouble_keep(file, HPDF_Dict_Add(doc->trailer, "Info", doc->info));
	/* Four bytes above 127 tell programs that copy files that this is not text. */
	trouble_keep(file, HPDF_Stream_WriteStr(out, "%PDF-1.7\n%\267\276\255\252\n"));
	trouble_keep(file, HPDF_Xref_WriteToStream(doc->xref, out, NULL));
	HPDF_Stream_Free(out);
	*trouble = file->trouble;
	if (file->trouble != HPDF_OK)
		return (Bytes){NULL, 0};
	return (Bytes){(const unsigned char *)strbuf_text(&file->bytes), file->bytes.length};
}
