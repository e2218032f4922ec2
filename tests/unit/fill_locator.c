/* SPDX-License-Identifier: MIT */
/* Positions on the earth: read, said, and told when they lie off it. */
#include "fill_story.h"

#define LAND "src='../../../../layouts/maps/land.xml'"

static const char places[] =
    "<c id='k'>\n<name>Kunming</name>\n"
    "<here lat='25.04' lon='102.72'/>\n<there lat='-23.5567' lon='-46.627'/>\n"
    "<ends lat='-90' lon='180'/><nought lat='0' lon='0'/><east lat='0' lon='-0.0'/>\n"
    "<high lat='90.000001' lon='0'/>\n<low lat='0' lon='-180.5'/>\n<word lat='25N' lon='1'/>\n"
    "<half lat='12'/>\n<both lat='102.72' lon='225'/></c>";

static const char map[] =
    "<locator-map lat='%s/@lat' lon='%s/@lon' " LAND " ink='text' style='body'>%s</locator-map>";

static const Story *map_story(Setup *setup, const char *place, const char *inside)
{
	const char *body = str_format(setup->arena, map, place, place, inside);
	return story_in(setup, str_format(setup->arena, "%s<p style='body'>end</p>", body), places);
}

static const Box *map_box(Setup *setup, const char *place, const char *inside)
{
	const Story *story = map_story(setup, place, inside);
	if (!story)
		fail_msg("%s", setup_told(setup));
	return story->body->first;
}

static void assert_place_told(const char *place, const char *told)
{
	Setup *setup = setup_open("en");
	assert_null(map_story(setup, place, ""));
	assert_string_equal(setup_told(setup), told);
	assert_non_null(diags_at(setup->diags, 0)->hint);
	setup_close(setup);
}

static void a_map_knows_its_place_and_where_it_stands_in_the_data(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Box *box = map_box(setup, "here", "<label id='l'>{name}</label>");
	const LocatorBox *locator = box->locator;
	assert_true(locator->known);
	assert_true(locator->lat == 25040000 && locator->lon == 102720000);
	assert_string_equal(locator->lat_origin.path, "here/@lat");
	assert_string_equal(locator->lon_origin.path, "here/@lon");
	assert_int_equal(locator->lat_origin.data.line, 3);
	assert_string_equal(locator->label.text, "Kunming");
	assert_string_equal(box->alt, "Map: Kunming, 25.04 north, 102.72 east.");
	setup_close(setup);
}

static void the_south_and_the_west_are_said_without_a_sign(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	assert_string_equal(map_box(setup, "there", "<label id='l'>X</label>")->alt,
			    "Map: X, 23.5567 south, 46.627 west.");
	assert_string_equal(map_box(setup, "ends", "<label id='l'>X</label>")->alt,
			    "Map: X, 90 south, 180 east.");
	assert_string_equal(map_box(setup, "nought", "<label id='l'>X</label>")->alt,
			    "Map: X, 0 north, 0 east.");
	assert_string_equal(map_box(setup, "east", "<label id='l'>X</label>")->alt,
			    "Map: X, 0 north, 0.0 east.");
	setup_close(setup);
}

static void a_map_may_have_words_of_its_own_for_who_cannot_see_it(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	assert_string_equal(map_box(setup, "here", "<alt id='a'>{@lat} of {@ns}</alt>")->alt,
			    "25.04 of north");
	setup_close(setup);
}

static void without_a_position_there_is_a_placeholder_or_no_box(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Box *box = map_box(setup, "nowhere", "<placeholder id='n'>Not known</placeholder>");
	assert_false(box->locator->known);
	assert_string_equal(box->locator->placeholder.text, "Not known");
	assert_string_equal(box->alt, "No map: Not known.");
	assert_int_equal(map_box(setup, "nowhere", "")->element->kind, ELEMENT_TEXT);
	setup_close(setup);
}

static void what_is_not_on_the_earth_is_told_at_its_line(void **state)
{
	(void)state;
	assert_place_told("high", "fill-data.xml:6:7: lat is 90.000001, but a latitude lies "
				  "between -90 and 90");
	assert_place_told("low", "fill-data.xml:7:14: lon is -180.5, but a longitude lies "
				 "between -180 and 180");
	assert_place_told("word", "fill-data.xml:8:7: lat is \"25N\", but a number is expected");
	assert_place_told("both",
			  "fill-data.xml:10:7: lat is 102.72, but a latitude lies between -90 and "
			  "90\nfill-data.xml:10:20: lon is 225, but a longitude lies between "
			  "-180 and 180");
}

static void a_latitude_without_a_longitude_is_told(void **state)
{
	(void)state;
	assert_place_told("half",
			  "fill-data.xml:9:1: half has no attribute \"lon\", which the layout "
			  "needs");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_map_knows_its_place_and_where_it_stands_in_the_data),
	    cmocka_unit_test(the_south_and_the_west_are_said_without_a_sign),
	    cmocka_unit_test(a_map_may_have_words_of_its_own_for_who_cannot_see_it),
	    cmocka_unit_test(without_a_position_there_is_a_placeholder_or_no_box),
	    cmocka_unit_test(what_is_not_on_the_earth_is_told_at_its_line),
	    cmocka_unit_test(a_latitude_without_a_longitude_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
