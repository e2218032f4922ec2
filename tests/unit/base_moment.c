/* SPDX-License-Identifier: MIT */
#include "unit/base_setup.h"

#include "base/digest.h"
#include "base/moment.h"
#include "base/str.h"

static void seconds_become_the_moment_they_are(void **state)
{
	(void)state;
	Arena *a = arena_new();
	assert_string_equal(moment_of_epoch(a, "0"), "19700101000000");
	assert_string_equal(moment_of_epoch(a, "1727308800"), "20240926000000");
	assert_string_equal(moment_of_epoch(a, "951827696"), "20000229123456");
	assert_string_equal(moment_of_epoch(a, "253402300799"), "99991231235959");
	arena_free(a);
}

static void what_is_no_number_of_seconds_is_no_moment(void **state)
{
	(void)state;
	Arena *a = arena_new();
	static const char *const wrong[] = {
	    "", "-1", " 1", "1.5", "0x10", "253402300800", "99999999999999999999"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_null(moment_of_epoch(a, wrong[i]));
	arena_free(a);
}

static void a_moment_goes_back_to_its_seconds(void **state)
{
	(void)state;
	Arena *a = arena_new();
	for (long long seconds = 0; seconds < 253402300800; seconds += 86399 * 31LL) {
		const char *text = str_format(a, "%lld", seconds);
		const char *moment = moment_of_epoch(a, text);
		assert_true(moment_is_one(moment));
		assert_true(moment_epoch(moment) == seconds);
	}
	assert_true(moment_epoch("19691231235959") == -1);
	arena_free(a);
}

static void a_day_that_the_calendar_lacks_is_no_moment(void **state)
{
	(void)state;
	static const char *const wrong[] = {"20230229000000", "21000229000000", "20240931000000",
					    "20241301000000", "20240001000000", "20240100000000",
					    "20240101240000", "20240101006000", "20240101000060",
					    "00000101000000", "2024010100000",  "202401010000000",
					    "2024-1-1000000"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(moment_is_one(wrong[i]));
	assert_true(moment_is_one("20240229235959"));
	assert_true(moment_is_one("20000229000000"));
}

static void a_digest_is_read_as_it_is_printed(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Digest digest = digest_bytes("abc", 3), again;
	char *text = digest_text(a, &digest);
	assert_true(digest_of_text(text, &again));
	assert_memory_equal(&digest, &again, sizeof digest);
	text[63] = 'g';
	assert_false(digest_of_text(text, &again));
	text[63] = '\0';
	assert_false(digest_of_text(text, &again));
	assert_false(digest_of_text("", &again));
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(seconds_become_the_moment_they_are),
	    cmocka_unit_test(what_is_no_number_of_seconds_is_no_moment),
	    cmocka_unit_test(a_moment_goes_back_to_its_seconds),
	    cmocka_unit_test(a_day_that_the_calendar_lacks_is_no_moment),
	    cmocka_unit_test(a_digest_is_read_as_it_is_printed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
