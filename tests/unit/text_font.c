/* SPDX-License-Identifier: MIT */
#include "text_setup.h"

#include <harfbuzz/hb.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static Bytes read_regular(Arena *a, Diags *diags)
{
	Source source = {.path = "fonts/NotoSans-Regular.ttf"};
	return file_read(a, &source, 64 * 1024 * 1024, diags);
}

static const Font *find_in(Arena *a, const char *path, int face, Diags *diags, Fonts **fonts)
{
	FontList *list = ARENA_NEW(a, FontList);
	FontFile *file = ARENA_NEW(a, FontFile);
	*file = (FontFile){"sans", 400, 100, path, face, "", {"fonts.xml", 4, 5}, NULL};
	*list = (FontList){.files = file, .count = 1};
	*fonts = fonts_open(a, list);
	return fonts_find(*fonts, "sans", 400, 100, diags);
}

/* Writes a file, asks for it as a font, and gives the one message it gets; NULL when it is taken. */
static const char *fault_of(Arena *a, const char *path, const void *bytes, size_t length)
{
	Diags *diags = diags_new(a);
	Fonts *fonts;
	if (bytes)
		assert_true(file_write(path, bytes, length, diags));
	const Font *font = find_in(a, path, 0, diags, &fonts);
	fonts_find(fonts, "sans", 400, 100, diags);
	fonts_close(fonts);
	if (font)
		return NULL;
	assert_int_equal(diags_count(diags), 1);
	assert_int_equal(diags_at(diags, 0)->kind, DIAG_FILE);
	assert_int_equal(diags_at(diags, 0)->place.line, 4);
	assert_non_null(diags_at(diags, 0)->hint);
	return diags_at(diags, 0)->message;
}

static void font_finds_exactly_the_face_asked_for(void **state)
{
	Setup *setup = setup_open();
	(void)state;
	const Font *bold = fonts_find(setup->fonts, "sans", 700, 100, setup->diags);
	assert_string_equal(font_name(bold), "NotoSans-Bold");
	assert_string_equal(font_label(bold), "sans-700");
	assert_int_equal(font_weight(bold), 700);
	const Font *condensed = fonts_find(setup->fonts, "sans", 400, 75, setup->diags);
	assert_string_equal(font_label(condensed), "sans-400-75");
	assert_null(fonts_find(setup->fonts, "sans", 500, 100, setup->diags));
	assert_null(fonts_find(setup->fonts, "serif", 400, 100, setup->diags));
	assert_ptr_equal(bold, fonts_find(setup->fonts, "sans", 700, 100, setup->diags));
	assert_int_equal(diags_count(setup->diags), 0);
	setup_close(setup);
}

static void font_knows_its_metrics(void **state)
{
	Setup *setup = setup_open();
	(void)state;
	const FontMetrics *metrics = font_metrics(regular(setup));
	assert_int_equal(metrics->units_per_em, 1000);
	assert_int_equal(metrics->ascender, 1069);
	assert_int_equal(metrics->descender, -293);
	assert_int_equal(metrics->cap_height, 714);
	assert_int_equal(metrics->x_height, 536);
	assert_true(metrics->underline_position < 0 && metrics->underline_thickness > 0);
	assert_true(metrics->box[0] < 0 && metrics->box[1] < 0);
	assert_true(metrics->box[2] > 1000 && metrics->box[3] > 700);
	assert_int_equal(metrics->italic_angle, 0);
	setup_close(setup);
}

static void font_knows_its_characters(void **state)
{
	Setup *setup = setup_open();
	(void)state;
	assert_true(font_has(regular(setup), 'A'));
	assert_false(font_has(regular(setup), 0x4e2d));
	assert_int_equal(font_glyph(regular(setup), 0x4e2d), 0);
	assert_true(font_advance(regular(setup), font_glyph(regular(setup), 'W')) > 800);
	setup_close(setup);
}

static void font_tells_a_file_that_is_no_font(void **state)
{
	Arena *a = arena_new();
	(void)state;
	assert_non_null(fault_of(a, "build/tests/none.ttf", NULL, 0));
	assert_non_null(fault_of(a, "fonts", NULL, 0));
	assert_non_null(fault_of(a, "build/tests/empty.ttf", "", 0));
	assert_non_null(fault_of(a, "build/tests/text.ttf", "not a font at all", 17));
	assert_non_null(fault_of(a, "build/tests/zeros.ttf", arena_alloc(a, 5000), 5000));
	assert_non_null(fault_of(a, "build/tests/bare.ttf", "\0\1\0\0\0\0\0\0\0\0\0\0", 12));
	assert_non_null(fault_of(a, "build/tests/ttc.ttf", "ttcf\0\1\0\0\xff\xff\xff\xff\xff", 13));
	arena_free(a);
}

static void font_tells_a_face_that_its_file_lacks(void **state)
{
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	Fonts *fonts;
	(void)state;
	assert_null(find_in(a, "fonts/NotoSans-Regular.ttf", 7, diags, &fonts));
	assert_int_equal(diags_errors(diags), 1);
	fonts_close(fonts);
	arena_free(a);
}

/* Each profile has diagnostics of its own, and each must hear why it cannot be set. */
static void font_tells_every_profile_of_a_broken_file(void **state)
{
	Arena *a = arena_new();
	Diags *first = diags_new(a), *second = diags_new(a);
	Fonts *fonts;
	(void)state;
	assert_null(find_in(a, "build/tests/none.ttf", 0, first, &fonts));
	assert_null(fonts_find(fonts, "sans", 400, 100, second));
	assert_int_equal(diags_errors(first), 1);
	assert_int_equal(diags_errors(second), 1);
	fonts_close(fonts);
	arena_free(a);
}

static void font_tells_a_file_that_is_cut_short(void **state)
{
	Arena *a = arena_new();
	(void)state;
	Bytes whole = read_regular(a, diags_new(a));
	for (size_t length = 1; length < whole.length; length += length / 2 + 1)
		assert_non_null(fault_of(a, "build/tests/cut.ttf", whole.at, length));
	assert_non_null(fault_of(a, "build/tests/cut.ttf", whole.at, whole.length - 8));
	assert_null(fault_of(a, "build/tests/cut.ttf", whole.at, whole.length));
	arena_free(a);
}

static unsigned read_u32(const unsigned char *at)
{
	return (unsigned)at[0] << 24 | (unsigned)at[1] << 16 | (unsigned)at[2] << 8 | at[3];
}

static unsigned char *table_find(unsigned char *file, const char *tag)
{
	unsigned char *record = file + 12;
	while (memcmp(record, tag, 4) != 0)
		record += 16;
	return file + read_u32(record + 8);
}

static void font_tells_a_file_that_may_not_be_embedded(void **state)
{
	static const struct {
		unsigned char high, low;
		bool allowed;
	} types[] = {{0, 0, true},  {0, 4, true},  {0, 8, true}, {0, 12, true},
		     {0, 2, false}, {1, 0, false}, {2, 8, false}};
	Arena *a = arena_new();
	(void)state;
	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		Bytes whole = read_regular(a, diags_new(a));
		unsigned char *type = table_find((unsigned char *)whole.at, "OS/2") + 8;
		type[0] = types[i].high;
		type[1] = types[i].low;
		const char *fault = fault_of(a, "build/tests/licence.ttf", whole.at, whole.length);
		assert_int_equal(fault == NULL, types[i].allowed);
		if (fault)
			assert_non_null(strstr(fault, "does not allow that a part of it"));
	}
	arena_free(a);
}

static void use_font(Arena *a, const Font *font)
{
	unsigned glyphs[200];
	for (unsigned i = 0; i < 200; i++)
		glyphs[i] = i * 17;
	const char *text = "AVATAR office 98th \xc3\xa9\xce\xb1\xd0\xb6 e\xcc\x81";
	Shaped shaped = shape_run(a, &(Type){font, FIGURES_OLDSTYLE, false, "en", false, false},
				  text, 0, (int)strlen(text));
	assert_true(shaped.count > 0);
	assert_non_null(font_subset(a, font, glyphs, 200).file.at);
}

/* Whatever bytes are wrong in a file, it is told or it can be used without harm. */
static void font_survives_damaged_files(void **state)
{
	(void)state;
	uint32_t seed = 99;
	for (int round = 0; round < 120; round++) {
		Arena *a = arena_new();
		Diags *diags = diags_new(a);
		Bytes whole = read_regular(a, diags);
		unsigned char *bytes = (unsigned char *)whole.at;
		for (int i = 0; i < 1 + (round % 90) * (round % 90); i++) {
			seed = seed * 1664525u + 1013904223u;
			size_t reach = round % 2 ? whole.length : 2000;
			bytes[(seed >> 4) % reach] = (unsigned char)(seed >> 24);
		}
		Fonts *fonts;
		assert_true(file_write("build/tests/damaged.ttf", bytes, whole.length, diags));
		const Font *font = find_in(a, "build/tests/damaged.ttf", 0, diags, &fonts);
		assert_true(font != NULL || diags_errors(diags) == 1);
		if (font)
			use_font(a, font);
		fonts_close(fonts);
		arena_free(a);
	}
}

static hb_font_t *open_subset(const FontSubset *subset)
{
	hb_blob_t *blob =
	    hb_blob_create((const char *)subset->file.at, (unsigned)subset->file.length,
			   HB_MEMORY_MODE_READONLY, NULL, NULL);
	hb_face_t *face = hb_face_create(blob, 0);
	hb_font_t *font = hb_font_create(face);
	hb_face_destroy(face);
	hb_blob_destroy(blob);
	return font;
}

static int glyphs_for(const Font *font, const char *text, unsigned *glyphs)
{
	int count = 0;
	while (*text)
		glyphs[count++] = font_glyph(font, str_next(&text));
	return count;
}

static void subset_keeps_advances_and_numbers_glyphs_in_order(void **state)
{
	Setup *setup = setup_open();
	unsigned glyphs[64];
	(void)state;
	int count = glyphs_for(regular(setup), "zKunmig98th,A", glyphs);
	FontSubset subset = font_subset(setup->arena, regular(setup), glyphs, count);
	hb_font_t *font = open_subset(&subset);
	assert_int_equal(hb_face_get_glyph_count(hb_font_get_face(font)), count + 1);
	for (int i = 0; i < count; i++) {
		int smaller = 0;
		for (int j = 0; j < count; j++)
			smaller += glyphs[j] < glyphs[i];
		assert_int_equal(subset.new_ids[i], smaller + 1);
		hb_glyph_extents_t extents;
		assert_int_equal(hb_font_get_glyph_h_advance(font, subset.new_ids[i]),
				 font_advance(regular(setup), glyphs[i]));
		assert_true(hb_font_get_glyph_extents(font, subset.new_ids[i], &extents));
		assert_true(extents.height != 0);
	}
	hb_font_destroy(font);
	setup_close(setup);
}

static void subset_brings_the_parts_of_composite_glyphs(void **state)
{
	Setup *setup = setup_open();
	(void)state;
	unsigned glyph = font_glyph(regular(setup), 0xe9);
	FontSubset subset = font_subset(setup->arena, regular(setup), &glyph, 1);
	hb_font_t *font = open_subset(&subset);
	hb_glyph_extents_t extents;
	assert_true(hb_face_get_glyph_count(hb_font_get_face(font)) > 2);
	assert_true(hb_font_get_glyph_extents(font, subset.new_ids[0], &extents));
	assert_true(extents.y_bearing > 700);
	hb_font_destroy(font);
	setup_close(setup);
}

static bool has_table(const FontSubset *subset, const char *tag)
{
	int count = subset->file.at[4] << 8 | subset->file.at[5];
	for (int i = 0; i < count; i++)
		if (memcmp(subset->file.at + 12 + 16 * i, tag, 4) == 0)
			return true;
	return false;
}

static void subset_has_the_tables_of_a_pdf_and_no_others(void **state)
{
	static const char *const tables[] = {"glyf", "head", "hhea", "hmtx", "loca", "maxp"};
	Setup *setup = setup_open();
	unsigned glyphs[64];
	(void)state;
	int count = glyphs_for(regular(setup), "office", glyphs);
	FontSubset subset = font_subset(setup->arena, regular(setup), glyphs, count);
	assert_int_equal(subset.file.at[5], 6);
	for (int i = 0; i < 6; i++)
		assert_true(has_table(&subset, tables[i]));
	assert_true(subset.file.length < 4000);
	setup_close(setup);
}

static void subset_has_the_same_bytes_whatever_the_order(void **state)
{
	Setup *first = setup_open(), *second = setup_open();
	unsigned forth[64], back[64];
	(void)state;
	int count = glyphs_for(regular(first), "abc\xc3\xa9", forth);
	glyphs_for(regular(second), "\xc3\xa9\x63\x62\x61", back);
	FontSubset one = font_subset(first->arena, regular(first), forth, count);
	FontSubset other = font_subset(second->arena, regular(second), back, count);
	assert_int_equal(one.file.length, other.file.length);
	assert_memory_equal(one.file.at, other.file.at, one.file.length);
	for (int i = 0; i < count; i++)
		assert_int_equal(one.new_ids[i], other.new_ids[count - 1 - i]);
	setup_close(first);
	setup_close(second);
}

static void subset_of_nothing_and_of_unknown_glyphs_is_a_font(void **state)
{
	Setup *setup = setup_open();
	const unsigned unknown = 65000;
	(void)state;
	assert_true(font_subset(setup->arena, regular(setup), NULL, 0).file.length > 0);
	FontSubset subset = font_subset(setup->arena, regular(setup), &unknown, 1);
	assert_int_equal(subset.new_ids[0], 0);
	setup_close(setup);
}

/* How many glyphs a CFF table has: the operand before the operator CharStrings (17) leads to their INDEX. */
static int cff_glyph_count(Bytes table)
{
	for (size_t i = 0; i + 5 < table.length; i++)
		if (table.at[i] == 29 && table.at[i + 5] == 17) {
			size_t at = (size_t)table.at[i + 3] << 8 | table.at[i + 4];
			return table.at[at] << 8 | table.at[at + 1];
		}
	return 0;
}

/* The font has other forms of this character, which a text may ask for by a variation selector. */
static void subset_brings_no_variants_that_nobody_asked_for(void **state)
{
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	Fonts *fonts;
	unsigned glyph;
	(void)state;
	const char *path = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
	const Font *font = find_in(a, path, 0, diags, &fonts);
	assert_non_null(font);
	assert_int_equal(glyphs_for(font, "\xe8\xbe\xbb", &glyph), 1);
	FontSubset subset = font_subset(a, font, &glyph, 1);
	assert_int_equal(cff_glyph_count(subset.file), 2);
	fonts_close(fonts);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(font_finds_exactly_the_face_asked_for),
	    cmocka_unit_test(font_knows_its_metrics),
	    cmocka_unit_test(font_knows_its_characters),
	    cmocka_unit_test(font_tells_a_file_that_is_no_font),
	    cmocka_unit_test(font_tells_a_face_that_its_file_lacks),
	    cmocka_unit_test(font_tells_every_profile_of_a_broken_file),
	    cmocka_unit_test(font_tells_a_file_that_is_cut_short),
	    cmocka_unit_test(font_tells_a_file_that_may_not_be_embedded),
	    cmocka_unit_test(font_survives_damaged_files),
	    cmocka_unit_test(subset_keeps_advances_and_numbers_glyphs_in_order),
	    cmocka_unit_test(subset_brings_the_parts_of_composite_glyphs),
	    cmocka_unit_test(subset_has_the_tables_of_a_pdf_and_no_others),
	    cmocka_unit_test(subset_has_the_same_bytes_whatever_the_order),
	    cmocka_unit_test(subset_brings_no_variants_that_nobody_asked_for),
	    cmocka_unit_test(subset_of_nothing_and_of_unknown_glyphs_is_a_font),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
