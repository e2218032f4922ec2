/* SPDX-License-Identifier: MIT */
/* PDF's spelling of numbers, strings and names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "write/pdf_syntax.h"

#include <string.h>

static void numbers_are_short_and_exact(void **state)
{
	(void)state;
	static const struct {
		int64_t value;
		const char *text;
	} cases[] = {
	    {0, "0"},          {1, ".001"},         {-1, "-.001"},        {10, ".01"},
	    {500, ".5"},       {-500, "-.5"},       {1000, "1"},          {-1000, "-1"},
	    {12500, "12.5"},   {595276, "595.276"}, {841890, "841.89"},   {1001, "1.001"},
	    {-8504, "-8.504"}, {100000, "100"},     {1000010, "1000.01"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Arena *a = arena_new();
		StrBuf out = {.arena = a};
		pdf_put_number(&out, cases[i].value);
		assert_string_equal(strbuf_text(&out), cases[i].text);
		arena_free(a);
	}
}

static void whole_numbers_references_and_codes(void **state)
{
	(void)state;
	Arena *a = arena_new();
	StrBuf out = {.arena = a};
	static const int64_t numbers[] = {0, 7, -7, 10, 1234567890123, INT64_MIN};
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		pdf_put_integer(&out, numbers[i]);
		strbuf_add(&out, ",");
	}
	pdf_put_reference(&out, 120);
	pdf_put_hex(&out, 0x0a1f);
	assert_string_equal(strbuf_text(&out),
			    "0,7,-7,10,1234567890123,-9223372036854775808,120 0 R0A1F");
	arena_free(a);
}

static void assert_text(const char *utf8, const char *expected)
{
	Arena *a = arena_new();
	StrBuf out = {.arena = a};
	pdf_put_text(&out, utf8);
	assert_string_equal(strbuf_text(&out), expected);
	arena_free(a);
}

static void brackets_and_backslashes_are_escaped(void **state)
{
	(void)state;
	assert_text("", "()");
	assert_text("plain", "(plain)");
	assert_text("a (b) \\c", "(a \\(b\\) \\\\c)");
}

static void assert_bytes(const char *utf8, const char *expected, size_t length)
{
	Arena *a = arena_new();
	StrBuf out = {.arena = a};
	pdf_put_text(&out, utf8);
	assert_int_equal(out.length, length);
	assert_memory_equal(strbuf_text(&out), expected, length);
	arena_free(a);
}

#define ASSERT_BYTES(utf8, expected) assert_bytes(utf8, expected, sizeof expected - 1)

static void text_of_western_languages_has_a_byte_a_letter(void **state)
{
	(void)state;
	ASSERT_BYTES("é – ’€", "(\xe9 \x85 \x90\xa0)");
	ASSERT_BYTES("(ü)", "(\\(\xfc\\))");
}

static void other_text_is_utf16_with_its_mark(void **state)
{
	(void)state;
	ASSERT_BYTES("1\u00a0à", "(\xfe\xff\0001\0\xa0\0\xe0)");
	ASSERT_BYTES("昆明", "(\xfe\xff\x66\x06\x66\x0e)");
	ASSERT_BYTES("昨(\u0d5c", "(\xfe\xff\x66\\(\0\\(\\r\\\\)");
	ASSERT_BYTES("a\n", "(\xfe\xff\0a\0\n)");
	ASSERT_BYTES("😀", "(\xfe\xff\xd8\x3d\xde\0)");
}

static void a_key_that_is_not_ascii_sorts_behind_those_that_are(void **state)
{
	(void)state;
	Arena *a = arena_new();
	StrBuf out = {.arena = a};
	pdf_put_key(&out, "a(");
	pdf_put_key(&out, "é");
	assert_string_equal(strbuf_text(&out), "(a\\()<FEFF00E9>");
	arena_free(a);
}

static void names_keep_only_regular_characters(void **state)
{
	(void)state;
	Arena *a = arena_new();
	StrBuf out = {.arena = a};
	pdf_put_name(&out, "ABCDEF+Noto Sans#(é)");
	assert_string_equal(strbuf_text(&out), "/ABCDEF+Noto#20Sans#23#28#C3#A9#29");
	arena_free(a);
}

static void a_rectangle_is_turned_upside_down_once(void **state)
{
	(void)state;
	StrBuf out = {.arena = arena_new()};
	pdf_put_rectangle(&out, 100000, 10000, 20000, 30500, 40000);
	assert_string_equal(strbuf_text(&out), "[10 40 40.5 80]");
	arena_free(out.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_rectangle_is_turned_upside_down_once),
	    cmocka_unit_test(numbers_are_short_and_exact),
	    cmocka_unit_test(whole_numbers_references_and_codes),
	    cmocka_unit_test(brackets_and_backslashes_are_escaped),
	    cmocka_unit_test(text_of_western_languages_has_a_byte_a_letter),
	    cmocka_unit_test(other_text_is_utf16_with_its_mark),
	    cmocka_unit_test(a_key_that_is_not_ascii_sorts_behind_those_that_are),
	    cmocka_unit_test(names_keep_only_regular_characters),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
