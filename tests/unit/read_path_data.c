/* SPDX-License-Identifier: MIT */
/* Path data, after the grammar of SVG 1.1, 8.3.9. In a view as wide as its units each number is itself. */
#include "read_setup.h"

#include "read/path_data.h"

static const View plain = {0, 0, ICON_UNITS, ICON_UNITS};

static bool read_into(Setup *s, const char *data, const View *view, List *segments)
{
	Attr attr = {"d", data, {"icon", 1, 1}, {"icon", 1, 4}};
	*segments = list_new(s->arena, sizeof(Segment));
	return path_data_read(&attr, view, segments, s->diags);
}

/* "M 1 2 L 3 4 C … Z", or what was told. */
static const char *read_in(Setup *s, const char *data, const View *view)
{
	static const char letters[] = "MLCZ";
	static const int points[] = {1, 1, 3, 0};
	List segments;
	StrBuf out = {.arena = s->arena};
	if (!read_into(s, data, view, &segments))
		return diags_at(s->diags, diags_count(s->diags) - 1)->message;
	for (int i = 0; i < segments.count; i++) {
		const Segment *one = list_at(&segments, i);
		strbuf_format(&out, "%s%c", i ? " " : "", letters[one->kind]);
		for (int k = 0; k < points[one->kind]; k++)
			strbuf_format(&out, " %d %d", one->x[k], one->y[k]);
	}
	return strbuf_text(&out);
}

static const char *read_plain(Setup *s, const char *data)
{
	return read_in(s, data, &plain);
}

static void each_command_draws_what_it_means(void **state)
{
	static const char *const cases[][2] = {
	    {"M10 20L30 40Z", "M 10 20 L 30 40 Z"},
	    {"m10 20l30 40z", "M 10 20 L 40 60 Z"},
	    {"M10 20 30 40 50 60", "M 10 20 L 30 40 L 50 60"},
	    {"m10 20 30 40 50 60", "M 10 20 L 40 60 L 90 120"},
	    {"M1 2H10V20h-5v-5", "M 1 2 L 10 2 L 10 20 L 5 20 L 5 15"},
	    {"M0 0C1 2 3 4 5 6s7 8 9 10", "M 0 0 C 1 2 3 4 5 6 C 7 8 12 14 14 16"},
	    {"M0 0S3 4 5 6", "M 0 0 C 0 0 3 4 5 6"},
	    {"M0 0Q30 30 60 0T120 0", "M 0 0 C 20 20 40 20 60 0 C 80 -20 100 -20 120 0"},
	    {"M0 0T30 60", "M 0 0 C 0 0 10 20 30 60"},
	    {"M10 10l5 0zl0 7", "M 10 10 L 15 10 Z L 10 17"},
	    {"M10 10l5 0zm1 1", "M 10 10 L 15 10 Z M 11 11"},
	    {"", ""},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(read_plain(*state, cases[i][0]), cases[i][1]);
}

static void numbers_need_no_more_between_them_than_they_must(void **state)
{
	static const View tenths = {0, 0, ICON_UNITS / 10.0, 1};
	static const char *const cases[][2] = {
	    {"M1.5.5-3+4", "M 15 5 L -30 40"},
	    {"M1-2L-.5-.5", "M 10 -20 L -5 -5"},
	    {"M1e1-2E-1", "M 100 -2"},
	    {"M 1 , 2 L\n3\t,\r4 ", "M 10 20 L 30 40"},
	    {"M0001.5 3.", "M 15 30"},
	    {"M.123456789012345678901 1000000000000000e-12", "M 1 10000"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(read_in(*state, cases[i][0], &tenths), cases[i][1]);
}

/* The four arcs of SVG 1.1's own picture: of two ellipses, the short and the long way round. */
static void an_arc_goes_the_way_its_flags_say(void **state)
{
	Setup *s = *state;
	static const char *const flags[] = {"0 0", "0 1", "1 0", "1 1"};
	for (int i = 0; i < 4; i++) {
		List segments;
		const char *data =
		    str_format(s->arena, "M-60000 0A100000 100000 0 %s 60000 0", flags[i]);
		assert_true(read_into(s, data, &plain, &segments));
		int least = 0, most = 0;
		for (int k = 1; k < segments.count; k++) {
			const Segment *one = list_at(&segments, k);
			least = one->y[0] < least ? one->y[0] : least;
			most = one->y[0] > most ? one->y[0] : most;
		}
		const Segment *last = list_at(&segments, segments.count - 1);
		assert_int_equal(last->x[2], 60000);
		assert_int_equal(last->y[2], 0);
		/* Growing angles turn clockwise where y points down: over the top, from left to right. */
		bool large = flags[i][0] == '1', sweep = flags[i][2] == '1';
		assert_int_equal(segments.count, large ? 5 : 2);
		assert_true(sweep ? least < 0 : most > 0);
		if (!large)
			assert_true(sweep ? most == 0 : least == 0);
		if (large)
			assert_true(sweep ? least < -150000 : most > 150000);
	}
}

static void a_half_circle_is_round(void **state)
{
	/* Two quarters; the controls stand at 0.5523 of the radius. */
	assert_string_equal(read_plain(*state, "M-10000 0A10000 10000 0 0 1 10000 0"),
			    "M -10000 0 C -10000 -5523 -5523 -10000 0 -10000 "
			    "C 5523 -10000 10000 -5523 10000 0");
}

static void arcs_that_are_none_are_lines(void **state)
{
	assert_string_equal(read_plain(*state, "M0 0A0 5 0 0 1 9 9"), "M 0 0 L 9 9");
	assert_string_equal(read_plain(*state, "M4 4A5 5 0 0 1 4 4"), "M 4 4 L 4 4");
}

static void an_arc_too_small_for_its_ends_grows(void **state)
{
	assert_string_equal(read_plain(*state, "M-10000 0A1 1 0 0 1 10000 0"),
			    read_plain(*state, "M-10000 0A10000 10000 0 0 1 10000 0"));
}

static void flags_of_an_arc_need_nothing_behind_them(void **state)
{
	assert_string_equal(read_plain(*state, "M-10000 0a10000,10000 0 0120000,0"),
			    read_plain(*state, "M-10000 0A10000 10000 0 0 1 10000 0"));
}

static void the_view_is_moved_to_the_corner(void **state)
{
	View view = {-12, -6, 24, 12};
	assert_string_equal(read_in(*state, "M-12-6L12 6", &view), "M 0 0 L 1048576 524288");
}

static void what_is_no_path_data_is_told_where_it_goes_wrong(void **state)
{
	static const char *const cases[][2] = {
	    {"L1 2", "d is no path data from its character 1 on: it must begin with M, but there "
		     "is \"L1 2\""},
	    {"M1", "d is no path data from its character 3 on: a number is expected, but there is "
		   "nothing"},
	    {"M1 2 3", "d is no path data from its character 7 on: a number is expected, but there "
		       "is nothing"},
	    {"M1 2,", "d is no path data from its character 6 on: a number is expected, but there "
		      "is nothing"},
	    {"M1 2X3", "d is no path data from its character 5 on: a command is expected, but "
		       "there is \"X3\""},
	    {"M1 2L3 four", "d is no path data from its character 8 on: a number is expected, but "
			    "there is \"four\""},
	    {"M0 0A1 1 0 2 0 1 1", "d is no path data from its character 12 on: a flag 0 or 1 is "
				   "expected, but there is \"2 0 1 1\""},
	    {"M1 1Z5", "d is no path data from its character 6 on: a command is expected, but "
		       "there is \"5\""},
	    {"M1e20 1", "d is no path data from its character 2 on: a number is expected, but "
			"there is \"1e20 1\""},
	    {"M1e11 1", "a point of this icon lies absurdly far outside of its view"},
	    {"M0 0A1e-30 1e11 7 0 1 9 1e11",
	     "a point of this icon lies absurdly far outside of its view"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(read_plain(*state, cases[i][0]), cases[i][1]);
}

static void an_endless_path_ends(void **state)
{
	Setup *s = *state;
	StrBuf data = {.arena = s->arena};
	strbuf_add(&data, "M0 0");
	for (int i = 0; i < ICON_SEGMENTS_MOST + 10; i++)
		strbuf_add(&data, "h1");
	assert_string_equal(read_plain(s, strbuf_text(&data)),
			    "this icon has more than 20000 points");
}

static void a_view_without_area_is_told(void **state)
{
	Setup *s = *state;
	static const char *const wrong[] = {"",           "0 0 24",      "0 0 24 0",
					    "0 0 -24 24", "0 0 24 24 1", "a"};
	View view;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		Attr attr = {"viewbox", wrong[i], {"icon", 1, 1}, {"icon", 1, (int)i + 1}};
		assert_false(view_read(&attr, &view, s->diags));
	}
	assert_int_equal(diags_errors(s->diags), sizeof wrong / sizeof *wrong);
	Attr attr = {"viewbox", " 0,0 24.5 , 12", {"icon", 1, 1}, {"icon", 2, 1}};
	assert_true(view_read(&attr, &view, s->diags));
	assert_true(view.width == 24.5 && view.height == 12);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(each_command_draws_what_it_means),
	    SENTENCE(numbers_need_no_more_between_them_than_they_must),
	    SENTENCE(an_arc_goes_the_way_its_flags_say),
	    SENTENCE(a_half_circle_is_round),
	    SENTENCE(arcs_that_are_none_are_lines),
	    SENTENCE(an_arc_too_small_for_its_ends_grows),
	    SENTENCE(flags_of_an_arc_need_nothing_behind_them),
	    SENTENCE(the_view_is_moved_to_the_corner),
	    SENTENCE(what_is_no_path_data_is_told_where_it_goes_wrong),
	    SENTENCE(an_endless_path_ends),
	    SENTENCE(a_view_without_area_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
