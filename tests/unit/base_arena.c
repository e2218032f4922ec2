/* SPDX-License-Identifier: MIT */
#include "unit/base_setup.h"

#include "base/list.h"

#include <string.h>

static void arena_gives_zeroed_and_aligned_memory(void **state)
{
	(void)state;
	Arena *a = arena_new();
	for (size_t size = 0; size < 5000; size = size * 2 + 1) {
		unsigned char *at = arena_alloc(a, size);
		assert_int_equal((uintptr_t)at % 16, 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(at[i], 0);
		memset(at, 0xff, size);
	}
	arena_free(a);
}

/* Something large gets a block of its own; the small things around it stay where they are. */
static void arena_keeps_small_things_when_a_large_one_comes(void **state)
{
	(void)state;
	Arena *a = arena_new();
	char *before = arena_alloc(a, 10);
	strcpy(before, "before");
	char *large = arena_alloc(a, 3 << 20);
	memset(large, 'x', 3 << 20);
	char *after = arena_alloc(a, 10);
	strcpy(after, "after");
	assert_string_equal(before, "before");
	assert_string_equal(after, "after");
	arena_free(a);
}

/* Only the last thing grows where it stands, and only as far as its block goes. */
static void arena_extends_what_was_made_last(void **state)
{
	(void)state;
	Arena *a = arena_new();
	char *one = arena_room(a, 20), *two = arena_room(a, 5);
	assert_false(arena_extend(a, one, 20, 40));
	assert_true(arena_extend(a, two, 5, 500));
	memset(one, 'a', 20);
	memset(two, 'b', 500);
	char *three = arena_alloc(a, 3);
	assert_true(three >= two + 500);
	assert_memory_equal(three, "\0\0\0", 3);
	assert_int_equal(one[19], 'a');
	assert_false(arena_extend(a, two, 500, 501));
	assert_false(arena_extend(a, three, 3, 100 << 20));
	assert_false(arena_extend(a, three, 3, (size_t)-1));
	arena_free(a);
}

static void arena_free_takes_nothing_amiss(void **state)
{
	(void)state;
	arena_free(NULL);
	arena_free(arena_new());
}

static void list_grows_and_keeps_its_order(void **state)
{
	(void)state;
	Arena *a = arena_new();
	List list = list_new(a, sizeof(int));
	assert_null(list.items);
	for (int i = 0; i < 1000; i++)
		*(int *)list_add(&list) = i;
	assert_int_equal(list.count, 1000);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(*(int *)list_at(&list, i), i);
	arena_free(a);
}

static void list_gives_zeroed_items(void **state)
{
	(void)state;
	Arena *a = arena_new();
	List list = list_new(a, 24);
	static const char zero[24];
	for (int i = 0; i < 20; i++)
		assert_memory_equal(list_add(&list), zero, sizeof zero);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(arena_gives_zeroed_and_aligned_memory),
	    cmocka_unit_test(arena_keeps_small_things_when_a_large_one_comes),
	    cmocka_unit_test(arena_extends_what_was_made_last),
	    cmocka_unit_test(arena_free_takes_nothing_amiss),
	    cmocka_unit_test(list_grows_and_keeps_its_order),
	    cmocka_unit_test(list_gives_zeroed_items),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
