/* SPDX-License-Identifier: MIT */
/* Which cells name their heads. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "write/pdf_heads.h"

/* Two columns below heads; of two groups the first has a head across both; the rows begin with their own heads. */
static const Tag tags[] = {
    {TAG_DOCUMENT, -1, NULL, SCOPE_NONE, NULL, 0, {0}},
    {TAG_TABLE, 0, NULL, SCOPE_NONE, NULL, 0, {0}},
    {TAG_THEAD, 1, NULL, SCOPE_NONE, NULL, 0, {0}},
    {TAG_TR, 2, NULL, SCOPE_NONE, NULL, 0, {0}},
    {TAG_TD, 3, NULL, SCOPE_NONE, NULL, 0, {0}},
    {TAG_TH, 3, NULL, SCOPE_COLUMN, NULL, 0, {0}}, /* 5 */
    {TAG_TBODY, 1, NULL, SCOPE_NONE, NULL, 0, {0}},
    {TAG_TR, 6, NULL, SCOPE_NONE, NULL, 0, {0}},
    {TAG_TH, 7, NULL, SCOPE_COLUMN, NULL, 2, {0}},
    {TAG_TR, 6, NULL, SCOPE_NONE, NULL, 0, {0}}, /* 8 */
    {TAG_TH, 9, NULL, SCOPE_ROW, NULL, 0, {0}},
    {TAG_TD, 9, NULL, SCOPE_NONE, NULL, 0, {0}}, /* 10 */
    {TAG_TBODY, 1, NULL, SCOPE_NONE, NULL, 0, {0}},
    {TAG_TR, 12, NULL, SCOPE_NONE, NULL, 0, {0}},
    {TAG_TH, 13, NULL, SCOPE_ROW, NULL, 0, {0}},
    {TAG_TD, 13, NULL, SCOPE_NONE, NULL, 0, {0}}, /* 14 */
    {TAG_TR, 12, NULL, SCOPE_NONE, NULL, 0, {0}},
    {TAG_TD, 16, NULL, SCOPE_NONE, NULL, 2, {0}},
};
enum { TAG_COUNT = sizeof tags / sizeof *tags };

static void cells_of_a_group_name_its_head_and_those_of_column_and_row(void **state)
{
	(void)state;
	Arena *a = arena_new();
	const Page page = {.tags = tags, .tag_count = TAG_COUNT};
	const CellHeads *heads = heads_find(a, &page);
	assert_int_equal(heads[11].count, 3);
	assert_int_equal(heads[11].tags[0], 5);
	assert_int_equal(heads[11].tags[1], 8);
	assert_int_equal(heads[11].tags[2], 10);
	assert_true(heads[5].named && heads[8].named && heads[10].named);
	arena_free(a);
}

static void where_no_group_has_a_head_the_scope_says_enough(void **state)
{
	(void)state;
	Arena *a = arena_new();
	const Page page = {.tags = tags, .tag_count = TAG_COUNT};
	const CellHeads *heads = heads_find(a, &page);
	for (int i = 12; i < TAG_COUNT; i++)
		assert_true(heads[i].count == 0 && !heads[i].named);
	arena_free(a);
}

static void a_page_without_tables_has_none(void **state)
{
	(void)state;
	Arena *a = arena_new();
	const Page empty = {.tags = NULL, .tag_count = 0}, page = {.tags = tags, .tag_count = 1};
	heads_find(a, &empty);
	assert_int_equal(heads_find(a, &page)[0].count, 0);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(cells_of_a_group_name_its_head_and_those_of_column_and_row),
	    cmocka_unit_test(where_no_group_has_a_head_the_scope_says_enough),
	    cmocka_unit_test(a_page_without_tables_has_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
