/* SPDX-License-Identifier: MIT */
#include "write/pdf_face.h"

#include "text/font.h"
#include "write/pdf_cmap.h"
#include "write/pdf_syntax.h"

#include <string.h>

/* A face while it is made. */
typedef struct Casting {
	PdfFile *file;
	Arena *a;
	const Face *face;
	const unsigned
	    *ids; /* of each code's glyph in the subset: its number, or its CID in a CFF one */
	FaceBytes made;
} Casting;

bool face_is_cff(const Face *face)
{
	return font_outlines(face->font) == OUTLINES_CFF;
}

static void text_keep(Casting *m, FacePart part, const StrBuf *text)
{
	m->made.parts[part] = (Bytes){(const unsigned char *)strbuf_text(text), text->length};
}

static void stream_keep(Casting *m, FacePart part, Bytes bytes)
{
	m->made.parts[part] = pdf_deflated(m->file, bytes.at, bytes.length, EFFORT_LITTLE);
}

/* What the subset calls each code's glyph. Glyph 0 is in every subset and stays 0. */
static FontSubset subset_make(Casting *m)
{
	const Face *face = m->face;
	unsigned *glyphs = ARENA_ARRAY(m->a, face->code_count, unsigned);
	unsigned *ids = ARENA_ARRAY(m->a, face->code_count, unsigned);
	int count = 0;
	for (int i = 0; i < face->code_count; i++)
		if (face->codes[i].glyph != 0)
			glyphs[count++] = face->codes[i].glyph;
	FontSubset subset = font_subset(m->a, face->font, glyphs, count);
	for (int i = 0, at = 0; i < face->code_count; i++)
		if (face->codes[i].glyph != 0)
			ids[i] = subset.new_ids[at++];
	m->ids = ids;
	return subset;
}

/* The glyphs say which subset of its font it is. */
static void name_make(Casting *m)
{
	uint64_t hash = 0;
	for (int i = 0; i < m->face->code_count; i++) {
		hash = (hash ^ m->face->codes[i].glyph) * 0x9e3779b97f4a7c15u;
		hash ^= hash >> 32;
	}
	char tag[7] = "";
	for (int i = 0; i < 6; i++, hash /= 26)
		tag[i] = (char)('A' + hash % 26);
	StrBuf name = {.arena = m->a};
	pdf_put_name(&name, str_format(m->a, "%s+%s", tag, font_name(m->face->font)));
	text_keep(m, FACE_NAME, &name);
}

static void glyphs_make(Casting *m)
{
	int count = m->face->code_count;
	size_t length = 2 * (size_t)(count + 1);
	unsigned char *map = arena_alloc(m->a, length);
	bool same = true;
	for (int i = 0; i < count; i++) {
		map[2 * i + 2] = (unsigned char)(m->ids[i] >> 8);
		map[2 * i + 3] = (unsigned char)(m->ids[i] & 255);
		same = same && m->ids[i] == (unsigned)i + 1;
	}
	if (!same)
		m->made.parts[FACE_GLYPHS] = (Bytes){map, length};
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
		if (i == 0 || ids[i] != ids[i - 1])
			pdf_put(inside, "%u[%d]", ids[i], face->codes[i].width);
	strbuf_add(inside, "]");
}

static void descendant_make(Casting *m)
{
	StrBuf out = {.arena = m->a};
	pdf_put(&out, "/Type/Font/Subtype/CIDFontType%d/BaseFont", face_is_cff(m->face) ? 0 : 2);
	strbuf_add(&out, (const char *)m->made.parts[FACE_NAME].at);
	strbuf_add(&out, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
	if (face_is_cff(m->face))
		put_cid_widths(&out, m->face, m->ids);
	else
		put_widths(&out, m->face);
	text_keep(m, FACE_DESCENDANT, &out);
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

static void descriptor_make(Casting *m)
{
	StrBuf out = {.arena = m->a};
	pdf_put(&out, "/Type/FontDescriptor/FontName%s", (const char *)m->made.parts[FACE_NAME].at);
	put_metrics(&out, m->face->font);
	text_keep(m, FACE_DESCRIPTOR, &out);
}

static FaceBytes face_make(PdfFile *file, const Face *face)
{
	Casting m = {.file = file, .a = pdf_arena(file), .face = face};
	FontSubset subset = subset_make(&m);
	m.made.program_length = subset.file.length;
	stream_keep(&m, FACE_PROGRAM, subset.file);
	name_make(&m);
	if (face_is_cff(face))
		stream_keep(&m, FACE_CIDS, cmap_cids(m.a, face, m.ids));
	else
		glyphs_make(&m);
	stream_keep(&m, FACE_UNICODE, cmap_unicode(m.a, face));
	descriptor_make(&m);
	descendant_make(&m);
	return m.made;
}

/* The cache */

/* In the cache this stands first, and then the parts one behind the other. */
typedef struct KeptFace {
	size_t program_length;
	size_t lengths[FACE_PARTS];
} KeptFace;

static void put_bytes(StrBuf *out, const void *bytes, size_t length)
{
	strbuf_add_n(out, bytes, length);
}

/* The font stands in it by its address: it lives longer than the cache. */
static StrBuf key_of(Arena *a, const Face *face)
{
	StrBuf key = {.arena = a};
	put_bytes(&key, "face", 4);
	put_bytes(&key, &face->font, sizeof face->font);
	for (int i = 0; i < face->code_count; i++) {
		const FaceCode *code = &face->codes[i];
		put_bytes(&key, &code->glyph, sizeof code->glyph);
		put_bytes(&key, &code->length, sizeof code->length);
		put_bytes(&key, code->text, (size_t)code->length);
	}
	return key;
}

static void face_keep(PdfFile *file, const StrBuf *key, const FaceBytes *face)
{
	StrBuf whole = {.arena = pdf_arena(file)};
	KeptFace head = {.program_length = face->program_length};
	for (int i = 0; i < FACE_PARTS; i++)
		head.lengths[i] = face->parts[i].length;
	put_bytes(&whole, &head, sizeof head);
	for (int i = 0; i < FACE_PARTS; i++)
		if (face->parts[i].length > 0)
			put_bytes(&whole, face->parts[i].at, face->parts[i].length);
	pdf_keep(file, key->text, key->length, (Bytes){(unsigned char *)whole.text, whole.length});
}

static FaceBytes face_open(Bytes kept)
{
	KeptFace head;
	memcpy(&head, kept.at, sizeof head);
	FaceBytes face = {.program_length = head.program_length};
	const unsigned char *at = kept.at + sizeof head;
	for (int i = 0; i < FACE_PARTS; at += head.lengths[i++])
		face.parts[i] = (Bytes){at, head.lengths[i]};
	return face;
}

FaceBytes face_bytes(PdfFile *file, const Face *face)
{
	if (face_is_cff(face))
		return face_make(file, face);
	StrBuf key = key_of(pdf_arena(file), face);
	Bytes kept = pdf_kept(file, key.text, key.length);
	if (kept.at)
		return face_open(kept);
	FaceBytes made = face_make(file, face);
	face_keep(file, &key, &made);
	return made;
}
