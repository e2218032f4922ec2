/* SPDX-License-Identifier: MIT */
#include "read_setup.h"

#include "read/edition.h"
#include "read/fonts.h"
#include "read/layout.h"
#include "read/names.h"
#include "read/record.h"

/*
 * Each byte of the shipped files is flipped or taken out in turn. Whatever the
 * readers make of it: they come back, and they give nothing just when they told
 * something. The sanitizers watch.
 */

typedef const void *Read(Setup *setup, const Source *source);

static const void *read_layout(Setup *setup, const Source *source)
{
	return layout_read(setup->arena, source, setup->diags);
}

static const void *read_edition(Setup *setup, const Source *source)
{
	return edition_read(setup->arena, source, setup->diags);
}

static const void *read_names(Setup *setup, const Source *source)
{
	return names_read(setup->arena, source, NULL, NULL, setup->diags);
}

static const void *read_fonts(Setup *setup, const Source *source)
{
	return fonts_read(setup->arena, source, setup->diags);
}

static const void *read_record(Setup *setup, const Source *source)
{
	Source rules = {"data/schema/cluster.rng", NULL, {0}};
	Schema *schema = schema_open(setup->arena, &rules, setup->diags);
	const Record *record = record_read(setup->arena, source, schema, NULL, setup->diags);
	schema_close(schema);
	return record;
}

static const void *read_schema(Setup *setup, const Source *source)
{
	Schema *schema = schema_open(setup->arena, source, setup->diags);
	schema_close(schema);
	return schema;
}

/* And what is read of them is held against a record. */
static const void *read_rules(Setup *setup, const Source *source)
{
	Rules *rules = rules_open(setup->arena, source, setup->diags);
	Source data = {"tests/model/rules/alba.xml", NULL, {0}};
	if (rules == NULL)
		return NULL;
	Diags *aside = diags_new(setup->arena);
	record_read(setup->arena, &data, NULL, rules, aside);
	rules_close(rules);
	return rules;
}

static void check_mutant(const char *name, Read *read, const char *bytes, size_t length)
{
	Arena *a = arena_new();
	Setup setup = {a, diags_new(a)};
	Source source = setup_bytes(&setup, name, bytes, length);
	const void *made = read(&setup, &source);
	if ((made == NULL) != (diags_errors(setup.diags) > 0))
		fail_msg("%s: something was made and told, or neither", name);
	for (int i = 0; i < diags_count(setup.diags); i++)
		if (diags_at(setup.diags, i)->place.file == NULL)
			fail_msg("%s: told nowhere: %s", name, diags_at(setup.diags, i)->message);
	arena_free(a);
}

/* `stride`: every byte is the aim, but the time of a test is short. */
static void mutate(Setup *setup, const char *path, const char *name, Read *read, size_t stride)
{
	Source shipped = {path, NULL, {0}};
	Bytes bytes = file_read(setup->arena, &shipped, 1 << 20, setup->diags);
	char *copy = str_copy_n(setup->arena, (const char *)bytes.at, bytes.length);
	for (size_t i = 0; i < bytes.length; i += stride) {
		static const char others[] = {'<', '"', '{', '}', '/', '\0', '\xff', '9'};
		copy[i] = (char)(i / stride % 2 ? bytes.at[i] ^ 0x11
						: others[i / stride % sizeof others]);
		check_mutant(name, read, copy, bytes.length);
		memmove(copy + i, bytes.at + i + 1, bytes.length - i - 1);
		check_mutant(name, read, copy, bytes.length - 1);
		memcpy(copy + i, bytes.at + i, bytes.length - i);
	}
}

static void layouts_with_a_fault_anywhere_are_survived(void **state)
{
	setup_changed(*state, "layouts/common.xml", "mutant/common.xml", "", "");
	mutate(*state, "layouts/profile.xml", "mutant/layout.xml", read_layout, 3);
}

static void common_texts_with_a_fault_anywhere_are_survived(void **state)
{
	const char *small =
	    "<layout xmlns='urn:clusterpress:layout:1' name='x' lang='en'><page size='A5'/>"
	    "<words href='common.xml'/><styles><style name='body'/></styles>"
	    "<title>x</title><body/></layout>";
	Setup *setup = *state;
	Source layout = setup_file(setup, "mutant/small.xml", small);
	Source shipped = {"layouts/common.xml", NULL, {0}};
	Bytes bytes = file_read(setup->arena, &shipped, 1 << 20, setup->diags);
	char *copy = str_copy_n(setup->arena, (const char *)bytes.at, bytes.length);
	for (size_t i = 0; i < bytes.length; i++) {
		copy[i] ^= 0x15;
		Arena *a = arena_new();
		Setup inner = {a, diags_new(a)};
		setup_bytes(&inner, "mutant/common.xml", copy, bytes.length);
		const Layout *made = layout_read(a, &layout, inner.diags);
		assert_int_equal(made == NULL, diags_errors(inner.diags) > 0);
		arena_free(a);
		copy[i] ^= 0x15;
	}
}

static void records_with_a_fault_anywhere_are_survived(void **state)
{
	mutate(*state, "tests/model/2024/clusters/kunming.xml", "mutant/kunming.xml", read_record,
	       1);
}

static void editions_with_a_fault_anywhere_are_survived(void **state)
{
	setup_file(*state, "mutant/clusters/kunming.xml", "<a/>");
	mutate(*state, "tests/model/2024/edition.xml", "mutant/edition.xml", read_edition, 1);
}

static void names_with_a_fault_anywhere_are_survived(void **state)
{
	mutate(*state, "tests/model/names.xml", "mutant/names.xml", read_names, 1);
}

static void fonts_with_a_fault_anywhere_are_survived(void **state)
{
	mutate(*state, "fonts/fonts.xml", "mutant/fonts.xml", read_fonts, 1);
}

static void schemas_with_a_fault_anywhere_are_survived(void **state)
{
	mutate(*state, "data/schema/cluster.rng", "mutant/cluster.rng", read_schema, 5);
}

static void rules_with_a_fault_anywhere_are_survived(void **state)
{
	mutate(*state, "data/schema/cluster.sch", "mutant/cluster.sch", read_rules, 41);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(layouts_with_a_fault_anywhere_are_survived),
	    SENTENCE(common_texts_with_a_fault_anywhere_are_survived),
	    SENTENCE(records_with_a_fault_anywhere_are_survived),
	    SENTENCE(editions_with_a_fault_anywhere_are_survived),
	    SENTENCE(names_with_a_fault_anywhere_are_survived),
	    SENTENCE(fonts_with_a_fault_anywhere_are_survived),
	    SENTENCE(schemas_with_a_fault_anywhere_are_survived),
	    SENTENCE(rules_with_a_fault_anywhere_are_survived),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
