/* SPDX-License-Identifier: MIT */
#include "base/address.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { MANY = 5000 };

static void what_was_put_in_is_found_however_much_there_is(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Addresses *addresses = addresses_new(a);
	int *numbers = ARENA_ARRAY(a, MANY + 1, int);
	for (int i = 0; i < MANY; i++) {
		assert_null(address_find(addresses, &numbers[i]));
		address_put(addresses, &numbers[i], &numbers[i + 1]);
	}
	for (int i = 0; i < MANY; i++)
		assert_ptr_equal(address_find(addresses, &numbers[i]), &numbers[i + 1]);
	assert_null(address_find(addresses, &numbers[MANY]));
	arena_free(a);
}

static void the_last_thing_put_in_counts(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Addresses *addresses = addresses_new(a);
	int about, first, last;
	address_put(addresses, &about, &first);
	address_put(addresses, &about, &last);
	assert_ptr_equal(address_find(addresses, &about), &last);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_was_put_in_is_found_however_much_there_is),
	    cmocka_unit_test(the_last_thing_put_in_counts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
