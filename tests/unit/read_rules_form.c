/* SPDX-License-Identifier: MIT */
#include "rules_setup.h"

/* These patterns are refused, in these words. The first line of a file is its head. */
static void refused(void **state, const char *patterns, const char *told)
{
	assert_null(rules_of(*state, patterns));
	assert_told(*state, told);
}

static const char *hint(void **state)
{
	return diags_at(((Setup *)*state)->diags, 0)->hint;
}

static void rules_refuse_a_variable(void **state)
{
	refused(state,
		"<let name='x' value='1'/>\n"
		"<pattern><rule context='c:a'><let name='y' value='2'/><assert test='$y'>a</assert>"
		"</rule></pattern>",
		"2:1: <let> is Schematron, but not understood here\n"
		"3:30: <let> is Schematron, but not understood here\n"
		"3:69: there is no variable \"y\" here");
	assert_non_null(hint(state));
}

static void rules_refuse_what_is_abstract(void **state)
{
	refused(state,
		"<pattern abstract='true' id='a'><rule abstract='true' id='r'><assert test='1'>a"
		"</assert></rule></pattern>\n<pattern is-a='a'><rule context='c:a'><extends "
		"rule='r'/></rule></pattern>",
		"2:10: abstract patterns and rules are not understood here\n"
		"2:39: abstract patterns and rules are not understood here\n"
		"3:10: abstract patterns and rules are not understood here\n"
		"3:39: <extends> is Schematron, but not understood here");
}

static void rules_refuse_other_files(void **state)
{
	refused(state, "<include href='/etc/passwd'/><pattern/>",
		"2:1: <include> is Schematron, but not understood here");
}

static void rules_refuse_another_query_language(void **state)
{
	Setup *setup = *state;
	Source source = setup_file(setup, "rules.sch",
				   "<schema xmlns=\"http://purl.oclc.org/dsdl/schematron\" "
				   "queryBinding=\"xslt2\"><pattern/></schema>");
	assert_null(rules_open(setup->arena, &source, setup->diags));
	assert_told(setup, "1:68: queries of the kind \"xslt2\" are not understood here");
}

static void rules_refuse_another_root(void **state)
{
	Setup *setup = *state;
	Source source = setup_file(setup, "rules.sch", "<schema><pattern/></schema>");
	assert_null(rules_open(setup->arena, &source, setup->diags));
	assert_told(setup, "1:1: this is not a file of rules: its root is <schema>");
}

static void rules_name_the_nearest_word(void **state)
{
	refused(state,
		"<phase id='recrd'><active pattern='share'/></phase>\n"
		"<pattern id='shares'><rule contxt='c:a'><asert test='1'>a</asert>"
		"<assert test='1' role='warn' diagnostics='addd'>a</assert></rule></pattern>\n"
		"<diagnostics><diagnostic id='add'>x</diagnostic></diagnostics>",
		"3:28: there is no attribute \"contxt\" here; did you mean \"context\"?\n"
		"3:41: there is no element \"asert\" here; did you mean \"assert\"?\n"
		"2:12: there is no phase \"recrd\"; did you mean \"record\"?\n"
		"2:36: there is no pattern \"share\"; did you mean \"shares\"?\n"
		"3:22: <rule> lacks the attribute \"context\"\n"
		"3:89: there is no role \"warn\"\n"
		"3:108: there is no diagnostic \"addd\"; did you mean \"add\"?");
}

static void rules_refuse_strangers(void **state)
{
	refused(state,
		"<pattern><l:alke xmlns:l='urn:clusterpress:likeness:1' context='c:a'/>\n"
		"<f xmlns='urn:other'/><alike context='c:a'/>\n"
		"<l:known xmlns:l='urn:clusterpress:likeness:1' context='c:a'/></pattern>",
		"2:10: there is no element \"alke\" here; did you mean \"alike\"?\n"
		"3:1: <f> is not of the language of a file of rules\n"
		"3:23: <alike> is not of the language of likeness\n"
		"4:1: <known> lacks the attribute \"among\"");
}

static void rules_refuse_ids_that_stand_twice(void **state)
{
	refused(state,
		"<pattern id='a'/>\n<pattern id='a'/>\n<diagnostics><diagnostic "
		"id='a'>x</diagnostic></diagnostics>",
		"3:14: the id \"a\" is taken: <pattern> at line 2 has it\n"
		"4:30: the id \"a\" is taken: <pattern> at line 2 has it");
}

static void rules_refuse_a_test_without_words(void **state)
{
	refused(state,
		"<pattern><rule context='c:a'><assert test='1'> </assert>"
		"<assert test='1'><value-of select='.'/></assert></rule></pattern>",
		"2:30: <assert> is empty");
}

static void xpath_tells_where_it_is_not_understood(void **state)
{
	refused(state,
		"<pattern><rule context='c:a'>\n"
		"<assert test='@a = = 1'>a</assert>\n<assert test='count(c:a'>a</assert>\n"
		"<assert test='\"abc'>a</assert>\n<assert test='1'>"
		"<value-of select='c:b['/></assert></rule></pattern>",
		"3:15: this is no XPath: it cannot be understood from \"= 1\" on\n"
		"4:15: this is no XPath: it breaks off too early, after \"count(c:a\"\n"
		"5:15: this is no XPath: it breaks off too early, after \"\"abc\"\n"
		"6:36: this is no XPath: it breaks off too early, after \"c:b[\"");
}

static void xpath_knows_its_functions_and_prefixes(void **state)
{
	refused(state,
		"<pattern><rule context='c:a'>\n<assert test='cont(c:a) and (d:b or id(\"x\"))'>a"
		"</assert>\n<assert test='document(\"/etc/passwd\")'>a</assert>\n"
		"<assert test='\"cont(d:x)\" = child::text() and (1) div (2) > 1.5'>a</assert>"
		"</rule></pattern>",
		"3:15: there is no function \"cont\" here; did you mean \"count\"?\n"
		"3:15: there is no prefix \"d\" here\n"
		"3:15: there is no function \"id\" here\n"
		"4:15: there is no function \"document\" here");
}

static void xpath_is_worked_out_over_next_to_nothing(void **state)
{
	refused(state,
		"<pattern><rule context='c:a[contains(.)]'>\n"
		"<assert test='count(\"x\") = 1 or current(1)'>a</assert>\n"
		"<assert test='position() = 1'>a</assert></rule></pattern>",
		"3:15: this expression cannot be worked out, since a function is given what it "
		"cannot take\n"
		"4:15: this expression cannot be worked out, since position() and last() mean "
		"something in square brackets only");
}

static void xpath_knows_the_keys_that_are_declared(void **state)
{
	refused(state,
		"<key xmlns='http://www.w3.org/1999/XSL/Transform' name='sizes' match='c:a' "
		"use='d:b'/>\n"
		"<pattern><rule context='c:a'><assert test='key(\"size\", @b)'>a</assert>\n"
		"<assert test='key(@b, \"sizes\")'>a</assert>\n"
		"<assert test='key(\"sizes\")'>a</assert></rule></pattern>\n<key/>",
		"6:1: <key> is not of the language of XSLT\n"
		"2:81: there is no prefix \"d\" here\n"
		"3:44: there is no key \"size\" here; did you mean \"sizes\"?\n"
		"4:15: key() takes the name of a key, in quotes, and what to look up\n"
		"5:15: this expression cannot be worked out, since a function is given too much or "
		"too little");
}

static void xpath_wants_a_context_to_be_a_pattern(void **state)
{
	refused(state,
		"<pattern><rule context='..'/><rule context='c:a/parent::c:b'/>"
		"<rule context='c:a[current() = 1]'/><rule context='count(c:a)'/>"
		"<rule context='c:a |'/><rule context='c:a['/></pattern>\n"
		"<pattern><rule context='c:a = 1'/><rule context='c:b | c:a and c:b'/></pattern>",
		"2:25: a context is a pattern, in which \"..\" may not stand\n"
		"2:45: a context is a pattern, in which \"parent::\" may not stand\n"
		"2:78: a context is a pattern, in which \"current()\" may not stand\n"
		"2:114: a context is a pattern, in which \"count()\" may not stand\n"
		"2:142: this is no pattern: nothing stands beside a \"|\"\n"
		"2:165: this is no XPath: it breaks off too early, after \"//c:a[\"\n"
		"3:25: a context is a pattern, and this one finds no nodes but a value\n"
		"3:50: a context is a pattern, and this one finds no nodes but a value");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(rules_refuse_a_variable),
	    SENTENCE(rules_refuse_what_is_abstract),
	    SENTENCE(rules_refuse_other_files),
	    SENTENCE(rules_refuse_another_query_language),
	    SENTENCE(rules_refuse_another_root),
	    SENTENCE(rules_name_the_nearest_word),
	    SENTENCE(rules_refuse_strangers),
	    SENTENCE(rules_refuse_ids_that_stand_twice),
	    SENTENCE(rules_refuse_a_test_without_words),
	    SENTENCE(xpath_tells_where_it_is_not_understood),
	    SENTENCE(xpath_knows_its_functions_and_prefixes),
	    SENTENCE(xpath_is_worked_out_over_next_to_nothing),
	    SENTENCE(xpath_knows_the_keys_that_are_declared),
	    SENTENCE(xpath_wants_a_context_to_be_a_pattern),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
