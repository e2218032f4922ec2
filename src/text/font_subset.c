/* SPDX-License-Identifier: MIT */
#include "text/font_cff.h"
#include "text/font_face.h"

#include <harfbuzz/hb-subset.h>
#include <string.h>

/* A PDF needs the outlines and the widths (ISO 32000-1, 9.9: glyf, head, hhea, hmtx, loca, maxp).
 * Everything else is dropped: GSUB before planning, which would add ligatures nobody asked for. */
static void drop_tables(hb_subset_input_t *input)
{
	static const hb_tag_t tags[] = {
	    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
	    HB_TAG('B', 'A', 'S', 'E'), HB_TAG('J', 'S', 'T', 'F'), HB_TAG('M', 'A', 'T', 'H'),
	    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'),
	    HB_TAG('O', 'S', '/', '2'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('g', 'a', 's', 'p'),
	    HB_TAG('D', 'S', 'I', 'G'), HB_TAG('S', 'T', 'A', 'T'), HB_TAG('m', 'e', 't', 'a'),
	    HB_TAG('h', 'd', 'm', 'x'), HB_TAG('V', 'D', 'M', 'X'), HB_TAG('L', 'T', 'S', 'H'),
	    HB_TAG('P', 'C', 'L', 'T'), HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'),
	    HB_TAG('c', 'v', 't', ' '), HB_TAG('f', 'p', 'g', 'm'), HB_TAG('p', 'r', 'e', 'p'),
	};
	hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		hb_set_add(drop, tags[i]);
}

static hb_subset_input_t *input_of(const unsigned *glyphs, int count)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	if (!input)
		die("there is no memory for a subset");
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	hb_set_t *wanted = hb_subset_input_glyph_set(input);
	for (int i = 0; i < count; i++)
		hb_set_add(wanted, glyphs[i]);
	drop_tables(input);
	return input;
}

/* The blob's bytes; the blob is given back. */
static Bytes blob_take(Arena *a, hb_blob_t *blob)
{
	unsigned length = 0;
	const char *bytes = hb_blob_get_data(blob, &length);
	unsigned char *copy = arena_alloc(a, (size_t)length + 1);
	if (length > 0)
		memcpy(copy, bytes, length);
	hb_blob_destroy(blob);
	return (Bytes){copy, length};
}

static unsigned *copy_ids(Arena *a, const hb_map_t *map, const unsigned *glyphs, int count)
{
	unsigned *ids = ARENA_ARRAY(a, count, unsigned);
	for (int i = 0; i < count; i++) {
		hb_codepoint_t id = hb_map_get(map, glyphs[i]);
		ids[i] = id == HB_MAP_VALUE_INVALID ? 0 : id;
	}
	return ids;
}

typedef struct Cutting {
	hb_subset_input_t *input;
	hb_subset_plan_t *plan;
	hb_face_t *face; /* NULL: HarfBuzz refuses */
} Cutting;

static Cutting cutting_open(const Font *font, const unsigned *glyphs, int count)
{
	Cutting cutting = {.input = input_of(glyphs, count)};
	cutting.plan = hb_subset_plan_create_or_fail(font->face, cutting.input);
	if (cutting.plan)
		cutting.face = hb_subset_plan_execute_or_fail(cutting.plan);
	return cutting;
}

static void cutting_close(Cutting *cutting)
{
	hb_face_destroy(cutting->face);
	hb_subset_plan_destroy(cutting->plan);
	hb_subset_input_destroy(cutting->input);
}

/* Some 0.03 ms a face. (hb_subset_preprocess would make each subset five times as fast, 0.04 ms
 * instead of 0.2 for 60 glyphs, but takes 8 ms a face: it pays from the fiftieth subset on.) */
bool font_subset_works(const Font *font)
{
	Cutting cutting = cutting_open(font, NULL, 0);
	bool works = cutting.face != NULL;
	cutting_close(&cutting);
	return works;
}

FontSubset font_subset(Arena *a, const Font *font, const unsigned *glyphs, int count)
{
	Cutting cutting = cutting_open(font, glyphs, count);
	if (!cutting.face)
		die("HarfBuzz makes no subset of %s", font->file->path);
	const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(cutting.plan);
	unsigned *ids = copy_ids(a, map, glyphs, count);
	FontSubset subset = {.new_ids = ids};
	if (font->outlines == OUTLINES_CFF) {
		subset.file =
		    blob_take(a, hb_face_reference_table(cutting.face, HB_TAG('C', 'F', 'F', ' ')));
		unsigned *cids = ARENA_ARRAY(a, count, unsigned);
		subset.new_ids = cids;
		if (!font_cff_cids(subset.file, ids, count, cids))
			die("HarfBuzz makes a damaged subset of %s", font->file->path);
	} else {
		subset.file = blob_take(a, hb_face_reference_blob(cutting.face));
	}
	cutting_close(&cutting);
	return subset;
}
