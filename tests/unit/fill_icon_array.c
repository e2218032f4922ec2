/* SPDX-License-Identifier: MIT */
/* A value among icons: read, said, and told when there are not enough of them. */
#include "fill_story.h"

static const char shares[] = "<c id='k'>\n<name>Kunming</name>\n"
			     "<p none='0' all='100' little='0.4' some='31' much='131' minus='-1' "
			     "word='x' ranks='26' half='2.5' nought='0' many='1001'/></c>";

static const Story *array_story(Setup *setup, const char *attrs, const char *inside)
{
	const char *body = str_format(setup->arena,
				      "<icon-array ink='text' placeholder-style='body' %s>%s"
				      "</icon-array><p style='body'>end</p>",
				      attrs, inside);
	return story_in(setup, body, shares);
}

static const Box *array_box(Setup *setup, const char *attrs, const char *inside)
{
	const Story *story = array_story(setup, attrs, inside);
	if (!story)
		fail_msg("%s", setup_told(setup));
	return story->body->first;
}

static void assert_array_told(const char *attrs, const char *told)
{
	Setup *setup = setup_open("en");
	assert_null(array_story(setup, attrs, ""));
	assert_string_equal(setup_told(setup), told);
	assert_non_null(diags_at(setup->diags, 0)->hint);
	setup_close(setup);
}

static void a_value_is_so_many_of_a_hundred_icons(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Box *box = array_box(setup, "value='p/@some'", "");
	assert_true(box->icons->known);
	assert_int_equal(box->icons->of, 100);
	assert_true(box->icons->value == 31 * (Decimal)DECIMAL_ONE);
	assert_string_equal(box->icons->origin.path, "p/@some");
	assert_string_equal(box->alt, "31 of 100 icons.");
	assert_true(array_box(setup, "value='p/@none'", "")->icons->value == 0);
	assert_true(array_box(setup, "value='p/@little'", "")->icons->value == 400000);
	assert_string_equal(array_box(setup, "value='p/@all'", "")->alt, "100 of 100 icons.");
	setup_close(setup);
}

static void how_many_icons_there_are_is_said_in_the_layout_or_in_the_data(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	assert_string_equal(array_box(setup, "value='p/@half' of='3'", "")->alt, "2.5 of 3 icons.");
	assert_string_equal(array_box(setup, "value='p/@half' of='p/@ranks'", "")->alt,
			    "2.5 of 26 icons.");
	assert_string_equal(array_box(setup, "value='p/@some' format='percent'", "")->alt,
			    "31 of 100 icons (31%).");
	setup_close(setup);
}

static void without_a_value_there_is_a_placeholder_or_an_error(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Box *box =
	    array_box(setup, "value='p/@gone'", "<placeholder id='n'>Not published</placeholder>");
	assert_false(box->icons->known);
	assert_string_equal(box->alt, "No icons: Not published.");
	setup_close(setup);
	assert_array_told("value='p/@gone'",
			  "fill-data.xml:3:1: p has no attribute \"gone\", which "
			  "the layout needs");
}

static void a_value_that_has_not_enough_icons_is_told(void **state)
{
	(void)state;
	assert_array_told("value='p/@much'", "fill-data.xml:3:46: much is 131, but there are 100 "
					     "icons to show it with");
	assert_array_told("value='p/@minus'", "fill-data.xml:3:57: minus is -1, but there are 100 "
					      "icons to show it with");
	assert_array_told("value='p/@some' of='30'",
			  "fill-data.xml:3:36: some is 31, but there are 30 icons to show it with");
	assert_array_told("value='p/@word'",
			  "fill-data.xml:3:68: word is \"x\", but a number is expected");
}

static void a_number_of_icons_that_no_page_shows_is_told(void **state)
{
	(void)state;
	assert_array_told("value='p/@none' of='p/@many'",
			  "fill-data.xml:3:110: many is 1001, but there may be 1 to 1000 icons");
	assert_array_told("value='p/@none' of='p/@nought'",
			  "fill-data.xml:3:99: nought is 0, but there may be 1 to 1000 icons");
	assert_array_told("value='p/@none' of='p/@half'",
			  "fill-data.xml:3:88: half is \"2.5\", but a whole number is expected");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_value_is_so_many_of_a_hundred_icons),
	    cmocka_unit_test(how_many_icons_there_are_is_said_in_the_layout_or_in_the_data),
	    cmocka_unit_test(without_a_value_there_is_a_placeholder_or_an_error),
	    cmocka_unit_test(a_value_that_has_not_enough_icons_is_told),
	    cmocka_unit_test(a_number_of_icons_that_no_page_shows_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
