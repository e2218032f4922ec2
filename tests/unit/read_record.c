/* SPDX-License-Identifier: MIT */
#include "read_setup.h"

#include "read/record.h"

#define KUNMING "tests/model/2024/clusters/kunming.xml"
#define CLUSTER "data/schema/cluster.rng"

static const Record *read_source(Setup *setup, const Source *source)
{
	Source rules = {CLUSTER, NULL, {0}};
	Schema *schema = schema_open(setup->arena, &rules, setup->diags);
	assert_non_null(schema);
	const Record *record = record_read(setup->arena, source, schema, NULL, setup->diags);
	schema_close(schema);
	return record;
}

static const Record *read_with(Setup *setup, const char *old, const char *new)
{
	Source source = setup_changed(setup, KUNMING, "kunming.xml", old, new);
	return read_source(setup, &source);
}

static void record_reads_kunming(void **state)
{
	Setup *setup = *state;
	Source source = {KUNMING, NULL, {0}};
	const Record *record = read_source(setup, &source);
	assert_told(setup, "");
	assert_string_equal(record->id, "kunming");
	assert_string_equal(node_value(node_child(record->root, "ranks"), "of"), "26");
}

static void record_may_hold_all_that_the_model_knows(void **state)
{
	Setup *setup = *state;
	const char *text =
	    "<cluster xmlns='urn:clusterpress:cluster:1' id='all'><name source='desk'>A</name>"
	    "<name xml:lang='zh-Hant'>B</name><economy>CN</economy><economy>HK</economy>"
	    "<position lat='-25.04' lon='102'/><ranks size='1' previous='2' "
	    "previous-basis='published'/>"
	    "<patents per-million='1.5' total='2' period='2018-2022'><applicant>X</applicant>"
	    "<with>Y</with><field share='0.25'>Z</field></patents><articles/>"
	    "<deals per-million='12' source='desk'/></cluster>";
	Source source = setup_file(setup, "all.xml", text);
	read_source(setup, &source);
	/* An element that says nothing is told, whatever the schema thinks of it. */
	assert_told(setup, "1:381: <articles> is empty");
}

static void record_tells_a_share_above_100(void **state)
{
	assert_null(read_with(*state, "share=\"31\"", "share=\"131\""));
	assert_told(*state, "10:35: share is \"131\", but a number from 0 to 100 is expected here");
}

static void record_tells_what_is_no_number(void **state)
{
	assert_null(read_with(*state, "count=\"120\"", "count=\"1,200\""));
	assert_told(*state, "10:23: count is \"1,200\", but a number from 0 on is expected here");
}

static void record_tells_a_rank_of_zero(void **state)
{
	assert_null(read_with(*state, "size=\"98\"", "size=\"0\""));
	assert_told(*state, "8:16: size is \"0\", but a whole number from 1 on is expected here");
}

static void record_tells_both_bad_values_of_one_element(void **state)
{
	assert_null(read_with(*state, "count=\"120\" share=\"31\"", "count=\"x\" share=\"y\""));
	assert_told(*state, "10:23: count is \"x\", but a number from 0 on is expected here\n"
			    "10:33: share is \"y\", but a number from 0 to 100 is expected here");
}

static void record_tells_both_faulty_siblings(void **state)
{
	assert_null(read_with(*state,
			      "share=\"31\">CHINA TOBACCO</applicant>\n    <applicant count=\"40\"",
			      "share=\"x\">CHINA TOBACCO</applicant>\n    <applicant count=\"y\""));
	assert_told(*state, "10:35: share is \"x\", but a number from 0 to 100 is expected here\n"
			    "11:23: count is \"y\", but a number from 0 on is expected here");
}

static void record_names_the_nearest_attribute(void **state)
{
	assert_null(read_with(*state, "intensity=", "intensiti="));
	assert_told(*state,
		    "8:20: there is no attribute \"intensiti\" here; did you mean \"intensity\"?");
}

static void record_names_the_nearest_element(void **state)
{
	assert_null(read_with(*state, "<with>Chengdu</with>", "<wiht>Chengdu</wiht>"));
	assert_told(*state, "14:5: there is no element \"wiht\" here; did you mean \"with\"?");
}

static void record_tells_a_missing_element(void **state)
{
	assert_null(read_with(*state, "<economy>CN</economy>", ""));
	assert_told(*state, "3:1: <cluster> lacks the element <economy>");
}

static void record_tells_a_missing_attribute(void **state)
{
	assert_null(read_with(*state, " lat=\"25.04\"", ""));
	assert_told(*state, "7:3: <position> lacks the attribute \"lat\"");
}

static void record_tells_an_element_that_may_stand_only_once(void **state)
{
	assert_null(read_with(*state, "</cluster>", "<position lat=\"1\" lon=\"2\"/></cluster>"));
	assert_told(*state,
		    "27:1: <position> may stand only once in <cluster>; the first is at line 7");
}

/* All others stand right without it. */
static void record_tells_one_element_that_was_moved_once(void **state)
{
	Setup *setup = *state;
	Source source = setup_file(
	    setup, "moved.xml",
	    "<cluster xmlns='urn:clusterpress:cluster:1' id='moved'><ranks size='1'/>\n"
	    "<name>A</name>\n<economy>CN</economy>\n<position lat='1' lon='2'/><articles>\n"
	    "<with>X</with><organization>Y</organization></articles></cluster>");
	assert_null(read_source(setup, &source));
	assert_told(setup, "1:56: <ranks> may not stand at this place in <cluster>\n"
			   "5:15: <organization> may not stand at this place in <articles>");
}

static void record_tells_the_nearest_of_a_few_words(void **state)
{
	assert_null(read_with(*state, "kind=\"person\"", "kind=\"persn\""));
	assert_told(*state, "11:44: kind is \"persn\", but one of \"organization\", \"person\" is "
			    "expected here; did you mean \"person\"?");
}

static void record_tells_a_number_that_is_written_in_another_way(void **state)
{
	assert_null(read_with(*state, "size=\"98\"", "size=\"098\""));
	assert_told(*state, "8:16: size is \"098\", but a whole number from 1 on, without zeros "
			    "before it, is expected here");
}

static void record_tells_an_element_of_another_language(void **state)
{
	assert_null(read_with(*state, "<ranks ", "<ranks xmlns=\"urn:other\" "));
	assert_told(*state, "8:3: <ranks> is not of the language that the schema describes");
}

static void record_tells_an_element_among_words(void **state)
{
	assert_null(read_with(*state, "<name>Kunming", "<name>Kun<b>ming</b>"));
	assert_told(*state, "4:12: there is no element \"b\" here");
}

static void record_tells_empty_values(void **state)
{
	assert_null(read_with(*state, "<name>Kunming</name>", "<name> </name>"));
	assert_told(*state, "4:3: <name> is empty");
}

static void record_tells_empty_attributes(void **state)
{
	assert_null(read_with(*state, "kind=\"person\"", "kind=\"\""));
	assert_told(*state, "11:38: the attribute \"kind\" is empty");
}

static void record_tells_a_value_in_an_element(void **state)
{
	assert_null(read_with(*state, "<economy>CN", "<economy>China"));
	assert_told(*state, "6:12: <economy> is \"China\", but a code of two capital letters, such "
			    "as \"CN\", is expected here");
}

static void record_tells_text_where_none_may_be(void **state)
{
	assert_null(read_with(*state, "  <ranks", "  about <ranks"));
	assert_told(*state, "8:3: there may be no text in <cluster>");
}

static void record_tells_another_root(void **state)
{
	Setup *setup = *state;
	Source source = setup_file(setup, "kunming.xml", "<profile id='kunming'><a/></profile>");
	assert_null(read_source(setup, &source));
	assert_non_null(
	    strstr(setup_told(setup, 0), "<profile> is not the root that the schema asks for"));
}

static void record_wants_the_namespace(void **state)
{
	Setup *setup = *state;
	assert_null(read_with(setup, "urn:clusterpress:cluster:1", "urn:clusterpress:cluster:2"));
	assert_int_equal(diags_count(setup->diags), 1);
}

static void record_wants_its_id_to_be_its_name(void **state)
{
	Setup *setup = *state;
	Source source = setup_changed(setup, KUNMING, "beijing.xml", "", "");
	assert_null(read_source(setup, &source));
	assert_told(setup, "3:49: the id is \"kunming\", but the file is called \"beijing\"");
	assert_string_equal(diags_at(setup->diags, 0)->hint,
			    "write id=\"beijing\", or call the file as its id");
}

static void schema_tells_what_is_no_schema(void **state)
{
	Setup *setup = *state;
	Source source = setup_changed(setup, CLUSTER, "bad.rng", "<ref name=\"cluster\"/>",
				      "<ref name=\"clutser\"/>");
	assert_null(schema_open(setup->arena, &source, setup->diags));
	assert_true(diags_errors(setup->diags) > 0);
}

static void schema_fetches_no_other_file(void **state)
{
	Setup *setup = *state;
	Source source = setup_changed(setup, CLUSTER, "bad.rng", "<start>",
				      "<include href=\"/etc/passwd\"/><start>");
	assert_null(schema_open(setup->arena, &source, setup->diags));
	assert_told(setup, "8:3: a schema may not fetch another file");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(record_reads_kunming),
	    SENTENCE(record_may_hold_all_that_the_model_knows),
	    SENTENCE(record_tells_a_share_above_100),
	    SENTENCE(record_tells_what_is_no_number),
	    SENTENCE(record_tells_a_rank_of_zero),
	    SENTENCE(record_tells_both_bad_values_of_one_element),
	    SENTENCE(record_tells_both_faulty_siblings),
	    SENTENCE(record_names_the_nearest_attribute),
	    SENTENCE(record_names_the_nearest_element),
	    SENTENCE(record_tells_a_missing_element),
	    SENTENCE(record_tells_a_missing_attribute),
	    SENTENCE(record_tells_an_element_that_may_stand_only_once),
	    SENTENCE(record_tells_one_element_that_was_moved_once),
	    SENTENCE(record_tells_the_nearest_of_a_few_words),
	    SENTENCE(record_tells_a_number_that_is_written_in_another_way),
	    SENTENCE(record_tells_an_element_of_another_language),
	    SENTENCE(record_tells_an_element_among_words),
	    SENTENCE(record_tells_empty_values),
	    SENTENCE(record_tells_empty_attributes),
	    SENTENCE(record_tells_a_value_in_an_element),
	    SENTENCE(record_tells_text_where_none_may_be),
	    SENTENCE(record_tells_another_root),
	    SENTENCE(record_wants_the_namespace),
	    SENTENCE(record_wants_its_id_to_be_its_name),
	    SENTENCE(schema_tells_what_is_no_schema),
	    SENTENCE(schema_fetches_no_other_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
