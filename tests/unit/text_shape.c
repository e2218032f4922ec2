/* SPDX-License-Identifier: MIT */
#include "text_setup.h"

static void shape_kerns_av(void **state)
{
	Setup *setup = setup_open();
	(void)state;
	int apart = advance_of(setup, "A", FIGURES_DEFAULT, false) +
		    advance_of(setup, "V", FIGURES_DEFAULT, false);
	assert_true(advance_of(setup, "AV", FIGURES_DEFAULT, false) < apart);
	setup_close(setup);
}

static int glyphs_of(Setup *setup, const char *text, bool tracked)
{
	return shape_run(setup->arena,
			 &(Type){regular(setup), FIGURES_DEFAULT, tracked, "en", false, false},
			 text, 0, (int)strlen(text))
	    .count;
}

static void shape_makes_ligatures_but_not_where_tracked(void **state)
{
	Setup *setup = setup_open();
	(void)state;
	assert_true(glyphs_of(setup, "office", false) < 6);
	assert_int_equal(glyphs_of(setup, "office", true), 6);
	setup_close(setup);
}

static void shape_paints_a_dash_for_the_minus_sign_that_a_font_lacks(void **state)
{
	Setup *setup = setup_open();
	const Font *font = regular(setup);
	(void)state;
	assert_int_equal(font_glyph(font, 0x2212), 0);
	Shaped shaped =
	    shape_run(setup->arena, &(Type){font, FIGURES_DEFAULT, false, "en", false, false},
		      "\u22123", 0, 4);
	assert_int_equal(shaped.count, 2);
	assert_int_equal(shaped.glyphs[0].id, font_glyph(font, 0x2013));
	assert_int_equal(shaped.glyphs[0].advance, font_advance(font, shaped.glyphs[0].id));
	assert_int_equal(shaped.glyphs[1].cluster, 3);
	setup_close(setup);
}

static void shape_gives_tabular_figures_one_width(void **state)
{
	Setup *setup = setup_open();
	(void)state;
	int width = advance_of(setup, "0", FIGURES_TABULAR, false);
	for (int tens = 0; tens < 10; tens++) {
		for (int ones = 0; ones < 10; ones++) {
			char figures[3] = {(char)('0' + tens), (char)('0' + ones), 0};
			assert_int_equal(advance_of(setup, figures, FIGURES_TABULAR, false),
					 2 * width);
		}
	}
	setup_close(setup);
}

static void shape_tells_kinds_of_figures_apart(void **state)
{
	Setup *setup = setup_open();
	(void)state;
	int tabular = advance_of(setup, "1111", FIGURES_TABULAR, false);
	assert_true(advance_of(setup, "1111", FIGURES_LINING, false) < tabular);
	Shaped old = shape_run(setup->arena,
			       &(Type){regular(setup), FIGURES_OLDSTYLE, false, "en", false, false},
			       "3", 0, 1);
	Shaped lining = shape_run(
	    setup->arena, &(Type){regular(setup), FIGURES_TABULAR, false, "en", false, false}, "3",
	    0, 1);
	assert_true(old.glyphs[0].id != lining.glyphs[0].id);
	setup_close(setup);
}

static void shape_counts_clusters_in_bytes_of_the_whole_text(void **state)
{
	Setup *setup = setup_open();
	const char *text = "a\xc3\xa9z \xce\xb1\xce\xb2"; /* aéz αβ */
	static const int expected[] = {3, 4, 5, 7};
	(void)state;
	Shaped shaped = shape_run(
	    setup->arena, &(Type){regular(setup), FIGURES_DEFAULT, false, "en", false, false}, text,
	    3, 9);
	assert_int_equal(shaped.count, 4);
	for (int i = 0; i < 4; i++) {
		assert_int_equal(shaped.glyphs[i].cluster, expected[i]);
		assert_int_not_equal(shaped.glyphs[i].id, 0);
	}
	setup_close(setup);
}

static void shape_marks_where_kerning_joins(void **state)
{
	Setup *setup = setup_open();
	(void)state;
	Shaped shaped = shape_run(
	    setup->arena, &(Type){regular(setup), FIGURES_DEFAULT, false, "en", false, false},
	    "AVnn", 0, 4);
	assert_int_equal(shaped.count, 4);
	assert_true(shaped.joined[1]);
	assert_false(shaped.joined[3]);
	setup_close(setup);
}

static void shape_leaves_glyph_0_where_the_font_lacks_a_character(void **state)
{
	Setup *setup = setup_open();
	(void)state;
	Shaped shaped = shape_run(
	    setup->arena, &(Type){regular(setup), FIGURES_DEFAULT, false, "en", false, false},
	    "\xe4\xb8\xad", 0, 3);
	assert_int_equal(shaped.count, 1);
	assert_int_equal(shaped.glyphs[0].id, 0);
	setup_close(setup);
}

static void shape_hides_invisible_characters(void **state)
{
	static const char *const invisible[] = {"\xc2\xad",     "\xe2\x80\x8b", "\xe2\x80\x8d",
						"\xef\xb8\x8f", "\xe2\x81\xa0", "\xef\xbb\xbf"};
	Setup *setup = setup_open();
	(void)state;
	for (size_t i = 0; i < sizeof invisible / sizeof *invisible; i++) {
		Shaped shaped =
		    shape_run(setup->arena,
			      &(Type){regular(setup), FIGURES_DEFAULT, false, "en", false, false},
			      invisible[i], 0, (int)strlen(invisible[i]));
		for (int g = 0; g < shaped.count; g++) {
			assert_int_not_equal(shaped.glyphs[g].id, 0);
			assert_int_equal(shaped.glyphs[g].advance, 0);
		}
	}
	setup_close(setup);
}

static void shape_takes_no_text_and_no_language(void **state)
{
	Setup *setup = setup_open();
	(void)state;
	assert_int_equal(
	    shape_run(setup->arena,
		      &(Type){regular(setup), FIGURES_DEFAULT, true, NULL, false, false}, "", 0, 0)
		.count,
	    0);
	assert_int_equal(shape_run(setup->arena,
				   &(Type){regular(setup), FIGURES_DEFAULT, true, "", false, false},
				   "a", 0, 1)
			     .count,
			 1);
	setup_close(setup);
}

/* In one piece these took HarfBuzz minutes. */
static void shape_survives_a_letter_with_a_hundred_thousand_accents(void **state)
{
	enum { ACCENTS = 100000 };
	Setup *setup = setup_open();
	StrBuf text = {.arena = setup->arena};
	(void)state;
	strbuf_add(&text, "e");
	for (int i = 0; i < ACCENTS; i++)
		strbuf_add(&text, "\xcc\x81");
	Shaped shaped = shape_run(
	    setup->arena, &(Type){regular(setup), FIGURES_DEFAULT, false, "en", false, false},
	    strbuf_text(&text), 0, (int)text.length);
	assert_in_range(shaped.count, ACCENTS / 2, ACCENTS + 1);
	assert_int_equal(shaped.glyphs[shaped.count - 1].cluster % 2, 1);
	setup_close(setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(shape_kerns_av),
	    cmocka_unit_test(shape_makes_ligatures_but_not_where_tracked),
	    cmocka_unit_test(shape_paints_a_dash_for_the_minus_sign_that_a_font_lacks),
	    cmocka_unit_test(shape_gives_tabular_figures_one_width),
	    cmocka_unit_test(shape_tells_kinds_of_figures_apart),
	    cmocka_unit_test(shape_counts_clusters_in_bytes_of_the_whole_text),
	    cmocka_unit_test(shape_marks_where_kerning_joins),
	    cmocka_unit_test(shape_leaves_glyph_0_where_the_font_lacks_a_character),
	    cmocka_unit_test(shape_hides_invisible_characters),
	    cmocka_unit_test(shape_takes_no_text_and_no_language),
	    cmocka_unit_test(shape_survives_a_letter_with_a_hundred_thousand_accents),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
