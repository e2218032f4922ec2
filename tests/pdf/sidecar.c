/* SPDX-License-Identifier: MIT */
/*
 * What stands beside each PDF for those who ask where a word, a number or a bar comes from: see marks_judge, which holds
 * every path, place, value and box against the files that are named, and against what pdftotext finds.
 */
#include "pdf/samples.h"

#define FOLDER "tests/sidecar"

static void page_count(void *who, const Shelf *shelf, const RecordFile *record, const char *edition,
		       const char *pdf)
{
	int *pages = who;
	(void)shelf, (void)record, (void)edition, (void)pdf;
	++*pages;
}

/* Besides what is shipped: values that are rounded, editions before, languages that nobody speaks. */
static int pages_press(Arena *a)
{
	int pages = 0;
	Samples samples = {a, FOLDER, page_count, &pages, "--marks"};
	samples_look(&samples);
	samples_edition(&samples, "tests/cases/tables/edition.xml", NULL, NULL);
	samples_edition(&samples, "tests/cases/history/edition.xml", NULL, "aa");
	samples_edition_in(&samples, "data/2024/edition.xml", NULL, "kunming", "x-long,x-rtl");
	return pages;
}

static void judges_or_skip(void)
{
	if (is_installed("pdftotext") && system("/usr/bin/python3 -c 'import lxml' 2>&1") == 0)
		return;
	print_message("pdftotext or python3-lxml is not installed\n");
	skip();
}

static void every_number_and_mark_leads_to_its_datum(void **state)
{
	(void)state;
	judges_or_skip();
	Arena *a = arena_new();
	int status;
	const char *folder = file_beside(a, samples_binary(), FOLDER);
	asked(a, str_format(a, "rm -rf '%s'", folder), &status);
	int pages = pages_press(a);
	const char *said =
	    asked(a, str_format(a, "tests/pdf/marks_judge '%s' 2>&1", folder), &status);
	print_message("%s", said);
	assert_int_equal(status, 0);
	assert_true(str_starts(said, str_format(a, "# %d pages", pages)));
	arena_free(a);
}

/* Each is a fault that marks could have; the judge must tell it. */
static void marks_that_are_spoilt_are_told(void **state)
{
	(void)state;
	judges_or_skip();
	Arena *a = arena_new();
	int status;
	const char *out = file_beside(a, samples_binary(), "tests/sidecar-spoilt");
	asked(a,
	      str_format(
		  a,
		  "%s build data/gallery/edition.xml every-kind --marks --force --quiet --out '%s'",
		  samples_binary(), out),
	      &status);
	assert_int_equal(status, 0);
	const char *said = asked(
	    a,
	    str_format(a, "tests/pdf/marks_judge --spoil '%s/en/every-kind.marks.json' 2>&1", out),
	    &status);
	print_message("%s", said);
	assert_int_equal(status, 0);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_number_and_mark_leads_to_its_datum),
	    cmocka_unit_test(marks_that_are_spoilt_are_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
