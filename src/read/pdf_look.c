/* SPDX-License-Identifier: MIT */
#include "read/pdf_parts.h"

#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

typedef struct Look {
	const PdfLibrary *qpdf;
	qpdf_data pdf;
	PdfFound *found;
	int seen[PDF_ATTACHMENTS]; /* numbers of the objects that were taken already */
	int seen_count;
	int nodes; /* of the tree of names, so far */
	bool tangled;
} Look;

void *pdf_found_room(PdfFound *found, size_t size)
{
	enum { ALIGNMENT = 16 };
	size_t used = (found->used + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	if (used > found->room || size > found->room - used) {
		found->full = true;
		return NULL;
	}
	found->used = used + size;
	return (char *)found + used;
}

Bytes pdf_found_keep(PdfFound *found, const void *bytes, size_t length)
{
	unsigned char *at = pdf_found_room(found, length + 1);
	if (at && length > 0)
		memcpy(at, bytes, length);
	return (Bytes){at, at ? length : 0};
}

void pdf_found_tell(PdfFound *found, DiagLevel level, const char *hint, const char *format, ...)
{
	if (found->told_count == PDF_TOLD_MOST)
		return;
	PdfTold *told = &found->told[found->told_count++];
	told->level = level;
	told->hint = hint;
	va_list args;
	va_start(args, format);
	vsnprintf(told->message, sizeof told->message, format, args);
	va_end(args);
}

static qpdf_oh key_of(const Look *l, qpdf_oh dictionary, const char *name)
{
	return l->qpdf->key(l->pdf, dictionary, name);
}

static Bytes string_keep(const Look *l, qpdf_oh string)
{
	size_t length = 0;
	if (!l->qpdf->is_string(l->pdf, string))
		return (Bytes){0};
	const char *at = l->qpdf->string(l->pdf, string, &length);
	return pdf_found_keep(l->found, at, length);
}

/* NULL when there is no name, or one that is no text. */
static const char *name_keep(const Look *l, qpdf_oh spec)
{
	static const char *const keys[] = {"/UF", "/F"};
	for (int i = 0; i < 2; i++) {
		qpdf_oh string = key_of(l, spec, keys[i]);
		size_t length = 0;
		if (!l->qpdf->is_string(l->pdf, string))
			continue;
		const char *at = l->qpdf->text(l->pdf, string, &length);
		if (length > 0 && str_is_utf8(at, length))
			return (const char *)pdf_found_keep(l->found, at, length).at;
	}
	return NULL;
}

static const char *relationship_keep(const Look *l, qpdf_oh spec)
{
	qpdf_oh name = key_of(l, spec, "/AFRelationship");
	const char *text = l->qpdf->is_name(l->pdf, name) ? l->qpdf->name(l->pdf, name) : "";
	text += *text == '/';
	size_t length = strlen(text);
	Bytes kept = pdf_found_keep(l->found, text, str_is_utf8(text, length) ? length : 0);
	return kept.at ? (const char *)kept.at : "";
}

/* How a stream is packed: "" not at all, "/FlateDecode", or what is not read here. */
static const char *packing_of(const Look *l, qpdf_oh dictionary)
{
	qpdf_oh filter = key_of(l, dictionary, "/Filter");
	qpdf_oh how = key_of(l, dictionary, "/DecodeParms");
	if (l->qpdf->is_null(l->pdf, filter))
		return "";
	if (l->qpdf->is_array(l->pdf, filter)) {
		int filters = l->qpdf->length(l->pdf, filter);
		if (filters == 0)
			return "";
		if (filters > 1)
			return "several ways at once";
		filter = l->qpdf->item(l->pdf, filter, 0);
		if (l->qpdf->is_array(l->pdf, how))
			how = l->qpdf->item(l->pdf, how, 0);
	}
	if (!l->qpdf->is_name(l->pdf, filter))
		return "no known way";
	return l->qpdf->is_null(l->pdf, how) ? l->qpdf->name(l->pdf, filter)
					     : "a way with parameters";
}

static const char anew[] = "get the PDF anew from whoever published it";

static void unpacked_tell(const Look *l, const char *name, bool over, size_t most)
{
	if (over && most < PDF_ATTACHMENT_LIMIT)
		l->found->full = true;
	else if (over)
		pdf_found_tell(l->found, DIAG_ERROR,
			       "a small file that unpacks to a huge one is made to do harm",
			       "the attachment \"%.200s\" has more than %d MB when it is unpacked",
			       name, PDF_ATTACHMENT_LIMIT >> 20);
	else
		pdf_found_tell(
		    l->found, DIAG_ERROR, anew,
		    "the attachment \"%.200s\" cannot be unpacked: its bytes are damaged", name);
}

/* Unpacks into the room that is left, and takes what it needs of it. */
static Bytes inflated_keep(const Look *l, Bytes packed, const char *name)
{
	enum { EDGE = 32 }; /* for the NUL, and for where it is aligned to */
	PdfFound *found = l->found;
	size_t used = found->used, left = found->room - used;
	size_t most = left > EDGE ? left - EDGE : 0;
	if (most > PDF_ATTACHMENT_LIMIT)
		most = PDF_ATTACHMENT_LIMIT;
	unsigned char *at = pdf_found_room(found, most + 1);
	z_stream z = {.next_in = (unsigned char *)(uintptr_t)packed.at,
		      .avail_in = (uInt)packed.length,
		      .next_out = at,
		      .avail_out = (uInt)most};
	if (!at || inflateInit(&z) != Z_OK)
		return (Bytes){0};
	int status = inflate(&z, Z_FINISH);
	size_t length = z.total_out;
	inflateEnd(&z);
	found->used = used;
	if (status != Z_STREAM_END) {
		unpacked_tell(l, name, z.avail_out == 0, most);
		return (Bytes){0};
	}
	pdf_found_room(found, length + 1);
	at[length] = '\0';
	return (Bytes){at, length};
}

/* The packed bytes. Free them. */
static Bytes packed_read(const Look *l, qpdf_oh stream)
{
	unsigned char *at = NULL;
	size_t length = 0;
	QPDF_ERROR_CODE code =
	    l->qpdf->stream_data(l->pdf, stream, qpdf_dl_none, NULL, &at, &length);
	if (code & QPDF_ERRORS) {
		l->qpdf->error(l->pdf);
		free(at);
		return (Bytes){0};
	}
	/* No bytes may have no place either. */
	return (Bytes){at ? at : calloc(1, 1), at ? length : 0};
}

static Bytes unpacked_keep(const Look *l, Bytes packed, const char *packing, const char *name)
{
	if (strcmp(packing, "/FlateDecode") == 0)
		return inflated_keep(l, packed, name);
	if (*packing)
		pdf_found_tell(l->found, DIAG_ERROR,
			       "unpack it with: qpdf --stream-data=uncompress OLD NEW",
			       "the attachment \"%.200s\" is packed in a way that is not read: %s",
			       name, packing);
	else if (packed.length > PDF_ATTACHMENT_LIMIT)
		pdf_found_tell(l->found, DIAG_ERROR, NULL,
			       "the attachment \"%.200s\" has more than %d MB", name,
			       PDF_ATTACHMENT_LIMIT >> 20);
	else
		return pdf_found_keep(l->found, packed.at, packed.length);
	return (Bytes){0};
}

static Bytes stream_keep(const Look *l, qpdf_oh stream, const char *name)
{
	char packing[64];
	Bytes packed = {0}, bytes = {0};
	if (l->qpdf->is_stream(l->pdf, stream)) {
		snprintf(packing, sizeof packing, "%s",
			 packing_of(l, l->qpdf->stream_dictionary(l->pdf, stream)));
		packed = packed_read(l, stream);
	}
	if (packed.at)
		bytes = unpacked_keep(l, packed, packing, name);
	else
		pdf_found_tell(l->found, DIAG_ERROR, anew,
			       "the attachment \"%.200s\" has no bytes that can be read", name);
	free((void *)(uintptr_t)packed.at);
	return bytes;
}

static bool was_seen(Look *l, qpdf_oh spec)
{
	int number = l->qpdf->number(l->pdf, spec);
	for (int i = 0; i < l->seen_count; i++)
		if (number != 0 && l->seen[i] == number)
			return true;
	if (l->seen_count < PDF_ATTACHMENTS)
		l->seen[l->seen_count++] = number;
	return false;
}

static void spec_take(Look *l, qpdf_oh spec)
{
	PdfFound *found = l->found;
	if (!l->qpdf->is_dictionary(l->pdf, spec) || was_seen(l, spec))
		return;
	if (found->count == PDF_ATTACHMENTS) {
		l->tangled = true;
		return;
	}
	PdfAttachment attachment = {.name = name_keep(l, spec)};
	if (!attachment.name) {
		pdf_found_tell(found, DIAG_WARNING, NULL,
			       "an attachment has no name, or none that can be read, and is left "
			       "out");
		return;
	}
	qpdf_oh files = key_of(l, spec, "/EF"), stream = key_of(l, files, "/UF");
	if (l->qpdf->is_null(l->pdf, stream))
		stream = key_of(l, files, "/F");
	attachment.relationship = relationship_keep(l, spec);
	attachment.bytes = stream_keep(l, stream, attachment.name);
	if (l->qpdf->is_stream(l->pdf, stream)) {
		qpdf_oh dictionary = l->qpdf->stream_dictionary(l->pdf, stream);
		attachment.checksum =
		    string_keep(l, key_of(l, key_of(l, dictionary, "/Params"), "/CheckSum"));
	}
	found->attachments[found->count++] = attachment;
}

/* ISO 32000-1, 7.9.6. What leads in circles ends somewhere. */
static void tree_walk(Look *l, qpdf_oh node, int depth)
{
	enum { DEPTH_MOST = 32, NODES_MOST = 4 * PDF_ATTACHMENTS };
	if (depth > DEPTH_MOST || ++l->nodes > NODES_MOST || l->tangled) {
		l->tangled = true;
		return;
	}
	qpdf_oh names = key_of(l, node, "/Names"), kids = key_of(l, node, "/Kids");
	int pairs = l->qpdf->is_array(l->pdf, names) ? l->qpdf->length(l->pdf, names) / 2 : 0;
	for (int i = 0; i < pairs && !l->tangled; i++)
		spec_take(l, l->qpdf->item(l->pdf, names, 2 * i + 1));
	int nodes = l->qpdf->is_array(l->pdf, kids) ? l->qpdf->length(l->pdf, kids) : 0;
	for (int i = 0; i < nodes && !l->tangled; i++)
		tree_walk(l, l->qpdf->item(l->pdf, kids, i), depth + 1);
}

/* Those of the tree of names, then those that only the document's own list has. */
static void attachments_find(Look *l)
{
	qpdf_oh root = l->qpdf->root(l->pdf);
	tree_walk(l, key_of(l, key_of(l, root, "/Names"), "/EmbeddedFiles"), 0);
	qpdf_oh list = key_of(l, root, "/AF");
	int count = l->qpdf->is_array(l->pdf, list) ? l->qpdf->length(l->pdf, list) : 0;
	for (int i = 0; i < count && !l->tangled; i++)
		spec_take(l, l->qpdf->item(l->pdf, list, i));
	if (l->tangled)
		pdf_found_tell(
		    l->found, DIAG_ERROR, NULL,
		    "this PDF has more than %d attachments, or its list of them leads in "
		    "circles",
		    PDF_ATTACHMENTS);
}

static void id_find(const Look *l)
{
	qpdf_oh id = key_of(l, l->qpdf->trailer(l->pdf), "/ID");
	int count = l->qpdf->is_array(l->pdf, id) ? l->qpdf->length(l->pdf, id) : 0;
	for (int i = 0; i < count && i < 2; i++)
		l->found->id[i] = string_keep(l, l->qpdf->item(l->pdf, id, i));
}

static void failure_tell(const Look *l)
{
	qpdf_error error = l->qpdf->error(l->pdf);
	if (error && l->qpdf->error_code(l->pdf, error) == qpdf_e_password)
		pdf_found_tell(l->found, DIAG_ERROR,
			       "take the password off with: qpdf --decrypt --password=… OLD NEW",
			       "this PDF is encrypted and asks for a password");
	else
		pdf_found_tell(l->found, DIAG_ERROR, "get it anew from whoever published it",
			       "this PDF is damaged and cannot be read: %.300s",
			       error ? l->qpdf->error_detail(l->pdf, error) : "no reason given");
}

/* What stands in the library's warnings is for those who know the inside of PDFs: the first will do. */
static void repairs_tell(const Look *l)
{
	if (!l->qpdf->more_warnings(l->pdf))
		return;
	qpdf_error warning = l->qpdf->next_warning(l->pdf);
	pdf_found_tell(l->found, DIAG_WARNING,
		       "it was changed or cut short after it was made; get it anew if you can",
		       "this PDF is damaged, and was repaired to be read: %.300s",
		       l->qpdf->error_detail(l->pdf, warning));
}

void pdf_look(const PdfLibrary *library, Bytes file, PdfFound *found)
{
	Look look = {.qpdf = library, .pdf = library->init(), .found = found};
	library->silence_errors(look.pdf);
	library->suppress_warnings(look.pdf, QPDF_TRUE);
	QPDF_ERROR_CODE code =
	    library->read_memory(look.pdf, "this PDF", (const char *)file.at, file.length, NULL);
	if (code & QPDF_ERRORS) {
		failure_tell(&look);
		return;
	}
	found->read = true;
	id_find(&look);
	attachments_find(&look);
	repairs_tell(&look);
	if (found->full)
		pdf_found_tell(found, DIAG_ERROR, NULL,
			       "what is attached to this PDF has more than %d MB in all",
			       PDF_ATTACHED_LIMIT >> 20);
}
