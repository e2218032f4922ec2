/* SPDX-License-Identifier: MIT */
#include "read/record.h"
#include "read/xml.h"
#include "read_setup.h"

#include <stdlib.h>
#include <sys/wait.h>

/*
 * The shipped rules, data/schema/cluster.sch, held against a small edition of three
 * records, two of the year before, that is sound; and against the same with one fault
 * in it, as tests/lines/rules.txt has them.
 */

#define MODEL "tests/model/rules/"

static const char *const names[] = {"alba", "bruma", "corda", "edition", "before/alba"};

enum { RECORDS = 3, HEADER = 3, BEFORE = 4 };

typedef struct Bench {
	Setup *setup;
	Schema *schema;
	Rules *rules;
} Bench;

static Bench bench_open(void **state)
{
	Bench b = {.setup = *state};
	Source schema = {.path = "data/schema/cluster.rng"},
	       rules = {.path = "data/schema/cluster.sch"};
	b.schema = schema_open(b.setup->arena, &schema, b.setup->diags);
	b.rules = rules_open(b.setup->arena, &rules, b.setup->diags);
	assert_told(b.setup, "");
	return b;
}

static void bench_close(const Bench *b)
{
	schema_close(b->schema);
	rules_close(b->rules);
}

/* Nothing is written as "-", since a line's parts are never empty. */
static const char *said(const char *part)
{
	return strcmp(part, "-") == 0 ? "" : part;
}

/* The file called `name`, with the fault of `line` if that is about it. */
static const Node *file_of(const Bench *b, const char *name, const CaseLine *line, Diags *diags)
{
	Arena *a = b->setup->arena;
	Source source = {.path = str_format(a, MODEL "%s.xml", name)};
	if (line && strcmp(line->parts[0], name) == 0)
		source = setup_changed(b->setup, source.path, str_format(a, "%s.xml", name),
				       line->parts[1], said(line->parts[2]));
	const Node *root = xml_read(a, &source, NULL, diags);
	if (root == NULL)
		fail_msg("%s: %s", source.path, diags_at(diags, 0)->message);
	return root;
}

/* What is told of the edition, with its places: of each record, and of all together. */
static const char *told(const Bench *b, const CaseLine *line)
{
	Arena *a = b->setup->arena;
	Diags *diags = diags_new(a);
	const Node *files[BEFORE + 1];
	for (int i = 0; i <= BEFORE; i++)
		files[i] = file_of(b, names[i], line, diags);
	const Node *old[] = {files[BEFORE], file_of(b, "before/bruma", NULL, diags)};
	Merged before = {.edition = file_of(b, "before/edition", NULL, diags),
			 .records = old,
			 .record_count = 2};
	Merged merged = {.edition = files[HEADER],
			 .names = file_of(b, "names", NULL, diags),
			 .records = files,
			 .record_count = RECORDS,
			 .before = &before};
	for (int i = 0; i < RECORDS; i++)
		record_check(b->schema, b->rules, files[i], diags);
	rules_check_edition(b->rules, &merged, diags);
	StrBuf all = {.arena = a};
	for (int i = 0; i < diags_count(diags); i++) {
		const Diag *d = diags_at(diags, i);
		strbuf_format(&all, "%s%d:%d: %s%s", i ? " / " : "", d->place.line, d->place.column,
			      d->level == DIAG_WARNING ? "warning: " : "", d->message);
	}
	return strbuf_text(&all);
}

static void rules_have_nothing_against_a_sound_edition(void **state)
{
	Bench b = bench_open(state);
	assert_string_equal(told(&b, NULL), "");
	bench_close(&b);
}

static void rules_tell_each_fault_of_the_lines_and_no_other(void **state)
{
	Bench b = bench_open(state);
	char *text = case_file(b.setup, "tests/lines/rules.txt");
	CaseLine line = {0};
	int wrong = 0;
	while (case_next(b.setup, &text, &line)) {
		assert_int_equal(line.count, 4);
		const char *now = told(&b, &line);
		if (strcmp(now, said(line.parts[3])) == 0)
			continue;
		print_error("tests/lines/rules.txt:%d: %s\n", line.number, now);
		wrong++;
	}
	bench_close(&b);
	assert_int_equal(wrong, 0);
}

/* lxml's isoschematron takes the shipped rules too, and says the same of the same faults. */
static void rules_are_told_alike_by_another_program(void **state)
{
	(void)state;
	enum { NOT_HERE = 77 };
	int status = system("tests/check/schematron");
	if (WIFEXITED(status) && WEXITSTATUS(status) == NOT_HERE)
		skip();
	assert_int_equal(status, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(rules_have_nothing_against_a_sound_edition),
	    SENTENCE(rules_tell_each_fault_of_the_lines_and_no_other),
	    SENTENCE(rules_are_told_alike_by_another_program),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
