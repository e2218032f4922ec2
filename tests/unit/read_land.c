/* SPDX-License-Identifier: MIT */
/* Land outlines: the shipped ones are whole, and what is wrong in others is told at its line. */
#include "read_setup.h"

#include "read/land.h"

static const Land *land_of(Setup *s, const char *body)
{
	const char *text = str_format(
	    s->arena, "<land xmlns='urn:clusterpress:land:1' source='S' licence='L'>\n%s\n</land>",
	    body);
	Source source = setup_file(s, "land.xml", text);
	Ingredient file;
	return land_read(s->arena, &source, &file, s->diags);
}

/* A file whose region is a square and whose world is this. */
static const Land *land_with(Setup *s, const char *d)
{
	return land_of(
	    s, str_format(s->arena,
			  "<outlines for='region'><outline d='0 0 9 0 0 9 -9 0'/></outlines>\n"
			  "<outlines for='world'><outline\n d='%s'/></outlines>",
			  d));
}

static void land_refused(Setup *s, const char *d, const char *told)
{
	assert_null(land_with(s, d));
	assert_told(s, told);
	assert_non_null(diags_at(s->diags, 0)->hint);
}

static const Land *shipped(Setup *s, Ingredient *file)
{
	Source source = {"layouts/maps/land.xml", NULL, {0}};
	return land_read(s->arena, &source, file, s->diags);
}

static void the_shipped_land_is_whole_and_small(void **state)
{
	Setup *s = *state;
	Ingredient file;
	const Land *land = shipped(s, &file);
	assert_told(s, "");
	assert_non_null(land);
	int points = 0;
	for (int i = 0; i < land->world.count; i++)
		points += land->world.items[i].count;
	assert_true(points > 3000 && points < 6000);
	points = 0;
	for (int i = 0; i < land->region.count; i++)
		points += land->region.items[i].count;
	assert_true(points > 20000 && points < 40000);
}

static void a_point_says_how_far_it_lies_from_the_one_before(void **state)
{
	Setup *s = *state;
	const Land *land = land_with(s, " 17990 -100 10 0\n 0 -7 -5 3");
	assert_told(s, "");
	const Outline *outline = &land->world.items[0];
	assert_int_equal(outline->count, 4);
	assert_int_equal(outline->points[1].lon, 18000);
	assert_int_equal(outline->points[3].lon, 17995);
	assert_int_equal(outline->points[3].lat, -104);
	assert_int_equal(outline->low.lat, -107);
	assert_int_equal(outline->high.lon, 18000);
}

static void a_step_along_a_pole_may_go_around_the_earth(void **state)
{
	Setup *s = *state;
	assert_non_null(land_with(s, "-18000 -8500 0 -500 36000 0 0 500 -900 0"));
	assert_told(s, "");
}

static void what_is_no_whole_number_is_told_with_its_place(void **state)
{
	land_refused(
	    *state, "0 0 9 0 0 1.5",
	    "4:5: d is no outline from its character 11 on: a whole number is expected, but "
	    "there is \"1.5\"");
}

static void a_number_too_few_is_told(void **state)
{
	land_refused(
	    *state, "0 0 9 0 0",
	    "4:5: d is no outline from its character 10 on: a whole number is expected, but "
	    "there is nothing");
}

static void a_number_beyond_all_numbers_is_told(void **state)
{
	land_refused(
	    *state, "99999999999999999999 0",
	    "4:5: d is no outline from its character 1 on: a whole number is expected, but "
	    "there is \"999999999999\"");
}

static void a_place_that_is_not_on_the_earth_is_told(void **state)
{
	land_refused(*state, "17995 0 0 9 9 0",
		     "4:5: point 3 of this outline is at 18004 9, which is not on the earth");
}

static void a_step_across_the_date_line_is_told(void **state)
{
	land_refused(*state, "17995 0 -35990 0 0 9",
		     "4:5: the step to point 2 of this outline is longer than 10 degrees");
}

static void an_outline_of_two_points_is_told(void **state)
{
	land_refused(*state, "0 0 9 0", "4:5: this outline has 2 points, but it takes 3");
}

static void an_empty_outline_is_told(void **state)
{
	land_refused(*state, " ", "4:2: the attribute \"d\" is empty");
}

static void both_drawings_must_be_there_once(void **state)
{
	Setup *s = *state;
	const char *square = "<outline d='0 0 9 0 0 9 -9 0'/>";
	assert_null(
	    land_of(s, str_format(s->arena, "<outlines for='world'>%s</outlines>", square)));
	assert_told(s, "1:1: <land> lacks <outlines for=\"region\">");
	s->diags = diags_new(s->arena);
	assert_null(land_of(s, str_format(s->arena, "<outlines for='sea'>%s</outlines>", square)));
	assert_string_equal(setup_told(s, 0), "2:16: for is \"sea\", but cannot be");
	s->diags = diags_new(s->arena);
	assert_null(land_of(s, str_format(s->arena,
					  "<outlines for='world'>%s</outlines>"
					  "<outlines for='world'>%s</outlines>",
					  square, square)));
	assert_string_equal(setup_told(s, 0), "2:80: there are two <outlines for=\"world\">");
}

static void more_points_than_any_map_needs_are_told(void **state)
{
	Setup *s = *state;
	StrBuf body = {.arena = s->arena};
	strbuf_add(&body, "<outlines for='world'>\n");
	for (int i = 0; i < 120; i++) {
		strbuf_add(&body, "<outline d='0 0");
		for (int k = 0; k < 1000; k++)
			strbuf_add(&body, k % 2 ? " -1 0" : " 1 1");
		strbuf_add(&body, "'/>\n");
	}
	strbuf_add(&body, "</outlines>");
	assert_null(land_of(s, strbuf_text(&body)));
	assert_string_equal(setup_told(s, 0),
			    "103:1: there are more than 100000 points up to here");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(the_shipped_land_is_whole_and_small),
	    SENTENCE(a_point_says_how_far_it_lies_from_the_one_before),
	    SENTENCE(a_step_along_a_pole_may_go_around_the_earth),
	    SENTENCE(what_is_no_whole_number_is_told_with_its_place),
	    SENTENCE(a_number_too_few_is_told),
	    SENTENCE(a_number_beyond_all_numbers_is_told),
	    SENTENCE(a_place_that_is_not_on_the_earth_is_told),
	    SENTENCE(a_step_across_the_date_line_is_told),
	    SENTENCE(an_outline_of_two_points_is_told),
	    SENTENCE(an_empty_outline_is_told),
	    SENTENCE(both_drawings_must_be_there_once),
	    SENTENCE(more_points_than_any_map_needs_are_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
