/* SPDX-License-Identifier: MIT */
/* Words in a room: on one line, wrapped, condensed, or told that they do not fit; never cut. */
#include "text_setup.h"

#include "set/label.h"

typedef struct Sample {
	Setup *setup;
	Style style;
	Layout layout;
	Measure measure;
} Sample;

static Sample *sample_open(void)
{
	Setup *setup = setup_open();
	Sample *s = ARENA_NEW(setup->arena, Sample);
	s->setup = setup;
	s->style = plain_style();
	s->layout = (Layout){.style_count = 1};
	s->measure = (Measure){.arena = setup->arena,
			       .setter = &setup->setter,
			       .fit = &fit_plain,
			       .layout = &s->layout};
	return s;
}

static Label label_in(Sample *s, const char *text, Len width, Len height)
{
	return label_fit(&s->measure, words_of(s->setup->arena, text, &s->style), width, height);
}

static Len natural(Sample *s, const char *text)
{
	return size_words_natural(&s->measure, words_of(s->setup->arena, text, &s->style));
}

enum { LEADING = LEN_PT(14) };

static void a_label_with_room_stands_on_one_line(void **state)
{
	(void)state;
	Sample *s = sample_open();
	Label label = label_in(s, "Medical technology", LEN_PT(200), LEADING);
	assert_int_equal(label.way, LABEL_LINE);
	assert_int_equal(label.text.lines.count, 1);
	assert_int_equal(label.width, natural(s, "Medical technology"));
	assert_int_equal(label.height, LEADING);
	setup_close(s->setup);
}

static void a_label_that_is_exactly_as_wide_as_its_room_fits(void **state)
{
	(void)state;
	Sample *s = sample_open();
	Len width = natural(s, "Medical technology");
	assert_int_equal(label_in(s, "Medical technology", width, LEADING).way, LABEL_LINE);
	assert_int_equal(label_in(s, "Medical technology", width - 1, LEADING).way,
			 LABEL_CONDENSED);
	assert_int_equal(label_in(s, "Medical technology", width, LEADING - 1).way, LABEL_MOVED);
	setup_close(s->setup);
}

static void a_label_wraps_before_it_is_condensed(void **state)
{
	(void)state;
	Sample *s = sample_open();
	Len width = natural(s, "Medical technology") - 1;
	Label label = label_in(s, "Medical technology", width, 2 * LEADING);
	assert_int_equal(label.way, LABEL_WRAPPED);
	assert_int_equal(label.text.lines.count, 2);
	setup_close(s->setup);
}

static void a_label_is_condensed_and_wrapped_before_it_is_moved(void **state)
{
	(void)state;
	Sample *s = sample_open();
	Len width = natural(s, "technology") - 1;
	Label label = label_in(s, "Medical technology", width, 2 * LEADING);
	assert_int_equal(label.way, LABEL_CONDENSED_WRAPPED);
	assert_true(label.width <= width);
	assert_int_equal(label_in(s, "Medical technology", width / 2, 9 * LEADING).way,
			 LABEL_MOVED);
	setup_close(s->setup);
}

static void a_label_that_is_moved_is_whole_and_on_one_line(void **state)
{
	(void)state;
	Sample *s = sample_open();
	Label label = label_in(s, "Medical technology", LEN_PT(5), LEN_PT(5));
	assert_int_equal(label.way, LABEL_MOVED);
	assert_int_equal(label.text.lines.count, 1);
	assert_false(label.text.overfull);
	assert_int_equal(label.width, natural(s, "Medical technology"));
	setup_close(s->setup);
}

static void a_family_without_a_condensed_cut_is_not_condensed(void **state)
{
	(void)state;
	Sample *s = sample_open();
	s->style.weight = 700;
	Len width = natural(s, "technology");
	assert_int_equal(label_in(s, "technology", width, LEADING).way, LABEL_LINE);
	assert_int_equal(label_in(s, "technology", width - 1, LEADING).way, LABEL_MOVED);
	assert_int_equal(diags_count(s->setup->diags), 0);
	setup_close(s->setup);
}

static void a_label_on_one_line_only_never_wraps(void **state)
{
	(void)state;
	Sample *s = sample_open();
	const Words *words = words_of(s->setup->arena, "Medical technology", &s->style);
	Len width = natural(s, "Medical technology");
	assert_int_equal(label_fit_line(&s->measure, words, width - 1, 9 * LEADING).way,
			 LABEL_CONDENSED);
	assert_int_equal(label_fit_line(&s->measure, words, width / 2, 9 * LEADING).way,
			 LABEL_MOVED);
	setup_close(s->setup);
}

static void no_words_fit_anywhere_and_no_room_holds_any(void **state)
{
	(void)state;
	Sample *s = sample_open();
	Label nothing = label_in(s, "", 0, 0);
	assert_int_equal(nothing.way, LABEL_LINE);
	assert_int_equal(nothing.width + nothing.height, 0);
	assert_int_equal(label_in(s, "A", 0, LEADING).way, LABEL_MOVED);
	assert_int_equal(label_in(s, "A", -LEN_MAX, -LEN_MAX).way, LABEL_MOVED);
	assert_int_equal(label_in(s, "A", LEN_MAX, 0).way, LABEL_MOVED);
	setup_close(s->setup);
}

/* Whatever the room: what is said to fit does, to its last letter. */
static void what_fits_is_whole_and_inside_its_room(void **state)
{
	(void)state;
	Sample *s = sample_open();
	static const char text[] = "Civil engineering, and computer-aided technology";
	int seen[LABEL_CONDENSED_WRAPPED + 1] = {0};
	for (Len width = 0; width < LEN_PT(260); width += 1777)
		for (int lines = 0; lines < 6; lines++) {
			Label label = label_in(s, text, width, lines * LEADING);
			seen[label.way]++;
			const Lines *set = &label.text.lines;
			assert_int_equal(set->lines[0].start, 0);
			assert_int_equal(set->lines[set->count - 1].end, (int)strlen(text));
			if (label.way == LABEL_MOVED)
				continue;
			assert_true(label.width <= width && label.height <= lines * LEADING);
			for (int i = 0; i < set->count; i++)
				assert_false(set->lines[i].overfull);
		}
	for (int way = 0; way <= LABEL_CONDENSED_WRAPPED; way++)
		assert_true(seen[way] > 0);
	assert_int_equal(diags_count(s->setup->diags), 0);
	setup_close(s->setup);
}

static void a_label_looks_centred_by_its_ink(void **state)
{
	(void)state;
	Sample *s = sample_open();
	Label one = label_in(s, "Soil", LEN_PT(200), LEADING);
	Len top = label_top(&one.text, LEN_PT(50));
	Len base = top + one.text.lines.baseline, capitals = base - size_cap_height(&one.text);
	assert_in_range((capitals + base) / 2, LEN_PT(50) - 1, LEN_PT(50) + 1);
	Label two = label_in(s, "Medical technology", LEN_PT(60), 3 * LEADING);
	assert_int_equal(two.text.lines.count, 2);
	assert_in_range(label_top(&two.text, LEN_PT(50)), top - LEADING / 2 - 1,
			top - LEADING / 2 + 1);
	setup_close(s->setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_label_with_room_stands_on_one_line),
	    cmocka_unit_test(a_label_that_is_exactly_as_wide_as_its_room_fits),
	    cmocka_unit_test(a_label_wraps_before_it_is_condensed),
	    cmocka_unit_test(a_label_is_condensed_and_wrapped_before_it_is_moved),
	    cmocka_unit_test(a_label_that_is_moved_is_whole_and_on_one_line),
	    cmocka_unit_test(a_family_without_a_condensed_cut_is_not_condensed),
	    cmocka_unit_test(a_label_on_one_line_only_never_wraps),
	    cmocka_unit_test(no_words_fit_anywhere_and_no_room_holds_any),
	    cmocka_unit_test(what_fits_is_whole_and_inside_its_room),
	    cmocka_unit_test(a_label_looks_centred_by_its_ink),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
