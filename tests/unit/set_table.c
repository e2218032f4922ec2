/* SPDX-License-Identifier: MIT */
/* How wide the columns of a table are: no word is squeezed while another column has room. */
#include "text_setup.h"

#include "set/table.h"

enum { COLUMNS_MOST = 4, GAP = 4000 };

typedef struct Sample {
	Setup *setup;
	Style style;
	Column columns[COLUMNS_MOST];
	TableSpec spec;
	TableBox box;
	Measure measure;
	SizedColumn sized[COLUMNS_MOST];
} Sample;

/* A table of one row under its heads, whose columns all are auto. */
static Sample *sample_new(int count, const char *const *heads, const char *const *texts)
{
	Setup *setup = setup_open();
	Sample *s = ARENA_NEW(setup->arena, Sample);
	Words *head = ARENA_ARRAY(setup->arena, count, Words);
	Cell *cells = ARENA_ARRAY(setup->arena, count, Cell);
	s->setup = setup;
	s->style = plain_style();
	for (int c = 0; c < count; c++) {
		head[c] = *words_of(setup->arena, heads[c], &s->style);
		cells[c].words = *words_of(setup->arena, texts[c], &s->style);
	}
	s->spec = (TableSpec){.columns = s->columns, .column_count = count, .gap = GAP};
	s->box = (TableBox){.spec = &s->spec, .head = head, .cells = cells, .row_count = 1};
	s->measure = (Measure){.arena = setup->arena, .setter = &setup->setter, .fit = &fit_plain};
	return s;
}

static void track(Sample *s, int column, TrackUnit unit, int value)
{
	s->columns[column].width = (Track){unit, value};
}

static Len choose(Sample *s, Len width)
{
	return table_columns(&s->measure, &s->box, 1, width, s->sized);
}

static Len natural(Sample *s, const char *text)
{
	return para_natural_width(para_of(s->setup, text, &s->style));
}

static void auto_columns_are_as_wide_as_their_words(void **state)
{
	(void)state;
	Sample *s = sample_new(2, (const char *[]){"A head", "B"},
			       (const char *[]){"a", "some longer words"});
	assert_int_equal(choose(s, 300000), 0);
	assert_int_equal(s->sized[0].width, natural(s, "A head"));
	assert_int_equal(s->sized[1].width, natural(s, "some longer words"));
	assert_int_equal(s->sized[1].x, s->sized[0].width + GAP);
	setup_close(s->setup);
}

static void a_long_word_keeps_its_column_wide_while_another_can_give(void **state)
{
	(void)state;
	Sample *s = sample_new(
	    2, (const char *[]){"", ""},
	    (const char *[]){"Donaudampfschifffahrt", "one two three four five six seven"});
	Len word = natural(s, "Donaudampfschifffahrt");
	choose(s, word + GAP + natural(s, "three four"));
	assert_int_equal(s->sized[0].width, word);
	assert_int_equal(s->sized[1].width, natural(s, "three four"));
	setup_close(s->setup);
}

static void what_is_left_of_the_room_goes_by_what_is_asked_for(void **state)
{
	(void)state;
	Sample *s = sample_new(2, (const char *[]){"", ""},
			       (const char *[]){"aa aa aa aa aa aa aa aa", "aa aa aa aa"});
	Len word = natural(s, "aa"), most = natural(s, "aa aa aa aa aa aa aa aa"),
	    less = natural(s, "aa aa aa aa");
	Len width = GAP + (most + less) * 2 / 3;
	choose(s, width);
	assert_int_equal(s->sized[0].width + s->sized[1].width + GAP, width);
	assert_true(s->sized[0].width > s->sized[1].width && s->sized[1].width > word);
	setup_close(s->setup);
}

static void a_share_is_no_narrower_than_its_widest_word(void **state)
{
	(void)state;
	Sample *s = sample_new(
	    3, (const char *[]){"", "", ""},
	    (const char *[]){"incomprehensibilities", "a b c d e f", "many words of a cell"});
	track(s, 0, TRACK_FR, 1000);
	track(s, 1, TRACK_FR, 3000);
	Len word = natural(s, "incomprehensibilities"), rest = natural(s, "many words of a cell");
	choose(s, word + rest + 2 * GAP + 10000);
	assert_int_equal(s->sized[0].width, word);
	assert_int_equal(s->sized[1].width, 10000);
	assert_int_equal(s->sized[2].width, rest);
	choose(s, word + rest + 2 * GAP);
	assert_int_equal(s->sized[0].width, word);
	assert_true(s->sized[1].width >= natural(s, "a"));
	assert_true(s->sized[2].width >= natural(s, "many"));
	setup_close(s->setup);
}

static void the_widest_column_gives_way_where_no_word_has_room(void **state)
{
	(void)state;
	Sample *s = sample_new(2, (const char *[]){"", ""},
			       (const char *[]){"incomprehensibilities", "word"});
	choose(s, 60000);
	assert_int_equal(s->sized[1].width, natural(s, "word"));
	assert_int_equal(s->sized[0].width, 60000 - GAP - natural(s, "word"));
	choose(s, 40000);
	assert_int_equal(s->sized[0].width, s->sized[1].width);
	assert_int_equal(s->sized[0].width, 18000);
	setup_close(s->setup);
}

static void a_head_asks_for_its_widest_word_too(void **state)
{
	(void)state;
	Sample *s = sample_new(2, (const char *[]){"Organizations", ""},
			       (const char *[]){"1", "one two three four five six seven"});
	choose(s, natural(s, "Organizations") + GAP + natural(s, "three four"));
	assert_int_equal(s->sized[0].width, natural(s, "Organizations"));
	setup_close(s->setup);
}

static void lengths_that_do_not_fit_are_reported_by_how_much(void **state)
{
	(void)state;
	Sample *s = sample_new(2, (const char *[]){"", ""}, (const char *[]){"a", "b"});
	track(s, 0, TRACK_LEN, 60000);
	track(s, 1, TRACK_PERCENT, 50000);
	assert_int_equal(choose(s, 100000), 10000 + GAP);
	track(s, 1, TRACK_AUTO, 0);
	assert_int_equal(choose(s, 50000), 10000 + GAP);
	track(s, 0, TRACK_LEN, LEN_MAX);
	track(s, 1, TRACK_LEN, LEN_MAX);
	assert_int_equal(choose(s, 100000), LEN_MAX);
	setup_close(s->setup);
}

static void figures_below_each_other_are_not_parted(void **state)
{
	(void)state;
	Sample *s = sample_new(2, (const char *[]){"", ""},
			       (const char *[]){"12 345.6", "one two three four five six seven"});
	((Cell *)s->box.cells)[0].words.point = 6;
	s->columns[0].align = ALIGN_DECIMAL;
	choose(s, natural(s, "12 345.6") + GAP + natural(s, "three four"));
	assert_int_equal(s->sized[0].before + s->sized[0].after, natural(s, "12 345.6"));
	assert_true(s->sized[0].width >= s->sized[0].before + s->sized[0].after);
	setup_close(s->setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(auto_columns_are_as_wide_as_their_words),
	    cmocka_unit_test(a_long_word_keeps_its_column_wide_while_another_can_give),
	    cmocka_unit_test(what_is_left_of_the_room_goes_by_what_is_asked_for),
	    cmocka_unit_test(a_share_is_no_narrower_than_its_widest_word),
	    cmocka_unit_test(the_widest_column_gives_way_where_no_word_has_room),
	    cmocka_unit_test(a_head_asks_for_its_widest_word_too),
	    cmocka_unit_test(lengths_that_do_not_fit_are_reported_by_how_much),
	    cmocka_unit_test(figures_below_each_other_are_not_parted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
