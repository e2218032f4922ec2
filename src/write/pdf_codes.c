/* SPDX-License-Identifier: MIT */
#include "write/pdf_codes.h"

#include "base/list.h"
#include "text/font.h"

#include <stdlib.h>
#include <string.h>

#define SOFT_HYPHEN "\xC2\xAD"

/* A face while its codes are gathered, in the order they are met. */
typedef struct Draft {
	const Font *font;
	List codes; /* of FaceCode */
	int *slots; /* the place of a code from 1, found by its hash; 0: free */
	int slot_count;
} Draft;

/* The glyphs of one cluster stand together; its text ends where the cluster behind it begins,
 * which stands to the right in most scripts and to the left in others. */
static int cluster_end(const Run *run, int glyph)
{
	int begin = run->glyphs[glyph].cluster;
	for (int i = glyph + 1; i < run->glyph_count; i++)
		if (run->glyphs[i].cluster != begin) {
			if (run->glyphs[i].cluster > begin)
				return run->glyphs[i].cluster;
			break;
		}
	for (int i = glyph - 1; i >= 0; i--)
		if (run->glyphs[i].cluster > begin)
			return run->glyphs[i].cluster;
	return run->length;
}

bool run_is_backwards(const Run *run)
{
	return run->glyph_count > 1 &&
	       run->glyphs[0].cluster > run->glyphs[run->glyph_count - 1].cluster;
}

/* The first that is shown: see pdf_text.c. */
static bool is_first_of_cluster(const Run *run, int glyph)
{
	int before = run_is_backwards(run) ? glyph + 1 : glyph - 1;
	return before < 0 || before >= run->glyph_count ||
	       run->glyphs[before].cluster != run->glyphs[glyph].cluster;
}

static FaceCode code_of(const Run *run, int glyph)
{
	FaceCode code = {.glyph = run->glyphs[glyph].id, .text = ""};
	int begin = run->glyphs[glyph].cluster;
	if (begin >= run->length) {
		/* A hyphen that only the line's end has: ISO 32000-1, 14.8.2.2.3 wants it told apart. */
		code.text = SOFT_HYPHEN;
		code.length = sizeof SOFT_HYPHEN - 1;
	} else if (is_first_of_cluster(run, glyph)) {
		code.text = run->text + begin;
		code.length = cluster_end(run, glyph) - begin;
	}
	return code;
}

static int compare_codes(const void *left, const void *right)
{
	const FaceCode *a = *(FaceCode *const *)left, *b = *(FaceCode *const *)right;
	if (a->glyph != b->glyph)
		return a->glyph < b->glyph ? -1 : 1;
	if (a->length != b->length)
		return a->length < b->length ? -1 : 1;
	return memcmp(a->text, b->text, (size_t)a->length);
}

/* Finding a code */

/* Glyphs and characters often go up together, so each must reach all of the bits. */
static unsigned hash_of(const FaceCode *code)
{
	uint64_t hash = code->glyph;
	for (int i = 0; i < code->length; i++)
		hash = hash << 8 ^ hash >> 48 ^ (unsigned char)code->text[i];
	return (unsigned)(hash * 0x9e3779b97f4a7c15u >> 40);
}

static bool same_code(const FaceCode *a, const FaceCode *b)
{
	return a->glyph == b->glyph && a->length == b->length &&
	       memcmp(a->text, b->text, (size_t)a->length) == 0;
}

/* The slot of a code, or the free one where it belongs. */
static int *slot_of(const Draft *draft, const FaceCode *code)
{
	const FaceCode *codes = draft->codes.items;
	unsigned last = (unsigned)draft->slot_count - 1;
	unsigned at = hash_of(code) & last;
	while (draft->slots[at] != 0 && !same_code(&codes[draft->slots[at] - 1], code))
		at = (at + 1) & last;
	return &draft->slots[at];
}

/* At most half of them are taken. */
static void slots_grow(Draft *draft)
{
	draft->slot_count *= 2;
	draft->slots = ARENA_ARRAY(draft->codes.arena, draft->slot_count, int);
	const FaceCode *codes = draft->codes.items;
	for (int i = 0; i < draft->codes.count; i++)
		*slot_of(draft, &codes[i]) = i + 1;
}

int em_thousandths(const Font *font, int units)
{
	return len_scale(units, 1000, font_metrics(font)->units_per_em);
}

/* The place of a code among those that were met, which now it was. */
static int code_place(Draft *draft, FaceCode code)
{
	int *slot = slot_of(draft, &code);
	if (*slot != 0)
		return *slot - 1;
	code.width = em_thousandths(draft->font, font_advance(draft->font, code.glyph));
	*(FaceCode *)list_add(&draft->codes) = code;
	*slot = draft->codes.count;
	if (2 * draft->codes.count >= draft->slot_count)
		slots_grow(draft);
	return draft->codes.count - 1;
}

/* Gathering */

static Draft *draft_find(List *drafts, const Font *font)
{
	enum { SLOTS_FIRST = 128 };
	for (int i = 0; i < drafts->count; i++) {
		Draft *draft = list_at(drafts, i);
		if (draft->font == font)
			return draft;
	}
	Draft *draft = list_add(drafts);
	*draft = (Draft){.font = font,
			 .codes = list_new(drafts->arena, sizeof(FaceCode)),
			 .slots = ARENA_ARRAY(drafts->arena, SLOTS_FIRST, int),
			 .slot_count = SLOTS_FIRST};
	return draft;
}

static int *run_places(Draft *draft, const Run *run)
{
	int *places = ARENA_ARRAY(draft->codes.arena, run->glyph_count, int);
	for (int i = 0; i < run->glyph_count; i++)
		places[i] = code_place(draft, code_of(run, i));
	return places;
}

/* The face with its codes in order; in `numbers` what the code at each place is called. */
static Face draft_finish(Arena *a, const Draft *draft, int **numbers)
{
	int count = draft->codes.count;
	const FaceCode *met = draft->codes.items;
	const FaceCode **order = ARENA_ARRAY(a, count, const FaceCode *);
	FaceCode *codes = ARENA_ARRAY(a, count, FaceCode);
	*numbers = ARENA_ARRAY(a, count, int);
	for (int i = 0; i < count; i++)
		order[i] = &met[i];
	if (count > 0)
		qsort(order, (size_t)count, sizeof *order, compare_codes);
	for (int i = 0; i < count; i++) {
		codes[i] = *order[i];
		(*numbers)[order[i] - met] = i + 1;
	}
	return (Face){draft->font, codes, count};
}

static Faces drafts_finish(Arena *a, const List *drafts, int **shown, const Page *page)
{
	Face *faces = ARENA_ARRAY(a, drafts->count, Face);
	int **numbers = ARENA_ARRAY(a, drafts->count, int *);
	for (int i = 0; i < drafts->count; i++)
		faces[i] = draft_finish(a, list_at(drafts, i), &numbers[i]);
	Faces all = {faces, drafts->count, (const int *const *)shown};
	for (int i = 0; i < page->draw_count; i++) {
		const Run *run = &page->draws[i].run;
		const int *number = shown[i] ? numbers[faces_find(&all, run->font)] : NULL;
		for (int g = 0; number && g < run->glyph_count; g++)
			shown[i][g] = number[shown[i][g]];
	}
	return all;
}

Faces faces_gather(Arena *a, const Page *page)
{
	List drafts = list_new(a, sizeof(Draft));
	int **shown = ARENA_ARRAY(a, page->draw_count, int *);
	for (int i = 0; i < page->draw_count; i++) {
		const Draw *draw = &page->draws[i];
		if (draw->kind == DRAW_RUN)
			shown[i] = run_places(draft_find(&drafts, draw->run.font), &draw->run);
	}
	return drafts_finish(a, &drafts, shown, page);
}

int faces_find(const Faces *faces, const Font *font)
{
	for (int i = 0; i < faces->count; i++)
		if (faces->faces[i].font == font)
			return i;
	die("a run is in a font that the page does not have");
}
