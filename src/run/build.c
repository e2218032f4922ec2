/* SPDX-License-Identifier: MIT */
#include "run/build.h"

#include "base/str.h"
#include "run/glyphs.h"
#include "run/profile.h"

#include <stdio.h>

typedef struct Tally {
	int made, kept, faulty;
} Tally;

typedef struct Build {
	const Order *order;
	const Shelf *shelf;
	Report *report;
	Tally tally;
} Build;

static const char *outcome_name(Outcome outcome)
{
	static const char *const names[] = {
	    [OUTCOME_FAULTY] = "faulty", [OUTCOME_MADE] = "made", [OUTCOME_KEPT] = "unchanged"};
	return names[outcome];
}

static void profile_build(Build *b, const RecordFile *record, const char *language)
{
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	Job job = {
	    .edition = b->shelf->edition,
	    .language = language,
	    .record = record,
	    .output = profile_output(a, b->order->out, language, record->id),
	    .marks = b->order->marks ? profile_marks_output(a, b->order->out, language, record->id)
				     : NULL,
	    .moment = b->order->moment,
	};
	FitRecord fit = {0};
	Outcome outcome = profile_make(a, &job, b->shelf, b->order->force, &fit, diags);
	report_page(b->report, &(ReportPage){record->id, language, outcome_name(outcome), &fit});
	b->tally.made += outcome == OUTCOME_MADE;
	b->tally.kept += outcome == OUTCOME_KEPT;
	b->tally.faulty += outcome == OUTCOME_FAULTY;
	report_add(b->report, diags);
	arena_free(a);
}

static void tally_print(const Tally *tally, const char *out)
{
	printf("%s: %d made", out, tally->made);
	if (tally->kept)
		printf(", %d unchanged", tally->kept);
	if (tally->faulty)
		printf(", %d with errors", tally->faulty);
	putchar('\n');
}

static void records_build(Build *b)
{
	for (const char *const *id = b->order->records; *id; id++)
		for (const char *const *language = b->order->languages; *language; language++)
			profile_build(b, edition_record(b->shelf->edition, *id), *language);
}

/* Whatever became of it, the report is finished. */
static void report_finish(const Build *b, const Order *asked)
{
	const ReportCount counts[] = {{"made", b->tally.made},
				      {"unchanged", b->tally.kept},
				      {"faulty", b->tally.faulty},
				      {NULL, 0}};
	ReportAbout about = {"build", asked->edition, b->order ? b->order->records : NULL,
			     b->order ? b->order->languages : NULL, counts};
	report_end(b->report, &about, asked->report);
	if (b->order && !asked->quiet && report_leaves_output(b->report))
		tally_print(&b->tally, b->order->out);
}

static int edition_build(Arena *a, const Order *order)
{
	Diags *diags = diags_new(a);
	Build b = {.report = report_new(a, order->format, order->report)};
	ShelfFiles files = order_files(order);
	b.shelf = shelf_open(a, &files, diags);
	b.order = b.shelf ? order_resolve(a, order, b.shelf->edition) : NULL;
	bool usage = b.shelf && !b.order;
	if (!usage)
		report_add(b.report, diags);
	if (b.order) {
		glyphs_tell(b.order, b.shelf, b.report);
		records_build(&b);
	}
	if (!usage)
		report_finish(&b, order);
	shelf_close(b.shelf);
	return usage ? STATUS_USAGE : report_status(b.report);
}

int build(const Order *order)
{
	Arena *a = arena_new();
	int status = edition_build(a, order);
	arena_free(a);
	return status;
}
