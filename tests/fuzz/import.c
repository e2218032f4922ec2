/* SPDX-License-Identifier: MIT */
/*
 * Tables and maps, spoiled in any way: mutate.h says how. Whatever they are made
 * of: they are read and give back nothing just when something was told, with a
 * place in one of the two files; every place is there; what is written of a record
 * is XML that reads back as the record. The sanitizers watch.
 *
 * The seeds are fixed. FUZZ_FROM and FUZZ_COUNT in the environment choose others.
 */
#include "unit/read_setup.h"

#include "fuzz/mutate.h"
#include "read/map.h"
#include "read/row.h"
#include "read/table.h"
#include "read/xml.h"
#include "write/record.h"

#include <stdlib.h>

static const char *const tables[] = {"tests/imports/clusters/table.tsv",
				     "tests/imports/spreadsheet/table.csv",
				     "tests/imports/marks-by-row/table.csv"};
static const char *const maps[] = {"tests/imports/clusters/map.xml",
				   "tests/imports/spreadsheet/map.xml",
				   "tests/imports/marks-by-row/map.xml"};

enum { SAMPLES = 3 };

typedef struct Fed {
	Source table, map;
	int made;
} Fed;

static size_t number_from(const char *name, size_t otherwise)
{
	const char *text = getenv(name);
	return text ? strtoul(text, NULL, 10) : otherwise;
}

static const Node *element_next(const Node *node)
{
	while (node && node->kind != NODE_ELEMENT)
		node = node->next;
	return node;
}

static bool has_words(const Node *node)
{
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_TEXT)
			return true;
	return false;
}

/* The same elements with the same attributes and words; white space that lays out does not count. */
static bool tree_same(Arena *a, const Node *one, const Node *two)
{
	bool same = str_equal(one->name, two->name) && str_equal(one->space, two->space) &&
		    one->attr_count == two->attr_count &&
		    (!has_words(one) || str_equal(node_text(a, one), node_text(a, two)));
	for (int i = 0; same && i < one->attr_count; i++)
		same = str_equal(one->attrs[i].name, two->attrs[i].name) &&
		       str_equal(one->attrs[i].value, two->attrs[i].value);
	const Node *left = element_next(one->first), *right = element_next(two->first);
	for (; same && left && right; left = element_next(left->next)) {
		same = tree_same(a, left, right);
		right = element_next(right->next);
	}
	return same && !left && !right;
}

/* What is written reads back as what it was written of. */
static void record_check(Arena *a, const Node *root)
{
	StrBuf text = {.arena = a};
	Diags *diags = diags_new(a);
	Setup scratch = {a, diags};
	record_write(&text, root, "note");
	Source source = setup_bytes(&scratch, "record.xml", text.text, text.length);
	const Node *read = xml_read(a, &source, NULL, diags);
	if (!read)
		fail_msg("%s: %s", diags_at(diags, 0)->message, text.text);
	if (!tree_same(a, root, read))
		fail_msg("something else was written: %s", text.text);
}

static void places_check(const Fed *fed, const Diags *diags)
{
	for (int i = 0; i < diags_count(diags); i++) {
		const Diag *diag = diags_at(diags, i);
		bool table = str_equal(diag->place.file, fed->table.path);
		bool map = str_equal(diag->place.file, fed->map.path);
		bool last = str_equal(diag->message, "there is more to tell than this");
		bool placed = (table || map) && diag->place.line > 0 && diag->place.column > 0;
		if (!placed && !last)
			fail_msg("told nowhere: %s", diag->message);
	}
}

static void row_feed(Fed *fed, const RowReader *reader, const TableRow *row)
{
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	Place place;
	if (row_wanted(a, reader, row)) {
		const char *id = row_id(a, reader, row, &place, diags);
		const Node *root = row_read(a, reader, row, diags);
		assert_int_equal(!id || !root, diags_errors(diags) > 0);
		if (root)
			record_check(a, root);
		fed->made += id && root;
	}
	places_check(fed, diags);
	arena_free(a);
}

/* Reads both files, of which one is spoiled. */
static void files_feed(Fed *fed)
{
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	const Map *map = map_read(a, &fed->map, diags);
	assert_int_equal(map == NULL, diags_errors(diags) > 0);
	TableForm form = {map ? map->delimiter : '\0', map && map->plain};
	const Table *table = table_load(a, &fed->table, form, diags);
	assert_true(table || diags_errors(diags) > 0);
	assert_true(!table || (table->broken > 0) == (diags_errors(diags) > 0) || !map);
	const RowReader *reader = map && table ? row_reader_new(a, map, table, diags) : NULL;
	for (int i = 0; reader && i < table->row_count; i++)
		row_feed(fed, reader, &table->rows[i]);
	places_check(fed, diags);
	arena_free(a);
}

/* A change that a table may suffer from: a sign of its own put in, or in another's place. */
static void change_sign(Mutant *m)
{
	static const char *const signs[] = {
	    ",", ";",        "\t",           "\"",   "\"\"", "\n",   "\r",           "\r\n", "|",
	    " ", "\xC2\xA0", "\xEF\xBB\xBF", "\x01", "\xE2", "\xFF", "\xE2\x88\x92", "'",    "9"};
	const char *sign = signs[mutant_draw(m, sizeof signs / sizeof *signs)];
	Span span = mutant_stretch(m, 1);
	if (mutant_draw(m, 2))
		span.end = span.start;
	mutant_replace(m, span, sign, strlen(sign));
}

static Mutant table_mutant(Arena *a, const char *text, size_t length, uint64_t seed)
{
	static void (*const changes[])(Mutant *) = {change_sign, change_sign, change_sign,
						    change_flip, change_cut,  change_double};
	Mutant m = {a, (seed + 1) * UINT64_C(0x9E3779B97F4A7C15), text, length};
	for (size_t left = 1 + mutant_draw(&m, 4); left > 0 && m.length > 0; left--)
		changes[mutant_draw(&m, sizeof changes / sizeof *changes)](&m);
	return m;
}

/* Mutants of the tables or of the maps; some must still make records, or little is tested. */
static void spoil(Setup *setup, bool table, size_t count)
{
	size_t from = number_from("FUZZ_FROM", 1);
	Fed fed = {0};
	count = number_from("FUZZ_COUNT", count);
	for (size_t seed = from; seed < from + count; seed++) {
		Arena *a = arena_new();
		Setup scratch = {a, setup->diags};
		size_t sample = seed % SAMPLES;
		fed.table = (Source){.path = tables[sample]};
		fed.map = (Source){.path = maps[sample]};
		Source *spoiled = table ? &fed.table : &fed.map;
		Bytes sound = file_read(a, spoiled, 1 << 20, setup->diags);
		Mutant m = (table ? table_mutant : mutant_make)(a, (const char *)sound.at,
								sound.length, seed);
		const char *name = strrchr(spoiled->path, '/') + 1;
		*spoiled = setup_bytes(&scratch, name, m.text, m.length);
		files_feed(&fed);
		arena_free(a);
	}
	print_message("# %zu mutants, %d records made of them\n", count, fed.made);
	assert_int_not_equal(fed.made, 0);
}

static void tables_spoiled_in_any_way_are_survived(void **state)
{
	spoil(*state, true, 600);
}

static void maps_spoiled_in_any_way_are_survived(void **state)
{
	spoil(*state, false, 600);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(tables_spoiled_in_any_way_are_survived),
	    SENTENCE(maps_spoiled_in_any_way_are_survived),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
