/* SPDX-License-Identifier: MIT */
#include "unit/base_setup.h"

#include "base/arena.h"
#include "base/cache.h"
#include "base/str.h"

#include <string.h>

static void keep(Cache *cache, const char *key, const char *thing)
{
	cache_keep(cache, key, strlen(key), thing, strlen(thing));
}

static bool has(Cache *cache, const char *key, const char *thing)
{
	Kept kept = cache_find(cache, key, strlen(key));
	return kept.at && kept.length == strlen(thing) && memcmp(kept.at, thing, kept.length) == 0;
}

static void cache_gives_back_what_was_kept(void **state)
{
	(void)state;
	Cache *cache = cache_open(1 << 16);
	keep(cache, "a", "one");
	keep(cache, "ab", "two");
	keep(cache, "", "none");
	keep(cache, "eight by", "");
	assert_true(has(cache, "a", "one"));
	assert_true(has(cache, "ab", "two"));
	assert_true(has(cache, "", "none"));
	assert_true(has(cache, "eight by", ""));
	assert_null(cache_find(cache, "b", 1).at);
	cache_close(cache);
}

static void cache_keeps_the_first_of_two_under_one_key(void **state)
{
	(void)state;
	Cache *cache = cache_open(1 << 16);
	keep(cache, "a", "one");
	keep(cache, "a", "two");
	assert_true(has(cache, "a", "one"));
	cache_close(cache);
}

static void cache_that_is_emptied_has_nothing(void **state)
{
	(void)state;
	Cache *cache = cache_open(1 << 16);
	keep(cache, "a", "one");
	cache_empty(cache);
	cache_empty(cache);
	assert_null(cache_find(cache, "a", 1).at);
	keep(cache, "a", "two");
	assert_true(has(cache, "a", "two"));
	cache_close(cache);
}

static void cache_that_is_not_there_has_nothing(void **state)
{
	(void)state;
	keep(NULL, "a", "one");
	assert_null(cache_find(NULL, "a", 1).at);
	cache_close(NULL);
}

static void cache_refuses_what_would_fill_it(void **state)
{
	(void)state;
	static const char large[3000];
	Cache *cache = cache_open(4096);
	keep(cache, "a", "one");
	cache_keep(cache, "b", 1, large, sizeof large);
	assert_null(cache_find(cache, "b", 1).at);
	assert_true(has(cache, "a", "one"));
	cache_close(cache);
}

/* What is asked for again and again stays, and of the rest there is never more than fits. */
static void cache_forgets_what_is_not_asked_for(void **state)
{
	(void)state;
	enum { MOST = 1 << 14, KEPT = 10000 };
	Arena *a = arena_new();
	Cache *cache = cache_open(MOST);
	keep(cache, "asked", "again");
	for (int i = 0; i < KEPT; i++) {
		const char *key = str_format(a, "number %d", i);
		keep(cache, key, key);
		assert_true(has(cache, key, key));
		assert_true(has(cache, "asked", "again"));
	}
	int left = 0;
	for (int i = 0; i < KEPT; i++) {
		const char *key = str_format(a, "number %d", i);
		Kept kept = cache_find(cache, key, strlen(key));
		left += kept.at != NULL;
		assert_true(!kept.at || memcmp(kept.at, key, kept.length) == 0);
	}
	assert_in_range(left, 10, MOST / 64);
	cache_close(cache);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(cache_gives_back_what_was_kept),
	    cmocka_unit_test(cache_keeps_the_first_of_two_under_one_key),
	    cmocka_unit_test(cache_that_is_emptied_has_nothing),
	    cmocka_unit_test(cache_that_is_not_there_has_nothing),
	    cmocka_unit_test(cache_refuses_what_would_fill_it),
	    cmocka_unit_test(cache_forgets_what_is_not_asked_for),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
