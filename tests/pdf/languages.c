/* SPDX-License-Identifier: MIT */
/*
 * What readers take out of the pages in each language: see languages_judge, which asks poppler and mutool.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "unit/write_asked.h"

#define RECORDS "beijing kunming sao-paulo"

static const char *binary(void)
{
	const char *named = getenv("CLUSTERPRESS");
	return named ? named : "build/clusterpress";
}

static void the_text_of_pages_comes_out_as_it_is_read_in_each_language(void **state)
{
	(void)state;
	Arena *a = arena_new();
	int status;
	if (!is_installed("pdfinfo") || !is_installed("mutool") || !is_installed("python3")) {
		print_message("poppler's tools, mutool or python3 are not installed\n");
		skip();
	}
	const char *said = asked(
	    a,
	    str_format(a,
		       "rm -rf build/tests/languages; %s build data/2024/edition.xml " RECORDS
		       " --quiet --out build/tests/languages 2>&1 && tests/pdf/languages_judge %s "
		       "build/tests/languages data/2024/edition.xml " RECORDS " 2>&1",
		       binary(), binary()),
	    &status);
	print_message("%s", said);
	assert_int_equal(status, 0);
	assert_non_null(strstr(said, "# ar: 3 pages"));
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_text_of_pages_comes_out_as_it_is_read_in_each_language),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
