/* SPDX-License-Identifier: MIT */
/*
 * The examples of the layout language are pages: each makes one, has a picture,
 * and is shown in layouts/README.md. What they look like is seen in the pictures;
 * `make pictures` draws them anew.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

static void each_example_makes_a_page_and_is_shown(void **state)
{
	(void)state;
	assert_int_equal(system("tests/pictures/examples press"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_example_makes_a_page_and_is_shown)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
