/* SPDX-License-Identifier: MIT */
#include "unit/base_setup.h"

#include "base/diag.h"
#include "base/digest.h"
#include "base/str.h"

static const Place here = {"data.xml", 3, 5};

static void diag_tells_the_same_thing_at_the_same_place_once(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	diag_error(diags, here, DIAG_DATA, "share is %d", 131);
	diag_hint(diags, "first");
	diag_error(diags, here, DIAG_DATA, "share is %d", 131);
	diag_hint(diags, "of the repetition");
	diag_error(diags, (Place){"data.xml", 3, 6}, DIAG_DATA, "share is %d", 131);
	assert_int_equal(diags_count(diags), 2);
	assert_int_equal(diags_errors(diags), 2);
	assert_string_equal(diags_at(diags, 0)->hint, "first");
	assert_null(diags_at(diags, 1)->hint);
	arena_free(a);
}

static void diag_hint_alone_does_nothing(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	diag_hint(diags, "of what?");
	assert_int_equal(diags_count(diags), 0);
	arena_free(a);
}

static void diags_ask_for_the_highest_status(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	assert_int_equal(diags_status(diags), 0);
	diag_warning(diags, here, DIAG_SYSTEM, "only a warning");
	assert_int_equal(diags_status(diags), 0);
	assert_int_equal(diags_errors(diags), 0);
	diag_error(diags, here, DIAG_SYSTEM, "disk full");
	diag_error(diags, here, DIAG_FORM, "not well-formed");
	assert_int_equal(diags_status(diags), 74);
	arena_free(a);
}

static void diags_say_that_there_are_more_and_keep_counting(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	for (int i = 1; i <= 20000; i++) {
		diag_error(diags, (Place){"data.xml", i, 1}, DIAG_DATA, "fault %d", i);
		diag_hint(diags, "hint %d", i);
	}
	int count = diags_count(diags);
	assert_in_range(count, 1000, 10000);
	assert_string_equal(diags_at(diags, count - 1)->message, "there is more to tell than this");
	assert_null(diags_at(diags, count - 1)->hint);
	assert_int_equal(diags_errors(diags), 20000);
	diag_error(diags, here, DIAG_SYSTEM, "disk full");
	assert_int_equal(diags_status(diags), 74);
	arena_free(a);
}

static void every_kind_has_a_name_and_words(void **state)
{
	(void)state;
	for (int kind = 0; kind < DIAG_KINDS; kind++) {
		assert_non_null(diag_kind_name((DiagKind)kind));
		assert_non_null(diag_kind_words((DiagKind)kind));
	}
}

/* FIPS 180-4's own example. */
static void digest_of_bytes_is_plain_sha_256(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Digest abc = digest_bytes("abc", 3);
	assert_string_equal(digest_text(a, &abc),
			    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	arena_free(a);
}

static void digest_tells_ab_c_from_a_bc(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Digesting *one = digest_begin(a), *two = digest_begin(a);
	digest_add_text(one, "ab");
	digest_add_text(one, "c");
	digest_add_text(two, "a");
	digest_add_text(two, "bc");
	Digest first = digest_end(one), second = digest_end(two);
	assert_memory_not_equal(&first, &second, sizeof first);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(diag_tells_the_same_thing_at_the_same_place_once),
	    cmocka_unit_test(diag_hint_alone_does_nothing),
	    cmocka_unit_test(diags_ask_for_the_highest_status),
	    cmocka_unit_test(diags_say_that_there_are_more_and_keep_counting),
	    cmocka_unit_test(every_kind_has_a_name_and_words),
	    cmocka_unit_test(digest_of_bytes_is_plain_sha_256),
	    cmocka_unit_test(digest_tells_ab_c_from_a_bc),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
