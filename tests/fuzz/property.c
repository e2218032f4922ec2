/* SPDX-License-Identifier: MIT */
/*
 * The promise of the fit ladder, over records by chance: one page with all its
 * words, or an error that says what is overset; never anything else.
 *
 *	PROPERTY_RECORDS=10000  so many, and the words of every PDF; 1500 and every 25th without it
 *	PROPERTY_SEED=7         another seed than 1
 *
 * Half of them stand in the profile, half in a variant of it with every kind of rung. The
 * summary says how often each rung was taken.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fill/fill.h"
#include "fuzz/property_page.h"
#include "fuzz/property_record.h"
#include "read/record.h"
#include "run/shelf.h"
#include "set/set.h"
#include "unit/write_asked.h"
#include "write/pdf.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define FOLDER "build/tests/property"
enum {
	LAYOUTS = 2,
	STEPS_MOST = 40,
	RECORDS = 1500,
	RECORDS_MANY = 10000,
	SEED = 1,
	PDF_EVERY = 25
};

static const char *const layouts[LAYOUTS] = {"layouts/profile.xml",
					     "tests/fuzz/property/variant.xml"};

typedef struct Count {
	int records, pages, errors;
	int real, real_pages;
	int plain; /* pages that took no step */
	int pdfs;
	int taken[STEPS_MOST];
} Count;

typedef struct Trial {
	const Shelf *shelf;
	Count *count;
	bool pdf; /* its words are read again from the PDF */
	int number;
} Trial;

static int number_from(const char *name, int otherwise)
{
	const char *value = getenv(name);
	return value && atoi(value) > 0 ? atoi(value) : otherwise;
}

/* Not by file_write, which waits for the disk. */
static void bytes_put(const char *path, const void *bytes, size_t length)
{
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, length, file), length);
	assert_int_equal(fclose(file), 0);
}

/* Every letter of the page's runs is in the PDF, as often. */
static const char *judge_pdf(Arena *a, const Trial *t, const Page *page, Diags *diags)
{
	Job job = {.edition = t->shelf->edition,
		   .language = "en",
		   .record = &t->shelf->edition->records[0]};
	Bytes pdf = pdf_write(a, page, &job, NULL, diags);
	if (!pdf.at)
		return "the PDF was not written";
	int status;
	bytes_put(FOLDER "/one.pdf", pdf.at, pdf.length);
	const char *text = asked(a, "pdftotext -enc UTF-8 " FOLDER "/one.pdf -", &status);
	StrBuf set = {.arena = a};
	for (int i = 0; i < page->draw_count; i++)
		if (page->draws[i].kind == DRAW_RUN)
			bare_add(&set, page->draws[i].run.text, page->draws[i].run.length);
	long counts[256] = {0};
	for (const char *s = bare(a, text, (int)strlen(text)); *s; s++)
		counts[(unsigned char)*s]++;
	for (const char *s = strbuf_text(&set); *s; s++)
		counts[(unsigned char)*s]--;
	/* It takes a hyphen at a line's end for one that divides a word. */
	for (int c = 0; c < 256; c++)
		if (counts[c] != 0 && c != '-')
			return str_format(a, "pdftotext reads %ld of byte 0x%02x too many",
					  counts[c], (unsigned)c);
	return NULL;
}

static Typesetter setter_open(Arena *a, const Shelf *shelf, const Story *story, Diags *diags)
{
	return (Typesetter){.fonts = shelf->fonts,
			    .breaks = breaks_open(a, story->language),
			    .language = story->language,
			    .diags = diags,
			    .galleys = galleys_new(a),
			    .cache = shelf->cache};
}

static const char *judge_all(Arena *a, const Trial *t, const Node *record, const Story *story,
			     const Page *page)
{
	Diags *diags = diags_new(a);
	const char *fault = judge(a, story, page);
	fault = fault ? fault : judge_order(a, story, page);
	fault = fault ? fault : judge_values(a, record, page);
	fault = fault ? fault : judge_floors(a, page);
	fault = fault ? fault : judge_overlaps(a, page);
	fault = fault ? fault : judge_margins(a, story, page);
	if (!fault) {
		Typesetter setter = setter_open(a, t->shelf, story, diags);
		fault = judge_last(a, &setter, story, page);
		breaks_close(setter.breaks);
	}
	return !fault && t->pdf ? judge_pdf(a, t, page, diags) : fault;
}

/* Neither a page nor an error, or both; or an error of another kind than fitting. */
static const char *judge_outcome(Arena *a, const Page *page, const Diags *diags)
{
	if ((page != NULL) == (diags_errors(diags) > 0))
		return page ? "a page and an error" : "neither a page nor an error";
	for (int i = 0; i < diags_count(diags); i++)
		if (diags_at(diags, i)->kind != DIAG_FIT)
			return str_format(a, "an error that is none of fitting: %s",
					  diags_at(diags, i)->message);
	return NULL;
}

static void page_count(Count *count, const Page *page)
{
	count->pages++;
	count->plain += page->record.taken_count == 0;
	for (int i = 0; i < page->record.taken_count; i++)
		count->taken[page->record.taken[i].step - page->steps]++;
}

static void record_try(Arena *a, const Trial *t, const char *text, bool real)
{
	Diags *diags = diags_new(a);
	bytes_put(FOLDER "/one.xml", text, strlen(text));
	Source source = {.path = FOLDER "/one.xml"};
	const Record *record = record_read(a, &source, t->shelf->schema, NULL, diags);
	if (!record)
		fail_msg("record %d: %s\n%s", t->number, diags_at(diags, 0)->message, text);
	Locale *locale = shelf_tongue(t->shelf, "en", diags)->locale;
	Saying saying = {t->shelf->edition, t->shelf->layout, t->shelf->names, locale, NULL};
	const Story *story = fill(a, &saying, record, diags);
	const Page *page = set_page(a, story, t->shelf->fonts, t->shelf->cache, NULL, diags);
	const char *fault = judge_outcome(a, page, diags);
	if (!fault && page)
		fault = judge_all(a, t, record->root, story, page);
	if (fault)
		fail_msg("record %d in %s: %s\n%s", t->number, t->shelf->layout->file, fault, text);
	t->count->records++;
	t->count->real += real;
	t->count->real_pages += real && page;
	t->count->errors += !page;
	if (page)
		page_count(t->count, page);
}

static void count_print(const Count *count, const Layout *layout)
{
	static const char *const names[] = {[FIT_SPACE] = "space",
					    [FIT_LEADING] = "line-height",
					    [FIT_TRACKING] = "letter-spacing",
					    [FIT_SIZE] = "font-size",
					    [FIT_CONDENSE] = "condense",
					    [FIT_TEXT] = "text",
					    [FIT_ROWS] = "rows",
					    [FIT_SPREAD] = "spread at",
					    [FIT_SPREAD_SPACE] = "spread space",
					    [FIT_SPREAD_LEADING] = "spread line-height"};
	print_message(
	    "# %s: %d records, %d pages, %d overset; of %d within the real range %d pages; %d "
	    "PDFs read; untouched %d",
	    layout->name, count->records, count->pages, count->errors, count->real,
	    count->real_pages, count->pdfs, count->plain);
	for (int i = 0; i < layout->fit_count; i++)
		print_message(", %s %d", names[layout->fit[i].kind], count->taken[i]);
	print_message("\n");
}

/* Nearly all that are like real ones make a page; each rung is taken, by the many a hundred times. */
static void count_judge(const Count *count, const Layout *layout, int records)
{
	int least = records >= RECORDS_MANY ? 100 : 1;
	assert_true(count->real_pages * 100 >= count->real * 95);
	for (int i = 0; i < layout->fit_count; i++)
		if (count->taken[i] < least)
			fail_msg("step %d of %s was taken %d times only", i, layout->file,
				 count->taken[i]);
}

static void page_or_error_and_nothing_else(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	int records = number_from("PROPERTY_RECORDS", RECORDS),
	    seed = number_from("PROPERTY_SEED", SEED);
	bool pdfs = is_installed("pdftotext");
	Count counts[LAYOUTS] = {{0}};
	const Shelf *shelves[LAYOUTS];
	for (int i = 0; i < LAYOUTS; i++) {
		shelves[i] = shelf_open(a,
					&(ShelfFiles){.edition = "data/2024/edition.xml",
						      .layout = layouts[i],
						      .root = "."},
					diags);
		if (!shelves[i]->layout || diags_errors(diags) > 0)
			fail_msg("%s: %s", layouts[i], diags_at(diags, 0)->message);
	}
	assert_true(file_write(FOLDER "/one.xml", "", 0, diags));
	Range range = range_open(a, shelves[0]->names, diags);
	Chance by = {.state = (uint64_t)seed};
	print_message("# seed %d; %d real records have up to %d rows\n", seed, range.records,
		      *longest(&range.lists, "applicant"));
	for (int i = 0; i < records; i++) {
		Arena *one = by.a = arena_new();
		Trial t = {shelves[i % LAYOUTS], &counts[i % LAYOUTS],
			   pdfs && (i % PDF_EVERY == 0 || getenv("PROPERTY_RECORDS")), i};
		t.count->pdfs += t.pdf;
		bool real = in_hundred(&by, 30);
		record_try(one, &t, record_say(one, &range, &by, real), real);
		arena_free(one);
	}
	for (int i = 0; i < LAYOUTS; i++) {
		count_print(&counts[i], shelves[i]->layout);
		count_judge(&counts[i], shelves[i]->layout, records);
		shelf_close(shelves[i]);
	}
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(page_or_error_and_nothing_else)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
