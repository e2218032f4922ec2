/* SPDX-License-Identifier: MIT */
/* What a worker keeps for later pages never shows on any of them. */
#include "unit/base_setup.h"

#include "base/str.h"
#include "run/profile.h"
#include "write/trace.h"

/* In Arabic not words are kept, but all that is shaped at once. */
static const char *const editions[][2] = {{"data/2023/edition.xml", "en"},
					  {"data/2024/edition.xml", "en"},
					  {"data/2024/edition.xml", "ar"},
					  {"data/2025/edition.xml", "en"},
					  {"data/lakes/edition.xml", "en"}};

/* The pages of an edition as text, one after the other, made with that cache; emptied before every
 * `often`-th page, never when that is 0. */
static const char *pages_text(Arena *a, const Shelf *shelf, const char *language, Cache *cache,
			      int often)
{
	Shelf mine = *shelf;
	mine.cache = cache;
	StrBuf text = {.arena = a};
	for (int i = 0; i < shelf->edition->record_count; i++) {
		Arena *page_arena = arena_new();
		Diags *diags = diags_new(page_arena);
		if (often && i % often == 0)
			cache_empty(cache);
		const Record *record =
		    profile_record(page_arena, &shelf->edition->records[i], &mine, diags);
		const Page *page =
		    profile_page(page_arena, record, language, &mine, &(Watch){0}, diags);
		assert_non_null(page);
		trace_write(&text, page);
		arena_free(page_arena);
	}
	return strbuf_text(&text);
}

static void check_edition(const char *edition, const char *language)
{
	Arena *a = arena_new();
	const Shelf *shelf =
	    shelf_open(a, &(ShelfFiles){.edition = edition, .root = "."}, diags_new(a));
	assert_non_null(shelf);
	const char *without = pages_text(a, shelf, language, NULL, 0);
	assert_true(str_starts(without, "page"));
	static const size_t sizes[] = {4 << 20, 4 << 20, 1 << 15};
	static const int often[] = {0, 3, 0};
	for (int i = 0; i < 3; i++) {
		Cache *cache = cache_open(sizes[i]);
		assert_true(str_equal(pages_text(a, shelf, language, cache, often[i]), without));
		assert_true(cache_count(cache) > 0);
		cache_close(cache);
	}
	shelf_close(shelf);
	arena_free(a);
}

static void pages_are_the_same_without_with_and_after_emptying_a_cache(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof editions / sizeof *editions; i++)
		check_edition(editions[i][0], editions[i][1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(pages_are_the_same_without_with_and_after_emptying_a_cache),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
