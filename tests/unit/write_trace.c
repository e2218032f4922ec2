/* SPDX-License-Identifier: MIT */
/* A page as text: every line of it, and what it leaves out. */
#include "write_sample.h"

#include "write/trace.h"

static const char *trace_of(Sample *s, const Page *page)
{
	StrBuf out = {.arena = s->arena};
	trace_write(&out, page);
	return strbuf_text(&out);
}

static void assert_says(const char *trace, const char *line)
{
	if (strstr(trace, line) == NULL)
		fail_msg("the trace lacks\n%s\nin\n%s", line, trace);
}

static void the_head_names_the_page(void **state)
{
	(void)state;
	Sample *s = sample_full();
	assert_true(str_starts(trace_of(s, sample_page(s)),
			       "page 595.276 x 841.890 bleed 8.504 lang en\n"
			       "title \"Kunming, 昆明 – a “profile”\"\n"
			       "slack 2.100\n"
			       "tags\n"
			       "  0 Document\n"
			       "    1 H1\n"
			       "    2 P\n"));
	sample_close(s);
}

static void tags_stand_as_a_tree_with_what_they_say(void **state)
{
	(void)state;
	Sample *s = sample_full();
	const char *trace = trace_of(s, sample_page(s));
	assert_says(trace, "\n    4 Table bounds 45.354 340.000 200.000 60.000\n      5 Caption\n");
	assert_says(trace, "\n          8 TH scope column columns 2\n");
	assert_says(trace, "\n          11 TH scope row\n          12 TD\n");
	assert_says(trace, "Figure bounds 80.000 450.000 40.000 40.000 alt \"Ring of which 11 % ");
	sample_close(s);
}

static void a_rectangle_is_said_in_one_word(void **state)
{
	(void)state;
	Sample *s = sample_full();
	const char *trace = trace_of(s, sample_page(s));
	assert_says(trace, "\n  rect -8.504 -8.504 612.284 150.000 fill night artifact\n");
	assert_says(trace, "\n  clip rect 200.000 450.000 100.000 40.000\n");
	assert_says(trace, "\n  unclip\n");
	sample_close(s);
}

static void a_path_says_its_segments_and_its_datum(void **state)
{
	(void)state;
	Sample *s = sample_full();
	const char *trace = trace_of(s, sample_page(s));
	assert_says(trace, "\n  path M 100.000 450.000 C 111.046 450.000 120.000 458.954 120.000 "
			   "470.000 L 100.000 470.500 stroke teal 2.600 tag 14 from "
			   "patents/@collaboration\n");
	assert_says(trace, " stroke night 0.600 dash 3.000 artifact\n");
	sample_close(s);
}

static void a_run_says_its_place_its_looks_and_its_words(void **state)
{
	(void)state;
	Sample *s = sample_full();
	const Page *page = sample_page(s);
	const Run *run = &page->draws[1].run;
	const char *trace = trace_of(s, page);
	assert_says(trace,
		    str_format(s->arena,
			       "\n  run 45.354 90.000 size 33.000 sans-700 paper tag 1 width "
			       "%d.%03d tracking -0.330 \"AVATAR To, Kunming\" from name\n",
			       run->width / 1000, run->width % 1000));
	assert_says(trace, "\"Fields (S&T) \\\\ done\"");
	sample_close(s);
}

static void each_datum_is_named_once_and_the_layouts_own_words_not_at_all(void **state)
{
	(void)state;
	Sample *s = sample_open();
	static const Origin origins[] = {{0, 1, "a/@b", {0}, {0}, NULL, NULL},
					 {1, 2, NULL, {0}, {0}, NULL, NULL},
					 {2, 3, "c", {0}, {0}, NULL, NULL},
					 {3, 4, "a/@b", {0}, {0}, NULL, NULL}};
	Run *run = run_add(s, TAG_ARTIFACT, 0, 0, 400, 10000, "1 2\"");
	run->origins = origins;
	run->origin_count = 4;
	assert_says(trace_of(s, sample_page(s)), " \"1 2\\\"\" from a/@b, c\n");
	sample_close(s);
}

static void a_fit_is_told_only_where_it_is_not_plain(void **state)
{
	(void)state;
	Sample *s = sample_open();
	sample_page(s);
	assert_null(strstr(trace_of(s, &s->page), "fit "));
	static const FitStep steps[] = {{.kind = FIT_SPACE},
					{.kind = FIT_SPREAD, .at = "h2", .floor = 9000}};
	static const int at[] = {850, 1500};
	s->page.fit = (Fit){.space = 850, .leading = 1000, .levels = at};
	s->page.steps = steps;
	s->page.step_count = 2;
	assert_says(trace_of(s, &s->page), "\nfit space 850 leading 1000 spread h2 1.500\nslack ");
	sample_close(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_head_names_the_page),
	    cmocka_unit_test(tags_stand_as_a_tree_with_what_they_say),
	    cmocka_unit_test(a_rectangle_is_said_in_one_word),
	    cmocka_unit_test(a_path_says_its_segments_and_its_datum),
	    cmocka_unit_test(a_run_says_its_place_its_looks_and_its_words),
	    cmocka_unit_test(each_datum_is_named_once_and_the_layouts_own_words_not_at_all),
	    cmocka_unit_test(a_fit_is_told_only_where_it_is_not_plain),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
