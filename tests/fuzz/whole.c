/* SPDX-License-Identifier: MIT */
/*
 * The whole program, fed with editions of which one file is spoiled: see press.h
 * for what must hold, mutate.h for how. What a mutant was made of stays below
 * build/tests/mutants when it fails.
 *
 * The seeds are fixed. For a longer hunt FUZZ_FILE, FUZZ_FROM and FUZZ_COUNT in the
 * environment choose others, and FUZZ_KEEP leaves every mutant there.
 */
#include "fuzz/press.h"

#include "fuzz/mutate.h"

static size_t number_from(const char *name, size_t otherwise)
{
	const char *text = getenv(name);
	return text ? strtoul(text, NULL, 10) : otherwise;
}

/* One mutant of a file, in a folder that stays as it is when it fails. */
static bool mutant_survives(int file, size_t seed, size_t *made)
{
	char name[64];
	snprintf(name, sizeof name, "%d-%zu", file, seed);
	Case c = case_new(file, seed, name);
	const char *sound = text_of(&c, file);
	Mutant m = mutant_make(c.arena, sound, strlen(sound), seed);
	int status;
	const char *fault = case_press(&c, m.text, m.length, &status);
	*made += status == 0;
	if (fault)
		print_message("%s with seed %zu: %s; see %s\n", files[file].from, seed, fault,
			      c.folder);
	else if (!getenv("FUZZ_KEEP"))
		folder_remove(&c);
	arena_free(c.arena);
	return fault == NULL;
}

/* Mutants of one file; the number of those that could be pressed shows that they are not all refused
 * at the door. */
static void file_spoil(int file, size_t count)
{
	size_t from = number_from("FUZZ_FROM", 1), failed = 0, made = 0;
	count = number_from("FUZZ_COUNT", count);
	for (size_t seed = from; seed < from + count; seed++)
		failed += !mutant_survives(file, seed, &made);
	print_message("# %s: %zu mutants, %zu of them pressed\n", files[file].from, count, made);
	if (count >= 50)
		assert_int_not_equal(made, 0);
	assert_int_equal(failed, 0);
}

static void records_spoiled_in_any_way_are_survived(void **state)
{
	(void)state;
	file_spoil(RECORD, 50);
}

static void layouts_spoiled_in_any_way_are_survived(void **state)
{
	(void)state;
	file_spoil(LAYOUT, 120);
}

static void common_texts_spoiled_in_any_way_are_survived(void **state)
{
	(void)state;
	file_spoil(COMMON, 15);
}

static void names_spoiled_in_any_way_are_survived(void **state)
{
	(void)state;
	file_spoil(NAMES, 15);
}

static void editions_spoiled_in_any_way_are_survived(void **state)
{
	(void)state;
	file_spoil(EDITION, 15);
}

static void fonts_spoiled_in_any_way_are_survived(void **state)
{
	(void)state;
	file_spoil(FONTS, 15);
}

/* What was found by hunting, kept: a word of the layout, what it becomes, how the program must end. */
static const struct {
	const char *from, *to;
	int times, status;
} found[] = {
    {"<p id=\"lead\"", "<column padding=\"370000mm\"/>", 1, 65},
    {"cell-padding=\"1.35mm\"", "cell-padding=\"370000mm\"", 1, 65},
    {"row-height=\"5.4mm\"", "row-height=\"370000mm\"", 1, 65},
    {"bar-height=\"3.1mm\"", "bar-height=\"180mm\"", 1, 65},
    {"baseline-shift=\"13.4pt\"", "baseline-shift=\"700pt\"", 1, 65},
    {"letter-spacing=\"-0.01em\" color=\"paper\"", "letter-spacing=\"-1em\" color=\"paper\"", 1,
     65},
    {"widths=\"1fr 1fr\"", "widths=\"370000mm 370000mm\"", 1, 65},
    {"gap=\"9mm\"", "gap=\"370000mm\"", 1, 65},
    {"<fit>", "<spread at=\"h2\" to=\"4mm\"/>", 1000, 65},
    {"<p id=\"lead\"", "<space height=\"370000mm\"/>", 1000, 65},
    {"It filed", "<b>a</b> ", 2000, 65},
    {"It filed", "e\xCC\x81\xCC\x81\xCC\x81", 4000, 65},
};

/* An element is put before or behind `from`, a value in its place. */
static const char *text_with(const Case *c, size_t i)
{
	StrBuf to = {.arena = c->arena};
	for (int k = 0; k < found[i].times; k++)
		strbuf_add(&to, found[i].to);
	bool before = strncmp(found[i].from, "<p", 2) == 0;
	bool behind = !before && strchr(found[i].from, '=') == NULL;
	const char *around = found[i].from;
	return str_format(c->arena, "%s%s%s", behind ? around : "", strbuf_text(&to),
			  before ? around : "");
}

static void what_was_found_once_stays_mended(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof found / sizeof *found; i++) {
		Case c = case_new(LAYOUT, 0, "found");
		const char *sound = text_of(&c, LAYOUT);
		assert_non_null(strstr(sound, found[i].from));
		const char *text = text_changed(c.arena, sound, found[i].from, text_with(&c, i));
		int status;
		const char *fault = case_press(&c, text, strlen(text), &status);
		if (fault || status != found[i].status)
			fail_msg("%s for %s: status %d, %s", found[i].to, found[i].from, status,
				 fault ? fault : "no fault");
		arena_free(c.arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(records_spoiled_in_any_way_are_survived),
	    cmocka_unit_test(layouts_spoiled_in_any_way_are_survived),
	    cmocka_unit_test(common_texts_spoiled_in_any_way_are_survived),
	    cmocka_unit_test(names_spoiled_in_any_way_are_survived),
	    cmocka_unit_test(editions_spoiled_in_any_way_are_survived),
	    cmocka_unit_test(fonts_spoiled_in_any_way_are_survived),
	    cmocka_unit_test(what_was_found_once_stays_mended),
	};
	const struct CMUnitTest one[] = {tests[number_from("FUZZ_FILE", 0) % FILES]};
	if (getenv("FUZZ_FILE"))
		return cmocka_run_group_tests(one, NULL, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
