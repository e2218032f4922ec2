/* SPDX-License-Identifier: MIT */
#include "text/font_face.h"

#include "base/str.h"

#include <harfbuzz/hb-ot.h>

/* With the seven letters in front of a subset's name it is as long as a name in a PDF may be. */
enum { NAME_MOST = 120 };

static unsigned read_u16(const unsigned char *at)
{
	return (unsigned)at[0] << 8 | at[1];
}

static int read_s16(const unsigned char *at)
{
	return (int16_t)read_u16(at);
}

static uint32_t read_u32(const unsigned char *at)
{
	return (uint32_t)read_u16(at) << 16 | read_u16(at + 2);
}

/* HarfBuzz takes a table that runs over the end of its file for a shorter one, and one it cannot
 * read for an empty one. A page would then silently lack kerning or outlines, so a file that was cut
 * short is found here, from the directory of its tables (OpenType 1.9, "Font File"). */
static bool directory_fits(const unsigned char *bytes, uint64_t length, uint64_t directory)
{
	if (directory + 12 > length)
		return false;
	unsigned count = read_u16(bytes + directory + 4);
	if (directory + 12 + 16 * (uint64_t)count > length)
		return false;
	for (unsigned i = 0; i < count; i++) {
		const unsigned char *record = bytes + directory + 12 + 16 * (uint64_t)i;
		if ((uint64_t)read_u32(record + 8) + read_u32(record + 12) > length)
			return false;
	}
	return true;
}

static bool file_is_whole(hb_blob_t *blob, int face)
{
	unsigned length = 0;
	const unsigned char *bytes = (const unsigned char *)hb_blob_get_data(blob, &length);
	uint64_t directory = 0;
	if (length >= 4 && read_u32(bytes) == HB_TAG('t', 't', 'c', 'f')) {
		uint64_t at = 12 + 4 * (uint64_t)face;
		if (at + 4 > length)
			return false;
		directory = read_u32(bytes + at);
	}
	return directory_fits(bytes, length, directory);
}

static unsigned table_length(hb_face_t *face, hb_tag_t tag)
{
	hb_blob_t *table = hb_face_reference_table(face, tag);
	unsigned length = hb_blob_get_length(table);
	hb_blob_destroy(table);
	return length;
}

/* Where the outlines of the last glyph end, after the table loca. */
static uint64_t outlines_end(hb_face_t *face, bool long_offsets)
{
	hb_blob_t *loca = hb_face_reference_table(face, HB_TAG('l', 'o', 'c', 'a'));
	unsigned length = 0;
	const unsigned char *bytes = (const unsigned char *)hb_blob_get_data(loca, &length);
	uint64_t last = hb_face_get_glyph_count(face), end = UINT64_MAX;
	if (long_offsets && length / 4 > last)
		end = read_u32(bytes + 4 * last);
	else if (!long_offsets && length / 2 > last)
		end = 2 * (uint64_t)read_u16(bytes + 2 * last);
	hb_blob_destroy(loca);
	return end;
}

static bool advances_are_whole(hb_face_t *face)
{
	hb_blob_t *hhea = hb_face_reference_table(face, HB_TAG('h', 'h', 'e', 'a'));
	unsigned length = 0;
	const unsigned char *bytes = (const unsigned char *)hb_blob_get_data(hhea, &length);
	unsigned glyphs = hb_face_get_glyph_count(face);
	unsigned longs = length >= 36 ? read_u16(bytes + 34) : 0;
	hb_blob_destroy(hhea);
	return longs > 0 && longs <= glyphs &&
	       table_length(face, HB_TAG('h', 'm', 't', 'x')) >= 2 * (longs + glyphs);
}

static bool has_characters(hb_face_t *face)
{
	hb_set_t *codes = hb_set_create();
	hb_face_collect_unicodes(face, codes);
	bool any = !hb_set_is_empty(codes);
	hb_set_destroy(codes);
	return any;
}

/* Fills what HarfBuzz has no call for: the box and the slant. False when head is broken. */
static bool read_head(hb_face_t *face, FontMetrics *metrics, bool *long_offsets)
{
	hb_blob_t *head = hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd'));
	unsigned length = 0;
	const unsigned char *bytes = (const unsigned char *)hb_blob_get_data(head, &length);
	bool whole = length >= 54 && read_u16(bytes + 18) >= 16 && read_u16(bytes + 18) <= 16384;
	for (int i = 0; whole && i < 4; i++)
		metrics->box[i] = read_s16(bytes + 36 + 2 * i);
	*long_offsets = whole && read_u16(bytes + 50) != 0;
	hb_blob_destroy(head);
	return whole;
}

static void read_slant(hb_face_t *face, FontMetrics *metrics)
{
	hb_blob_t *post = hb_face_reference_table(face, HB_TAG('p', 'o', 's', 't'));
	unsigned length = 0;
	const unsigned char *bytes = (const unsigned char *)hb_blob_get_data(post, &length);
	if (length >= 8)
		metrics->italic_angle = (int)((int64_t)(int32_t)read_u32(bytes + 4) * 1000 / 65536);
	hb_blob_destroy(post);
}

static void read_metrics(Font *font)
{
	static const hb_ot_metrics_tag_t tags[] = {
	    HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER,
	    HB_OT_METRICS_TAG_CAP_HEIGHT,          HB_OT_METRICS_TAG_X_HEIGHT,
	    HB_OT_METRICS_TAG_UNDERLINE_OFFSET,    HB_OT_METRICS_TAG_UNDERLINE_SIZE,
	};
	FontMetrics *m = &font->metrics;
	int *values[] = {&m->ascender, &m->descender,          &m->cap_height,
			 &m->x_height, &m->underline_position, &m->underline_thickness};
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		hb_position_t position = 0;
		hb_ot_metrics_get_position_with_fallback(font->hb, tags[i], &position);
		*values[i] = position;
	}
	m->units_per_em = (int)hb_face_get_upem(font->face);
	read_slant(font->face, m);
}

static bool has_feature(hb_face_t *face, hb_tag_t feature)
{
	const hb_tag_t features[] = {feature, HB_TAG_NONE};
	hb_set_t *found = hb_set_create();
	hb_ot_layout_collect_features(face, HB_OT_TAG_GSUB, NULL, NULL, features, found);
	bool any = !hb_set_is_empty(found);
	hb_set_destroy(found);
	return any;
}

/* Figures that are all equally wide need no feature to be so. */
static bool figures_are_even(const Font *font)
{
	hb_codepoint_t zero = 0, figure = 0;
	hb_font_get_nominal_glyph(font->hb, '0', &zero);
	for (hb_codepoint_t code = '1'; code <= '9'; code++)
		if (!hb_font_get_nominal_glyph(font->hb, code, &figure) ||
		    hb_font_get_glyph_h_advance(font->hb, figure) !=
			hb_font_get_glyph_h_advance(font->hb, zero))
			return false;
	return true;
}

static void read_features(Font *font)
{
	font->has_small_caps = has_feature(font->face, HB_TAG('s', 'm', 'c', 'p'));
	font->has_oldstyle = has_feature(font->face, HB_TAG('o', 'n', 'u', 'm'));
	font->has_tabular =
	    has_feature(font->face, HB_TAG('t', 'n', 'u', 'm')) || figures_are_even(font);
}

/* What the maker allows (OpenType 1.9, "OS/2", fsType). Pages embed a part of each font, for whoever reads
 * them, and a PDF for archives may hold none that forbids that (ISO 19005-3, 6.2.11.4.1). */
static bool may_be_embedded(hb_face_t *face)
{
	enum { TYPE_AT = 8, USE = 0xf, RESTRICTED = 2, NO_SUBSETS = 0x100, BITMAPS_ONLY = 0x200 };
	hb_blob_t *os2 = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
	unsigned length = 0;
	const unsigned char *bytes = (const unsigned char *)hb_blob_get_data(os2, &length);
	unsigned type = length >= TYPE_AT + 2 ? read_u16(bytes + TYPE_AT) : 0;
	hb_blob_destroy(os2);
	return (type & USE) != RESTRICTED && !(type & (NO_SUBSETS | BITMAPS_ONLY));
}

/* Name id 6 is ASCII by definition, so anything else means that the table is damaged. */
static const char *read_name(Arena *a, hb_face_t *face)
{
	char name[NAME_MOST + 1];
	unsigned room = sizeof name;
	hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &room, name);
	for (const char *c = name; *c; c++)
		if (*c < '!' || *c > '~')
			return NULL;
	return name[0] ? str_copy(a, name) : NULL;
}

static const char *make_label(Arena *a, const FontFile *file)
{
	if (file->stretch == 100)
		return str_format(a, "%s-%d", file->family, file->weight);
	return str_format(a, "%s-%d-%d", file->family, file->weight, file->stretch);
}

static const char *find_fault(hb_blob_t *blob, Font *font)
{
	bool long_offsets = false;
	if (font->file->face < 0 || (unsigned)font->file->face >= hb_face_count(blob))
		return font->file->face > 0 ? "has no face of that number" : "is no font";
	if (!file_is_whole(blob, font->file->face))
		return "is cut short";
	if (!read_head(font->face, &font->metrics, &long_offsets))
		return "is no font that can be used: its table \"head\" is damaged";
	if (hb_face_get_glyph_count(font->face) == 0 || !has_characters(font->face))
		return "has no characters";
	if (!font_has(font, ' '))
		return "has no space, and lines end with one";
	if (!may_be_embedded(font->face))
		return "does not allow that a part of it is put into a PDF (fsType in its table "
		       "\"OS/2\")";
	unsigned outlines = table_length(font->face, HB_TAG('g', 'l', 'y', 'f'));
	if (outlines == 0 && table_length(font->face, HB_TAG('C', 'F', 'F', ' ')) == 0)
		return "has no outlines that a PDF can take: neither TrueType nor CFF";
	font->outlines = outlines == 0 ? OUTLINES_CFF : OUTLINES_TRUETYPE;
	if (outlines > 0 && outlines_end(font->face, long_offsets) > outlines)
		return "is damaged: outlines are missing";
	if (!advances_are_whole(font->face))
		return "is damaged: the widths of its characters are missing";
	if (!font->name)
		return "has no PostScript name";
	return font_subset_works(font) ? NULL : "is damaged: no PDF can take its outlines";
}

Font *font_face_open(Arena *a, const FontFile *file, hb_blob_t *blob, const char **why)
{
	Font *font = ARENA_NEW(a, Font);
	font->file = file;
	font->face = hb_face_create(blob, (unsigned)file->face);
	font->bare = font_bare_open(font->face);
	font->hb = hb_font_create(font->face);
	font->buffer = hb_buffer_create();
	font->name = read_name(a, font->face);
	font->label = make_label(a, file);
	*why = find_fault(blob, font);
	if (*why) {
		font_face_close(font);
		return NULL;
	}
	read_metrics(font);
	read_features(font);
	hb_face_make_immutable(font->face);
	hb_font_make_immutable(font->hb);
	return font;
}

void font_face_close(Font *font)
{
	hb_buffer_destroy(font->buffer);
	hb_font_destroy(font->hb);
	hb_face_destroy(font->bare);
	hb_face_destroy(font->face);
}
