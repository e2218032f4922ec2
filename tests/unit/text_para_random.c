/* SPDX-License-Identifier: MIT */
#include "text_setup.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

enum { RANDOM_ROUNDS = 4000 };

/* What always holds of lines */

static int64_t advance_sum(const LineRun *run)
{
	int64_t sum = 0;
	for (int i = 0; i < run->glyph_count; i++) {
		const Glyph *glyph = &run->glyphs[i];
		assert_true(glyph->cluster >= 0 && glyph->cluster < run->end - run->start);
		assert_true(i == 0 || glyph->cluster >= run->glyphs[i - 1].cluster);
		sum += glyph->advance;
	}
	return sum;
}

static void check_runs(const Line *line)
{
	Len x = 0;
	int at = line->start;
	for (int i = 0; i < line->run_count; i++) {
		const LineRun *run = &line->runs[i];
		assert_int_equal(run->start, at);
		assert_int_equal(run->x, x);
		int em = font_metrics(run->font)->units_per_em;
		assert_int_equal(run->width, len_scale(run->size, advance_sum(run), em) +
						 run->tracking * run->glyph_count);
		at = run->end;
		x += run->width;
	}
	assert_int_equal(at, line->end);
	assert_int_equal(line->width, x);
}

static void check_lines(const Para *para, Lines lines, Len width)
{
	const char *text = para_words(para)->text;
	int at = 0;
	Len widest = 0;
	for (int i = 0; i < lines.count; i++) {
		const Line *line = &lines.lines[i];
		for (; at < line->start; at++)
			assert_int_equal(text[at], ' ');
		assert_int_equal(at, line->start);
		assert_int_equal(line->overfull, line->width > width);
		check_runs(line);
		widest = len_max(widest, line->width);
		at = line->end;
	}
	for (; at < para_words(para)->length; at++)
		assert_int_equal(text[at], ' ');
	assert_int_equal(lines.width, widest);
	assert_int_equal(lines.height, lines.count * lines.leading);
}

/* Random texts */

static uint32_t roll(uint32_t *seed, uint32_t sides)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % sides;
}

static char *random_text(Arena *a, uint32_t *seed)
{
	static const char *const bits[] = {
	    "A",
	    "V",
	    "ffi",
	    "T",
	    "To",
	    "y.",
	    " ",
	    " ",
	    " ",
	    " ",
	    "-",
	    "/",
	    "1,0",
	    "%",
	    "98",
	    "(",
	    ")",
	    "\xc2\xa0",
	    "\xc2\xad",
	    "\xc3\xa9",
	    "e",
	    "\xcc\x81",
	    "\xe2\x80\x8b",
	    "\xce\xb1",
	    "\xd0\x96",
	    "\xe4\xb8\xad",
	    "\xf0\x9f\x99\x82",
	    "\xe2\x80\xa8",
	    "\x01",
	    "\xd7\x90",
	    "\xd8\xa8",
	    "\xef\xb8\x8f",
	    "\xe0\xb9\x80",
	    "\xe2\x80\x94",
	    "\xcd\x8f",
	    "\xe2\x80\x8d",
	    "W",
	    "L\xe2\x80\x99",
	    "\xf3\xa0\x80\x81",
	    "\xef\xbf\xbf",
	};
	StrBuf buf = {.arena = a};
	strbuf_add(&buf, "");
	for (uint32_t count = roll(seed, 60); count > 0; count--)
		strbuf_add(&buf, bits[roll(seed, sizeof bits / sizeof *bits)]);
	return buf.text;
}

/* Cuts the words into two or three styles, at characters. */
static const Words *random_words(Arena *a, uint32_t *seed, const Style *styles, int style_count)
{
	const char *text = random_text(a, seed);
	Words *words = (Words *)words_of(a, text, &styles[0]);
	StyleRange *ranges = ARENA_ARRAY(a, 3, StyleRange);
	int count = 0, start = 0;
	while (start < words->length) {
		int end = count == 2 ? words->length
				     : start + 1 + (int)roll(seed, (uint32_t)words->length);
		end = end > words->length ? words->length : end;
		while (end < words->length && ((unsigned char)text[end] & 0xc0) == 0x80)
			end++;
		ranges[count++] =
		    (StyleRange){start, end, &styles[roll(seed, (uint32_t)style_count)]};
		start = end;
	}
	words->styles = ranges;
	words->style_count = count;
	return words;
}

static void para_loses_nothing_of_random_texts(void **state)
{
	Setup *setup = setup_open();
	Style styles[] = {plain_style(), plain_style(), plain_style(), plain_style()};
	uint32_t seed = 7;
	(void)state;
	styles[1].weight = 700;
	styles[1].tracking = 15;
	styles[2].size = LEN_PT(33);
	styles[2].tracking = -10;
	styles[2].rise = LEN_PT(5);
	styles[3].stretch = 75;
	styles[3].figures = FIGURES_TABULAR;
	for (int round = 0; round < RANDOM_ROUNDS; round++) {
		Arena *a = arena_new();
		Typesetter setter = setup->setter;
		setter.diags = diags_new(a);
		const Words *words = random_words(a, &seed, styles, 4);
		const Para *para = para_measure(a, &setter, words, &fit_plain);
		Len widest = para_word_width(para);
		for (Len width = LEN_PT(1); width < LEN_PT(300);
		     width = width * 7 / 4 + (Len)roll(&seed, 5000))
			check_lines(para, para_break(a, para, width), width);
		Lines roomy = para_break(a, para, len_max(widest, 0));
		for (int i = 0; i < roomy.count; i++)
			assert_false(roomy.lines[i].overfull);
		arena_free(a);
	}
	setup_close(setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(para_loses_nothing_of_random_texts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
