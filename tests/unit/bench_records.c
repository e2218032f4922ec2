/* SPDX-License-Identifier: MIT */
/* The records that speed is measured with: see tests/bench/records.c. */
#include "unit/base_setup.h"

#include "base/str.h"

#include <stdlib.h>

static int line(const char *words)
{
	return system(words);
}

static const char *program(void)
{
	const char *named = getenv("CLUSTERPRESS");
	return named ? named : "build/clusterpress";
}

static int made_anew(void **state)
{
	(void)state;
	return line("rm -rf build/tests/made && build/bench/records 40 build/tests/made/one && "
		    "build/bench/records 40 build/tests/made/two");
}

static void made_records_are_the_same_for_the_same_seed(void **state)
{
	(void)state;
	assert_int_equal(line("diff -r build/tests/made/one build/tests/made/two"), 0);
}

static void made_records_are_valid_and_each_makes_a_page_in_each_language(void **state)
{
	(void)state;
	Arena *a = arena_new();
	const char *words = str_format(
	    a, "%s build build/tests/made/one/edition.xml --out build/tests/made/out --quiet",
	    program());
	assert_int_equal(line(words), 0);
	assert_int_equal(line("test $(ls build/tests/made/out/*/*.pdf | wc -l) = 120"), 0);
	arena_free(a);
}

/* What is found is no fault, but a warning a record would be a bench of warnings. */
static void made_records_give_the_rules_nothing_to_say(void **state)
{
	(void)state;
	Arena *a = arena_new();
	const char *words = str_format(
	    a, "%s check build/tests/made/one/edition.xml --lang en | grep -q 'all well'",
	    program());
	assert_int_equal(line(words), 0);
	arena_free(a);
}

static void made_records_differ_in_script(void **state)
{
	(void)state;
	static const char *const scripts[] = {"Greek", "Cyrillic", "Arabic",
					      "Han",   "Hangul",   "Katakana"};
	Arena *a = arena_new();
	assert_int_equal(line("build/bench/records 400 build/tests/made/many"), 0);
	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
		assert_int_equal(
		    line(
			str_format(a,
				   "LC_ALL=C.UTF-8 grep -rhP '<(applicant|organization) .*\\p{%s}' "
				   "build/tests/made/many/clusters >/dev/null",
				   scripts[i])),
		    0);
	arena_free(a);
}

/* As many as there may be: were names compared with all before them, this would not end. */
static void two_records_that_differ_in_numbers_only_are_refused_and_nothing_is_written(void **state)
{
	(void)state;
	assert_int_not_equal(
	    line(
		"build/bench/records 100000 build/tests/made/alike 1 twin 2>build/tests/made/told"),
	    0);
	assert_int_equal(line("grep -q ' are alike' build/tests/made/told"), 0);
	assert_int_equal(line("test ! -e build/tests/made/alike"), 0);
}

/* Read back is what the bench believes its rates by. */
static void a_profile_that_does_not_say_what_its_record_says_is_noticed(void **state)
{
	(void)state;
	static const char *const look =
	    "python3 tests/bench/read_back.py build/tests/made/two/edition.xml "
	    "build/tests/made/out 40 >build/tests/made/told";
	assert_int_equal(line(look), 0);
	assert_int_equal(
	    line("sed -i 's/organization count=\"/&9/' build/tests/made/two/clusters/*.xml"), 0);
	assert_int_not_equal(line(look), 0);
	assert_int_equal(line("test $(grep -c 'is not in its text' build/tests/made/told) = 40"),
			 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(made_records_are_the_same_for_the_same_seed),
	    cmocka_unit_test(made_records_are_valid_and_each_makes_a_page_in_each_language),
	    cmocka_unit_test(made_records_give_the_rules_nothing_to_say),
	    cmocka_unit_test(made_records_differ_in_script),
	    cmocka_unit_test(
		two_records_that_differ_in_numbers_only_are_refused_and_nothing_is_written),
	    cmocka_unit_test(a_profile_that_does_not_say_what_its_record_says_is_noticed),
	};
	return cmocka_run_group_tests(tests, made_anew, NULL);
}
