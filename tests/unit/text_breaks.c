/* SPDX-License-Identifier: MIT */
#include "text_setup.h"

#include <stdlib.h>

static void check_breaks(const char *language, const char *text, const char *marked)
{
	Arena *a = arena_new();
	Breaks *breaks = breaks_open(a, language);
	int length = (int)strlen(text);
	const bool *may = breaks_find(a, breaks, text, length);
	StrBuf buf = {.arena = a};
	for (int i = 0; i <= length; i++) {
		strbuf_add(&buf, may[i] ? "|" : "");
		strbuf_add_n(&buf, text + i, i < length);
	}
	assert_string_equal(strbuf_text(&buf), marked);
	breaks_close(breaks);
	arena_free(a);
}

static void breaks_come_after_spaces_and_at_the_end(void **state)
{
	(void)state;
	check_breaks("en", "a bc  d", "a |bc  |d|");
	check_breaks("en", "", "");
}

static void breaks_are_counted_in_bytes(void **state)
{
	(void)state;
	check_breaks("fr", "\xc3\xa9t\xc3\xa9 \xf0\x9f\x99\x82 \xe4\xb8\xad\xe6\x96\x87",
		     "\xc3\xa9t\xc3\xa9 |\xf0\x9f\x99\x82 |\xe4\xb8\xad|\xe6\x96\x87|");
}

static void breaks_keep_numbers_whole(void **state)
{
	(void)state;
	check_breaks("en", "1,000.5 31% 2020-24", "1,000.5 |31% |2020-24|");
}

static void breaks_take_any_language_tag(void **state)
{
	(void)state;
	check_breaks(NULL, "a b", "a |b|");
	check_breaks("", "a b", "a |b|");
	check_breaks("zh-Hant-HK", "a b", "a |b|");
	check_breaks("no such language \xff", "a b", "a |b|");
}

static void breaks_take_bytes_that_are_no_utf8(void **state)
{
	Arena *a = arena_new();
	Breaks *breaks = breaks_open(a, "en");
	(void)state;
	const bool *may = breaks_find(a, breaks, "a\xff\xc3 \x80z\xe4\xb8", 8);
	assert_true(may[8]);
	assert_false(may[0]);
	breaks_close(breaks);
	arena_free(a);
}

static void breaks_do_not_depend_on_the_environment(void **state)
{
	(void)state;
	setenv("ICU_DATA", "build/tests", 1);
	setenv("LC_ALL", "th_TH.UTF-8", 1);
	check_breaks("en",
		     "a \xe2\x80\x9c"
		     "b\xe2\x80\x9d",
		     "a |\xe2\x80\x9c"
		     "b\xe2\x80\x9d|");
	check_breaks("xx", "a b", "a |b|");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(breaks_do_not_depend_on_the_environment),
	    cmocka_unit_test(breaks_come_after_spaces_and_at_the_end),
	    cmocka_unit_test(breaks_are_counted_in_bytes),
	    cmocka_unit_test(breaks_keep_numbers_whole),
	    cmocka_unit_test(breaks_take_any_language_tag),
	    cmocka_unit_test(breaks_take_bytes_that_are_no_utf8),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
