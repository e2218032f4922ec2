/* SPDX-License-Identifier: MIT */
/* The ladder on pages of many heights: what is taken fits, a grain less does not; and what an error
 * says would mend a page does mend it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "fill/fill.h"
#include "run/profile.h"
#include "set/fit_try.h"
#include "text/galley.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How far the ladder may go, and how high its page is. */
typedef struct Ladder {
	int height; /* mm */
	int space, size, rows;
} Ladder;

static const Ladder usual = {60, 70, 90, 3};

static const char layout_text[] =
    "<layout xmlns=\"urn:clusterpress:layout:1\" name=\"note\" lang=\"en\">"
    "<page size=\"70mm %dmm\" margin=\"5mm\"/><words href=\"../../../../layouts/common.xml\"/>"
    "<inks><ink name=\"black\" rgb=\"#000000\"/></inks>"
    "<styles><style name=\"body\" font-family=\"sans\" font-size=\"9pt\" color=\"black\"/>"
    "<style name=\"cut\" like=\"body\"/><style name=\"wide\" like=\"body\" "
    "letter-spacing=\"0.06em\"/></styles>"
    "<fit><tighten property=\"space\" to=\"%d%%\"/><tighten property=\"line-height\" to=\"94%%\"/>"
    "<tighten property=\"letter-spacing\" to=\"0em\" style=\"wide\"/>"
    "<condense style=\"cut\"/><tighten property=\"font-size\" to=\"%d%%\" style=\"body\"/>"
    "<shorten text=\"lead\"/><shorten rows=\"%d\"/>"
    "<spread property=\"space\" to=\"120%%\"/></fit><title id=\"t\">{name}</title><body>"
    "<p id=\"wide\" style=\"wide\">Words that stand apart need more lines than words that stand as "
    "close as they were drawn, and most of all where there are a good many of them.</p>"
    "<p id=\"cut\" style=\"cut\">A condensed cut of these letters is narrower, so "
    "these words need fewer lines.</p>"
    "<p id=\"lead\" space-before=\"4mm\">The longer of two ways to say the same of {name}, which "
    "runs on and on for some lines until it has come to its end at last, and then a few words "
    "more.<short id=\"short\">The short way to say it.</short></p>"
    "<table select=\"line\" space-before=\"5mm\"><column value=\".\" width=\"1fr\" "
    "scope=\"row\"/></table></body>"
    "</layout>";

/* A page that was set, and what it was set with. */
typedef struct Bench {
	Arena *arena;
	const Shelf *shelf;
	const Story *story;
	const Page *page; /* NULL: overset */
	Diags *diags;
} Bench;

static const char folder[] = "build/tests/fit/pages";

static Bench bench_open(Arena *a, const Ladder *ladder)
{
	Bench b = {.arena = a, .diags = diags_new(a)};
	const char *path = str_format(a, "%s/layout.xml", folder);
	const char *text =
	    str_format(a, layout_text, ladder->height, ladder->space, ladder->size, ladder->rows);
	assert_true(file_write(path, text, strlen(text), b.diags));
	ShelfFiles files = {.edition = "tests/cases/fit-lines/edition.xml", .layout = path};
	b.shelf = shelf_open(a, &files, b.diags);
	for (int i = 0; i < diags_count(b.diags); i++)
		fail_msg("%s", diags_at(b.diags, i)->message);
	const Edition *edition = b.shelf->edition;
	const Record *record = profile_record(a, &edition->records[0], b.shelf, b.diags);
	Saying saying = {edition, b.shelf->layout, b.shelf->names,
			 shelf_tongue(b.shelf, "en", b.diags)->locale, NULL};
	b.story = fill(a, &saying, record, b.diags);
	assert_non_null(b.story);
	b.page = profile_page(a, record, "en", b.shelf, &(Watch){0}, b.diags);
	return b;
}

/* Whether the story fits with exactly these steps. */
static bool fits_at(const Bench *b, const int *at)
{
	Breaks *breaks = breaks_open(b->arena, "en");
	Typesetter setter = {.fonts = b->shelf->fonts,
			     .breaks = breaks,
			     .language = "en",
			     .diags = b->diags,
			     .galleys = galleys_new(b->arena)};
	Try t = try_begin(b->arena, &setter, b->story);
	for (int i = 0; i < b->shelf->layout->fit_count; i++)
		t.levels[i] = at[i];
	bool fits = try_fit(&t);
	try_end(&t, b->arena);
	breaks_close(breaks);
	return fits;
}

static int *levels_copy(const Bench *b)
{
	int count = b->page->step_count;
	int *at = ARENA_ARRAY(b->arena, count, int);
	memcpy(at, b->page->fit.levels, (size_t)count * sizeof *at);
	return at;
}

/* One grain of the last step back towards the design. */
static bool fits_with_less(const Bench *b, const StepTaken *last)
{
	int number = (int)(last->step - b->page->steps);
	int *at = levels_copy(b);
	int back = last->to < last->from ? 1 : -1;
	at[number] += back;
	if (at[number] == last->from)
		at[number] = fit_step_design(last->step);
	return fits_at(b, at);
}

static void steps_taken_fit_and_a_grain_less_does_not(void **state)
{
	bool ended[FIT_SPREAD_LEADING + 1] = {false};
	(void)state;
	for (int height = 40; height <= 130; height++) {
		Arena *a = arena_new();
		Ladder ladder = usual;
		ladder.height = height;
		Bench b = bench_open(a, &ladder);
		const FitRecord *record = b.page ? &b.page->record : NULL;
		if (record && record->taken_count > 0) {
			const StepTaken *last = &record->taken[record->taken_count - 1];
			ended[last->step->kind] = true;
			assert_true(fits_at(&b, b.page->fit.levels));
			if (!fit_step_spreads(last->step) && fits_with_less(&b, last))
				fail_msg("at %d mm a grain less of step %d would do", height,
					 (int)last->step->kind);
		}
		shelf_close(b.shelf);
		arena_free(a);
	}
	for (int kind = FIT_SPACE; kind <= FIT_ROWS; kind++)
		if (!ended[kind])
			fail_msg("no page needed the step of kind %d as its last", kind);
	assert_true(ended[FIT_SPREAD_SPACE]);
}

/* The number behind `words` in the hint of the only error; -1 where they are not there. */
static int advised(const Bench *b, const char *words)
{
	assert_null(b->page);
	const char *hint = diags_at(b->diags, 0)->hint;
	const char *at = hint ? strstr(hint, words) : NULL;
	return at ? atoi(at + strlen(words)) : -1;
}

static bool ladder_fits(const Ladder *ladder)
{
	Arena *a = arena_new();
	Bench b = bench_open(a, ladder);
	bool fits = b.page;
	shelf_close(b.shelf);
	arena_free(a);
	return fits;
}

static void what_is_advised_for_a_page_that_is_overset_mends_it(void **state)
{
	int spaces = 0, rows = 0;
	(void)state;
	for (int height = 26; height <= 80; height++) {
		Ladder ladder = usual;
		ladder.height = height;
		if (ladder_fits(&ladder))
			continue;
		Arena *a = arena_new();
		Bench b = bench_open(a, &ladder);
		int space = advised(&b, "space down to "), row = advised(&b, "<shorten rows=\"");
		shelf_close(b.shelf);
		arena_free(a);
		if (space > 0) {
			spaces++;
			ladder.space = space;
			assert_true(ladder_fits(&ladder));
			ladder.space++;
			assert_false(ladder_fits(&ladder));
		}
		ladder.space = usual.space;
		if (row > 0) {
			rows++;
			ladder.rows = row;
			assert_true(ladder_fits(&ladder));
			ladder.rows++;
			assert_false(ladder_fits(&ladder));
		}
	}
	assert_true(spaces > 0 && rows > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(steps_taken_fit_and_a_grain_less_does_not),
	    cmocka_unit_test(what_is_advised_for_a_page_that_is_overset_mends_it),
	};
	if (system("mkdir -p build/tests/fit/pages") != 0)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
