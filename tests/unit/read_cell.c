/* SPDX-License-Identifier: MIT */
/* What a cell says as a number, an id, a date: the lines of tests/lines/cells.txt. */
#include "read_setup.h"

#include "read/cell.h"

static void line_check(Setup *setup, const CaseLine *line)
{
	CellFormat format;
	Marks marks = {"1234.5", '.', '\0'};
	CellFault fault = {0};
	assert_int_equal(line->count, 4);
	assert_true(cell_format_find(line->parts[0], &format));
	if (strcmp(line->parts[1], "-") != 0 && !marks_read(setup->arena, line->parts[1], &marks))
		fail_msg("line %d: \"%s\" is no sample", line->number, line->parts[1]);
	const char *said = cell_say(setup->arena, line->parts[2], format, &marks, &fault);
	const char *got = said ? said : str_format(setup->arena, "! %s", fault.expected);
	if (strcmp(got, line->parts[3]) != 0)
		fail_msg("line %d: \"%s\" gives \"%s\", not \"%s\"", line->number, line->parts[2],
			 got, line->parts[3]);
}

static void cells_say_what_the_lines_expect(void **state)
{
	char *text = case_file(*state, "tests/lines/cells.txt");
	CaseLine line = {0};
	int count = 0;
	for (; case_next(*state, &text, &line); count++)
		line_check(*state, &line);
	assert_true(count > 80);
}

static void samples_of_numbers_are_read_strictly(void **state)
{
	static const char *const wrong[] = {"",        "1",        "1234.",   "1234.6",
					    "1,234,5", "1.234.5",  "1_234.5", "2,345.6",
					    "1234 5",  "1,234.5%", "12,34.5"};
	Setup *setup = *state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		Marks marks = {0};
		if (marks_read(setup->arena, wrong[i], &marks))
			fail_msg("\"%s\" was taken for a sample", wrong[i]);
		assert_null(marks.sample);
	}
}

static void numbers_written_with_a_dash_are_told_of_it(void **state)
{
	Setup *setup = *state;
	CellFault fault = {0};
	Marks marks = {"1234.5", '.', '\0'};
	assert_null(cell_say(setup->arena, "–1", CELL_INTEGER, &marks, &fault));
	assert_string_equal(fault.hint, "a minus is written \"-\" or \"−\", not as a dash");
}

static void keys_are_no_longer_than_names_of_files_may_be(void **state)
{
	Setup *setup = *state;
	CellFault fault = {0};
	char name[102];
	memset(name, 'a', sizeof name);
	name[100] = '\0';
	assert_non_null(cell_say(setup->arena, name, CELL_KEY, NULL, &fault));
	name[100] = 'a';
	name[101] = '\0';
	assert_null(cell_say(setup->arena, name, CELL_KEY, NULL, &fault));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(cells_say_what_the_lines_expect),
	    SENTENCE(samples_of_numbers_are_read_strictly),
	    SENTENCE(numbers_written_with_a_dash_are_told_of_it),
	    SENTENCE(keys_are_no_longer_than_names_of_files_may_be),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
