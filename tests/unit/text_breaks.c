/* SPDX-License-Identifier: MIT */
#include "text_setup.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

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

/* What is found without asking ICU is what it would say. */
static void breaks_of_simple_texts_are_those_of_icu(void **state)
{
	static const char signs[] = "aZ5 .,%";
	static const char *const languages[] = {"en", "fr", "zh", "ja", "th"};
	enum { SIGNS = sizeof signs - 1, LENGTH = 6 };
	(void)state;
	for (size_t l = 0; l < sizeof languages / sizeof *languages; l++) {
		UErrorCode status = U_ZERO_ERROR;
		UBreakIterator *icu = ubrk_open(UBRK_LINE, languages[l], NULL, 0, &status);
		Arena *a = arena_new();
		Breaks *breaks = breaks_open(a, languages[l]);
		for (int number = 1; number < 117649; number += l ? 7 : 1) {
			char text[LENGTH + 1];
			UChar wide[LENGTH + 1];
			int length = 0;
			for (int rest = number; rest > 0; rest /= SIGNS)
				text[length++] = signs[rest % SIGNS];
			text[length] = '\0';
			u_uastrcpy(wide, text);
			ubrk_setText(icu, wide, length, &status);
			Arena *scratch = arena_new();
			const bool *may = breaks_find(scratch, breaks, text, length);
			for (int i = 0; i <= length; i++)
				if (may[i] != (i > 0 && ubrk_isBoundary(icu, i)))
					fail_msg("%s: \"%s\" at %d", languages[l], text, i);
			arena_free(scratch);
		}
		breaks_close(breaks);
		arena_free(a);
		ubrk_close(icu);
	}
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
	    cmocka_unit_test(breaks_of_simple_texts_are_those_of_icu),
	    cmocka_unit_test(breaks_take_any_language_tag),
	    cmocka_unit_test(breaks_take_bytes_that_are_no_utf8),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
