/* SPDX-License-Identifier: MIT */
/* Facts are found again by their paths. */
#include "unit/base_setup.h"

#include "base/str.h"
#include "model/fact.h"

/* A node of a tree made by hand, the last child of its parent. */
static Node *node_add(Arena *a, Node *parent, const char *name, const char *space, const char *file)
{
	Node *node = ARENA_NEW(a, Node);
	*node = (Node){.name = name, .space = space, .place = {file, 1, 1}, .parent = parent};
	const Node **tail = &parent->first;
	while (parent->name && *tail)
		tail = (const Node **)&(*tail)->next;
	if (parent->name)
		*tail = node;
	else
		node->parent = NULL;
	return node;
}

static Node *root_new(Arena *a, const char *name, const char *space, const char *file)
{
	return node_add(a, &(Node){0}, name, space, file);
}

static const char *path_of(Arena *a, const Node *node, const Attr *attr)
{
	return fact_path(a, &(Fact){node, attr});
}

static void a_path_counts_only_where_there_are_several(void **state)
{
	Arena *a = *state;
	Node *root = root_new(a, "report", "", "one.xml");
	Node *parts = node_add(a, root, "parts", "", "one.xml");
	node_add(a, parts, "part", "", "one.xml");
	Node *second = node_add(a, parts, "part", "", "one.xml");
	Attr share = {.name = "share", .value = "7"};
	assert_string_equal(path_of(a, root, NULL), "/report");
	assert_string_equal(path_of(a, parts, NULL), "/report/parts");
	assert_string_equal(path_of(a, second, &share), "/report/parts/part[2]/@share");
}

static void a_name_in_a_namespace_needs_no_prefix(void **state)
{
	Arena *a = *state;
	Node *root = root_new(a, "report", "urn:x", "one.xml");
	Node *title = node_add(a, root, "title", "urn:x", "one.xml");
	node_add(a, root, "title", "", "one.xml");
	Attr lang = {.name = "xml:lang", .value = "fr"};
	assert_string_equal(path_of(a, title, &lang),
			    "/*[local-name()='report']/*[local-name()='title'][1]/@xml:lang");
}

/* Without a prefix XPath means elements of no namespace only. */
static void a_plain_name_does_not_count_those_in_a_namespace(void **state)
{
	Arena *a = *state;
	Node *root = root_new(a, "report", "", "one.xml");
	node_add(a, root, "note", "urn:x", "one.xml");
	Node *plain = node_add(a, root, "note", "", "one.xml");
	assert_string_equal(path_of(a, plain, NULL), "/report/note");
}

/* A former record hangs below its edition's header, and that below the history: neither is in its file. */
static void a_path_begins_at_the_root_of_its_own_file(void **state)
{
	Arena *a = *state;
	Node *history = root_new(a, "history", "", "2025.xml");
	Node *edition = node_add(a, history, "edition", "", "2024.xml");
	node_add(a, history, "edition", "", "2023.xml");
	Node *record = node_add(a, edition, "report", "", "2024/one.xml");
	Attr rank = {.name = "rank", .value = "7"};
	assert_string_equal(path_of(a, edition, &rank), "/edition/@rank");
	assert_string_equal(path_of(a, record, &rank), "/report/@rank");
}

/* Words of all languages hang below the entry of the first file: those of its own file count. */
static void a_word_is_found_in_its_own_file_by_the_key_of_its_entry(void **state)
{
	Arena *a = *state;
	Node *root = root_new(a, "names", "", "names.xml");
	Node *entry = node_add(a, root, "river", "", "names.xml");
	Attr key = {.name = "id", .value = "Ob' \" Irtysh"};
	entry->attrs = &key;
	entry->attr_count = 1;
	node_add(a, entry, "name", "", "names.xml");
	Node *word = node_add(a, entry, "name", "", "fr.xml");
	assert_string_equal(
	    word_path(a, word),
	    "/*/river[normalize-space(@id)=concat('', 'Ob', \"'\", ' \" Irtysh')]/name");
}

static void what_rests_on_two_rests_on_the_facts_of_both(void **state)
{
	Arena *a = *state;
	Node *root = root_new(a, "report", "", "one.xml");
	Attr then = {.name = "then", .value = "7"}, now = {.name = "now", .value = "9"};
	const Basis *one = basis_of(a, root, &then), *other = basis_of(a, root, &now);
	const Basis *both = basis_together(a, one, other);
	assert_int_equal(both->count, 2);
	assert_ptr_equal(both->facts[1].attr, &now);
	assert_string_equal(making_name(both->making), "together");
	assert_ptr_equal(basis_together(a, NULL, other), other);
	assert_null(making_name(one->making));
	assert_null(basis_made(a, NULL, MADE_COUNT));
	assert_string_equal(fact_value(a, &both->facts[0]), "7");
}

static int setup(void **state)
{
	*state = arena_new();
	return 0;
}

static int teardown(void **state)
{
	arena_free(*state);
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_path_counts_only_where_there_are_several),
	    TEST(a_name_in_a_namespace_needs_no_prefix),
	    TEST(a_plain_name_does_not_count_those_in_a_namespace),
	    TEST(a_path_begins_at_the_root_of_its_own_file),
	    TEST(a_word_is_found_in_its_own_file_by_the_key_of_its_entry),
	    TEST(what_rests_on_two_rests_on_the_facts_of_both),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
