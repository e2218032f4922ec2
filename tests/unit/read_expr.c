/* SPDX-License-Identifier: MIT */
#include "read_setup.h"

#include "read/expr.h"

#include <stdlib.h>

static const Expr *read_expr(Setup *setup, const char *text)
{
	return expr_read(setup->arena, text, (Place){"expr", 1, 1}, setup->diags);
}

/* A path that holds " | " itself is cut in one part more than the others. */
static void check_bad(Setup *setup, const CaseLine *line)
{
	const char *const *last = &line->parts[line->count - 1];
	const char *text = line->parts[0];
	if (line->count == 4)
		text = str_format(setup->arena, "%s | %s", text, line->parts[1]);
	setup->diags = diags_new(setup->arena);
	const Expr *expr = read_expr(setup, text);
	if (expr || diags_count(setup->diags) != 1)
		fail_msg("line %d: %s was taken", line->number, text);
	const Diag *diag = diags_at(setup->diags, 0);
	if (diag->place.column != atoi(last[-1]) || strstr(diag->message, last[0]) == NULL)
		fail_msg("line %d: %s: %s", line->number, text, setup_told(setup, 0));
}

static void expr_refuses_what_the_lines_say(void **state)
{
	char *text = case_file(*state, "tests/lines/paths-bad.txt");
	for (CaseLine line = {0}; case_next(*state, &text, &line);)
		check_bad(*state, &line);
}

static void expr_reads_a_path_step_by_step(void **state)
{
	const Expr *e = read_expr(*state, " a / b[@c='d' ] [2] / @e ");
	assert_int_equal(e->kind, EXPR_PATH);
	assert_string_equal(e->source, "a / b[@c='d' ] [2] / @e");
	assert_int_equal(e->place.column, 2);
	const Step *b = e->steps->next;
	assert_string_equal(e->steps->name, "a");
	assert_string_equal(b->name, "b");
	assert_int_equal(b->predicates->kind, EXPR_EQUAL);
	assert_string_equal(b->predicates->right->string, "d");
	assert_int_equal(b->predicates->next->kind, EXPR_NUMBER);
	assert_true(b->predicates->next->number == 2);
	assert_int_equal(b->next->kind, STEP_ATTRIBUTE);
	assert_string_equal(b->next->name, "e");
	assert_null(b->next->next);
}

static void expr_starts_at_the_edition(void **state)
{
	const Expr *e = read_expr(*state, "edition/title");
	assert_int_equal(e->start, START_EDITION);
	assert_string_equal(e->steps->name, "title");
	e = read_expr(*state, "edition");
	assert_true(e->start == START_EDITION && e->steps == NULL);
	e = read_expr(*state, "a/edition");
	assert_true(e->start == START_HERE && e->steps->next != NULL);
	e = read_expr(*state, "editions");
	assert_int_equal(e->start, START_HERE);
}

static void expr_binds_and_closer_than_or(void **state)
{
	const Expr *e = read_expr(*state, "a or b and not(c) or d >= 1.5");
	assert_int_equal(e->kind, EXPR_OR);
	assert_int_equal(e->left->kind, EXPR_OR);
	assert_int_equal(e->left->right->kind, EXPR_AND);
	assert_int_equal(e->left->right->right->kind, EXPR_NOT);
	assert_int_equal(e->right->kind, EXPR_GREATER_EQUAL);
	assert_true(e->right->right->number == 1.5);
	assert_string_equal(e->left->source, "a or b and not(c)");
}

static void expr_takes_operator_names_as_names_where_no_operator_stands(void **state)
{
	const Expr *e = read_expr(*state, "or and and");
	assert_int_equal(e->kind, EXPR_AND);
	assert_string_equal(e->left->steps->name, "or");
	assert_string_equal(e->right->steps->name, "and");
	e = read_expr(*state, "android");
	assert_int_equal(e->kind, EXPR_PATH);
}

static void expr_takes_names_with_hyphens_points_and_letters_of_any_kind(void **state)
{
	const Expr *e = read_expr(*state, "per-million/v1.2/昆明/@xml:lang");
	assert_string_equal(e->steps->name, "per-million");
	assert_string_equal(e->steps->next->name, "v1.2");
	assert_string_equal(e->steps->next->next->name, "昆明");
	assert_string_equal(e->steps->next->next->next->name, "xml:lang");
}

static void expr_read_path_wants_a_path(void **state)
{
	Setup *setup = *state;
	assert_null(expr_read_path(setup->arena, "count(a)", (Place){"e", 4, 9}, setup->diags));
	assert_told(setup, "4:9: a path was expected here, and this is something else");
}

static void expr_counts_lines_inside_its_text(void **state)
{
	Setup *setup = *state;
	assert_null(expr_read(setup->arena, "a[b\n  or c//d]", (Place){"e", 4, 9}, setup->diags));
	assert_told(setup, "5:7: \"//\" is not in the language of paths");
}

static void expr_refuses_a_text_without_end(void **state)
{
	Setup *setup = *state;
	StrBuf text = {.arena = setup->arena};
	for (int i = 0; i < 5000; i++)
		strbuf_add(&text, "a/");
	assert_null(read_expr(setup, strbuf_text(&text)));
	assert_told(setup, "1:1: this path is too long to be meant");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(expr_refuses_what_the_lines_say),
	    SENTENCE(expr_reads_a_path_step_by_step),
	    SENTENCE(expr_starts_at_the_edition),
	    SENTENCE(expr_binds_and_closer_than_or),
	    SENTENCE(expr_takes_operator_names_as_names_where_no_operator_stands),
	    SENTENCE(expr_takes_names_with_hyphens_points_and_letters_of_any_kind),
	    SENTENCE(expr_read_path_wants_a_path),
	    SENTENCE(expr_counts_lines_inside_its_text),
	    SENTENCE(expr_refuses_a_text_without_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
