/* SPDX-License-Identifier: MIT */
/* The patterns that were chosen for some words divide these as all patterns do. */
#include "unit/base_setup.h"

#include "base/file.h"
#include "text/hyphen_select.h"

#include <ctype.h>
#include <hyphen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = 600, TOGETHER = 12, LENGTH_MOST = 40 };

/* Of languages whose patterns Debian has; the first is the one that all of this is for. */
static const char *const files[] = {"hyph_de_DE.dic", "hyph_en_GB.dic", "hyph_fr.dic",
				    "hyph_ru_RU.dic", "hyph_pt_BR.dic", "hyph_es_ES.dic"};

static HyphenDict *patterns_load(Bytes bytes)
{
	FILE *file = fmemopen((void *)bytes.at, bytes.length, "r");
	HyphenDict *patterns = hnj_hyphen_load_file(file);
	fclose(file);
	assert_non_null(patterns);
	return patterns;
}

static const char *divided(Arena *a, HyphenDict *patterns, const char *word)
{
	char numbers[4 * LENGTH_MOST + 5] = "";
	char **spellings = NULL;
	int *places = NULL, *cuts = NULL, length = (int)strlen(word);
	hnj_hyphen_hyphenate2(patterns, word, length, numbers, NULL, &spellings, &places, &cuts);
	for (int i = 0; spellings && i < length; i++)
		free(spellings[i]);
	free(spellings);
	free(places);
	free(cuts);
	return str_copy(a, numbers);
}

/* The letters of a line by chance, which are the hardest to tell from those of another; "" of what is no pattern. */
static const char *letters_of(Arena *a, Bytes file, unsigned *chance)
{
	*chance = *chance * 1103515245u + 12345;
	const char *at = (const char *)file.at + (*chance >> 4) % file.length;
	const char *end = (const char *)file.at + file.length;
	while (at < end && *at != '\n')
		at++;
	StrBuf letters = {.arena = a};
	for (at++; at < end && !isspace((unsigned char)*at) && *at != '/'; at++)
		if (!isdigit((unsigned char)*at) && *at != '.')
			strbuf_add_n(&letters, at, 1);
	bool word = letters.length > 0 && !isupper((unsigned char)letters.text[0]) &&
		    letters.text[0] != '%' && letters.text[0] != '#';
	return word ? letters.text : "";
}

static const char *word_of(Arena *a, Bytes file, unsigned *chance)
{
	StrBuf word = {.arena = a};
	while (word.length < 6)
		strbuf_add(&word, letters_of(a, file, chance));
	strbuf_add(&word, letters_of(a, file, chance));
	if (word.length > LENGTH_MOST)
		return word_of(a, file, chance);
	return word.text;
}

static int words_compare(Arena *a, Bytes file, const HyphenIndex *index, HyphenDict *all,
			 unsigned *chance)
{
	const char *words[TOGETHER];
	int hyphens = 0;
	HyphenChoice *choice = hyphen_choice(a, index);
	for (int i = 0; i < TOGETHER; i++) {
		words[i] = word_of(a, file, chance);
		hyphen_choose(choice, words[i], (int)strlen(words[i]));
	}
	StrBuf chosen = {.arena = a};
	hyphen_choice_write(&chosen, choice);
	assert_true(chosen.length < file.length / 2);
	HyphenDict *some =
	    patterns_load((Bytes){(const unsigned char *)chosen.text, chosen.length});
	for (int i = 0; i < TOGETHER; i++) {
		const char *wanted = divided(a, all, words[i]);
		if (strcmp(divided(a, some, words[i]), wanted) != 0)
			fail_msg("%s: %s, not %s", words[i], divided(a, some, words[i]), wanted);
		hyphens += strpbrk(wanted, "13579") != NULL;
	}
	hnj_hyphen_free(some);
	return hyphens;
}

static void chosen_patterns_divide_words_as_all_do(void **state)
{
	(void)state;
	int hyphens = 0, compared = 0;
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		Arena *a = arena_new();
		const char *path = str_format(a, "/usr/share/hyphen/%s", files[i]);
		Bytes file = file_read(a, &(Source){.path = path}, 8 << 20, diags_new(a));
		if (file.at == NULL)
			fail_msg("%s cannot be read", path);
		const HyphenIndex *index = hyphen_index(a, file);
		assert_true(hyphen_index_count(index) > 500);
		HyphenDict *all = patterns_load(file);
		unsigned chance = 7;
		for (int done = 0; done < WORDS; done += TOGETHER, compared += TOGETHER)
			hyphens += words_compare(a, file, index, all, &chance);
		hnj_hyphen_free(all);
		arena_free(a);
	}
	assert_true(hyphens > compared / 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(chosen_patterns_divide_words_as_all_do),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
