/* SPDX-License-Identifier: MIT */
#include "rules_setup.h"

static const char record[] = "<c xmlns=\"urn:c\" id=\"one\">\n"
			     " <a share=\"31\">Big\n  Name</a>\n"
			     " <a share=\"40\">Small</a>\n"
			     "</c>";

static void rules_tell_an_assertion_that_fails(void **state)
{
	assert_false(hold(*state,
			  "<pattern><rule context='c:a'><assert test='@share &lt; 35'>the share\n"
			  " of <value-of select='.'/> is <value-of select='@share'/></assert>"
			  "</rule></pattern>",
			  record));
	assert_told(*state, "4:2: the share of Small is 40");
	assert_int_equal(diags_at(((Setup *)*state)->diags, 0)->kind, DIAG_RULE);
}

static void rules_tell_a_report_that_holds(void **state)
{
	assert_false(hold(*state,
			  "<pattern><rule context='c:a'><report test='@share &lt; 35'>so</report>"
			  "</rule></pattern>",
			  record));
	assert_told(*state, "2:2: so");
}

static void rules_warn_without_harm(void **state)
{
	Setup *setup = *state;
	assert_true(hold(setup,
			 "<pattern><rule context='c:c' role='warning'><report test='1'>a</report>"
			 "<assert test='0' role='warning'>b</assert></rule></pattern>",
			 record));
	assert_told(setup, "1:1: a\n1:1: b");
	assert_int_equal(diags_at(setup->diags, 0)->level, DIAG_WARNING);
	assert_int_equal(diags_at(setup->diags, 1)->level, DIAG_WARNING);
	assert_false(hold(setup,
			  "<pattern><rule context='c:c' role='warning'>"
			  "<report test='1' role='error'>c</report></rule></pattern>",
			  record));
}

/* A node that an error's rule has taken is no other rule's, though nobody looks for errors. */
static void rules_tell_their_warnings_again_and_nothing_else(void **state)
{
	Setup *setup = *state;
	static const char patterns[] =
	    "<pattern><rule context='c:a[1]'><report test='1'>wrong</report></rule>"
	    "<rule context='c:a' role='warning'><report test='1'>odd</report>"
	    "<report test='1' role='error'>wrong</report></rule></pattern>"
	    "<pattern><rule context='c:c'><report test='1'>wrong</report></rule></pattern>";
	Record made = {.root = tree_of(setup, "record.xml", record)};
	Rules *rules = rules_of(setup, patterns);
	assert_true(rules_warn(rules));
	record_warn(&made, rules, setup->diags);
	assert_told(setup, "4:2: odd");
	rules_close(rules);
	rules =
	    rules_of(setup, "<pattern><rule context='c:c'><report test='1'>wrong</report></rule>"
			    "</pattern>");
	assert_false(rules_warn(rules));
	record_warn(&made, rules, setup->diags);
	assert_told(setup, "4:2: odd");
	rules_close(rules);
}

static void rules_say_the_place_of_their_subject(void **state)
{
	hold(*state,
	     "<pattern><rule context='c:a' subject='@share'><report test='. = \"Small\"'>a</report>"
	     "</rule></pattern>"
	     "<pattern><rule context='c:c'><report test='1' subject='c:a[2]'>b</report>"
	     "<report test='1' subject='c:nothing'>c</report>"
	     "<report test='1' subject='c:a[2]/text()'>d</report>"
	     "<report test='1' subject='namespace::*'>e</report>"
	     "<report test='1' subject='/'>f</report></rule></pattern>",
	     record);
	assert_told(*state, "1:1: c\n1:1: e\n1:1: f\n4:2: b\n4:2: d\n4:12: a");
}

static void rules_take_each_node_by_the_first_rule_of_a_pattern(void **state)
{
	hold(*state,
	     "<pattern><rule context='c:a[@share = 31]'><report test='1'>first</report></rule>"
	     "<rule context='c:a | c:c/c:a | *'><report test='1'>other</report></rule></pattern>"
	     "<pattern><rule context='c:a'><report test='1'>again</report></rule></pattern>",
	     record);
	assert_told(*state, "1:1: other\n2:2: first\n2:2: again\n4:2: other\n4:2: again");
}

static void rules_keep_the_blanks_in_the_quotes_of_a_context(void **state)
{
	hold(*state,
	     "<pattern><rule context=' c:a[contains(., \"t  w\")] '><report test='1'>two</report>"
	     "</rule></pattern>",
	     "<c xmlns=\"urn:c\">\n<a>t w</a>\n<a>t  w</a></c>");
	assert_told(*state, "3:1: two");
}

static void rules_know_contexts_of_every_kind(void **state)
{
	hold(*state,
	     "<pattern><rule context='@id'><report test='1'>attribute</report></rule>"
	     "<rule context='/'><report test='1'>document</report></rule>"
	     "<rule context='/c:c/c:a[1]'><report test='1'>absolute</report></rule>"
	     "<rule context='c:c//text()[normalize-space() = \"Small\"]'>"
	     "<report test='1'>text</report></rule>"
	     "<rule context='c:x | c:a[contains(., \"|\")] | attribute::xml:lang'>"
	     "<report test='1'>none</report></rule>"
	     "</pattern>",
	     record);
	assert_told(*state, "1:1: document\n1:22: attribute\n2:2: absolute\n4:2: text");
}

static void rules_know_the_place_of_a_language(void **state)
{
	hold(*state,
	     "<pattern><rule context='@xml:lang'><report test='1'><name/> "
	     "<name path='..'/></report></rule></pattern>",
	     "<c xmlns=\"urn:c\" xml:lang=\"en\">x</c>");
	assert_told(*state, "1:28: lang c");
}

static void rules_know_current(void **state)
{
	hold(*state,
	     "<pattern><rule context='c:a'>"
	     "<report test='../c:a[@share > current()/@share]'>more than <value-of "
	     "select='current()'/></report></rule></pattern>",
	     record);
	assert_told(*state, "2:2: more than Big Name");
}

/* libxml2 keeps in an expression whichever function it called first: at its trial, when it is read. */
static void rules_know_current_beside_a_condition_that_was_tried(void **state)
{
	hold(*state,
	     "<pattern><rule context='c:a'>"
	     "<assert test='../*[local-name() = local-name(current())][2]'>none</assert>"
	     "<report test='count(../*[@share = current()/@share]) != 1'>several</report>"
	     "</rule></pattern>",
	     record);
	assert_told(*state, "");
}

static void rules_hint_with_their_diagnostics(void **state)
{
	Setup *setup = *state;
	hold(setup,
	     "<pattern><rule context='c:a[2]'><report test='1' diagnostics='d e'>"
	     "<emph>so</emph> <span class='x'>it</span> <dir value='ltr'>is</dir>"
	     "</report></rule></pattern>"
	     "<diagnostics><diagnostic id='d'>write\n <value-of select='@share'/></diagnostic>"
	     "<diagnostic id='e'>or not</diagnostic></diagnostics>",
	     record);
	assert_told(setup, "4:2: so it is");
	assert_string_equal(diags_at(setup->diags, 0)->hint, "write 40; or not");
}

static void rules_shorten_a_very_long_value(void **state)
{
	Setup *setup = *state;
	StrBuf text = {.arena = setup->arena};
	strbuf_add(&text, "<c xmlns=\"urn:c\">");
	for (int i = 0; i < 1000; i++)
		strbuf_add(&text, "é");
	strbuf_add(&text, "</c>");
	hold(setup,
	     "<pattern><rule context='c:c'><report test='1'><value-of select='.'/>!</report>"
	     "</rule></pattern>",
	     strbuf_text(&text));
	assert_int_equal(strlen(diags_at(setup->diags, 0)->message), 2 * 120 + 3 + 1);
}

static void rules_are_held_in_their_phase_only(void **state)
{
	hold(*state,
	     "<phase id='record'><active pattern='a'/></phase>"
	     "<phase id='edition'><active pattern='b'/></phase>"
	     "<pattern id='a'><rule context='c:c'><report test='1'>a</report></rule></pattern>"
	     "<pattern id='b'><rule context='c:c'><report test='1'>b</report></rule></pattern>"
	     "<pattern id='d'><rule context='c:c'><report test='1'>d</report></rule></pattern>",
	     record);
	assert_told(*state, "1:1: a\n1:1: d");
}

static void rules_hold_a_whole_edition(void **state)
{
	Setup *setup = *state;
	Rules *rules = rules_of(
	    setup, "<phase id='edition'><active pattern='a'/></phase><pattern id='a'>"
		   "<rule context='m:records/c:c'><report test='@rank = following-sibling::c:c/"
		   "@rank'>twice</report><report test='not(/m:merged/m:history/c:c[@id = "
		   "current()/@id])'>new</report><report test='@rank > /m:merged/e:e/@size'>of "
		   "<value-of select='/m:merged/e:e/@size'/></report></rule>"
		   "<rule context='m:merged'><report test='1'>frame</report></rule></pattern>");
	const Node *const records[] = {
	    tree_of(setup, "a.xml", "<c xmlns=\"urn:c\" id=\"a\" rank=\"1\"/>"),
	    tree_of(setup, "b.xml", "\n<c xmlns=\"urn:c\" id=\"b\" rank=\"1\"/>"),
	    tree_of(setup, "c.xml", "\n\n<c xmlns=\"urn:c\" id=\"c\" rank=\"9\"/>")};
	const Node *const old[] = {
	    tree_of(setup, "old.xml", "<c xmlns=\"urn:c\" id=\"a\" rank=\"9\"/>"),
	    tree_of(setup, "old2.xml", "<c xmlns=\"urn:c\" id=\"b\" rank=\"1\"/>")};
	Merged before = {.edition = tree_of(setup, "past.xml", "<e xmlns=\"urn:e\" size=\"1\"/>"),
			 .records = old,
			 .record_count = 2};
	Merged merged = {.edition =
			     tree_of(setup, "edition.xml", "<e xmlns=\"urn:e\" size=\"5\"/>"),
			 .records = records,
			 .record_count = 3,
			 .before = &before};
	assert_false(rules_check_edition(rules, &merged, setup->diags));
	assert_told(setup, "1:1: twice\n3:1: new\n3:1: of 5\n1:1: frame");
	rules_close(rules);
}

#define KEY "<key xmlns='http://www.w3.org/1999/XSL/Transform' name='by-share' "

static void rules_look_up_what_a_key_has(void **state)
{
	hold(*state,
	     KEY "match='c:a' use='@share'/>"
		 "<pattern><rule context='c:a'>"
		 "<report test='key(\"by-share\", 40)'>"
		 "<value-of select='key(\"by-share\", @share)'/>, <value-of "
		 "select='count(key(\"by-share\", ../c:a/@share))'/>, <value-of "
		 "select='count(key(\"by-share\", 4))'/></report></rule></pattern>",
	     record);
	assert_told(*state, "2:2: Big Name, 2, 0\n4:2: Small, 2, 0");
}

/* It is made while an expression is being worked out, which must not notice. */
static void rules_keep_their_node_while_a_key_is_made(void **state)
{
	hold(*state,
	     KEY
	     "match='c:a | c:c/@id' use='. | current()/@share'/>"
	     "<pattern><rule context='c:c'>"
	     "<report test='c:a[key(\"by-share\", \"31\")][2][@share = 40] and current()/@id and "
	     "count(key(\"by-share\", current()/@id)) = 1'>so</report></rule></pattern>",
	     record);
	assert_told(*state, "1:1: so");
}

static void rules_find_two_spellings(void **state)
{
	Setup *setup = *state;
	assert_true(hold(setup,
			 "<pattern><l:alike xmlns:l='urn:clusterpress:likeness:1' context='c:a | "
			 "c:b' role='warning'/></pattern>",
			 "<c xmlns=\"urn:c\">\n<a>Yunnan Univ.</a><b>YUNNAN UNIVERSITY</b>\n"
			 "<a>Yunnan Univ.</a><b>Yunnan Normal University</b></c>"));
	assert_told(setup, "2:20: \"YUNNAN UNIVERSITY\" looks like another spelling of \"Yunnan "
			   "Univ.\", which stands at build/tests/unit/read_rules.c/record.xml:2");
}

static void rules_find_what_may_stand_once(void **state)
{
	assert_false(hold(
	    *state,
	    "<pattern><l:once xmlns:l='urn:clusterpress:likeness:1' context='c:a' "
	    "key='concat(@n, ../@y)' subject='@n'>the number</l:once></pattern>",
	    "<c xmlns=\"urn:c\">\n<a n=\"1\"/><a n=\"2\"/>\n<a n=\"1\"/><a>x</a><a>x</a></c>"));
	assert_told(*state,
		    "3:7: the number 1 is taken: it stands at " SETUP_FOLDER "record.xml:2");
}

static void rules_find_who_disagrees_with_most(void **state)
{
	assert_false(hold(*state,
			  "<pattern><l:same xmlns:l='urn:clusterpress:likeness:1' context='c:a' "
			  "key='@k' value='@of'>their number</l:same></pattern>",
			  "<c xmlns=\"urn:c\">\n<a k=\"x\" of=\"3\"/>\n<a k=\"x\" of=\"4\"/>\n"
			  "<a k=\"x\" of=\"4\"/>\n<a k=\"y\" of=\"5\"/><a k=\"y\"/></c>"));
	assert_told(*state, "2:1: their number is 3 here, but 4 at " SETUP_FOLDER "record.xml:3");
}

static void rules_find_what_is_not_known(void **state)
{
	Setup *setup = *state;
	static const char with[] =
	    "<c xmlns=\"urn:c\">\n<n id=\"Chengdu\">Shenzhen–Hong Kong</n>\n"
	    "<w>shenzhen-hong kong</w><w>CHENGDU</w><w>Cheng-du</w>\n<w>Chegdu</w><w>Xyz</w></c>";
	assert_false(hold(setup,
			  "<pattern><l:known xmlns:l='urn:clusterpress:likeness:1' context='c:w' "
			  "among='c:n | c:n/@id'>is no place</l:known></pattern>",
			  with));
	assert_told(setup, "4:1: \"Chegdu\" is no place\n4:14: \"Xyz\" is no place");
	assert_string_equal(diags_at(setup->diags, 0)->hint, "did you mean \"Chengdu\"?");
	assert_null(diags_at(setup->diags, 1)->hint);
}

static void rules_know_nothing_among_nothing(void **state)
{
	hold(*state,
	     "<pattern><l:known xmlns:l='urn:clusterpress:likeness:1' context='c:a' among='c:z'/>"
	     "</pattern>",
	     record);
	assert_told(*state, "2:2: \"Big Name\" is not known\n4:2: \"Small\" is not known");
}

static void rules_tell_what_cannot_be_worked_out(void **state)
{
	Setup *setup = *state;
	assert_false(hold(setup,
			  "<pattern><rule context='c:c'><report test='c:a and "
			  "count(\"x\") > 1'>so</report></rule></pattern>",
			  record));
	assert_told(setup, "2:44: this expression cannot be worked out, since a function is given "
			   "what it cannot take");
}

/* Every element against every other, and those against every other. */
static void rules_end_when_they_take_too_long(void **state)
{
	Setup *setup = *state;
	StrBuf text = {.arena = setup->arena};
	strbuf_add(&text, "<c xmlns=\"urn:c\">");
	for (int i = 0; i < 1000; i++)
		strbuf_add(&text, "<a>x</a>");
	strbuf_add(&text, "</c>");
	assert_false(hold(setup,
			  "<pattern><rule context='c:a'><report test='count(//c:a[count(//c:a) = "
			  "3]) > 1'>so</report></rule></pattern>",
			  strbuf_text(&text)));
	assert_told(setup, "2:44: the rules take too long up to this one");
}

/* Putting two large sets together takes libxml2 the product of their sizes, and it does not count
 * that. Small ones are nothing. */
static void rules_end_when_they_join_too_much(void **state)
{
	Setup *setup = *state;
	StrBuf text = {.arena = setup->arena};
	strbuf_add(&text, "<c xmlns=\"urn:c\">");
	for (int i = 0; i < 20000; i++)
		strbuf_add(&text, "<a>x</a>");
	strbuf_add(&text, "</c>");
	assert_true(
	    hold(setup,
		 "<pattern><rule context='c:a'><report test='count((. | ..)/@x) > 1'>so</report>"
		 "</rule></pattern>",
		 strbuf_text(&text)));
	assert_false(
	    hold(setup,
		 "<pattern><rule context='c:a'><report test='count((//c:a | //text())[1]) > "
		 "1'>so</report></rule></pattern>",
		 strbuf_text(&text)));
	assert_told(setup, "2:44: the rules take too long up to this one");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(rules_tell_an_assertion_that_fails),
	    SENTENCE(rules_tell_a_report_that_holds),
	    SENTENCE(rules_warn_without_harm),
	    SENTENCE(rules_tell_their_warnings_again_and_nothing_else),
	    SENTENCE(rules_say_the_place_of_their_subject),
	    SENTENCE(rules_take_each_node_by_the_first_rule_of_a_pattern),
	    SENTENCE(rules_keep_the_blanks_in_the_quotes_of_a_context),
	    SENTENCE(rules_know_contexts_of_every_kind),
	    SENTENCE(rules_know_the_place_of_a_language),
	    SENTENCE(rules_know_current),
	    SENTENCE(rules_know_current_beside_a_condition_that_was_tried),
	    SENTENCE(rules_hint_with_their_diagnostics),
	    SENTENCE(rules_shorten_a_very_long_value),
	    SENTENCE(rules_are_held_in_their_phase_only),
	    SENTENCE(rules_hold_a_whole_edition),
	    SENTENCE(rules_look_up_what_a_key_has),
	    SENTENCE(rules_keep_their_node_while_a_key_is_made),
	    SENTENCE(rules_find_two_spellings),
	    SENTENCE(rules_find_what_may_stand_once),
	    SENTENCE(rules_find_who_disagrees_with_most),
	    SENTENCE(rules_find_what_is_not_known),
	    SENTENCE(rules_know_nothing_among_nothing),
	    SENTENCE(rules_tell_what_cannot_be_worked_out),
	    SENTENCE(rules_end_when_they_take_too_long),
	    SENTENCE(rules_end_when_they_join_too_much),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
