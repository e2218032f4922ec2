/* SPDX-License-Identifier: MIT */
#include "unit/base_setup.h"

#include "base/str.h"
#include "model/edition.h"
#include "model/fit.h"
#include "model/layout.h"
#include "model/names.h"
#include "model/page.h"

#include <string.h>

static const Attr french[] = {{"xml:lang", "fr", {0}, {0}}};
static const Attr chinese[] = {{"xml:lang", "zh", {0}, {0}}};

/* <economy code="CN"><name>China</name><name xml:lang="fr">Chine</name><name xml:lang="zh">…</name> */
typedef struct Tree {
	Node economy, names[3], texts[3];
} Tree;

static void tree_grow(Tree *tree)
{
	static const char *const words[] = {"  China\n ", "Chine", "中国"};
	memset(tree, 0, sizeof *tree);
	tree->economy.kind = NODE_ELEMENT;
	tree->economy.name = "economy";
	tree->economy.first = &tree->names[0];
	for (int i = 0; i < 3; i++) {
		tree->texts[i] = (Node){.kind = NODE_TEXT,
					.text = words[i],
					.place = {"names.xml", 4, 10 * i + 1},
					.parent = &tree->names[i]};
		tree->names[i] = (Node){.kind = NODE_ELEMENT,
					.name = "name",
					.place = {"names.xml", 4, 10 * i},
					.attrs = i == 1 ? french : chinese,
					.attr_count = i > 0,
					.parent = &tree->economy,
					.first = &tree->texts[i],
					.next = i < 2 ? &tree->names[i + 1] : NULL};
	}
}

static void node_text_is_all_the_text_inside(void **state)
{
	(void)state;
	Tree tree;
	tree_grow(&tree);
	Arena *a = arena_new();
	assert_string_equal(node_text(a, &tree.economy), "  China\n Chine中国");
	assert_string_equal(node_text(a, &tree.names[1]), "Chine");
	arena_free(a);
}

static void node_text_place_steps_over_white_space_and_lines(void **state)
{
	(void)state;
	Tree tree;
	tree_grow(&tree);
	tree.texts[0].text = " \n  China";
	Place place = node_text_place(&tree.economy);
	assert_int_equal(place.line, 5);
	assert_int_equal(place.column, 3);
	tree.texts[1].text = " \n ";
	assert_int_equal(node_text_place(&tree.names[1]).column, 10);
}

static void node_language_is_the_nearest_ancestors(void **state)
{
	(void)state;
	Tree tree;
	tree_grow(&tree);
	assert_string_equal(node_language(&tree.texts[1]), "fr");
	assert_null(node_language(&tree.names[0]));
	assert_null(node_child(NULL, "name"));
}

static void names_are_found_by_kind_and_key(void **state)
{
	(void)state;
	Tree tree;
	tree_grow(&tree);
	Arena *a = arena_new();
	NameEntry entries[] = {names_entry(a, &tree.economy, "beijing", false),
			       names_entry(a, &tree.economy, "CN", true),
			       names_entry(a, &tree.economy, "FR", true)};
	entries[0].kind = "cluster";
	Names names = names_index(a, entries, 3);
	assert_ptr_equal(names_find(&names, "economy", "CN"), &entries[1]);
	assert_ptr_equal(names_find(&names, "economy", "FR"), &entries[2]);
	assert_null(names_find(&names, "economy", "DE"));
	assert_null(names_find(&names, "zzz", "DE"));
	assert_true(names_coded(&names, "economy"));
	assert_false(names_coded(&names, "cluster"));
	assert_false(names_coded(&names, "field"));
	assert_ptr_equal(names_find_word(&names, "FR"), &entries[2]);
	assert_ptr_equal(names_find_word(&names, "China"), &entries[0]);
	assert_null(names_find_word(&names, "Chine"));
	assert_null(names_find_word(&names, "china"));
	assert_ptr_equal(names_find_alike(a, &names, "CHÍNA"), &entries[0]);
	assert_null(names_find_alike(a, &names, "Chinas"));
	assert_null(names_find_alike(a, &names, "–"));
	arena_free(a);
}

static void names_form_goes_from_the_language_to_its_main_part_to_the_files_own(void **state)
{
	(void)state;
	Tree tree;
	tree_grow(&tree);
	NameEntry entry = {"economy", "CN", true, &tree.economy, "China", "china"};
	assert_ptr_equal(names_form(&entry, "name", "fr", "en"), &tree.names[1]);
	assert_ptr_equal(names_form(&entry, "name", "zh-Hant", "en"), &tree.names[2]);
	assert_ptr_equal(names_form(&entry, "name", "en", "en"), &tree.names[0]);
	assert_ptr_equal(names_form(&entry, "name", "en-GB", "en"), &tree.names[0]);
	assert_null(names_form(&entry, "name", "de", "en"));
	assert_null(names_form(&entry, "adjective", "en", "en"));
}

static void edition_finds_its_records(void **state)
{
	(void)state;
	const RecordFile records[] = {{"a", "", ".xml"}, {"b", "", ".xml"}, {"d", "", ".xml"}};
	Edition edition = {.records = records, .record_count = 3};
	assert_ptr_equal(edition_record(&edition, "a"), &records[0]);
	assert_ptr_equal(edition_record(&edition, "d"), &records[2]);
	assert_null(edition_record(&edition, "c"));
	assert_null(edition_record(&edition, "e"));
}

static void fit_scales_sizes_and_leading_and_condenses_only_what_is_wider(void **state)
{
	(void)state;
	Style style = {.size = LEN_PT(10), .stretch = 100, .line_height = 1400};
	assert_int_equal(fit_line_height(&fit_plain, &style), LEN_PT(14));
	const int sizes[] = {900};
	const bool condense[] = {true};
	Fit fit = {.space = 1000, .leading = 950, .size = sizes, .condense = condense};
	assert_int_equal(fit_size(&fit, &style), LEN_PT(9));
	assert_int_equal(fit_line_height(&fit, &style), 11970);
	assert_int_equal(fit_stretch(&fit, &style), 75);
	style.stretch = 62;
	assert_int_equal(fit_stretch(&fit, &style), 62);
	assert_int_equal(fit_stretch(&fit_plain, &style), 62);
}

static void layout_says_conventions_and_common_texts(void **state)
{
	(void)state;
	static const char *const locales[] = {"en", "en-GB", NULL};
	Pattern text = {.kind = PATTERN_TEXT};
	CommonText common = {"donut-alt", &text};
	Layout layout = {.locales = locales, .common = &common, .common_count = 1};
	assert_string_equal(layout_locale(&layout, "en"), "en-GB");
	assert_string_equal(layout_locale(&layout, "fr"), "fr");
	assert_ptr_equal(layout_common(&layout, "donut-alt"), &text);
	assert_null(layout_common(&layout, "donut"));
}

static void every_tag_has_its_name(void **state)
{
	(void)state;
	for (int kind = 0; kind < TAG_KINDS; kind++)
		assert_non_null(tag_name((TagKind)kind));
	assert_string_equal(tag_name(TAG_THEAD), "THead");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(node_text_is_all_the_text_inside),
	    cmocka_unit_test(node_text_place_steps_over_white_space_and_lines),
	    cmocka_unit_test(node_language_is_the_nearest_ancestors),
	    cmocka_unit_test(names_are_found_by_kind_and_key),
	    cmocka_unit_test(names_form_goes_from_the_language_to_its_main_part_to_the_files_own),
	    cmocka_unit_test(edition_finds_its_records),
	    cmocka_unit_test(fit_scales_sizes_and_leading_and_condenses_only_what_is_wider),
	    cmocka_unit_test(layout_says_conventions_and_common_texts),
	    cmocka_unit_test(every_tag_has_its_name),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
