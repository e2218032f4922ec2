/* SPDX-License-Identifier: MIT */
/*
 * Marks are true. Every page that is shipped is pressed to PDF and taken apart
 * again: how long each bar is, how far each arc sweeps, where each point stands,
 * in the operators of the content stream; and each is held against its datum, which
 * libxml2 finds in the record, within a hundredth of a point. Bars that name one scale
 * have one length a unit, in all charts and tables of a page.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/marks_page.h"
#include "pdf/samples.h"

#define FOLDER "tests/marks"

typedef struct Tally {
	Arena *arena;
	const char *binary, *folder;
	int pages, shared; /* scales that stand in more than one place of a page */
	int counts[MARK_KINDS];
	int faults;
	double worst;
} Tally;

/* How many scales have marks of more than one element. */
static int scales_shared(const Look *l)
{
	int shared = 0;
	for (int i = 0; i < l->measured.count; i++) {
		const Measured *one = list_at(&l->measured, i);
		size_t name = strcspn(one->where, ",");
		bool first = true, other = false;
		for (int k = 0; k < l->measured.count; k++) {
			const Measured *m = list_at(&l->measured, k);
			if (!str_equal(m->scale, one->scale))
				continue;
			first = first && k >= i;
			other = other || strncmp(m->where, one->where, name + 1) != 0;
		}
		shared += first && other;
	}
	return shared;
}

/* What stands in a file, against what stands in a record. */
static Opened file_open(Arena *a, const Shelf *shelf, const RecordFile *record, const char *edition,
			const char *path)
{
	size_t length;
	const char *bytes = pdf_unpacked(a, path, &length);
	if (!bytes)
		fail_msg("qpdf cannot read %s", path);
	Opened page = page_open(a, shelf->layout, record_path(a, record), edition, bytes, length);
	if (page.sheet.fault)
		fail_msg("%s: %s", path, page.sheet.fault);
	return page;
}

static void page_look(void *who, const Shelf *shelf, const RecordFile *record, const char *edition,
		      const char *path)
{
	Tally *t = who;
	Arena *a = arena_new();
	Opened page = file_open(a, shelf, record, edition, path);
	Look look = look_begin(a, &page, path, t->counts);
	look_all(&look, &page.expected, &page.pdf);
	for (int i = 0; i < look.faults.count; i++)
		print_error("%s\n", *(const char **)list_at(&look.faults, i));
	t->faults += look.faults.count;
	t->worst = fmax(t->worst, look.worst);
	t->shared += scales_shared(&look);
	t->pages++;
	arena_free(a);
}

static void counts_print(const Tally *t)
{
	print_message("# %d pages", t->pages);
	for (int i = 0; i < MARK_KINDS; i++)
		print_message(", %d %s", t->counts[i], mark_names[i]);
	print_message("; %d scales in more than one place; %.4f pt amiss at most\n", t->shared,
		      t->worst);
}

static Tally tally_begin(Arena *a)
{
	Tally t = {.arena = a, .binary = samples_binary()};
	t.folder = file_beside(a, t.binary, FOLDER);
	return t;
}

static void qpdf_or_skip(void)
{
	if (is_installed("qpdf"))
		return;
	print_message("qpdf is not installed\n");
	skip();
}

/* A nought may be missing: no shipped page need have one. */
static void tally_judge(const Tally *t)
{
	for (int i = 0; i < MARK_KINDS; i++)
		if (t->counts[i] == 0 && i != MARK_NOUGHT)
			fail_msg("no %s were looked at", mark_names[i]);
	assert_true(t->shared > 0);
	assert_int_equal(t->faults, 0);
}

static void every_mark_is_as_long_as_its_datum_says(void **state)
{
	(void)state;
	qpdf_or_skip();
	Arena *a = arena_new();
	Tally t = tally_begin(a);
	samples_look(&(Samples){a, FOLDER, page_look, &t, NULL});
	counts_print(&t);
	tally_judge(&t);
	arena_free(a);
}

/* Moves the end of the first points of a page's path by `by`. */
static void path_nudge(const Path *path, double by)
{
	Path *nudged = (Path *)path;
	for (int i = 0; i < path->count; i++) {
		Leg *piece = (Leg *)&path->pieces[i];
		if (piece->x[0] == path->right)
			piece->x[0] += by;
		if (piece->kind == PIECE_CURVE && i + 1 == path->count)
			piece->x[2] += by;
	}
	path_bounds(nudged);
}

/* How many faults are told when one mark of the page, the one painted by number, is moved. */
static int faults_of_nudge(const Tally *t, const Shelf *shelf, int number, double by, bool *is_mark)
{
	Arena *a = t->arena;
	int counts[MARK_KINDS] = {0};
	const char *path = str_format(a, "%s/nudged/en/sao-paulo.pdf", t->folder);
	const RecordFile *record = edition_record(shelf->edition, "sao-paulo");
	Opened page = file_open(a, shelf, record, "data/2024/edition.xml", path);
	const Path *moved = list_at(&page.sheet.paths, number);
	*is_mark = moved->mcid != NO_MCID;
	path_nudge(moved, by);
	Look look = look_begin(a, &page, path, counts);
	look_all(&look, &page.expected, &page.pdf);
	return look.faults.count;
}

/* The judge is judged: a bar, arc, ladder or its track that is moved is told; what is moved of the rest of the page
 * is not. */
static void a_mark_that_is_off_by_three_hundredths_of_a_point_is_told(void **state)
{
	(void)state;
	qpdf_or_skip();
	Arena *a = arena_new();
	Tally t = tally_begin(a);
	int status, marks = 0;
	asked(a,
	      str_format(
		  a,
		  "%s build data/2024/edition.xml sao-paulo --quiet --force --out '%s/nudged' 2>&1",
		  t.binary, t.folder),
	      &status);
	assert_int_equal(status, 0);
	Diags *diags = diags_new(a);
	const Shelf *shelf =
	    shelf_open(a, &(ShelfFiles){.edition = "data/2024/edition.xml", .root = "."}, diags);
	for (int number = 0; number < 24; number++) {
		bool is_mark;
		assert_int_equal(faults_of_nudge(&t, shelf, number, 0, &is_mark), 0);
		int faults = faults_of_nudge(&t, shelf, number, 0.03, &is_mark);
		marks += is_mark;
		if ((faults > 0) != is_mark)
			fail_msg("path %d, %s, was moved: %d faults", number,
				 is_mark ? "a mark" : "no mark", faults);
	}
	print_message("# %d marks were moved, and each was told\n", marks);
	assert_true(marks > 5);
	shelf_close(shelf);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_mark_is_as_long_as_its_datum_says),
	    cmocka_unit_test(a_mark_that_is_off_by_three_hundredths_of_a_point_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
