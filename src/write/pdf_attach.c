/* SPDX-License-Identifier: MIT */
#include "write/pdf_attach.h"

#include "write/pdf_syntax.h"

#include <string.h>

/* What the cache keeps of a file, under its digest. */
typedef struct Pressed {
	unsigned char checksum[CHECKSUM_LENGTH];
	Bytes bytes; /* deflated; in the cache they stand behind the checksum */
} Pressed;

typedef struct PressedKey {
	char what[8];
	Digest digest;
} PressedKey;

static Pressed pressed_find(PdfFile *file, const Attachment *a, Cache *cache)
{
	const PressedKey key = {"deflate", a->digest};
	Kept kept = cache_find(cache, &key, sizeof key);
	Pressed pressed;
	if (kept.at == NULL) {
		digest_checksum(a->bytes.at, a->bytes.length, pressed.checksum);
		pressed.bytes = pdf_deflated(file, a->bytes.at, a->bytes.length);
		StrBuf whole = {.arena = pdf_arena(file)};
		strbuf_add_n(&whole, (const char *)pressed.checksum, CHECKSUM_LENGTH);
		strbuf_add_n(&whole, (const char *)pressed.bytes.at, pressed.bytes.length);
		cache_keep(cache, &key, sizeof key, strbuf_text(&whole), whole.length);
		return pressed;
	}
	size_t length = kept.length - CHECKSUM_LENGTH;
	unsigned char *copy = arena_alloc(pdf_arena(file), length + 1);
	memcpy(pressed.checksum, kept.at, CHECKSUM_LENGTH);
	memcpy(copy, (const unsigned char *)kept.at + CHECKSUM_LENGTH, length);
	pressed.bytes = (Bytes){copy, length};
	return pressed;
}

/* As a name writes the slash of a media type. */
static const char *media_type(const Attachment *a)
{
	static const struct {
		const char *ending, *type;
	} types[] = {{".png", "image#2Fpng"},
		     {".jpg", "image#2Fjpeg"},
		     {".jpeg", "image#2Fjpeg"},
		     {".svg", "image#2Fsvg+xml"},
		     {".xlf", "application#2Fxliff+xml"}};
	size_t length = strlen(a->name);
	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		size_t end = strlen(types[i].ending);
		if (length > end && str_equal(a->name + length - end, types[i].ending))
			return types[i].type;
	}
	return "application#2Fxml";
}

static PdfObject *stream_write(PdfFile *file, const Attachment *a, const char *moment, Cache *cache)
{
	PdfObject *object = pdf_object(file);
	Pressed pressed = pressed_find(file, a, cache);
	strbuf_format(&object->inside, "/Subtype/%s/Params<</Size %zu/ModDate(D:%sZ)/CheckSum",
		      media_type(a), a->bytes.length, moment);
	pdf_put_bytes(&object->inside, pressed.checksum, CHECKSUM_LENGTH);
	strbuf_add(&object->inside, ">>");
	pdf_stream_pressed(object, pressed.bytes);
	return object;
}

static PdfObject *filespec_write(PdfFile *file, const Attachment *a, int stream)
{
	static const char *const kinds[] = {"Supplement", "Source", "Data"};
	PdfObject *object = pdf_object(file);
	StrBuf *out = &object->inside;
	strbuf_add(out, "/Type/Filespec/F");
	pdf_put_text(out, a->name);
	strbuf_add(out, "/UF");
	pdf_put_text(out, a->name);
	strbuf_format(out, "/AFRelationship/%s/Desc", kinds[a->kind]);
	pdf_put_text(out, a->about);
	strbuf_format(out, "/EF<</F %d 0 R>>", stream);
	return object;
}

/* The attachments stand in the order of their names, which is that of the tree of names. */
void attachments_write(PdfFile *file, const Job *job, Cache *cache)
{
	const char *moment = job->moment ? job->moment : "19700101000000";
	StrBuf names = {.arena = pdf_arena(file)}, all = {.arena = pdf_arena(file)};
	for (int i = 0; i < job->attachment_count; i++) {
		const Attachment *a = &job->attachments[i];
		int stream = stream_write(file, a, moment, cache)->number;
		int spec = filespec_write(file, a, stream)->number;
		pdf_put_key(&names, a->name);
		strbuf_format(&names, "%d 0 R ", spec);
		strbuf_format(&all, "%d 0 R ", spec);
	}
	if (job->attachment_count > 0)
		strbuf_format(pdf_catalog(file), "/AF[%s]/Names<</EmbeddedFiles<</Names[%s]>>>>",
			      strbuf_text(&all), strbuf_text(&names));
}
