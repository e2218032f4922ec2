/* SPDX-License-Identifier: MIT */
#include "text_setup.h"

#include "base/file.h"
#include "text/galley.h"
#include "text/justify.h"

static const char sentence[] = "a line of words that fills the column by the width of its spaces, "
			       "or stands as it is where they would be holes, and it ends so.";

static void justified_lines_fill_the_column_but_for_the_last(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	int filled = 0, lines_seen = 0;
	(void)state;
	style.align = ALIGN_JUSTIFY;
	for (Len width = LEN_PT(150); width < LEN_PT(300); width += 7919) {
		Lines lines = para_break(para_of(setup, sentence, &style), width);
		for (int i = 0; i < lines.count; i++) {
			const Line *line = &lines.lines[i];
			const LineRun *last = &line->runs[line->run_count - 1];
			assert_true(line->width <= width && !line->overfull);
			assert_int_equal(line->width, last->x + last->width);
			lines_seen += i + 1 < lines.count;
			filled += i + 1 < lines.count && line->width > width - 50;
		}
		assert_true(lines.lines[lines.count - 1].width < width - 1000);
	}
	assert_true(filled * 10 >= lines_seen * 7);
	setup_close(setup);
}

/* Neither wider than twice a space, nor narrower than four fifths of it. */
static void justified_spaces_stay_within_their_limits(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	int space = font_advance(regular(setup), font_glyph(regular(setup), ' '));
	(void)state;
	style.align = ALIGN_JUSTIFY;
	for (Len width = LEN_PT(30); width < LEN_PT(200); width += 3571) {
		Lines lines = para_break(para_of(setup, sentence, &style), width);
		for (int i = 0; i < lines.count; i++) {
			const LineRun *run = &lines.lines[i].runs[0];
			for (int g = 0; g < run->glyph_count; g++) {
				const Glyph *glyph = &run->glyphs[g];
				if (sentence[run->start + glyph->cluster] == ' ')
					assert_true(glyph->advance <= 2 * space + 2 &&
						    glyph->advance >= space * 4 / 5 - 2);
			}
		}
	}
	setup_close(setup);
}

static void optical_margins_move_ink_to_the_edge(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	(void)state;
	Lines plain = para_break(para_of(setup, "9 words", &style), LEN_PT(100));
	assert_int_equal(plain.lines[0].left, 0);
	assert_int_equal(plain.lines[0].right, 0);
	style.optical = true;
	const Font *font = regular(setup);
	InkSpan ink = font_ink(font, font_glyph(font, 'H'));
	Lines lines = para_break(para_of(setup, "H", &style), LEN_PT(100));
	assert_true(ink.left > 0);
	assert_int_equal(lines.lines[0].left, len_scale(style.size, ink.left, 1000));
	assert_int_equal(lines.lines[0].right,
			 lines.lines[0].width - len_scale(style.size, ink.right, 1000));
	Lines quoted = para_break(para_of(setup, "\xe2\x80\x9cH.", &style), LEN_PT(100));
	assert_true(quoted.lines[0].left > 2 * lines.lines[0].left);
	assert_true(quoted.lines[0].right > lines.lines[0].right);
	setup_close(setup);
}

static const Words *partly_kept(Arena *a, const Style *style, Style *kept)
{
	static const char text[] = "one two three four five";
	Words *words = (Words *)words_of(a, text, style);
	StyleRange *ranges = ARENA_ARRAY(a, 3, StyleRange);
	*kept = *style;
	kept->keep = true;
	ranges[0] = (StyleRange){0, 4, style};
	ranges[1] = (StyleRange){4, 18, kept};
	ranges[2] = (StyleRange){18, words->length, style};
	words->styles = ranges;
	words->style_count = 3;
	return words;
}

static void para_keeps_a_span_on_one_line(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style(), kept;
	(void)state;
	const Words *words = partly_kept(setup->arena, &style, &kept);
	const Para *para = para_measure(setup->arena, &setup->setter, words, &fit_plain);
	Lines lines = para_break(para, LEN_PT(80));
	assert_int_equal(lines.count, 3);
	assert_int_equal(lines.lines[1].start, 4);
	assert_int_equal(lines.lines[1].end, 18);
	assert_true(para_break(para, LEN_PT(60)).lines[1].overfull);
	setup_close(setup);
}

static void para_sets_small_capitals(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	(void)state;
	Len plain = para_natural_width(para_of(setup, "capitals", &style));
	style.small_caps = true;
	assert_true(para_natural_width(para_of(setup, "capitals", &style)) != plain);
	assert_int_equal(diags_count(setup->diags), 0);
	assert_true(font_has_small_caps(regular(setup)));
	for (int figures = FIGURES_DEFAULT; figures <= FIGURES_OLDSTYLE; figures++)
		assert_true(font_has_figures(regular(setup), (Figures)figures));
	setup_close(setup);
}

/* Our own regular face without its table of features: HarfBuzz looks for "GSUB". */
static const char *featureless(Arena *a)
{
	static const char path[] = "build/tests/featureless.ttf";
	Diags *diags = diags_new(a);
	Bytes bytes = file_read(a, &(Source){.path = "fonts/NotoSans-Regular.ttf"}, 4 << 20, diags);
	char *copy = ARENA_ARRAY(a, bytes.length, char);
	memcpy(copy, bytes.at, bytes.length);
	for (size_t at = 12; at < 12 + 16 * 40; at += 16)
		if (memcmp(copy + at, "GSUB", 4) == 0)
			copy[at + 3] = 'A';
	assert_true(file_write(path, copy, bytes.length, diags));
	return path;
}

static void para_tells_what_its_font_lacks_at_the_style(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	FontFile file = {"plain", 400, 100, featureless(setup->arena), 0, "", {"fonts.xml", 3, 5},
			 NULL};
	(void)state;
	setup->list = (FontList){.files = &file, .count = 1};
	fonts_close(setup->fonts);
	setup->fonts = setup->setter.fonts = fonts_open(setup->arena, &setup->list);
	style.family = "plain";
	style.small_caps = true;
	para_of(setup, "capitals", &style);
	style.small_caps = false;
	style.figures = FIGURES_OLDSTYLE;
	para_of(setup, "123", &style);
	style.figures = FIGURES_TABULAR; /* all its figures are equally wide as they are */
	para_of(setup, "123", &style);
	assert_int_equal(diags_count(setup->diags), 2);
	assert_string_equal(
	    diags_at(setup->diags, 0)->message,
	    "the style \"body\" asks for small capitals, but the font plain-400 has none");
	assert_non_null(strstr(diags_at(setup->diags, 1)->hint, "onum"));
	assert_int_equal(diags_at(setup->diags, 1)->place.line, 5);
	setup_close(setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(justified_lines_fill_the_column_but_for_the_last),
	    cmocka_unit_test(justified_spaces_stay_within_their_limits),
	    cmocka_unit_test(optical_margins_move_ink_to_the_edge),
	    cmocka_unit_test(para_keeps_a_span_on_one_line),
	    cmocka_unit_test(para_sets_small_capitals),
	    cmocka_unit_test(para_tells_what_its_font_lacks_at_the_style),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
