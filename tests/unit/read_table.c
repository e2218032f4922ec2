/* SPDX-License-Identifier: MIT */
/* CSV and TSV become tables: what cells say, where they stand, what is refused. */
#include "read_setup.h"

#include "read/table.h"

#include <fcntl.h>
#include <unistd.h>

static const Table *load(Setup *setup, const char *name, const char *text)
{
	Source source = setup_file(setup, name, text);
	return table_load(setup->arena, &source, (TableForm){0}, setup->diags);
}

/* "2:1 Seoul|2:7 KR": each cell with its place. */
static const char *row_shown(Setup *setup, const Table *table, int index)
{
	StrBuf row = {.arena = setup->arena};
	const TableCell *cells = table->rows[index].cells;
	for (int i = 0; i < table->column_count; i++)
		strbuf_format(&row, "%s%d:%d %s", i ? "|" : "", cells[i].line, cells[i].column,
			      cells[i].text);
	return strbuf_text(&row);
}

static void assert_row(Setup *setup, const Table *table, int index, const char *expected)
{
	assert_told(setup, "");
	assert_non_null(table);
	assert_in_range(index, 0, table->row_count - 1);
	assert_string_equal(row_shown(setup, table, index), expected);
}

static void cells_know_their_line_and_column(void **state)
{
	const Table *table = load(*state, "plain.csv", "name,rank\nSeoul,3\nSão Paulo,70\n,\n");
	assert_row(*state, table, 0, "2:1 Seoul|2:7 3");
	assert_row(*state, table, 1, "3:1 São Paulo|3:11 70");
	assert_row(*state, table, 2, "4:1 |4:2 ");
	assert_int_equal(table->row_count, 3);
	assert_int_equal(table_column(table, "rank"), 1);
	assert_int_equal(table_column(table, "rang"), -1);
}

static void lines_may_end_in_any_of_the_three_ways(void **state)
{
	const Table *table = load(*state, "ends.csv", "a,b\r\n1,2\r3,4\n5,6");
	assert_row(*state, table, 0, "2:1 1|2:3 2");
	assert_row(*state, table, 1, "3:1 3|3:3 4");
	assert_row(*state, table, 2, "4:1 5|4:3 6");
}

static void cells_between_quotation_marks_may_hold_anything(void **state)
{
	const Table *table =
	    load(*state, "quoted.csv",
		 "a,b,c\n\"x, y\",\"two\r\nlines\",\"say \"\"so\"\"\"\n\"\", \"é\" ,z\n");
	assert_row(*state, table, 0, "2:2 x, y|2:9 two\r\nlines|3:9 say \"so\"");
	assert_row(*state, table, 1, "4:2 |4:6 é|4:10 z");
}

static void places_inside_a_cell_are_those_of_the_file(void **state)
{
	Setup *setup = *state;
	const Table *table =
	    load(setup, "inside.csv", "a,b\n1,\"é \"\"q\"\"; two\r\nthree\rfour;\n\"\"five\"\n");
	assert_row(setup, table, 0, "2:1 1|2:4 é \"q\"; two\r\nthree\rfour;\n\"five");
	const TableCell *cell = &table->rows[0].cells[1];
	static const struct {
		const char *word;
		int line, column;
	} words[] = {{"é", 2, 4},     {"q", 2, 8},    {"two", 2, 13},
		     {"three", 3, 1}, {"four", 4, 1}, {"five", 5, 3}};
	TableWalk walk = table_walk(cell);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		Place place = table_walk_to(table, &walk, strstr(cell->text, words[i].word));
		assert_int_equal(place.line, words[i].line);
		assert_int_equal(place.column, words[i].column);
	}
}

static void tables_for_tabs_take_blanks_and_commas_as_they_are(void **state)
{
	const Table *table = load(*state, "tabs.tsv", "a\tb c\td\n\t 1,2 \t\n\t\tz\n");
	assert_row(*state, table, 0, "2:1 |2:3 1,2|2:8 ");
	assert_row(*state, table, 1, "3:1 |3:2 |3:3 z");
	assert_string_equal(table->heads[1].text, "b c");
}

static void quotation_marks_may_be_signs_like_any_other(void **state)
{
	Setup *setup = *state;
	Source source = setup_file(setup, "signs.tsv", "a\tb\n\"x\" y\t6\"\n");
	const Table *table =
	    table_load(setup->arena, &source, (TableForm){.plain = true}, setup->diags);
	assert_row(setup, table, 0, "2:1 \"x\" y|2:7 6\"");
}

static void delimiters_may_be_chosen(void **state)
{
	Setup *setup = *state;
	Source source = setup_file(setup, "semicolon.csv", "a;b\n1,5;\"x;y\"\n");
	const Table *table =
	    table_load(setup->arena, &source, (TableForm){.delimiter = ';'}, setup->diags);
	assert_row(setup, table, 0, "2:1 1,5|2:6 x;y");
}

static void byte_order_marks_are_not_part_of_the_first_name(void **state)
{
	const Table *table = load(*state, "mark.csv", "\xef\xbb\xbf\"a\",b\n1,2\n");
	assert_row(*state, table, 0, "2:1 1|2:3 2");
	assert_string_equal(table->heads[0].text, "a");
	assert_int_equal(table->heads[0].column, 2);
}

static void blank_lines_are_no_rows(void **state)
{
	const Table *table = load(*state, "blank.csv", "\n\na,b\n\n1,2\n   \n3,4\n\n\n");
	assert_row(*state, table, 0, "5:1 1|5:3 2");
	assert_row(*state, table, 1, "7:1 3|7:3 4");
	assert_int_equal(table->row_count, 2);
}

/* A row that is out of form is left out, and told. */
static void rows_out_of_form_are_told_and_the_others_read(void **state)
{
	Setup *setup = *state;
	const Table *table =
	    load(setup, "rows.csv",
		 "a,b\n1\n1,2,3\n5,6\nx\"y\",1\n\"x\"y,1\n\"x\" \"y,1\n\"\"z,1\n7,8\n");
	assert_told(setup, "2:1: this row has 1 cell, and the first row names 2 columns\n"
			   "3:1: this row has 3 cells, and the first row names 2 columns\n"
			   "5:2: a quotation mark stands in the middle of a cell\n"
			   "6:4: there is text behind the quotation mark that closes this cell\n"
			   "7:5: there is text behind the quotation mark that closes this cell\n"
			   "8:3: there is text behind the quotation mark that closes this cell");
	assert_int_equal(table->row_count, 2);
	assert_int_equal(table->broken, 6);
	assert_string_equal(row_shown(setup, table, 1), "9:1 7|9:3 8");
}

static void control_characters_are_told_where_they_stand(void **state)
{
	const Table *table =
	    load(*state, "control.csv", "a,b\nx\x01,2\n1,y\xef\xbf\xbfz\n\x7f\v,3\n4,5\n");
	assert_told(*state,
		    "2:2: there is a control character here (U+0001), which no text may hold\n"
		    "3:4: there is a control character here (U+FFFF), which no text may hold\n"
		    "4:2: there is a control character here (U+000B), which no text may hold");
	assert_int_equal(table->row_count, 1);
	assert_int_equal(table->broken, 3);
}

static void heads_out_of_form_are_told(void **state)
{
	assert_null(load(*state, "heads.csv", "a,,b, a ,\"b\n\"\n1,2,3,4,5\n"));
	assert_told(*state, "1:3: column 2 has no name\n"
			    "1:7: two columns are called \"a\": the other is column 1\n"
			    "1:11: two columns are called \"b\": the other is column 3");
}

static void quotation_marks_that_are_never_closed_are_told(void **state)
{
	const Table *table = load(*state, "open.csv", "a,b\n1,2\n3,\"four\n5,6\n");
	assert_told(*state, "3:3: this quotation mark is never closed");
	assert_int_equal(table->row_count, 1);
	assert_int_equal(table->broken, 1);
}

static void other_delimiters_are_guessed_in_the_hint(void **state)
{
	Setup *setup = *state;
	assert_null(load(setup, "other.csv", "name;rank\nSeoul;3\n"));
	assert_told(setup, "1:1: the table has one column only, called \"name;rank\"");
	assert_string_equal(diags_at(setup->diags, 0)->hint,
			    "if its cells are delimited otherwise, say so in the map: "
			    "delimiter=\"semicolon\"");
}

static void tables_without_rows_are_told(void **state)
{
	assert_null(load(*state, "nothing.csv", ""));
	assert_null(load(*state, "lines.csv", "\n \n\r\n"));
	assert_null(load(*state, "head.csv", "a,b\n"));
	assert_told(*state, "1:1: the table is empty\n"
			    "1:1: the table is empty\n"
			    "1:1: the table has a row of names and no other row");
}

static void refuse_bytes(Setup *setup, const char *bytes, size_t length)
{
	Source source = setup_bytes(setup, "bytes.csv", bytes, length);
	assert_null(table_load(setup->arena, &source, (TableForm){0}, setup->diags));
}

static void other_encodings_are_told_by_their_names(void **state)
{
	Setup *setup = *state;
	refuse_bytes(setup,
		     "\xff\xfe"
		     "a\0,\0b\0\n\0",
		     10);
	assert_told(setup, "1:1: the table is in UTF-16");
	setup->diags = diags_new(setup->arena);
	refuse_bytes(setup, "\0a\0,\0b\0\n", 8);
	assert_told(setup, "1:1: the table is in UTF-16");
	setup->diags = diags_new(setup->arena);
	refuse_bytes(setup, "a,b\r\nSeoul,M\xfcnchen\n", 19);
	assert_told(setup, "2:8: this character is not in UTF-8: the table seems to be in Latin-1 "
			   "or Windows-1252");
	setup->diags = diags_new(setup->arena);
	refuse_bytes(setup, "a,b\n1,\0002\n", 9);
	assert_told(setup, "2:3: there is a byte without meaning here (NUL): this is no table in "
			   "UTF-8");
}

/* Written again and again until there are `length` bytes. */
static const char *many(Setup *setup, const char *head, const char *again, size_t length)
{
	StrBuf text = {.arena = setup->arena};
	strbuf_add(&text, head);
	while (text.length < length)
		strbuf_add(&text, again);
	return strbuf_text(&text);
}

static void tables_without_end_are_bounded(void **state)
{
	Setup *setup = *state;
	assert_null(load(setup, "wide.csv", many(setup, "a", ",b", 1 << 20)));
	assert_told(setup, "1:2001: this row has more than 1000 cells");
	setup->diags = diags_new(setup->arena);
	assert_null(load(setup, "long.csv", many(setup, "a,b\n1,\"", "x\n", 1 << 20)));
	assert_told(setup, "2:4: this cell has more than 100000 bytes");
	setup->diags = diags_new(setup->arena);
	assert_null(load(setup, "cells.csv", many(setup, "a,b,c,d\n", ",,,\n", 3 << 20)));
	assert_told(setup, "500001:1: the table has more than 2000000 cells");
}

static void tables_too_large_are_not_read_at_all(void **state)
{
	Setup *setup = *state;
	Source source = setup_file(setup, "gigabyte.csv", "a,b\n");
	assert_int_equal(truncate(source.path, 1 << 30), 0);
	assert_null(table_load(setup->arena, &source, (TableForm){0}, setup->diags));
	assert_non_null(
	    strstr(setup_told(setup, 0), "has 1073741824 bytes, and at most 16777216 are read"));
	unlink(source.path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(cells_know_their_line_and_column),
	    SENTENCE(lines_may_end_in_any_of_the_three_ways),
	    SENTENCE(cells_between_quotation_marks_may_hold_anything),
	    SENTENCE(places_inside_a_cell_are_those_of_the_file),
	    SENTENCE(tables_for_tabs_take_blanks_and_commas_as_they_are),
	    SENTENCE(quotation_marks_may_be_signs_like_any_other),
	    SENTENCE(delimiters_may_be_chosen),
	    SENTENCE(byte_order_marks_are_not_part_of_the_first_name),
	    SENTENCE(blank_lines_are_no_rows),
	    SENTENCE(rows_out_of_form_are_told_and_the_others_read),
	    SENTENCE(control_characters_are_told_where_they_stand),
	    SENTENCE(heads_out_of_form_are_told),
	    SENTENCE(quotation_marks_that_are_never_closed_are_told),
	    SENTENCE(other_delimiters_are_guessed_in_the_hint),
	    SENTENCE(tables_without_rows_are_told),
	    SENTENCE(other_encodings_are_told_by_their_names),
	    SENTENCE(tables_without_end_are_bounded),
	    SENTENCE(tables_too_large_are_not_read_at_all),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
