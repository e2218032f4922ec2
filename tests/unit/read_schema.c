/* SPDX-License-Identifier: MIT */
/* What is told of data that a schema does not allow, with schemas of all shapes. */
#include "read_setup.h"

#include "read/schema.h"
#include "read/xml.h"

/* Checks `data` against a grammar of which `patterns` is the inside; attributes of the root are
 * the data's namespace "u" and a "datatypeLibrary". */
static bool check(Setup *setup, const char *patterns, const char *data)
{
	Source rules = setup_file(
	    setup, "schema.rng",
	    str_format(setup->arena,
		       "<grammar xmlns='http://relaxng.org/ns/structure/1.0' ns='u' "
		       "datatypeLibrary='http://www.w3.org/2001/XMLSchema-datatypes'>%s</grammar>",
		       patterns));
	Source source = setup_file(setup, "data.xml", data);
	Schema *schema = schema_open(setup->arena, &rules, setup->diags);
	const Node *root = xml_read(setup->arena, &source, NULL, setup->diags);
	assert_non_null(schema);
	assert_non_null(root);
	bool valid = schema_check(schema, root, setup->diags);
	assert_int_equal(valid, diags_count(setup->diags) == 0);
	schema_close(schema);
	return valid;
}

#define ELEMENT(name, inside) "<element name='" name "'>" inside "</element>"
#define START(inside) "<start>" ELEMENT("a", inside) "</start>"
#define A(inside) "<a xmlns='u'>" inside "</a>"

static void schema_with_a_choice_of_elements_tells_what_is_missing_or_too_much(void **state)
{
	static const char rules[] =
	    START("<choice>" ELEMENT("b", "<empty/>") ELEMENT("c", "<empty/>") "</choice>");
	assert_true(check(*state, rules, A("<b/>")));
	assert_true(check(*state, rules, A("<c/>")));
	assert_false(check(*state, rules, A("")));
	assert_false(check(*state, rules, A("<b/><c/>")));
	assert_told(*state, "1:1: <a> lacks one of the elements b, c\n"
			    "1:18: \"c\" may not stand beside \"b\" in <a>");
}

static void schema_with_a_choice_of_attributes_tells_what_is_missing_or_too_much(void **state)
{
	static const char rules[] =
	    START("<choice><attribute name='b'/><attribute name='c'/></choice>");
	assert_true(check(*state, rules, "<a xmlns='u' b='1'/>"));
	assert_false(check(*state, rules, A("")));
	assert_false(check(*state, rules, "<a xmlns='u' b='1' c='2'/>"));
	assert_told(*state, "1:1: <a> lacks one of the attributes b, c\n"
			    "1:20: \"c\" may not stand beside \"b\" in <a>");
}

/* Which of two is meant cannot be known: only the validator says that something is wrong. */
static void schema_with_two_elements_of_one_name_says_nothing_wrong(void **state)
{
	static const char rules[] =
	    START("<choice><element name='b'><attribute name='x'/><empty/></element>"
		  "<element name='b'><attribute name='y'/><empty/></element></choice>");
	Setup *setup = *state;
	assert_true(check(setup, rules, A("<b x='1'/>")));
	assert_true(check(setup, rules, A("<b y='1'/>")));
	assert_false(check(setup, rules, A("<b z='1'/>")));
	assert_int_equal(diags_count(setup->diags), 1);
	assert_int_equal(diags_at(setup->diags, 0)->place.line, 1);
}

static void schema_with_a_choice_of_groups_leaves_it_to_the_validator(void **state)
{
	static const char rules[] = START("<choice><group>" ELEMENT("b", "<empty/>") ELEMENT(
	    "c", "<empty/>") "</group>" ELEMENT("d", "<empty/>") "</choice>");
	Setup *setup = *state;
	assert_true(check(setup, rules, A("<b/><c/>")));
	assert_true(check(setup, rules, A("<d/>")));
	assert_false(check(setup, rules, A("<b/>")));
	assert_int_equal(diags_count(setup->diags), 1);
}

static void schema_of_any_order_tells_no_order(void **state)
{
	static const char rules[] =
	    START("<interleave>" ELEMENT("b", "<empty/>") "<optional>" ELEMENT(
		"c", "<empty/>") "</optional><zeroOrMore>" ELEMENT("d",
								   "<empty/>") "</zeroOrMore></"
									       "interleave>");
	assert_true(check(*state, rules, A("<d/><c/><d/><b/>")));
	assert_false(check(*state, rules, A("<d/><c/><c/>")));
	assert_told(*state, "1:22: <c> may stand only once in <a>; the first is at line 1\n"
			    "1:1: <a> lacks the element <b>");
}

static void schema_in_pieces_is_put_together(void **state)
{
	static const char rules[] =
	    START("<ref name='more'/>") "<div><define name='more' combine='interleave'>"
					"<attribute name='x'/></define></div><define name='more' "
					"combine='interleave'>"
					"<attribute name='y'/></define>";
	assert_true(check(*state, rules, "<a xmlns='u' x='1' y='2'/>"));
	assert_false(check(*state, rules, "<a xmlns='u' x='1'/>"));
	assert_told(*state, "1:1: <a> lacks the attribute \"y\"");
}

static void schema_with_wildcards_calls_no_name_unknown(void **state)
{
	static const char rules[] =
	    START("<zeroOrMore><element><anyName/><empty/></element></zeroOrMore>"
		  "<attribute name='n'><data type='int'/></attribute>");
	assert_true(check(*state, rules, "<a xmlns='u' n='1'><x/><y/></a>"));
	assert_false(check(*state, rules, "<a xmlns='u' n='one'><x/></a>"));
	assert_told(*state, "1:17: n is \"one\", but a whole number is expected here");
}

static void schema_of_text_and_elements_takes_both(void **state)
{
	static const char rules[] =
	    START("<mixed><zeroOrMore>" ELEMENT("b", "<text/>") "</zeroOrMore></mixed>");
	assert_true(check(*state, rules, A("one <b>two</b> three")));
	assert_false(check(*state, rules, A("one <i>two</i> three")));
	assert_told(*state, "1:18: there is no element \"i\" here");
}

static void schema_of_lists_and_lengths_has_its_words(void **state)
{
	static const char rules[] = START(
	    "<attribute name='l'><list><oneOrMore><data type='int'/></oneOrMore></list></attribute>"
	    "<attribute name='t'><data type='token'><param "
	    "name='maxLength'>3</param></data></attribute>"
	    "<attribute name='d'><data type='date'/></attribute>");
	assert_true(check(*state, rules, "<a xmlns='u' l='1 2' t='abc' d='2024-09-26'/>"));
	assert_false(check(*state, rules, "<a xmlns='u' l='1 2' t='abcd' d='2024-09-31'/>"));
	assert_told(
	    *state,
	    "1:25: t is \"abcd\", but text of at most 3 characters is expected here\n"
	    "1:34: d is \"2024-09-31\", but a date such as \"2024-09-26\" is expected here");
}

/* Of a list the words say nothing, so the validator does. */
static void schema_tells_a_bad_list_in_the_validators_words(void **state)
{
	static const char rules[] = START("<attribute name='l'><list><oneOrMore><data "
					  "type='int'/></oneOrMore></list></attribute>");
	Setup *setup = *state;
	assert_false(check(setup, rules, "<a xmlns='u' l='1 x'/>"));
	assert_int_equal(diags_count(setup->diags), 1);
}

static void schema_tells_children_of_another_namespace(void **state)
{
	static const char rules[] = START(ELEMENT("b", "<empty/>") ELEMENT("c", "<empty/>"));
	assert_false(check(*state, rules, A("<b/><c xmlns='v'/>")));
	assert_told(*state, "1:18: <c> is not of the language that the schema describes");
}

static void schema_tells_a_hundred_faults_and_that_there_are_more(void **state)
{
	Setup *setup = *state;
	StrBuf data = {.arena = setup->arena};
	strbuf_add(&data, "<a xmlns='u'>");
	for (int i = 0; i < 500; i++)
		strbuf_add(&data, "<b/>");
	strbuf_add(&data, "</a>");
	static const char rules[] = START("<oneOrMore>" ELEMENT("c", "<empty/>") "</oneOrMore>");
	assert_false(check(setup, rules, strbuf_text(&data)));
	assert_int_equal(diags_count(setup->diags), FAULTS_MOST + 1);
	assert_string_equal(diags_at(setup->diags, FAULTS_MOST)->message,
			    "there are many faults in this file: what follows is not looked at");
}

/* Definitions that double at each step, and those that lead from one to the next without end. */
static void schema_that_grows_without_end_is_refused(void **state)
{
	static const char *const steps[] = {
	    "<define name='d%d'><group><ref name='d%d'/><ref name='d%d'/></group></define>",
	    "<define name='d%d'><ref name='d%d'/></define>"};
	static const int counts[] = {40, 20000};
	for (int shape = 0; shape < 2; shape++) {
		Arena *a = arena_new();
		StrBuf rules = {.arena = a};
		strbuf_add(&rules, "<grammar xmlns='http://relaxng.org/ns/structure/1.0'>" START(
				       "<ref name='d0'/>"));
		for (int i = 0; i < counts[shape]; i++)
			strbuf_format(&rules, steps[shape], i, i + 1, i + 1);
		strbuf_format(&rules, "<define name='d%d'><text/></define></grammar>",
			      counts[shape]);
		Setup setup = {a, diags_new(a)};
		Source source = setup_file(&setup, "grows.rng", strbuf_text(&rules));
		assert_null(schema_open(a, &source, setup.diags));
		assert_told(&setup, "1:61: with all its references this element has more than 500 "
				    "patterns");
		arena_free(a);
	}
	(void)state;
}

static void schema_that_leads_in_a_circle_is_refused(void **state)
{
	Setup *setup = *state;
	Source rules = setup_file(setup, "circle.rng",
				  "<grammar xmlns='http://relaxng.org/ns/structure/1.0'>"
				  "<start><ref name='a'/></start>"
				  "<define name='a'><ref name='b'/></define>"
				  "<define name='b'><ref name='a'/></define></grammar>");
	assert_null(schema_open(setup->arena, &rules, setup->diags));
	assert_true(diags_errors(setup->diags) > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(schema_with_a_choice_of_elements_tells_what_is_missing_or_too_much),
	    SENTENCE(schema_with_a_choice_of_attributes_tells_what_is_missing_or_too_much),
	    SENTENCE(schema_with_two_elements_of_one_name_says_nothing_wrong),
	    SENTENCE(schema_with_a_choice_of_groups_leaves_it_to_the_validator),
	    SENTENCE(schema_of_any_order_tells_no_order),
	    SENTENCE(schema_in_pieces_is_put_together),
	    SENTENCE(schema_with_wildcards_calls_no_name_unknown),
	    SENTENCE(schema_of_text_and_elements_takes_both),
	    SENTENCE(schema_of_lists_and_lengths_has_its_words),
	    SENTENCE(schema_tells_a_bad_list_in_the_validators_words),
	    SENTENCE(schema_tells_children_of_another_namespace),
	    SENTENCE(schema_tells_a_hundred_faults_and_that_there_are_more),
	    SENTENCE(schema_that_grows_without_end_is_refused),
	    SENTENCE(schema_that_leads_in_a_circle_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
