/* SPDX-License-Identifier: MIT */
#include "text_setup.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

enum { LINE_ROOM = 1024 };

/* Reading cases: width in points | text | lines, divided by bars */

static const char *lines_text(Arena *a, const Para *para, Lines lines)
{
	StrBuf buf = {.arena = a};
	for (int i = 0; i < lines.count; i++) {
		const Line *line = &lines.lines[i];
		strbuf_add(&buf, i > 0 ? " | " : "");
		strbuf_add(&buf, line->overfull ? "!" : "");
		strbuf_add_n(&buf, para_words(para)->text + line->start,
			     (size_t)(line->end - line->start));
	}
	return strbuf_text(&buf);
}

/* The next part of a case, up to " | "; the last one takes the rest. */
static char *part(char **rest, bool last)
{
	char *from = *rest;
	char *bar = last ? NULL : strstr(from, " | ");
	if (bar) {
		*bar = 0;
		*rest = bar + 3;
	}
	return from;
}

/* "\u00ad" in a case stands for the character, which nobody could see otherwise. */
static char *unescape(Arena *a, const char *s)
{
	StrBuf buf = {.arena = a};
	strbuf_add(&buf, "");
	for (; *s; s++) {
		char bytes[4];
		if (s[0] == '\\' && s[1] == 'u') {
			char hex[5] = {0};
			memcpy(hex, s + 2, 4);
			int length = str_put(bytes, (uint32_t)strtoul(hex, NULL, 16));
			strbuf_add_n(&buf, bytes, (size_t)length);
			s += 5;
		} else {
			strbuf_add_n(&buf, s, 1);
		}
	}
	return buf.text;
}

static bool case_holds(char *line, int number)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	char *rest = line;
	Len width = LEN_PT((Len)strtol(part(&rest, false), NULL, 10));
	char *text = unescape(setup->arena, part(&rest, false));
	char *expected = unescape(setup->arena, part(&rest, true));
	const Para *para = para_of(setup, text, &style);
	const char *found = lines_text(setup->arena, para, para_break(para, width));
	bool same = str_equal(found, expected);
	if (!same)
		print_error("tests/lines/breaks.txt:%d: expected \"%s\", found \"%s\"\n", number,
			    expected, found);
	setup_close(setup);
	return same;
}

static void para_breaks_as_the_file_of_cases_says(void **state)
{
	char line[LINE_ROOM];
	int number = 0, wrong = 0;
	(void)state;
	FILE *file = fopen("tests/lines/breaks.txt", "r");
	assert_non_null(file);
	while (fgets(line, sizeof line, file)) {
		number++;
		line[strcspn(line, "\n")] = 0;
		if (line[0] != '#' && line[0] != 0)
			wrong += !case_holds(line, number);
	}
	fclose(file);
	assert_int_equal(wrong, 0);
}

/* Single points */

static void para_without_text_is_one_line_without_runs(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	(void)state;
	const Para *para = para_of(setup, "", &style);
	Lines lines = para_break(para, LEN_PT(50));
	assert_int_equal(lines.count, 1);
	assert_int_equal(lines.lines[0].run_count, 0);
	assert_int_equal(lines.height, LEN_PT(14));
	assert_int_equal(para_natural_width(para), 0);
	assert_int_equal(para_word_width(para), 0);
	setup_close(setup);
}

static void para_puts_half_the_leading_above_the_type(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	(void)state;
	Lines lines = para_break(para_of(setup, "x", &style), LEN_PT(50));
	/* (14 - 10.69 - 2.93) / 2 + 10.69 */
	assert_int_equal(lines.baseline, 10880);
	assert_int_equal(lines.leading, LEN_PT(14));
	setup_close(setup);
}

static void para_keeps_the_space_at_a_lines_end_out_of_its_width(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	(void)state;
	Len word = para_natural_width(para_of(setup, "word", &style));
	const Para *para = para_of(setup, "word word", &style);
	Lines lines = para_break(para, word);
	assert_int_equal(lines.count, 2);
	assert_int_equal(lines.lines[0].width, word);
	assert_int_equal(lines.lines[0].end, 4);
	assert_int_equal(lines.lines[1].start, 5);
	setup_close(setup);
}

static void para_marks_a_word_wider_than_its_column(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	(void)state;
	const Para *para = para_of(setup, "an incomprehensibilities b", &style);
	Lines lines = para_break(para, LEN_PT(40));
	assert_int_equal(lines.count, 3);
	assert_false(lines.lines[0].overfull);
	assert_true(lines.lines[1].overfull);
	assert_int_equal(lines.lines[1].width, para_word_width(para));
	assert_int_equal(lines.width, para_word_width(para));
	setup_close(setup);
}

static void para_does_not_kern_across_a_line_end(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	(void)state;
	const Para *para = para_of(setup, "A\xc2\xadV", &style);
	const Para *plain = para_of(setup, "AV", &style);
	Lines lines = para_break(para, LEN_PT(11));
	assert_int_equal(lines.count, 2);
	assert_int_equal(lines.lines[1].width, para_natural_width(para_of(setup, "V", &style)));
	assert_true(para_natural_width(plain) <
		    para_natural_width(para_of(setup, "A", &style)) + lines.lines[1].width);
	setup_close(setup);
}

static void para_shows_a_soft_hyphen_only_at_a_lines_end(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	(void)state;
	const Font *font = regular(setup);
	const Para *para = para_of(setup, "nano\xc2\xadtube", &style);
	Lines whole = para_break(para, LEN_PT(100));
	assert_int_equal(whole.lines[0].width,
			 para_natural_width(para_of(setup, "nanotube", &style)));
	Lines lines = para_break(para, LEN_PT(30));
	assert_int_equal(lines.count, 2);
	const LineRun *run = &lines.lines[0].runs[0];
	const Glyph *last = &run->glyphs[run->glyph_count - 1];
	assert_int_equal(last->id, font_glyph(font, 0x2010));
	assert_int_equal(last->cluster, 4);
	assert_int_equal(run->end, 6);
	setup_close(setup);
}

static void para_tracks_after_each_glyph_but_not_after_accents(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style(), tracked = plain_style();
	(void)state;
	tracked.tracking = 100;
	Len plain = para_natural_width(para_of(setup, "kernel", &style));
	assert_int_equal(para_natural_width(para_of(setup, "kernel", &tracked)),
			 plain + 6 * LEN_PT(1));
	/* b with an acute accent exists only as two characters */
	plain = para_natural_width(para_of(setup, "nb\xcc\x81n", &style));
	assert_int_equal(para_natural_width(para_of(setup, "nb\xcc\x81n", &tracked)),
			 plain + 3 * LEN_PT(1));
	setup_close(setup);
}

static void para_measures_what_stands_before_the_decimal_mark(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	(void)state;
	style.figures = FIGURES_TABULAR;
	const Para *para = para_of(setup, "31.5", &style);
	assert_int_equal(para_width_before(para, 2),
			 para_natural_width(para_of(setup, "31", &style)));
	assert_int_equal(para_width_before(para, 0), 0);
	assert_int_equal(para_width_before(para, -3), 0);
	assert_int_equal(para_width_before(para, 99), para_natural_width(para));
	setup_close(setup);
}

static void para_scales_size_and_rise_and_leading_by_the_fit(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	const int sizes[] = {900};
	Fit fit = fit_plain;
	(void)state;
	fit.size = sizes;
	fit.leading = 950;
	style.rise = LEN_PT(4);
	const Words *words = words_of(setup->arena, "98th", &style);
	const Para *para = para_measure(setup->arena, &setup->setter, words, &fit);
	Lines lines = para_break(para, LEN_PT(90));
	assert_int_equal(lines.lines[0].runs[0].size, LEN_PT(9));
	assert_int_equal(lines.lines[0].runs[0].rise, 3600);
	assert_int_equal(lines.leading, fit_line_height(&fit, &style));
	setup_close(setup);
}

static void para_condenses_only_where_there_is_such_a_cut(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style(), bold = plain_style();
	const bool condense[] = {true};
	Fit fit = fit_plain;
	(void)state;
	fit.condense = condense;
	bold.weight = 700;
	const Words *words = words_of(setup->arena, "words", &style);
	const Para *para = para_measure(setup->arena, &setup->setter, words, &fit);
	assert_true(para_natural_width(para) < para_natural_width(para_of(setup, "words", &style)));
	words = words_of(setup->arena, "words", &bold);
	para = para_measure(setup->arena, &setup->setter, words, &fit);
	assert_int_equal(para_natural_width(para),
			 para_natural_width(para_of(setup, "words", &bold)));
	assert_int_equal(diags_count(setup->diags), 0);
	setup_close(setup);
}

static void para_tells_a_missing_character_once_at_its_datum(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	(void)state;
	para_of(setup, "\xc3\xa9t\xc3\xa9 \xe4\xb8\xad \xe4\xb8\xad", &style);
	para_of(setup, "\xe4\xb8\xad", &style);
	assert_int_equal(diags_count(setup->diags), 1);
	const Diag *diag = diags_at(setup->diags, 0);
	assert_int_equal(diag->kind, DIAG_GLYPH);
	assert_string_equal(diag->place.file, "data.xml");
	assert_int_equal(diag->place.line, 3);
	assert_int_equal(diag->place.column, 15);
	assert_string_equal(diag->message,
			    "the font sans-400 has no character \"\xe4\xb8\xad\" U+4E2D");
	assert_non_null(diag->hint);
	setup_close(setup);
}

static void para_tells_a_missing_character_of_the_layout_at_its_place(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	const Origin origin = {.start = 0, .end = 4, .layout = {"layout.xml", 9, 1}};
	(void)state;
	Words words = *words_of(setup->arena, "a\xee\x80\x80", &style);
	words.origins = &origin;
	para_measure(setup->arena, &setup->setter, &words, &fit_plain);
	assert_int_equal(diags_count(setup->diags), 1);
	assert_string_equal(diags_at(setup->diags, 0)->place.file, "layout.xml");
	assert_int_equal(diags_at(setup->diags, 0)->place.column, 2);
	assert_string_equal(diags_at(setup->diags, 0)->message,
			    "the font sans-400 has no character U+E000");
	setup_close(setup);
}

/* Each try of fitting meets them again, so the list must not grow without end. */
static void para_tells_fifty_missing_characters_and_that_there_are_more(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	StrBuf text = {.arena = setup->arena};
	(void)state;
	for (uint32_t code = 0x4e00; code < 0x4e00 + 3000; code++) {
		char character[5] = "";
		str_put(character, code);
		strbuf_add(&text, character);
	}
	for (int try = 0; try < 20; try++)
		para_of(setup, strbuf_text(&text), &style);
	assert_int_equal(diags_count(setup->diags), 50);
	assert_null(strstr(diags_at(setup->diags, 48)->hint, "more"));
	assert_non_null(strstr(diags_at(setup->diags, 49)->hint, "more are missing"));
	setup_close(setup);
}

/* A word in Hebrew between Latin ones: its letters are missing here, but its place is the one they would have. */
static void para_sets_what_runs_from_right_to_left_in_its_own_order(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	(void)state;
	const Para *para = para_of(setup, "a \xd7\xa9\xd7\x9c 12 \xd7\xa9 b", &style);
	const Line *line = para_break(para, LEN_PT(400)).lines;
	assert_int_equal(line->run_count, 5);
	assert_int_equal(line->runs[0].level % 2, 0);
	assert_int_equal(line->runs[1].level, line->runs[0].level + 1);
	assert_int_equal(line->runs[2].level, line->runs[0].level + 2);
	assert_true(line->runs[3].x < line->runs[2].x && line->runs[2].x < line->runs[1].x);
	assert_true(line->runs[1].x < line->runs[4].x);
	assert_true(line->runs[1].glyphs[0].cluster > line->runs[1].glyphs[1].cluster);
	setup_close(setup);
}

/* On a page from right to left places count from the right. */
static void para_counts_from_the_right_where_the_page_does(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	(void)state;
	setup->setter.backwards = true;
	const Para *para = para_of(setup, "\xd7\xa9 12.5", &style);
	const Line *line = para_break(para, LEN_PT(400)).lines;
	assert_int_equal(line->run_count, 2);
	assert_int_equal(line->runs[0].x, 0);
	assert_int_equal(line->runs[1].x, line->runs[0].width);
	Len behind = para_natural_width(para_of(setup, ".5", &style));
	const Para *number = para_of(setup, "12.5", &style);
	assert_int_equal(para_width_before(number, 2), behind);
	setup_close(setup);
}

static void para_tells_a_style_whose_font_is_not_listed(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	(void)state;
	style.weight = 500;
	assert_true(para_natural_width(para_of(setup, "words", &style)) > 0);
	style.family = "serif";
	const Para *para = para_of(setup, "words", &style);
	Lines lines = para_break(para, LEN_PT(50));
	assert_int_equal(lines.lines[0].run_count, 0);
	assert_int_equal(diags_errors(setup->diags), 2);
	assert_int_equal(diags_at(setup->diags, 0)->kind, DIAG_LAYOUT);
	assert_int_equal(diags_at(setup->diags, 0)->place.line, 5);
	setup_close(setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(para_breaks_as_the_file_of_cases_says),
	    cmocka_unit_test(para_without_text_is_one_line_without_runs),
	    cmocka_unit_test(para_puts_half_the_leading_above_the_type),
	    cmocka_unit_test(para_keeps_the_space_at_a_lines_end_out_of_its_width),
	    cmocka_unit_test(para_marks_a_word_wider_than_its_column),
	    cmocka_unit_test(para_does_not_kern_across_a_line_end),
	    cmocka_unit_test(para_shows_a_soft_hyphen_only_at_a_lines_end),
	    cmocka_unit_test(para_tracks_after_each_glyph_but_not_after_accents),
	    cmocka_unit_test(para_measures_what_stands_before_the_decimal_mark),
	    cmocka_unit_test(para_scales_size_and_rise_and_leading_by_the_fit),
	    cmocka_unit_test(para_condenses_only_where_there_is_such_a_cut),
	    cmocka_unit_test(para_tells_a_missing_character_once_at_its_datum),
	    cmocka_unit_test(para_tells_a_missing_character_of_the_layout_at_its_place),
	    cmocka_unit_test(para_tells_fifty_missing_characters_and_that_there_are_more),
	    cmocka_unit_test(para_sets_what_runs_from_right_to_left_in_its_own_order),
	    cmocka_unit_test(para_counts_from_the_right_where_the_page_does),
	    cmocka_unit_test(para_tells_a_style_whose_font_is_not_listed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
