/* SPDX-License-Identifier: MIT */
/* Words that are put together are as if they had been shaped together. */
#include "text_setup.h"

#include "text/shape_words.h"

enum { ROUNDS = 20000 };

static uint32_t roll(uint32_t *seed, uint32_t sides)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % sides;
}

/* Words that come back, and what may reach across a space: marks, joiners, other scripts. */
static const char *random_text(Arena *a, uint32_t *seed)
{
	static const char *const bits[] = {
	    "the",
	    "of",
	    "AVA",
	    "To",
	    "You,",
	    "T",
	    "V.",
	    "Kunming",
	    "is",
	    "98%",
	    "1,204",
	    "office",
	    "ffi",
	    "Universit",
	    "",
	    " ",
	    "\xcc\x81",
	    "e\xcc\x81",
	    "\xcc\x88\xcc\x84",
	    "\xe2\x80\x8d",
	    "\xe2\x80\x8b",
	    "\xc2\xad",
	    "\xc2\xa0",
	    "\xd8\xa8\xd8\xa8",
	    "\xd8\xa8",
	    "\xd7\x90",
	    "\xce\xb1\xce\xb2",
	    "\xd0\x96",
	    "\xe4\xb8\xad",
	    "\xf0\x9f\x99\x82",
	    "\xe0\xb9\x80",
	    "\xe0\xa4\x95\xe0\xa5\x8d",
	    "\xef\xb8\x8f",
	    "i",
	    "L\xe2\x80\x99",
	    "\x01",
	};
	StrBuf buf = {.arena = a};
	strbuf_add(&buf, "");
	for (uint32_t count = roll(seed, 14); count > 0; count--) {
		strbuf_add(&buf, bits[roll(seed, sizeof bits / sizeof *bits)]);
		strbuf_add(&buf, roll(seed, 4) ? " " : "");
	}
	return buf.text;
}

static Type random_type(Setup *setup, uint32_t *seed)
{
	static const char *const languages[] = {"en", "en", "tr", "ar", NULL};
	const FontFile *file = &our_files[roll(seed, OUR_FILES)];
	const Font *font =
	    fonts_find(setup->fonts, file->family, file->weight, file->stretch, setup->diags);
	return (Type){font,
		      (Figures)roll(seed, 4),
		      roll(seed, 3) == 0,
		      languages[roll(seed, 5)],
		      roll(seed, 4) == 0,
		      false};
}

static int character_from(const char *text, int at)
{
	while (((unsigned char)text[at] & 0xc0) == 0x80)
		at++;
	return at;
}

static void check_same(const Shaped *one, const Shaped *two)
{
	assert_int_equal(one->count, two->count);
	for (int i = 0; i < one->count; i++) {
		assert_memory_equal(&one->glyphs[i], &two->glyphs[i], sizeof(Glyph));
		assert_int_equal(one->joined[i], two->joined[i]);
	}
}

static void check_round(Setup *setup, Cache *cache, uint32_t *seed)
{
	Arena *a = arena_new();
	Type type = random_type(setup, seed);
	const char *text = random_text(a, seed);
	uint32_t length = (uint32_t)strlen(text) + 1;
	int start = roll(seed, 2) ? 0 : character_from(text, (int)roll(seed, length));
	int end = roll(seed, 2) ? (int)length - 1 : character_from(text, (int)roll(seed, length));
	Shaped whole = shape_run(a, &type, text, start, end);
	Shaped words = shape_words(a, cache, &type, text, start, end);
	check_same(&whole, &words);
	arena_free(a);
}

static void check_cache(Cache *cache, bool empty)
{
	Setup *setup = setup_open();
	uint32_t seed = 5;
	for (int round = 0; round < ROUNDS; round++) {
		if (empty && roll(&seed, 50) == 0)
			cache_empty(cache);
		check_round(setup, cache, &seed);
	}
	cache_close(cache);
	setup_close(setup);
}

static void words_without_a_cache_are_as_shaped_together(void **state)
{
	(void)state;
	check_cache(NULL, false);
}

static void words_from_a_cache_are_as_shaped_together(void **state)
{
	(void)state;
	check_cache(cache_open(1 << 22), false);
}

static void words_from_a_small_cache_are_as_shaped_together(void **state)
{
	(void)state;
	check_cache(cache_open(1 << 13), false);
}

static void words_from_a_cache_emptied_at_random_are_as_shaped_together(void **state)
{
	(void)state;
	check_cache(cache_open(1 << 20), true);
}

/* Else the cache would be for nothing. */
static void words_of_a_new_sentence_are_known(void **state)
{
	Setup *setup = setup_open();
	Cache *cache = cache_open(1 << 20);
	Type type = {regular(setup), FIGURES_DEFAULT, false, "en", false, false};
	const char *known = "Kunming is the twenty-fifth-ranked cluster",
		   *fresh = "Oslo is the tenth cluster";
	(void)state;
	shape_words(setup->arena, cache, &type, known, 0, (int)strlen(known));
	size_t before = cache_count(cache);
	shape_words(setup->arena, cache, &type, fresh, 0, (int)strlen(fresh));
	assert_int_equal(before, 5);
	assert_int_equal(cache_count(cache), 7);
	cache_close(cache);
	setup_close(setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_without_a_cache_are_as_shaped_together),
	    cmocka_unit_test(words_from_a_cache_are_as_shaped_together),
	    cmocka_unit_test(words_from_a_small_cache_are_as_shaped_together),
	    cmocka_unit_test(words_from_a_cache_emptied_at_random_are_as_shaped_together),
	    cmocka_unit_test(words_of_a_new_sentence_are_known),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
