/* SPDX-License-Identifier: MIT */
#include "write/pdf_font.h"

#include "base/digest.h"
#include "text/font.h"
#include "write/pdf_cmap.h"
#include "write/pdf_syntax.h"

/* What the subset calls each code's glyph. Glyph 0 is in every subset and stays 0. */
static const unsigned *subset_ids(Arena *a, const Face *face, FontSubset *subset)
{
	unsigned *glyphs = ARENA_ARRAY(a, face->code_count, unsigned);
	unsigned *ids = ARENA_ARRAY(a, face->code_count, unsigned);
	int count = 0;
	for (int i = 0; i < face->code_count; i++)
		if (face->codes[i].glyph != 0)
			glyphs[count++] = face->codes[i].glyph;
	*subset = font_subset(a, face->font, glyphs, count);
	for (int i = 0, at = 0; i < face->code_count; i++)
		if (face->codes[i].glyph != 0)
			ids[i] = subset->new_ids[at++];
	return ids;
}

/* "ABCDEF+NotoSans-Bold": the letters tell different subsets of a font apart. */
static const char *subset_name(Arena *a, const Face *face, const FontSubset *subset)
{
	Digest digest = digest_bytes(subset->file.at, subset->file.length);
	char tag[7] = "";
	for (int i = 0; i < 6; i++)
		tag[i] = (char)('A' + digest.bytes[i] % 26);
	return str_format(a, "%s+%s", tag, font_name(face->font));
}

static void put_glyph_map(PdfFile *file, StrBuf *inside, const Face *face, const unsigned *ids)
{
	size_t length = 2 * (size_t)(face->code_count + 1);
	unsigned char *map = arena_alloc(pdf_arena(file), length);
	bool same = true;
	for (int i = 0; i < face->code_count; i++) {
		map[2 * i + 2] = (unsigned char)(ids[i] >> 8);
		map[2 * i + 3] = (unsigned char)(ids[i] & 255);
		same = same && ids[i] == (unsigned)i + 1;
	}
	if (same) {
		strbuf_add(inside, "/CIDToGIDMap/Identity");
		return;
	}
	PdfObject *object = pdf_object(file);
	pdf_stream_deflated(file, object, map, length);
	pdf_put(inside, "/CIDToGIDMap %d 0 R", object->number);
}

static void put_widths(StrBuf *inside, const Face *face)
{
	strbuf_add(inside, "/W[1[");
	for (int i = 0; i < face->code_count; i++) {
		strbuf_add_n(inside, " ", i > 0);
		pdf_put_integer(inside, face->codes[i].width);
	}
	strbuf_add(inside, "]]");
}

/* Codes of one glyph share its CID, and CIDs are as far apart as the font has them. */
static void put_cid_widths(StrBuf *inside, const Face *face, const unsigned *ids)
{
	strbuf_add(inside, "/W[");
	for (int i = 0; i < face->code_count; i++)
		if (i == 0 || ids[i] != ids[i - 1]) {
			pdf_put_integer(inside, ids[i]);
			strbuf_add_n(inside, "[", 1);
			pdf_put_integer(inside, face->codes[i].width);
			strbuf_add_n(inside, "]", 1);
		}
	strbuf_add(inside, "]");
}

/* No font file says how thick its stems are; only programs without the font ask. */
static int stem_width(const Font *font)
{
	return 10 + 220 * (font_weight(font) - 50) / 900;
}

static void put_metrics(StrBuf *inside, const Font *font)
{
	const FontMetrics *metrics = font_metrics(font);
	enum { SYMBOLIC = 4, ITALIC = 64 };
	pdf_put(inside, "/Flags %d/FontBBox[",
		SYMBOLIC | (metrics->italic_angle != 0 ? ITALIC : 0));
	for (int i = 0; i < 4; i++)
		pdf_put(inside, i == 0 ? "%d" : " %d", em_thousandths(font, metrics->box[i]));
	strbuf_add(inside, "]/ItalicAngle ");
	pdf_put_number(inside, metrics->italic_angle);
	pdf_put(inside, "/Ascent %d/Descent %d/CapHeight %d/StemV %d",
		em_thousandths(font, metrics->ascender), em_thousandths(font, metrics->descender),
		em_thousandths(font, metrics->cap_height), stem_width(font));
}

/* What is written of a face, and its parts' objects. */
typedef struct Writing {
	PdfFile *file;
	const Face *face;
	const char *name;
	FontSubset subset;
	const unsigned *ids; /* of each code's glyph in the subset */
} Writing;

static bool is_cff(const Writing *w)
{
	return font_outlines(w->face->font) == OUTLINES_CFF;
}

static PdfObject *descriptor_write(const Writing *w)
{
	PdfObject *program = pdf_object(w->file);
	pdf_stream_deflated(w->file, program, w->subset.file.at, w->subset.file.length);
	if (is_cff(w))
		strbuf_add(&program->inside, "/Subtype/CIDFontType0C");
	else
		pdf_put(&program->inside, "/Length1 %zu", w->subset.file.length);
	PdfObject *object = pdf_object(w->file);
	strbuf_add(&object->inside, "/Type/FontDescriptor/FontName");
	pdf_put_name(&object->inside, w->name);
	put_metrics(&object->inside, w->face->font);
	pdf_put(&object->inside, "/FontFile%d %d 0 R", is_cff(w) ? 3 : 2, program->number);
	return object;
}

static PdfObject *descendant_write(const Writing *w)
{
	PdfObject *descriptor = descriptor_write(w);
	PdfObject *object = pdf_object(w->file);
	pdf_put(&object->inside, "/Type/Font/Subtype/CIDFontType%d/BaseFont", is_cff(w) ? 0 : 2);
	pdf_put_name(&object->inside, w->name);
	strbuf_add(&object->inside,
		   "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
	pdf_put(&object->inside, "/FontDescriptor %d 0 R", descriptor->number);
	if (is_cff(w)) {
		put_cid_widths(&object->inside, w->face, w->ids);
	} else {
		put_glyph_map(w->file, &object->inside, w->face, w->ids);
		put_widths(&object->inside, w->face);
	}
	return object;
}

/* Where outlines are CFF a code's CID is what the font calls its glyph, and a map leads there (ISO 32000-1,
 * 9.7.5); else codes are CIDs, and it is the font that maps them. */
static void put_encoding(const Writing *w, StrBuf *inside)
{
	if (is_cff(w))
		pdf_put(inside, "/Encoding %d 0 R",
			cid_map_write(w->file, w->face, w->ids)->number);
	else
		strbuf_add(inside, "/Encoding/Identity-H");
}

static PdfObject *face_write(PdfFile *file, const Face *face)
{
	Writing w = {.file = file, .face = face};
	w.ids = subset_ids(pdf_arena(file), face, &w.subset);
	w.name = subset_name(pdf_arena(file), face, &w.subset);
	PdfObject *descendant = descendant_write(&w);
	PdfObject *cmap = cmap_write(file, face);
	PdfObject *object = pdf_object(file);
	strbuf_add(&object->inside, "/Type/Font/Subtype/Type0/BaseFont");
	pdf_put_name(&object->inside, w.name);
	put_encoding(&w, &object->inside);
	pdf_put(&object->inside, "/DescendantFonts[%d 0 R]/ToUnicode %d 0 R", descendant->number,
		cmap->number);
	return object;
}

void faces_write(PdfFile *file, const Faces *faces, StrBuf *resources)
{
	strbuf_add(resources, "/Font<<");
	for (int i = 0; i < faces->count; i++)
		pdf_put(resources, "/F%d %d 0 R", i, face_write(file, &faces->faces[i])->number);
	strbuf_add(resources, ">>");
}
