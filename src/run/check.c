/* SPDX-License-Identifier: MIT */
#include "run/check.h"

#include "base/list.h"
#include "run/glyphs.h"
#include "run/history.h"
#include "run/profile.h"
#include "run/unused.h"

#include <stdio.h>

typedef struct Check {
	Arena *arena;
	const Order *asked;
	const Order *order; /* NULL: there was nothing to check */
	const Shelf *shelf;
	Report *report;
	List roots; /* of const Node *: the records that have a right form */
} Check;

static void page_go_through(Check *c, const RecordFile *file, const Record *record,
			    const char *language, Seen *seen, Diags *diags)
{
	Arena *a = arena_new();
	FitRecord fit = {0};
	const Watch watch = {&fit, seen};
	const Page *page = profile_page(a, record, language, c->shelf, &watch, diags);
	bool good = page && diags_errors(diags) == 0;
	report_page(c->report, &(ReportPage){.record = file->id,
					     .language = language,
					     .outcome = good ? "good" : "faulty",
					     .fit = &fit});
	arena_free(a);
}

static void record_go_through(Check *c, const RecordFile *file)
{
	Diags *diags = diags_new(c->arena);
	const Record *record = profile_record(c->arena, file, c->shelf, diags);
	if (record)
		*(const Node **)list_add(&c->roots) = record->root;
	Seen *seen = c->asked->unused ? seen_new(c->arena) : NULL;
	for (const char *const *language = c->order->languages; *language; language++)
		page_go_through(c, file, record, *language, seen, diags);
	/* Of a page with errors it is not known what it would have said. */
	if (seen && record && diags_errors(diags) == 0)
		unused_tell(record, seen, c->order->languages, diags);
	report_add(c->report, diags);
}

/* What the rules say of records side by side. Where a record is missing, its absence may be all that
 * a warning is about: then only errors are told. */
static void records_compare(Check *c, const Merged *before, bool whole)
{
	const Shelf *shelf = c->shelf;
	Merged merged = {shelf->edition->root, shelf->names ? shelf->names->root : NULL,
			 c->roots.items, c->roots.count, before};
	Diags *diags = diags_new(c->arena);
	rules_check_edition(shelf->rules, &merged, diags);
	bool all = whole && c->roots.count == shelf->edition->record_count;
	report_add(c->report, all ? diags : diags_only(c->arena, diags, DIAG_ERROR));
}

/* Only when the whole edition was asked for. */
static void edition_go_through(Check *c)
{
	Diags *diags = diags_new(c->arena);
	if (c->asked->records && c->asked->records[0])
		return;
	bool whole;
	const Merged *before =
	    history_read(c->arena, c->shelf->edition, c->asked->root, &whole, diags);
	report_add(c->report, diags);
	if (c->shelf->rules)
		records_compare(c, before, whole);
}

/* "data/2024/edition.xml: 48 records, 1 language: 2 errors (1 form, 1 file)" */
static void sum_print(const Check *c)
{
	printf("%s: ", c->asked->edition);
	if (c->order) {
		int records = order_count(c->order->records);
		int languages = order_count(c->order->languages);
		printf("%d record%s, %d language%s: ", records, records == 1 ? "" : "s", languages,
		       languages == 1 ? "" : "s");
	}
	puts(report_sum(c->arena, c->report));
}

static void report_finish(const Check *c)
{
	ReportAbout about = {.command = "check",
			     .edition = c->asked->edition,
			     .records = c->order ? c->order->records : NULL,
			     .languages = c->order ? c->order->languages : NULL};
	report_end(c->report, &about, c->asked->report);
	bool well = report_told(c->report) == 0;
	if (report_leaves_output(c->report) && !(well && c->asked->quiet))
		sum_print(c);
}

static int edition_check(Check *c)
{
	Diags *diags = diags_new(c->arena);
	ShelfFiles files = order_files(c->asked);
	c->shelf = shelf_open(c->arena, &files, diags);
	c->order = c->shelf ? order_resolve(c->arena, c->asked, c->shelf->edition) : NULL;
	bool usage = c->shelf && !c->order;
	if (!usage)
		report_add(c->report, diags);
	if (c->order)
		glyphs_tell(c->order, c->shelf, c->report);
	for (const char *const *id = c->order ? c->order->records : NULL; id && *id; id++)
		record_go_through(c, edition_record(c->shelf->edition, *id));
	if (c->order)
		edition_go_through(c);
	if (!usage)
		report_finish(c);
	shelf_close(c->shelf);
	return usage ? STATUS_USAGE : report_status(c->report);
}

int check(const Order *order)
{
	Check c = {.arena = arena_new(), .asked = order};
	c.report = report_new(c.arena, order->format, order->report);
	c.roots = list_new(c.arena, sizeof(const Node *));
	int status = edition_check(&c);
	arena_free(c.arena);
	return status;
}
