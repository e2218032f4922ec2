/* SPDX-License-Identifier: MIT */
#include "base/likeness.h"
#include "read_setup.h"

#include <time.h>

static void likeness_is_what_the_lines_say(void **state)
{
	Setup *setup = *state;
	char *text = case_file(setup, "tests/lines/likeness.txt");
	CaseLine line = {0};
	int wrong = 0, lines = 0;
	while (case_next(setup, &text, &line)) {
		assert_int_equal(line.count, 3);
		lines++;
		bool same = strcmp(line.parts[2], "same") == 0;
		if (likeness_alike(line.parts[0], line.parts[1]) == same &&
		    likeness_alike(line.parts[1], line.parts[0]) == same)
			continue;
		print_error("tests/lines/likeness.txt:%d: \"%s\", \"%s\"\n", line.number,
			    line.parts[0], line.parts[1]);
		wrong++;
	}
	assert_int_equal(wrong, 0);
	assert_true(lines > 40);
}

/* What one pair finds is found among many too: every line of the cases at once. */
static void likeness_finds_the_same_pairs_in_a_crowd(void **state)
{
	Setup *setup = *state;
	char *text = case_file(setup, "tests/lines/likeness.txt");
	CaseLine line = {0};
	while (case_next(setup, &text, &line)) {
		const char *crowd[] = {"Aachen University", line.parts[0], "Zurich University",
				       line.parts[1]};
		if (strcmp(line.parts[0], line.parts[1]) == 0)
			continue;
		List pairs = likeness_pairs(setup->arena, crowd, 4);
		bool same = strcmp(line.parts[2], "same") == 0;
		assert_int_equal(pairs.count, same);
		if (same) {
			assert_int_equal(((Alike *)list_at(&pairs, 0))->one, 1);
			assert_int_equal(((Alike *)list_at(&pairs, 0))->other, 3);
		}
	}
}

static void likeness_pairs_each_spelling_with_the_first(void **state)
{
	Setup *setup = *state;
	static const char *const names[] = {"Yunnan Univ.", "Tongji University",
					    "YUNNAN UNIVERSITY", "Yunnan  University"};
	List pairs = likeness_pairs(setup->arena, names, 4);
	assert_int_equal(pairs.count, 2);
	assert_int_equal(((Alike *)list_at(&pairs, 0))->one, 0);
	assert_int_equal(((Alike *)list_at(&pairs, 0))->other, 2);
	assert_int_equal(((Alike *)list_at(&pairs, 1))->one, 0);
	assert_int_equal(((Alike *)list_at(&pairs, 1))->other, 3);
	assert_int_equal(likeness_pairs(setup->arena, NULL, 0).count, 0);
}

/* Names that all share their first letters are the hardest crowd. */
static void likeness_takes_no_square_of_many_names(void **state)
{
	Setup *setup = *state;
	enum { MANY = 20000 };
	const char **names = ARENA_ARRAY(setup->arena, MANY, const char *);
	for (int i = 0; i < MANY; i++)
		names[i] = str_format(setup->arena, "University of Place %d", i);
	clock_t begin = clock();
	List pairs = likeness_pairs(setup->arena, names, MANY);
	assert_true(clock() - begin < 10 * CLOCKS_PER_SEC);
	assert_int_equal(pairs.count, 0);
}

static void likeness_folds_what_makes_no_difference(void **state)
{
	Setup *setup = *state;
	assert_string_equal(likeness_fold(setup->arena, "Shenzhen–Hong Kong-Guangzhou"),
			    likeness_fold(setup->arena, "SHENZHEN-HONG KONG–GUANGZHOU"));
	assert_string_equal(likeness_fold(setup->arena, "São Paulo"), "saopaulo");
	assert_string_equal(likeness_fold(setup->arena, " – "), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(likeness_is_what_the_lines_say),
	    SENTENCE(likeness_finds_the_same_pairs_in_a_crowd),
	    SENTENCE(likeness_pairs_each_spelling_with_the_first),
	    SENTENCE(likeness_takes_no_square_of_many_names),
	    SENTENCE(likeness_folds_what_makes_no_difference),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
