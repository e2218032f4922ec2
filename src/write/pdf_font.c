/* SPDX-License-Identifier: MIT */
#include "write/pdf_font.h"

#include "write/pdf_face.h"
#include "write/pdf_syntax.h"

static void put_part(StrBuf *out, const FaceBytes *bytes, FacePart part)
{
	strbuf_add_n(out, (const char *)bytes->parts[part].at, bytes->parts[part].length);
}

static PdfObject *stream_write(PdfFile *file, Bytes deflated)
{
	PdfObject *object = pdf_object(file);
	pdf_stream_pressed(object, deflated);
	return object;
}

static PdfObject *descriptor_write(PdfFile *file, const FaceBytes *bytes, bool cff)
{
	PdfObject *program = stream_write(file, bytes->parts[FACE_PROGRAM]);
	if (cff)
		strbuf_add(&program->inside, "/Subtype/CIDFontType0C");
	else
		pdf_put(&program->inside, "/Length1 %zu", bytes->program_length);
	PdfObject *object = pdf_object(file);
	put_part(&object->inside, bytes, FACE_DESCRIPTOR);
	pdf_put(&object->inside, "/FontFile%d %d 0 R", cff ? 3 : 2, program->number);
	return object;
}

/* The map is too short for deflating to spare anything. */
static void put_glyphs(PdfFile *file, StrBuf *out, Bytes glyphs)
{
	if (glyphs.length == 0) {
		strbuf_add(out, "/CIDToGIDMap/Identity");
		return;
	}
	PdfObject *object = pdf_object(file);
	pdf_stream_plain(object, glyphs.at, glyphs.length);
	pdf_put(out, "/CIDToGIDMap %d 0 R", object->number);
}

static PdfObject *descendant_write(PdfFile *file, const FaceBytes *bytes, bool cff)
{
	PdfObject *descriptor = descriptor_write(file, bytes, cff);
	PdfObject *object = pdf_object(file);
	put_part(&object->inside, bytes, FACE_DESCENDANT);
	pdf_put(&object->inside, "/FontDescriptor %d 0 R", descriptor->number);
	if (!cff)
		put_glyphs(file, &object->inside, bytes->parts[FACE_GLYPHS]);
	return object;
}

/* Where outlines are CFF a code's CID is what the font calls its glyph, and a map leads there (ISO 32000-1,
 * 9.7.5); else codes are CIDs, and it is the font that maps them. */
static void put_encoding(PdfFile *file, StrBuf *out, const FaceBytes *bytes, bool cff)
{
	if (!cff) {
		strbuf_add(out, "/Encoding/Identity-H");
		return;
	}
	PdfObject *cids = stream_write(file, bytes->parts[FACE_CIDS]);
	strbuf_add(&cids->inside,
		   "/Type/CMap/CMapName/Codes/WMode 0/CIDSystemInfo<</Registry(Adobe)/"
		   "Ordering(Identity)/Supplement 0>>");
	pdf_put(out, "/Encoding %d 0 R", cids->number);
}

static PdfObject *face_write(PdfFile *file, const Face *face)
{
	bool cff = face_is_cff(face);
	FaceBytes bytes = face_bytes(file, face);
	PdfObject *descendant = descendant_write(file, &bytes, cff);
	PdfObject *unicode = stream_write(file, bytes.parts[FACE_UNICODE]);
	PdfObject *object = pdf_object(file);
	strbuf_add(&object->inside, "/Type/Font/Subtype/Type0/BaseFont");
	put_part(&object->inside, &bytes, FACE_NAME);
	put_encoding(file, &object->inside, &bytes, cff);
	pdf_put(&object->inside, "/DescendantFonts[%d 0 R]/ToUnicode %d 0 R", descendant->number,
		unicode->number);
	return object;
}

void faces_write(PdfFile *file, const Faces *faces, StrBuf *resources)
{
	strbuf_add(resources, "/Font<<");
	for (int i = 0; i < faces->count; i++)
		pdf_put(resources, "/F%d %d 0 R", i, face_write(file, &faces->faces[i])->number);
	strbuf_add(resources, ">>");
}
