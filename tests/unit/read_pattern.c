/* SPDX-License-Identifier: MIT */
#include "read_setup.h"

#include "read/pattern.h"
#include "read/xml.h"

static const Style base = {.name = "base"};
static const Style bold = {.name = "b"};
static const Style light = {.name = "light"};

static const Style *find(void *who, const Style *under, const char *name, Place place, Diags *diags)
{
	(void)who;
	assert_non_null(under);
	if (strcmp(name, "b") == 0)
		return &bold;
	if (strcmp(name, "light") == 0)
		return &light;
	diag_error(diags, place, DIAG_LAYOUT, "no style \"%s\"", name);
	return NULL;
}

static void dump(StrBuf *to, const Pattern *p);

static void dump_branches(StrBuf *to, const Pattern *p)
{
	strbuf_format(to, "{%s %s", p->value->source,
		      p->kind == PATTERN_PLURAL ? "plural" : "select");
	for (const Branch *b = p->branches; b; b = b->next) {
		strbuf_format(to, " %s:[", b->key);
		dump(to, b->text);
		strbuf_add(to, "]");
	}
	strbuf_add(to, "}");
}

static void dump_value(StrBuf *to, const Pattern *p)
{
	static const char *const names[] = {"",         " number",   " percent",          " share",
					    " ordinal", " spellout", " spellout-ordinal", " date",
					    " list",    " names"};
	strbuf_format(to, "{%s%s%s%s", p->value->source, names[p->format], p->variant ? " " : "",
		      p->variant ? p->variant : "");
	if (p->item) {
		strbuf_add(to, " item:[");
		dump(to, p->item);
		strbuf_add(to, "]");
	}
	strbuf_add(to, "}");
}

static void dump(StrBuf *to, const Pattern *p)
{
	for (; p; p = p->next) {
		if (p->kind == PATTERN_TEXT)
			strbuf_format(to, "'%s'", p->text);
		else if (p->kind == PATTERN_VALUE)
			dump_value(to, p);
		else if (p->kind == PATTERN_HASH)
			strbuf_add(to, "#");
		else if (p->kind == PATTERN_SPAN) {
			strbuf_format(to, "<%s ", p->style->name);
			dump(to, p->inside);
			strbuf_add(to, ">");
		} else
			dump_branches(to, p);
		strbuf_add(to, p->next ? " " : "");
	}
}

static const Pattern *read_inside(Setup *setup, const char *inside)
{
	SpanStyles spans = {find, NULL};
	setup->diags = diags_new(setup->arena);
	Source source =
	    setup_file(setup, "pattern.xml", str_format(setup->arena, "<p>%s</p>", inside));
	const Node *node = xml_read(setup->arena, &source, NULL, setup->diags);
	assert_non_null(node);
	return pattern_read(setup->arena, node, &base, &spans, setup->diags);
}

static void check_told(Setup *setup, const CaseLine *line, const Pattern *pattern)
{
	int row = 0, column = 0, used = 0;
	assert_int_equal(sscanf(line->parts[1], "! %d %d %n", &row, &column, &used), 2);
	if (pattern || diags_count(setup->diags) != 1)
		fail_msg("line %d: %s: %d things were told", line->number, line->parts[0],
			 diags_count(setup->diags));
	const Diag *diag = diags_at(setup->diags, 0);
	if (diag->place.line != row || diag->place.column != column ||
	    strstr(diag->message, line->parts[1] + used) == NULL)
		fail_msg("line %d: %s: %s", line->number, line->parts[0], setup_told(setup, 0));
}

static void check_tree(Setup *setup, const CaseLine *line, const Pattern *pattern)
{
	StrBuf tree = {.arena = setup->arena};
	dump(&tree, pattern);
	if (diags_count(setup->diags) > 0)
		fail_msg("line %d: %s: %s", line->number, line->parts[0], setup_told(setup, 0));
	const char *found = pattern ? strbuf_text(&tree) : "nothing";
	if (strcmp(found, line->parts[1]) != 0)
		fail_msg("line %d: %s is %s", line->number, line->parts[0], found);
}

static void patterns_become_what_the_lines_say(void **state)
{
	char *text = case_file(*state, "tests/lines/patterns.txt");
	for (CaseLine line = {0}; case_next(*state, &text, &line);) {
		assert_int_equal(line.count, 2);
		const Pattern *pattern = read_inside(*state, line.parts[0]);
		if (line.parts[1][0] == '!')
			check_told(*state, &line, pattern);
		else
			check_tree(*state, &line, pattern);
	}
}

static void patterns_in_attributes_have_no_spans_and_know_their_place(void **state)
{
	Setup *setup = *state;
	assert_null(
	    pattern_read_text(setup->arena, "a {b, nmber}", (Place){"f", 5, 20}, setup->diags));
	assert_told(setup, "5:26: there is no format \"nmber\"; did you mean \"number\"?");
}

static void patterns_are_not_nested_without_end(void **state)
{
	Setup *setup = *state;
	StrBuf text = {.arena = setup->arena};
	for (int i = 0; i < 3000; i++)
		strbuf_add(&text, "{a, list, {");
	assert_null(
	    pattern_read_text(setup->arena, strbuf_text(&text), (Place){"f", 1, 1}, setup->diags));
	assert_int_equal(diags_count(setup->diags), 1);
	assert_string_equal(diags_at(setup->diags, 0)->message,
			    "these words are nested too deeply");
}

static void formats_are_found_by_their_names(void **state)
{
	(void)state;
	Format format = FORMAT_NONE;
	assert_true(format_find("spellout-ordinal", &format));
	assert_int_equal(format, FORMAT_SPELLOUT_ORDINAL);
	assert_false(format_find("", &format));
	assert_false(format_find("plural", &format));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(patterns_become_what_the_lines_say),
	    SENTENCE(patterns_in_attributes_have_no_spans_and_know_their_place),
	    SENTENCE(patterns_are_not_nested_without_end),
	    SENTENCE(formats_are_found_by_their_names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
