/* SPDX-License-Identifier: MIT */
#include "text_setup.h"

#include "text/weigh.h"
#include "text/width.h"

enum { ROUNDS = 400, PLACES_MOST = 13 };

static uint32_t roll(uint32_t *seed, uint32_t sides)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % sides;
}

/* Words of one to nine letters, some with a soft hyphen or a hyphen inside. */
static const char *random_text(Arena *a, uint32_t *seed)
{
	static const char *const inside[] = {"", "", "", "\xc2\xad", "-"};
	StrBuf buf = {.arena = a};
	strbuf_add(&buf, "");
	for (uint32_t count = 1 + roll(seed, 7); count > 0; count--) {
		strbuf_add_n(&buf, "manifold!", 1 + roll(seed, 8));
		strbuf_add(&buf, inside[roll(seed, 5)]);
		strbuf_add_n(&buf, "inwards", 1 + roll(seed, 6));
		strbuf_add(&buf, count > 1 ? " " : "");
	}
	return buf.text;
}

static Galley *galley_of(Setup *setup, Arena *a, const char *text, const Style *style)
{
	return galley_measure(a, &setup->setter, words_of(a, text, style), &fit_plain);
}

/* What a breaking costs of which bit n says whether the n-th place ends a line. */
static Cost cost_of(const Weigher *w, unsigned ends)
{
	Cost sum = {0};
	int from = 0, hyphens = 0;
	for (int to = 1; to <= w->galley->end_count; to++) {
		if (to < w->galley->end_count && !(ends & 1u << to))
			continue;
		Len own = width_of_line(w->galley, from, to);
		/* A word that sticks out does not take others along. */
		if (!weigh_fits(w, from, to, own) && to > from + 1)
			sum.overfull += 1000;
		sum = cost_sum(sum, weigh_line(w, from, to, own, hyphens));
		bool hyphen = w->galley->ends[to - 1].hyphen;
		hyphens = !hyphen ? 0 : hyphens < HYPHENS_MOST ? hyphens + 1 : HYPHENS_MOST;
		from = to;
	}
	return sum;
}

static Cost least_of_all(const Weigher *w)
{
	Cost least = cost_of(w, 0);
	for (unsigned ends = 0; ends < 1u << w->galley->end_count; ends += 2) {
		Cost cost = cost_of(w, ends);
		if (cost_less(cost, least))
			least = cost;
	}
	return least;
}

static unsigned ends_of(const Galley *galley, Lines lines)
{
	unsigned ends = 0;
	for (int i = 0; i < lines.count; i++)
		for (int place = 1; place <= galley->end_count; place++) {
			int at = galley->ends[place - 1].at;
			if (width_without_space(galley, 0, at) == lines.lines[i].end)
				ends |= 1u << place;
		}
	return ends;
}

static void check_least(Setup *setup, Arena *a, const char *text, const Style *style, Len width)
{
	Galley *galley = galley_of(setup, a, text, style);
	if (galley->end_count > PLACES_MOST)
		return;
	Weigher w = {galley, width, style->wrap};
	Lines lines = para_break(para_of(setup, text, style), width);
	Cost least = least_of_all(&w), chosen = cost_of(&w, ends_of(galley, lines));
	if (cost_less(least, chosen))
		print_error("\"%s\" in %d: %d lines, %lld demerits; %d lines, %lld would do\n",
			    text, width, chosen.lines, (long long)chosen.demerits, least.lines,
			    (long long)least.demerits);
	assert_false(cost_less(least, chosen));
	assert_int_equal(lines.count, least.lines);
}

static void para_chooses_the_lines_that_cost_least_of_all_there_could_be(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	uint32_t seed = 5;
	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		Arena *a = arena_new();
		const char *text = random_text(a, &seed);
		style.wrap = round % 2 ? WRAP_BALANCE : WRAP_PRETTY;
		style.align = round % 3 ? ALIGN_START : ALIGN_JUSTIFY;
		for (Len width = LEN_PT(20); width < LEN_PT(250); width += width / 2)
			check_least(setup, a, text, &style, width + (Len)roll(&seed, 5000));
		arena_free(a);
	}
	setup_close(setup);
}

/* Fitting counts on it. */
static void para_never_takes_more_lines_than_first_fit(void **state)
{
	Setup *setup = setup_open();
	Style pretty = plain_style(), greedy = plain_style();
	uint32_t seed = 6;
	(void)state;
	greedy.wrap = WRAP_FIRST_FIT;
	for (int round = 0; round < ROUNDS; round++) {
		const char *text = random_text(setup->arena, &seed);
		if (strstr(text, "\xc2\xad"))
			continue;
		pretty.wrap = round % 2 ? WRAP_BALANCE : WRAP_PRETTY;
		Len width = LEN_PT(15) + (Len)roll(&seed, LEN_PT(150));
		Lines chosen = para_break(para_of(setup, text, &pretty), width);
		assert_int_equal(chosen.count,
				 para_break(para_of(setup, text, &greedy), width).count);
	}
	setup_close(setup);
}

/* A width that was worked out from sums is that of the line when it is made. */
static void para_makes_lines_as_wide_as_they_were_weighed(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	uint32_t seed = 7;
	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		style.tracking = round % 3 * 20 - 20;
		const char *text = random_text(setup->arena, &seed);
		Galley *galley = galley_of(setup, setup->arena, text, &style);
		for (int from = 0; from < galley->end_count; from++)
			for (int to = from + 1; to <= galley->end_count; to++) {
				int start = from > 0 ? galley->ends[from - 1].at : 0;
				End end = galley->ends[to - 1];
				int less = width_without_space(galley, start, end.at);
				assert_int_equal(width_of_line(galley, from, to),
						 width_between(galley, start, less, end.hyphen));
			}
	}
	setup_close(setup);
}

static void para_balances_a_heading(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	(void)state;
	style.wrap = WRAP_BALANCE;
	Lines lines =
	    para_break(para_of(setup, "one two three four five six", &style), LEN_PT(120));
	assert_int_equal(lines.count, 2);
	assert_int_equal(lines.lines[0].end, 13);
	setup_close(setup);
}

static void para_of_a_hundred_thousand_words_ends_soon(void **state)
{
	Setup *setup = setup_open();
	Style style = plain_style();
	StrBuf text = {.arena = setup->arena};
	(void)state;
	for (int i = 0; i < 100000; i++)
		strbuf_add(&text, i % 3 ? "no " : "word ");
	Lines lines = para_break(para_of(setup, strbuf_text(&text), &style), LEN_PT(500000));
	assert_true(lines.count > 1);
	setup_close(setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(para_chooses_the_lines_that_cost_least_of_all_there_could_be),
	    cmocka_unit_test(para_never_takes_more_lines_than_first_fit),
	    cmocka_unit_test(para_makes_lines_as_wide_as_they_were_weighed),
	    cmocka_unit_test(para_balances_a_heading),
	    cmocka_unit_test(para_of_a_hundred_thousand_words_ends_soon),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
