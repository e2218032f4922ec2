/* SPDX-License-Identifier: MIT */
#include "write/pdf_attach.h"

#include "write/pdf_syntax.h"

#include <string.h>

/* What a file is like in the PDF. The cache keeps it as it stands here, its bytes behind the checksum. */
typedef struct Pressed {
	const unsigned char *checksum;
	Bytes bytes; /* deflated */
} Pressed;

typedef struct PressedKey {
	char what[8];
	Digest digest;
} PressedKey;

static Pressed pressed_of(Bytes whole)
{
	return (Pressed){whole.at, {whole.at + CHECKSUM_LENGTH, whole.length - CHECKSUM_LENGTH}};
}

static Bytes press(PdfFile *file, const Attachment *a, Effort effort)
{
	Bytes deflated = pdf_deflated(file, a->bytes.at, a->bytes.length, effort);
	unsigned char *whole = arena_alloc(pdf_arena(file), CHECKSUM_LENGTH + deflated.length);
	digest_checksum(a->bytes.at, a->bytes.length, whole);
	memcpy(whole + CHECKSUM_LENGTH, deflated.at, deflated.length);
	return (Bytes){whole, CHECKSUM_LENGTH + deflated.length};
}

/* Whether other pages will have it, too. The names that a record mentions are as much its own as the record is;
 * what is so short is as soon deflated as found. */
static bool is_shared(const Attachment *a)
{
	enum { SHORT = 2048 };
	return a->kind == ATTACHMENT_SUPPLEMENT && a->bytes.length > SHORT;
}

static Pressed pressed_find(PdfFile *file, const Attachment *a)
{
	const PressedKey key = {"deflate", a->digest};
	if (!is_shared(a))
		return pressed_of(press(file, a, EFFORT_LITTLE));
	Bytes kept = pdf_kept(file, &key, sizeof key);
	if (kept.at)
		return pressed_of(kept);
	Bytes whole = press(file, a, EFFORT_MUCH);
	pdf_keep(file, &key, sizeof key, whole);
	return pressed_of(whole);
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

static PdfObject *stream_write(PdfFile *file, const Attachment *a, const char *moment)
{
	PdfObject *object = pdf_object(file);
	Pressed pressed = pressed_find(file, a);
	pdf_put(&object->inside, "/Subtype/%s/Params<</Size %zu/ModDate(D:%sZ)/CheckSum",
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
	pdf_put(out, "/AFRelationship/%s/Desc", kinds[a->kind]);
	pdf_put_text(out, a->about);
	pdf_put(out, "/EF<</F %d 0 R>>", stream);
	return object;
}

/* The attachments stand in the order of their names, which is that of the tree of names. */
void attachments_write(PdfFile *file, const Job *job)
{
	const char *moment = job->moment ? job->moment : "19700101000000";
	StrBuf names = {.arena = pdf_arena(file)}, all = {.arena = pdf_arena(file)};
	for (int i = 0; i < job->attachment_count; i++) {
		const Attachment *a = &job->attachments[i];
		int stream = stream_write(file, a, moment)->number;
		int spec = filespec_write(file, a, stream)->number;
		pdf_put_key(&names, a->name);
		pdf_put(&names, "%d 0 R ", spec);
		pdf_put(&all, "%d 0 R ", spec);
	}
	if (job->attachment_count > 0)
		pdf_put(pdf_catalog(file), "/AF[%s]/Names<</EmbeddedFiles<</Names[%s]>>>>",
			strbuf_text(&all), strbuf_text(&names));
}
