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

static void made_records_are_valid_and_each_makes_a_page(void **state)
{
	(void)state;
	Arena *a = arena_new();
	const char *words = str_format(
	    a, "%s build build/tests/made/one/edition.xml --out build/tests/made/out --quiet",
	    program());
	assert_int_equal(line(words), 0);
	assert_int_equal(line("test $(ls build/tests/made/out/en/*.pdf | wc -l) = 40"), 0);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(made_records_are_the_same_for_the_same_seed),
	    cmocka_unit_test(made_records_are_valid_and_each_makes_a_page),
	};
	return cmocka_run_group_tests(tests, made_anew, NULL);
}
