/* SPDX-License-Identifier: MIT */
/*
 * Every page of every edition that is shipped, as pdftotext reads it: one page
 * each, with its name on it, and without the holes that facts leave which are not
 * known: no "null", no "th" alone, no stray comma, no brace.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "unit/write_asked.h"

#include <regex.h>

/* What no page may say. POSIX extended regular expressions, on text with its white space folded. */
static const char *const holes[] = {
    "[{}]",                                    /* a pattern that was not said */
    "null|nil|NaN|undefined|None",             /* a program's word for nothing */
    "(^| )(st|nd|rd|th) ",                     /* the letters of an ordinal without its digits */
    " [,.;:%)]",                               /* a value is missing before it */
    "[,;:(] ?[,.;:)]",                         /* … or between two of them */
    "\\(\\)| and[.,]| with [.,]",              /* a list of nothing */
    " (of|the|than|by|in|per|from|for) [.,;]", /* a sentence that breaks off */
};

typedef struct Reading {
	Arena *arena;
	const char *folder; /* where the editions are pressed */
	const char *binary;
	int pages;
} Reading;

static void hole_look(const char *pdf, const char *text)
{
	for (size_t i = 0; i < sizeof holes / sizeof *holes; i++) {
		regex_t hole;
		regmatch_t found;
		assert_int_equal(regcomp(&hole, holes[i], REG_EXTENDED), 0);
		bool there = regexec(&hole, text, 1, &found, 0) == 0;
		regfree(&hole);
		if (there)
			fail_msg("%s has a hole (%s): …%.60s…", pdf, holes[i],
				 text + (found.rm_so > 30 ? found.rm_so - 30 : 0));
	}
}

static void page_look(Reading *r, const char *pdf)
{
	Arena *a = arena_new();
	int status;
	const char *text =
	    str_fold(a, asked(a, str_format(a, "pdftotext -raw '%s' - 2>&1", pdf), &status));
	assert_int_equal(status, 0);
	/* One form feed a page; folded away at the end, so it is asked for on its own. */
	const char *pages =
	    asked(a, str_format(a, "pdfinfo '%s' | grep -c '^Pages: *1$'", pdf), &status);
	if (strcmp(str_fold(a, pages), "1") != 0)
		fail_msg("%s is not one page", pdf);
	if (strlen(text) < 100)
		fail_msg("%s says next to nothing: %s", pdf, text);
	hole_look(pdf, text);
	r->pages++;
	arena_free(a);
}

static int count_of(const char *const *paths)
{
	int count = 0;
	while (paths[count])
		count++;
	return count;
}

/* Presses one edition; every record of its folder must become a page. */
static void edition_look(Reading *r, const char *edition)
{
	Arena *a = r->arena;
	int status;
	const char *out = str_format(a, "%s/%s", r->folder, file_beside(a, edition, "."));
	const char *said =
	    asked(a,
		  str_format(a, "rm -rf %s && %s build %s --lang en --quiet --out %s 2>&1", out,
			     r->binary, edition, out),
		  &status);
	if (status != 0)
		fail_msg("%s: %s", edition, said);
	const char *const *pdfs = file_glob(a, str_format(a, "%s/en/*.pdf", out));
	const char *const *records = file_glob(a, file_beside(a, edition, "*/*.xml"));
	assert_int_equal(count_of(pdfs), count_of(records));
	assert_true(count_of(pdfs) > 0);
	for (; *pdfs; pdfs++)
		page_look(r, *pdfs);
}

static void no_page_of_a_shipped_edition_has_a_hole(void **state)
{
	(void)state;
	if (!is_installed("pdftotext")) {
		print_message("pdftotext is not installed\n");
		skip();
	}
	Arena *a = arena_new();
	const char *binary = getenv("CLUSTERPRESS");
	binary = binary ? binary : "build/clusterpress";
	Reading r = {a, file_beside(a, binary, "tests/editions"), binary, 0};
	const char *const *editions = file_glob(a, "data/*/edition.xml");
	assert_true(count_of(editions) > 0);
	for (; *editions; editions++)
		edition_look(&r, *editions);
	print_message("%d pages were read\n", r.pages);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_page_of_a_shipped_edition_has_a_hole),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
