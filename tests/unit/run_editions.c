/* SPDX-License-Identifier: MIT */
/*
 * The records that ship are what import makes of the tables that ship, to the
 * byte; and whatever the tables name has its words in names.xml.
 */
#include "read_setup.h"

#include "read/names.h"
#include "read/table.h"
#include "unit/write_asked.h"

static const char *const years[] = {"2023", "2024", "2025"};

enum { YEARS = sizeof years / sizeof *years };

static const char *import_year(Setup *setup, const char *year)
{
	const char *named = getenv("CLUSTERPRESS");
	const char *out = str_format(setup->arena, SETUP_FOLDER "%s", year);
	int status;
	const char *said =
	    asked(setup->arena,
		  str_format(setup->arena,
			     "rm -rf %s && %s import data/sources/clusters_%s.tsv"
			     " --map data/sources/clusters_%s.map.xml --out %s --quiet 2>&1",
			     out, named ? named : "build/clusterpress", year, year, out),
		  &status);
	if (status != 0 || said[0])
		fail_msg("%s: %s", year, said);
	return out;
}

static void assert_same_files(Setup *setup, const char *const *shipped, const char *const *made)
{
	int count = 0;
	for (; shipped[count] && made[count]; count++) {
		assert_string_equal(file_stem(setup->arena, shipped[count]),
				    file_stem(setup->arena, made[count]));
		Source one = {shipped[count], NULL, {0}}, two = {made[count], NULL, {0}};
		Bytes a = file_read(setup->arena, &one, 1 << 20, setup->diags);
		Bytes b = file_read(setup->arena, &two, 1 << 20, setup->diags);
		if (a.length != b.length || memcmp(a.at, b.at, a.length) != 0)
			fail_msg("%s is not what its table says", shipped[count]);
	}
	if (shipped[count] || made[count])
		fail_msg("only one side has %s", shipped[count] ? shipped[count] : made[count]);
	assert_true(count > 0);
}

static void shipped_records_are_what_the_tables_say(void **state)
{
	Setup *setup = *state;
	for (int i = 0; i < YEARS; i++) {
		const char *out = import_year(setup, years[i]);
		const char *shipped = str_format(setup->arena, "data/%s/clusters/*.xml", years[i]);
		assert_same_files(setup, file_glob(setup->arena, shipped),
				  file_glob(setup->arena, str_format(setup->arena, "%s/*", out)));
	}
	assert_told(setup, "");
}

static const char *cell_of(const Table *table, int row, const char *column)
{
	int at = table_column(table, column);
	return at < 0 ? "" : table->rows[row].cells[at].text;
}

static void assert_economies_named(Setup *setup, const Names *names, const char *codes)
{
	for (const char *code = codes; *code; code += strcspn(code, "/")) {
		code += *code == '/';
		const char *one = str_copy_n(setup->arena, code, strcspn(code, "/"));
		const NameEntry *entry = names_find(names, "economy", one);
		if (!entry || !names_form(entry, "name", "en", "en") ||
		    !names_form(entry, "adjective", "en", "en"))
			fail_msg("the economy %s has no name or no adjective", one);
	}
}

/* "Handling|5; Optics|4" */
static void assert_fields_named(Setup *setup, const Names *names, const char *list)
{
	for (const char *item = list; *item;) {
		const char *field = str_copy_n(setup->arena, item, strcspn(item, "|;"));
		if (!names_find(names, "field", field))
			fail_msg("the field %s has no name", field);
		item += strcspn(item, ";");
		item += strspn(item, "; ");
	}
}

static void assert_row_named(Setup *setup, const Names *names, const Table *table, int row)
{
	const char *key = cell_of(table, row, "key");
	if (!names_find(names, "cluster", key))
		fail_msg("the cluster %s has no name", key);
	assert_economies_named(setup, names, cell_of(table, row, "economy"));
	assert_fields_named(setup, names, cell_of(table, row, "patent_fields"));
	assert_fields_named(setup, names, cell_of(table, row, "publication_fields"));
}

static void whatever_the_tables_name_has_its_words(void **state)
{
	Setup *setup = *state;
	Source words = {"data/names.xml", NULL, {0}};
	const Names *names = names_read(setup->arena, &words, NULL, NULL, setup->diags);
	assert_non_null(names);
	for (int i = 0; i < YEARS; i++) {
		Source source = {
		    str_format(setup->arena, "data/sources/clusters_%s.tsv", years[i]), NULL, {0}};
		const Table *table =
		    table_load(setup->arena, &source, (TableForm){'\t', true}, setup->diags);
		assert_non_null(table);
		for (int row = 0; row < table->row_count; row++)
			assert_row_named(setup, names, table, row);
	}
	assert_told(setup, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(shipped_records_are_what_the_tables_say),
	    SENTENCE(whatever_the_tables_name_has_its_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
