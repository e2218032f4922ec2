/* SPDX-License-Identifier: MIT */
/*
 * Charts by chance: of every kind, with values of any number, size and sign, labels of
 * any length, on pages small and large. Each ends in a page whose marks are true and whose labels keep
 * clear of each other and of the chart's edge, or in errors that all say where they stand.
 *
 *	PROPERTY_CHARTS=20000  so many; 600 without it
 *	PROPERTY_SEED=7        another seed than 1
 *
 * Marks are measured in the operators of the PDF, as in tests/pdf/marks.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fuzz/chart_by_chance.h"
#include "fuzz/judge_labels.h"
#include "pdf/marks_page.h"
#include "run/profile.h"
#include "unit/write_asked.h"
#include "write/marks.h"
#include "write/pdf.h"

#include <unistd.h>

#define FOLDER "build/tests/charts"
enum { CHARTS = 600, RECORDS_EACH = 6 };

static const char edition_text[] =
    "<edition xmlns=\"urn:clusterpress:edition:1\" id=\"charts\" "
    "year=\"2024\"><title>Charts</title>"
    "<languages>en</languages><records href=\"one.xml\"/><layout href=\"layout.xml\"/>"
    "<fonts href=\"../../../fonts/fonts.xml\"/></edition>";

typedef struct Count {
	int charts, pages, errors, faults;
	int marks[MARK_KINDS];
	double worst;
} Count;

static int number_from(const char *name, int otherwise)
{
	const char *value = getenv(name);
	return value && atoi(value) > 0 ? atoi(value) : otherwise;
}

static void text_put(const char *path, const char *text)
{
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fputs(text, file) < 0, 0);
	assert_int_equal(fclose(file), 0);
}

/* An error without a line would leave the editor to search. */
static const char *judge_errors(Arena *a, const Diags *diags)
{
	for (int i = 0; i < diags_count(diags); i++) {
		const Diag *diag = diags_at(diags, i);
		if (!diag->place.file || diag->place.line < 1)
			return str_format(a, "an error stands nowhere: %s", diag->message);
		if (strstr(diag->message, " nan ") || strstr(diag->message, " inf "))
			return str_format(a, "what is this number: %s", diag->message);
	}
	return NULL;
}

static const char *judge_marks(Arena *a, const Shelf *shelf, const Page *page, Count *count)
{
	Diags *diags = diags_new(a);
	const RecordFile *record = &shelf->edition->records[0];
	Job job = {.edition = shelf->edition, .language = "en", .record = record};
	Bytes pdf = pdf_write(a, page, &job, NULL, diags);
	if (!pdf.at)
		return str_format(a, "no PDF: %s", diags_at(diags, 0)->message);
	Opened opened = page_open(a, shelf->layout, record_path(a, record), FOLDER "/edition.xml",
				  (const char *)pdf.at, pdf.length);
	if (opened.sheet.fault)
		return opened.sheet.fault;
	Look look = look_begin(a, &opened, FOLDER "/one.pdf", count->marks);
	look_all(&look, &opened.expected, &opened.pdf);
	count->worst = fmax(count->worst, look.worst);
	return look.faults.count > 0 ? *(const char **)list_at(&look.faults, 0) : NULL;
}

/* What leads back to the data is whole, whatever the data is. */
static const char *judge_sidecar(Arena *a, const Shelf *shelf, const Page *page)
{
	Job job = {.edition = shelf->edition, .record = &shelf->edition->records[0]};
	const char *text = marks_write(a, page, &job);
	Bytes bytes = {(const unsigned char *)text, strlen(text)};
	return marks_are_of(&bytes, &job) ? NULL : "its marks are no JSON";
}

static const char *judge_page(Arena *a, const Shelf *shelf, const Page *page, Count *count)
{
	const char *fault = judge_sheet(a, page);
	fault = fault ? fault : judge_labels(a, page);
	fault = fault ? fault : judge_sidecar(a, shelf, page);
	return fault ? fault : judge_marks(a, shelf, page, count);
}

/* What it was made from stays beside the others, to be pressed by hand. */
static void fault_keep(Arena *a, int number, const char *fault)
{
	int status;
	asked(a,
	      str_format(a,
			 "cd " FOLDER " && mkdir -p fault-%d && cp layout.xml one.xml edition.xml "
			 "fault-%d && sed -i 's|../../../|../../../../|' fault-%d/*.xml",
			 number, number, number),
	      &status);
	print_error("chart %d, kept in " FOLDER "/fault-%d: %s\n", number, number, fault);
}

static void chart_try(Arena *a, const Shelf *shelf, Count *count, int number)
{
	Diags *diags = diags_new(a);
	const Record *record = profile_record(a, &shelf->edition->records[0], shelf, diags);
	const Page *page = profile_page(a, record, "en", shelf, &(Watch){0}, diags);
	bool told = diags_errors(diags) > 0;
	const char *fault = judge_errors(a, diags);
	if (!fault && !page && !told)
		fault = "neither a page nor an error";
	if (!fault && page && !told)
		fault = judge_page(a, shelf, page, count);
	if (fault)
		fault_keep(a, number, fault);
	count->faults += fault != NULL;
	count->charts++;
	count->pages += page && !told;
	count->errors += told;
}

/* One layout, and a few records for it. */
static void layout_try(Arena *a, Chance *by, int number, Count *counts)
{
	Diags *diags = diags_new(a);
	int kind = (number / RECORDS_EACH) % CHANCE_KINDS;
	text_put(FOLDER "/layout.xml", chance_layout(a, by, &chance_kinds[kind]));
	const Shelf *shelf =
	    shelf_open(a, &(ShelfFiles){.edition = FOLDER "/edition.xml", .root = "."}, diags);
	if (!shelf || !shelf->layout || diags_errors(diags) > 0)
		fail_msg("the layout in " FOLDER ": %s", diags_at(diags, 0)->message);
	for (int i = 0; i < RECORDS_EACH; i++) {
		Arena *one = arena_new();
		text_put(FOLDER "/one.xml", chance_record(one, by));
		chart_try(one, shelf, &counts[kind], number + i);
		arena_free(one);
	}
	shelf_close(shelf);
}

static void counts_print(const Count *counts)
{
	for (int k = 0; k < CHANCE_KINDS; k++) {
		int marks = 0;
		for (int i = 0; i < MARK_KINDS; i++)
			marks += counts[k].marks[i];
		print_message(
		    "# %s: %d tried, %d pages, %d told; %d marks, %.4f pt amiss at most\n",
		    chance_kinds[k].name, counts[k].charts, counts[k].pages, counts[k].errors,
		    marks, counts[k].worst);
		assert_true(counts[k].pages > 0 && marks > 0);
		assert_int_equal(counts[k].faults, 0);
	}
}

static void a_chart_is_true_or_told(void **state)
{
	(void)state;
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	int charts = number_from("PROPERTY_CHARTS", CHARTS);
	Chance by = {.state = (uint64_t)number_from("PROPERTY_SEED", 1)};
	Count counts[CHANCE_KINDS] = {{0}};
	int status;
	asked(a, "rm -rf " FOLDER "/fault-*", &status);
	assert_true(file_write(FOLDER "/edition.xml", edition_text, strlen(edition_text), diags));
	text_put(FOLDER "/one.xml", "<charts id=\"one\"/>");
	for (int i = 0; i < charts; i += RECORDS_EACH) {
		Arena *one = by.a = arena_new();
		layout_try(one, &by, i, counts);
		arena_free(one);
	}
	counts_print(counts);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(a_chart_is_true_or_told)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
