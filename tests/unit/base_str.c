/* SPDX-License-Identifier: MIT */
#include "unit/base_setup.h"

#include "base/decimal.h"
#include "base/len.h"
#include "base/str.h"

#include <string.h>

static void str_fold_leaves_one_space_inside_and_none_at_the_ends(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
	    {"", ""},
	    {" \t\r\n", ""},
	    {"a", "a"},
	    {"  a  b\n\tc ", "a b c"},
	    {"a\u00a0b", "a\u00a0b"},
	};
	Arena *a = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(str_fold(a, cases[i][0]), cases[i][1]);
	arena_free(a);
}

static void str_next_undoes_str_put(void **state)
{
	(void)state;
	static const uint32_t codes[] = {1,      0x7f,   0x80,    0x7ff,   0x800,   0xd7ff,
					 0xe000, 0xffff, 0x10000, 0x1f600, 0x10ffff};
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
		char text[5] = "";
		int length = str_put(text, codes[i]);
		const char *at = text;
		assert_int_equal(str_next(&at), codes[i]);
		assert_int_equal(at - text, length);
		assert_int_equal(str_next(&at), 0);
		assert_int_equal(at - text, length);
	}
}

static void str_next_steps_over_a_wrong_byte(void **state)
{
	(void)state;
	const char *at = "\xe6\x98x"; /* a character that was cut off */
	assert_int_equal(str_next(&at), 0xfffd);
	assert_int_equal(str_next(&at), 0xfffd);
	assert_int_equal(str_next(&at), 'x');
}

/* The forms that Unicode's table 3-7 leaves out. */
static void str_is_utf8_refuses_what_is_overlong_surrogate_or_too_high(void **state)
{
	(void)state;
	static const char *const wrong[] = {
	    "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80",
	    "\xff",     "\x80",         "\xe6\x98",     "\xf0\x8f\xbf\xbf"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(str_is_utf8(wrong[i], strlen(wrong[i])));
	assert_false(str_is_utf8("a\0b", 3));
	assert_true(str_is_utf8("昆明 \xef\xbf\xbd \xf4\x8f\xbf\xbf", 15));
	assert_true(str_is_utf8("", 0));
}

static void str_nearest_finds_the_word_that_was_meant(void **state)
{
	(void)state;
	static const char *const words[] = {"color", "font-size", "name", "table", NULL};
	static const char *const cases[][2] = {
	    {"colour", "color"}, {"fnot-size", "font-size"},
	    {"Name", "name"},    {"tabel", "table"},
	    {"xyz", NULL},       {"na", NULL},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *nearest = str_nearest(cases[i][0], words);
		assert_true(str_equal(nearest, cases[i][1]));
	}
}

static void str_nearest_has_no_opinion_of_a_very_long_word(void **state)
{
	(void)state;
	char word[200] = "";
	memset(word, 'a', sizeof word - 1);
	static const char *const words[] = {"a", NULL};
	assert_null(str_nearest(word, words));
}

static void strbuf_is_empty_text_until_something_is_added(void **state)
{
	(void)state;
	Arena *a = arena_new();
	StrBuf buf = {.arena = a};
	assert_string_equal(strbuf_text(&buf), "");
	for (int i = 0; i < 100; i++)
		strbuf_format(&buf, "%d,", i % 10);
	assert_int_equal(buf.length, 200);
	assert_int_equal(strlen(strbuf_text(&buf)), 200);
	strbuf_add_n(&buf, "xyz", 1);
	assert_string_equal(strbuf_text(&buf) + 198, "9,x");
	arena_free(a);
}

static void decimal_reads_what_data_files_write_and_nothing_else(void **state)
{
	(void)state;
	Decimal d = 7;
	static const char *const wrong[] = {"",    "-",    ".5", "5.", "1,000",         "1e3",
					    " 1",  "1 ",   "+1", "4O", "1234567890123", "0.1234567",
					    "--1", "1.2.3"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(decimal_read(wrong[i], &d));
	assert_int_equal(d, 7);
	assert_true(decimal_read("5909", &d) && d == 5909000000);
	assert_true(decimal_read("-0.5", &d) && d == -500000);
	assert_true(decimal_read("999999999999.999999", &d) && d == 999999999999999999);
}

static void str_shown_cuts_between_characters(void **state)
{
	Arena *a = arena_new();
	(void)state;
	StrBuf long_text = {.arena = a}, cut = {.arena = a};
	for (int i = 0; i < 61; i++)
		strbuf_add(&long_text, "昆");
	for (int i = 0; i < 60; i++)
		strbuf_add(&cut, "昆");
	assert_string_equal(str_shown(a, cut.text), cut.text);
	strbuf_add(&cut, "…");
	assert_string_equal(str_shown(a, long_text.text), cut.text);
	assert_string_equal(str_shown(a, ""), "");
	arena_free(a);
}

static void len_scale_rounds_half_away_from_zero_and_never_wraps(void **state)
{
	(void)state;
	assert_int_equal(len_scale(5, 1, 2), 3);
	assert_int_equal(len_scale(-5, 1, 2), -3);
	assert_int_equal(len_scale(4, 1, 3), 1);
	assert_int_equal(len_scale(LEN_MAX, INT64_MAX, 1), LEN_MAX);
	assert_int_equal(len_scale(-LEN_MAX, INT64_MAX, 1), -LEN_MAX);
	assert_int_equal(len_add(LEN_MAX, LEN_MAX), LEN_MAX);
}

static void len_is_told_in_millimetres_and_never_as_none(void **state)
{
	(void)state;
	Arena *a = arena_new();
	assert_string_equal(len_in_mm(a, 0), "0.0 mm");
	assert_string_equal(len_in_mm(a, 1), "0.1 mm");
	assert_string_equal(len_in_mm(a, 72000), "25.4 mm");
	assert_string_equal(len_in_mm(a, -72000), "-25.4 mm");
	assert_string_equal(len_in_mm(a, LEN_MAX), "378792.3 mm");
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(str_fold_leaves_one_space_inside_and_none_at_the_ends),
	    cmocka_unit_test(str_next_undoes_str_put),
	    cmocka_unit_test(str_next_steps_over_a_wrong_byte),
	    cmocka_unit_test(str_is_utf8_refuses_what_is_overlong_surrogate_or_too_high),
	    cmocka_unit_test(str_nearest_finds_the_word_that_was_meant),
	    cmocka_unit_test(str_nearest_has_no_opinion_of_a_very_long_word),
	    cmocka_unit_test(strbuf_is_empty_text_until_something_is_added),
	    cmocka_unit_test(decimal_reads_what_data_files_write_and_nothing_else),
	    cmocka_unit_test(str_shown_cuts_between_characters),
	    cmocka_unit_test(len_scale_rounds_half_away_from_zero_and_never_wraps),
	    cmocka_unit_test(len_is_told_in_millimetres_and_never_as_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
