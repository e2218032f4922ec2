/* SPDX-License-Identifier: MIT */
/* The round numbers along the scales of charts: one set for a scale, wherever its marks stand. */
#include "fill_story.h"

static const char two[] =
    "<bar-chart select='f' label='.' value='@s' format='percent' ink='text' scale='s' "
    "axis='bottom'>"
    "<title id='one'>One</title></bar-chart>"
    "<bar-chart select='%s' label='.' value='@s' ink='text' scale='%s' axis='%s'>"
    "<title id='two'>Two</title></bar-chart>";

static void assert_labels(const Axis *axis, const char *expected)
{
	Arena *a = arena_new();
	StrBuf said = {.arena = a};
	for (int i = 0; i < axis->ticks.count; i++)
		strbuf_format(&said, "%s%s", i ? " " : "", axis->labels[i].text);
	assert_string_equal(strbuf_text(&said), expected);
	arena_free(a);
}

static void charts_of_one_scale_have_the_same_numbers(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Box *box = box_in(setup, str_format(setup->arena, two, "p/a", "s", "bottom"));
	assert_labels(box->chart->axis, "0% 10% 20% 30% 40%");
	assert_labels(box->next->chart->axis, "0 10 20 30 40");
	assert_null(box->chart->axis->labels[1].origins[0].path);
	setup_close(setup);
}

static void charts_of_two_scales_have_their_own(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Box *box = box_in(setup, str_format(setup->arena, two, "p/a", "t", "none"));
	assert_labels(box->chart->axis, "0% 2% 4% 6% 8% 10% 12%");
	assert_null(box->next->chart->axis);
	setup_close(setup);
}

/* Nobody sees that a chart beside it has an axis: its bars are on the same scale all the same. */
static void a_chart_without_an_axis_counts_for_its_scale(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Box *box = box_in(setup, str_format(setup->arena, two, "p/a", "s", "none"));
	assert_labels(box->chart->axis, "0% 10% 20% 30% 40%");
	setup_close(setup);
}

static void bars_of_a_table_count_for_their_scale(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const char *body =
	    "<column><table select='p/a'><column value='.'/><column value='@n' width='1fr'>"
	    "<bar scale='s' width='20mm' ink='text'/></column></table></column>";
	const Box *box = box_in(setup, str_format(setup->arena, "%s%s", body,
						  str_format(setup->arena, two, "f", "t", "none")));
	assert_labels(box->next->chart->axis, "0% 20% 40% 60% 80% 100% 120%");
	setup_close(setup);
}

static void losses_and_fractions_are_said_with_as_many_decimals_as_they_need(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const char *data = "<c id='k'><name>K</name><f s='-0.3'>A</f><f s='0.04'>B</f></c>";
	const Story *story = story_in(setup, str_format(setup->arena, two, "f", "t", "none"), data);
	assert_labels(story->body->first->chart->axis, "\u22120.3% \u22120.2% \u22120.1% 0% 0.1%");
	setup_close(setup);
}

static void what_no_data_file_could_write_has_no_words(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const char *data = "<c id='k'><name>K</name><f s='999999999999'>A</f></c>";
	const Story *story = story_in(setup, str_format(setup->arena, two, "f", "t", "none"), data);
	assert_labels(story->body->first->chart->axis,
		      "0% 200,000,000,000% 400,000,000,000% 600,000,000,000% 800,000,000,000% ");
	setup_close(setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(charts_of_one_scale_have_the_same_numbers),
	    cmocka_unit_test(charts_of_two_scales_have_their_own),
	    cmocka_unit_test(a_chart_without_an_axis_counts_for_its_scale),
	    cmocka_unit_test(bars_of_a_table_count_for_their_scale),
	    cmocka_unit_test(losses_and_fractions_are_said_with_as_many_decimals_as_they_need),
	    cmocka_unit_test(what_no_data_file_could_write_has_no_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
