/* SPDX-License-Identifier: MIT */
/* Numbers that agree wherever they are printed. */
#include "fill_story.h"

#include "fill/alt.h"
#include "fill/rounding.h"

static const char head[] =
    "<layout xmlns='urn:clusterpress:layout:1' name='t' lang='en'>\n"
    "<page size='A4' margin='10mm'/><words href='fill-common.xml'/>\n"
    "<inks><ink name='text' rgb='#000000'/></inks>\n"
    "<styles><style name='body' font-family='sans' font-size='9pt' line-height='1.4' "
    "color='text'/></styles>\n%s"
    "<title id='title'>{name}</title>\n<body ink='text'>%s</body></layout>";

static const char thirds[] =
    "<c id='k'>\n<name>K</name>\n<p>\n<f s='33.34' n='2'>Optics</f>\n<f s='33.33' n='1'>Soil</f>\n"
    "<f s='33.33' n='3'>Water</f>\n</p><q s='7.5'/><q s='7.25'/>\n"
    "<bad n='0'/>\n<bad n='0'/>\n<minus n='-1'/>\n<minus n='5'/>\n"
    "<gap n='1'/>\n<gap/>\n<word n='x'/>\n<word n='1'/></c>";

static const Story *rounded_story(Setup *setup, const char *rounds, const char *body)
{
	Arena *a = setup->arena;
	setup_xml(setup, "fill-common.xml", story_common);
	setup_xml(setup, "fill-boxes.xml", str_format(a, head, rounds, body));
	Source source = {.path = SETUP_FOLDER "fill-boxes.xml"};
	Diags *diags = diags_new(a);
	setup->saying.layout = layout_read(a, &source, diags);
	if (!setup->saying.layout)
		fail_msg("%s: %s", body, diags_at(diags, 0)->message);
	Record *made = ARENA_NEW(a, Record);
	*made = (Record){.id = "k", .root = setup_xml(setup, "fill-data.xml", thirds)};
	return fill(a, &setup->saying, made, setup->diags);
}

static void assert_said(const char *rounds, const char *words, const char *expected)
{
	Setup *setup = setup_open("en");
	const Story *story =
	    rounded_story(setup, rounds, str_format(setup->arena, "<p>%s</p>", words));
	if (!story)
		fail_msg("%s", setup_told(setup));
	assert_string_equal(story->body->first->words.text, expected);
	setup_close(setup);
}

static const char whole_shares[] = "<round select='p/f/@s'/>";

static void round_reads_equally_in_table_chart_sentence_and_alternative_text(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Story *story =
	    rounded_story(setup, whole_shares,
			  "<table select='p/f'><column value='@s' format='percent'/></table>"
			  "<bar-chart select='p/f' label='.' value='@s' "
			  "format='percent'><title>F</title></bar-chart>"
			  "<p>{p/f[1]/@s, percent}, {p/f[2]/@s, percent}, {p/f[3]/@s, percent}</p>"
			  "<donut value='p/f[1]/@s'/>");
	if (!story)
		fail_msg("%s", setup_told(setup));
	const Box *table = story->body->first, *chart = table->next, *text = chart->next;
	static const char *const expected[] = {"34%", "33%", "33%"};
	for (int i = 0; i < 3; i++) {
		assert_string_equal(table->table->cells[i].words.text, expected[i]);
		assert_string_equal(chart->chart->items[i].figure.text, expected[i]);
	}
	assert_string_equal(chart->alt, "Bars. F: Optics 34%, Soil 33% and Water 33%.");
	assert_string_equal(text->words.text, "34%, 33%, 33%");
	assert_string_equal(text->next->donut->text.text, "34%");
	assert_string_equal(text->next->alt, "Ring of which 34% is filled.");
	setup_close(setup);
}

static void round_leaves_the_marks_as_the_data_has_them(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Story *story = rounded_story(
	    setup, whole_shares,
	    "<bar-chart select='p/f' label='.' value='@s'><title>F</title></bar-chart>"
	    "<table select='p/f'><column value='@s'><bar/></column></table>"
	    "<donut value='p/f[1]/@s'/>");
	if (!story)
		fail_msg("%s", setup_told(setup));
	const Box *chart = story->body->first;
	assert_int_equal(chart->chart->items[0].value, 33340000);
	assert_int_equal(chart->next->table->cells[1].value, 33330000);
	assert_int_equal(chart->next->next->donut->value, 33340000);
	setup_close(setup);
}

static void round_holds_in_every_form_of_a_number(void **state)
{
	(void)state;
	assert_said(whole_shares, "{p/f[1]/@s} {p/f[1]/@s, number}", "34 34");
	assert_said(whole_shares, "{p/f[1]/@s, plural, =34 {exactly #} other {about #}}",
		    "exactly 34");
	assert_said(whole_shares, "{p/f[1]/@s, ordinal}, {p/f[2]/@s, spellout}",
		    "34th, thirty-three");
	assert_said(whole_shares, "{p/f/@s, list}", "34, 33 and 33");
	assert_said(whole_shares, "{p/f, list, {{.} {@s}}}", "Optics 34, Soil 33 and Water 33");
}

static void round_takes_those_together_that_it_selects_in_one_parent(void **state)
{
	(void)state;
	assert_said("<round select='p/f[position() > 1]/@s'/>", "{p/f/@s, list}",
		    "33.34, 34 and 33");
	assert_said("<round select='q/@s' decimals='0'/>", "{q/@s, list}", "8 and 7");
	assert_said("<round select='q/@s' decimals='1'/>", "{q/@s, list}", "7.5 and 7.3");
	assert_said("<round select='q[2]/@s' decimals='1'/><round select='q/@s'/>", "{q/@s, list}",
		    "8 and 7.3");
	assert_said("<round select='none/@s'/>", "{q/@s, list}", "7.5 and 7.25");
}

static void share_is_of_the_like_named_values_beside_it(void **state)
{
	(void)state;
	assert_said("", "{p/f[1]/@n, share}, {p/f[2]/@n, share}, {p/f[3]/@n, share}",
		    "33%, 17%, 50%");
	assert_said("<round select='p/f/@n' decimals='1'/>", "{p/f, list, {{@n, share}}}",
		    "33.3%, 16.7% and 50.0%");
	assert_said(whole_shares, "{p/f[1]/@s, share}", "34%");
}

/* The rounds of a layout that extends one with a <round> of q/@s. */
static const Layout *derived_layout(Setup *setup, const char *own)
{
	Arena *a = setup->arena;
	const Story *base = rounded_story(setup, "<round select='q/@s'/>", "<p>{name}</p>");
	assert_non_null(base);
	setup_xml(setup, "derived.xml",
		  str_format(a,
			     "<layout xmlns='urn:clusterpress:layout:1' name='d' lang='en' "
			     "extends='fill-boxes.xml'>%s</layout>",
			     own));
	Source source = {.path = SETUP_FOLDER "derived.xml"};
	Diags *diags = diags_new(a);
	const Layout *layout = layout_read(a, &source, diags);
	if (!layout)
		fail_msg("%s", diags_at(diags, 0)->message);
	return layout;
}

static void rounds_of_a_layout_take_the_place_of_those_it_extends(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Layout *layout = derived_layout(setup, "");
	assert_int_equal(layout->round_count, 1);
	assert_string_equal(layout->rounds[0].select->source, "q/@s");
	assert_int_equal(layout->rounds[0].decimals, 0);
	layout = derived_layout(setup, "<round select='p/f/@s' decimals='2'/>"
				       "<round select='p/f/@n' decimals='6'/>");
	assert_int_equal(layout->round_count, 2);
	assert_string_equal(layout->rounds[0].select->source, "p/f/@s");
	assert_int_equal(layout->rounds[1].decimals, 6);
	setup_close(setup);
}

static void assert_refused(const char *rounds, const char *words, const char *told)
{
	Setup *setup = setup_open("en");
	assert_null(rounded_story(setup, rounds, str_format(setup->arena, "<p>%s</p>", words)));
	assert_string_equal(setup_told(setup), told);
	assert_non_null(diags_at(setup->diags, 0)->hint);
	setup_close(setup);
}

static void share_tells_what_cannot_be_shared_out_at_its_line_once(void **state)
{
	(void)state;
	assert_refused(
	    "", "{bad[1]/@n, share} {bad[2]/@n, share}",
	    "fill-data.xml:8:6: n is 0 wherever it stands, so nothing has a share of it");
	assert_refused("", "{minus[2]/@n, share}",
		       "fill-data.xml:10:8: n is -1, but what is shared out cannot be less than 0");
	assert_refused("", "{gap[1]/@n, share}",
		       "fill-data.xml:13:1: gap has no attribute \"n\", so nobody knows what the "
		       "others are shares of");
	assert_refused("", "{word[2]/@n, share}",
		       "fill-data.xml:14:7: n is \"x\", but a number is expected");
	assert_refused("", "{count(p/f), share}",
		       "fill-boxes.xml:6:22: count(p/f) stands alone: it is no share of anything");
	assert_refused("<round select='word/@n'/>", "{word[2]/@n}",
		       "fill-data.xml:14:7: n is \"x\", but a number is expected");
}

static void share_of_a_value_without_siblings_is_all(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	Speaker speaker = {.arena = setup->arena, .saying = &setup->saying, .diags = setup->diags};
	Node *node = alt_node(setup->arena, "root", (Place){0});
	alt_attr(setup->arena, node, "n", "5");
	Datum datum = {.text = "5", .name = "n", .element = node, .attr = node->attrs};
	assert_string_equal(rounding_share(&speaker, &datum), "100");
	setup_close(setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(round_reads_equally_in_table_chart_sentence_and_alternative_text),
	    cmocka_unit_test(round_leaves_the_marks_as_the_data_has_them),
	    cmocka_unit_test(round_holds_in_every_form_of_a_number),
	    cmocka_unit_test(round_takes_those_together_that_it_selects_in_one_parent),
	    cmocka_unit_test(rounds_of_a_layout_take_the_place_of_those_it_extends),
	    cmocka_unit_test(share_is_of_the_like_named_values_beside_it),
	    cmocka_unit_test(share_tells_what_cannot_be_shared_out_at_its_line_once),
	    cmocka_unit_test(share_of_a_value_without_siblings_is_all),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
