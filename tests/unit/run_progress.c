/* SPDX-License-Identifier: MIT */
/* The line at the foot of the terminal. */
#include "unit/base_setup.h"

#include "base/str.h"
#include "run/progress.h"

#include <string.h>

static void progress_says_how_far_how_fast_and_how_long(void **state)
{
	(void)state;
	static const struct {
		int ended, total, failed, width;
		double rate;
		const char *line;
	} cases[] = {
	    {0, 1000, 0, 60, 0, "0/1000 [........................................]"},
	    {250, 1000, 0, 60, 100, "250/1000 [########........................] 100/s, 0:08 left"},
	    {500, 1000, 2, 76, 4,
	     "500/1000 [################.................] 4.0/s, 2:05 left, 2 with errors"},
	    {1, 100000, 0, 60, 10, "1/100000 [..............................] 10/s, 2:46:40 left"},
	    {1000, 1000, 0, 50, 1234, "1000/1000 [####################] 1234/s, 0:00 left"},
	    {500, 1000, 0, 30, 100, "500/1000 100/s, 0:05 left"},
	    {500, 1000, 0, 12, 100, "500/1000"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Arena *a = arena_new();
		const char *line = progress_line(a, cases[i].ended, cases[i].total, cases[i].failed,
						 cases[i].rate, cases[i].width);
		assert_string_equal(line, cases[i].line);
		assert_true(strlen(line) <= (size_t)cases[i].width);
		arena_free(a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(progress_says_how_far_how_fast_and_how_long),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
