/* SPDX-License-Identifier: MIT */
#include "text_setup.h"

#include "text/galley.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

enum { RANDOM_ROUNDS = 4000, STYLES = 4 };

/* What always holds of lines */

static int64_t advance_sum(const LineRun *run)
{
	int64_t sum = 0;
	for (int i = 0; i < run->glyph_count; i++) {
		const Glyph *glyph = &run->glyphs[i];
		assert_true(glyph->cluster >= 0 && glyph->cluster < run->end - run->start);
		int before = i == 0 ? glyph->cluster : run->glyphs[i - 1].cluster;
		assert_true(run->level % 2 == 0 ? glyph->cluster >= before
						: glyph->cluster <= before);
		sum += glyph->advance;
	}
	return sum;
}

/* Another run begins where this one ends, or the line does; so none lies on another. */
static void check_neighbour(const Line *line, const LineRun *run)
{
	bool found = run->x + run->width == line->width;
	for (int i = 0; i < line->run_count; i++)
		found = found || line->runs[i].x == run->x + run->width;
	assert_true(found);
}

static void check_runs(const Line *line)
{
	Len x = 0;
	int at = line->start;
	for (int i = 0; i < line->run_count; i++) {
		const LineRun *run = &line->runs[i];
		assert_int_equal(run->start, at);
		check_neighbour(line, run);
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

static void various_styles(Style *styles)
{
	for (int i = 0; i < STYLES; i++) {
		styles[i] = plain_style();
		styles[i].index = i;
	}
	styles[1].weight = 700;
	styles[1].tracking = 15;
	styles[2].size = LEN_PT(33);
	styles[2].tracking = -10;
	styles[2].rise = LEN_PT(5);
	styles[3].stretch = 75;
	styles[3].figures = FIGURES_TABULAR;
}

static void para_loses_nothing_of_random_texts(void **state)
{
	Setup *setup = setup_open();
	Style styles[STYLES];
	uint32_t seed = 7;
	(void)state;
	various_styles(styles);
	for (int round = 0; round < RANDOM_ROUNDS; round++) {
		Arena *a = arena_new();
		Typesetter setter = setup->setter;
		setter.diags = diags_new(a);
		const Words *words = random_words(a, &seed, styles, STYLES);
		const Para *para = para_measure(a, &setter, words, &fit_plain);
		Len widest = para_word_width(para);
		for (Len width = LEN_PT(1); width < LEN_PT(300);
		     width = width * 7 / 4 + (Len)roll(&seed, 5000))
			check_lines(para, para_break(para, width), width);
		Lines roomy = para_break(para, len_max(widest, 0));
		for (int i = 0; i < roomy.count; i++)
			assert_false(roomy.lines[i].overfull);
		arena_free(a);
	}
	setup_close(setup);
}

/* What fitting may ask for: sizes and cuts of some styles, and the leading. */
static const Fit *random_fit(Arena *a, uint32_t *seed)
{
	Fit *fit = ARENA_NEW(a, Fit);
	int *size = ARENA_ARRAY(a, STYLES, int);
	bool *condense = ARENA_ARRAY(a, STYLES, bool);
	for (int i = 0; i < STYLES; i++) {
		size[i] = roll(seed, 2) ? 1000 : 950 + (int)roll(seed, 3);
		condense[i] = roll(seed, 3) == 0;
	}
	*fit = (Fit){.space = 1000,
		     .leading = 900 + 50 * (int)roll(seed, 3),
		     .size = size,
		     .condense = condense};
	return fit;
}

static void check_same_run(const LineRun *one, const LineRun *two)
{
	assert_ptr_equal(one->font, two->font);
	assert_ptr_equal(one->style, two->style);
	assert_int_equal(one->size, two->size);
	assert_int_equal(one->x, two->x);
	assert_int_equal(one->width, two->width);
	assert_int_equal(one->tracking, two->tracking);
	assert_int_equal(one->rise, two->rise);
	assert_int_equal(one->start, two->start);
	assert_int_equal(one->end, two->end);
	assert_int_equal(one->glyph_count, two->glyph_count);
	for (int i = 0; i < one->glyph_count; i++)
		assert_memory_equal(&one->glyphs[i], &two->glyphs[i], sizeof(Glyph));
}

static void check_same(const Lines *one, const Lines *two)
{
	assert_int_equal(one->count, two->count);
	assert_int_equal(one->width, two->width);
	assert_int_equal(one->leading, two->leading);
	assert_int_equal(one->baseline, two->baseline);
	assert_int_equal(one->height, two->height);
	for (int i = 0; i < one->count; i++) {
		const Line *left = &one->lines[i], *right = &two->lines[i];
		assert_int_equal(left->run_count, right->run_count);
		assert_int_equal(left->start, right->start);
		assert_int_equal(left->end, right->end);
		assert_int_equal(left->width, right->width);
		assert_int_equal(left->overfull, right->overfull);
		for (int run = 0; run < left->run_count; run++)
			check_same_run(&left->runs[run], &right->runs[run]);
	}
}

static void check_fits(Arena *a, const Typesetter *keeping, const Words *words, uint32_t *seed)
{
	Typesetter anew = *keeping;
	anew.galleys = NULL;
	for (int fits = 6; fits > 0; fits--) {
		const Fit *fit = random_fit(a, seed);
		const Para *kept = para_measure(a, keeping, words, fit);
		const Para *other = para_measure(a, &anew, words, fit);
		Len width = LEN_PT(20) + (Len)roll(seed, 4) * LEN_PT(30);
		Lines one = para_break(kept, width), two = para_break(other, width);
		check_same(&one, &two);
		assert_int_equal(para_natural_width(kept), para_natural_width(other));
	}
}

/* Galleys only save time: what was measured before for the page never shows. */
static void para_measured_again_is_as_if_it_were_the_first_time(void **state)
{
	Setup *setup = setup_open();
	Style styles[STYLES];
	uint32_t seed = 11;
	(void)state;
	various_styles(styles);
	for (int round = 0; round < RANDOM_ROUNDS / 20; round++) {
		Arena *a = arena_new();
		Typesetter setter = setup->setter;
		setter.diags = diags_new(a);
		setter.galleys = galleys_new(a);
		const Words *words[3];
		for (int i = 0; i < 3; i++)
			words[i] = random_words(a, &seed, styles, STYLES);
		for (int i = 0; i < 9; i++)
			check_fits(a, &setter, words[i % 3], &seed);
		arena_free(a);
	}
	setup_close(setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(para_measured_again_is_as_if_it_were_the_first_time),
	    cmocka_unit_test(para_loses_nothing_of_random_texts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
