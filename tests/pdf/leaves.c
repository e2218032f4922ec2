/* SPDX-License-Identifier: MIT */
/*
 * What only the PDF can show of links, notes and images: the page of tests/cases/leaves, judged by
 * qpdf and by poppler's tools.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/write_asked.h"

static const char folder[] = "build/tests/leaves";

static const char *must_ask(Arena *a, const char *command)
{
	int status;
	const char *said = asked(a, command, &status);
	if (status != 0)
		fail_msg("%s\n%s", command, said);
	return said;
}

static const char *binary(void)
{
	const char *named = getenv("CLUSTERPRESS");
	return named ? named : "build/clusterpress";
}

static int press(void **state)
{
	Arena *a = arena_new();
	*state = a;
	must_ask(a,
		 str_format(a, "%s build tests/cases/leaves/edition.xml --quiet --force --out %s",
			    binary(), folder));
	return 0;
}

static int leave(void **state)
{
	arena_free(*state);
	return 0;
}

static const char *said_of(Arena *a, const char *program, const char *options)
{
	if (!is_installed(program)) {
		print_message("%s is not installed\n", program);
		skip();
	}
	return must_ask(a, str_format(a, "%s %s %s/en/harbour.pdf 2>&1", program, options, folder));
}

/* The file's objects as text. */
static const char *inside_of(Arena *a)
{
	said_of(a, "qpdf", "--check");
	return must_ask(a, str_format(a, "qpdf --qdf %s/en/harbour.pdf - | tr -d '\\000'", folder));
}

static int count(const char *text, const char *what)
{
	int found = 0;
	for (const char *s = strstr(text, what); s; s = strstr(s + 1, what))
		found++;
	return found;
}

static void the_file_is_sound(void **state)
{
	const char *said = said_of(*state, "qpdf", "--check");
	assert_non_null(strstr(said, "No syntax or stream encoding errors found"));
	assert_null(strstr(said, "WARNING"));
}

static void a_link_is_one_element_with_a_rectangle_for_each_line(void **state)
{
	const char *said = said_of(*state, "pdfinfo", "-struct-text");
	const char *link = strstr(said, "Link (inline)");
	assert_non_null(link);
	const char *next = strstr(link, "Span (inline)");
	const char *words =
	    strstr(link, "\"The whole story of how Harbour Town was counted, and by "
			 "whom it was counted\"");
	const char *first = strstr(link, "Object "),
		   *second = first ? strstr(first + 1, "Object ") : NULL;
	assert_true(words && second && next && words < first && second < next);
	assert_int_equal(count(said, "Link (inline)"), 5);
	assert_int_equal(count(said, "Object "), 6);
	assert_int_equal(count(said_of(*state, "pdfinfo", "-url"), "Annotation"), 6);
}

/* ISO 14289-1, 7.18: words, a way back to the element, the order of the structure. */
static void each_annotation_has_words_and_its_element(void **state)
{
	const char *said = inside_of(*state);
	assert_int_equal(count(said, "/Subtype /Link"), 6);
	assert_int_equal(count(said, "/Type /OBJR"), 6);
	assert_int_equal(count(said, "/StructParent "), 6);
	assert_int_equal(count(said, "/Contents ("), 6);
	assert_int_equal(count(said, "/F 4\n"), 6);
	assert_int_equal(count(said, "/ParentTreeNextKey 7\n"), 1);
	assert_int_equal(count(said, "/Tabs /S\n"), 1);
}

static void every_note_has_a_name_and_a_label(void **state)
{
	const char *said = said_of(*state, "pdfinfo", "-struct-text");
	assert_int_equal(count(said, "Note <note-"), 3);
	assert_int_equal(count(said, "Lbl (block)"), 2);
	assert_int_equal(count(inside_of(*state), "/IDTree"), 1);
}

/* Two pictures in three places, and what shines through one of them. */
static void an_image_is_there_once_however_often_it_is_shown(void **state)
{
	const char *said = inside_of(*state);
	assert_int_equal(count(said, "/Subtype /Image"), 3);
	assert_int_equal(count(said, "/SMask "), 1);
	assert_int_equal(count(said, "/S /Transparency"), 1);
	said = said_of(*state, "pdfimages", "-list");
	assert_int_equal(count(said, " jpeg "), 1);
	assert_int_equal(count(said, " smask "), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_file_is_sound),
	    cmocka_unit_test(a_link_is_one_element_with_a_rectangle_for_each_line),
	    cmocka_unit_test(each_annotation_has_words_and_its_element),
	    cmocka_unit_test(every_note_has_a_name_and_a_label),
	    cmocka_unit_test(an_image_is_there_once_however_often_it_is_shown),
	};
	return cmocka_run_group_tests(tests, press, leave);
}
