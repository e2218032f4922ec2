/* SPDX-License-Identifier: MIT */
#include "run/trace.h"

#include "run/profile.h"
#include "write/trace.h"

#include <stdio.h>

static void marks_trace(Arena *a, const Order *order, const Shelf *shelf, Diags *diags)
{
	Job job = {.edition = shelf->edition,
		   .language = order->languages[0],
		   .record = edition_record(shelf->edition, order->records[0]),
		   .moment = order->moment};
	const char *marks = profile_marks(a, &job, shelf, diags);
	if (marks)
		fputs(marks, stdout);
}

static void page_trace(Arena *a, const Order *order, const Shelf *shelf, Diags *diags)
{
	const RecordFile *file = edition_record(shelf->edition, order->records[0]);
	const Record *record = profile_record(a, file, shelf, diags);
	const Page *page = profile_page(a, record, order->languages[0], shelf, &(Watch){0}, diags);
	if (!page || diags_errors(diags) > 0)
		return;
	StrBuf text = {.arena = a};
	trace_write(&text, page);
	fputs(strbuf_text(&text), stdout);
}

static int edition_trace(Arena *a, const Order *order, Report *report)
{
	/* Trouble in another language does not touch this page. */
	Diags *diags = diags_new(a), *own = diags_new(a);
	ShelfFiles files = order_files(order);
	const Shelf *shelf = shelf_open(a, &files, diags);
	const Order *resolved = shelf ? order_resolve(a, order, shelf->edition) : NULL;
	if (resolved && order->marks)
		marks_trace(a, resolved, shelf, own);
	else if (resolved)
		page_trace(a, resolved, shelf, own);
	bool usage = shelf && !resolved;
	if (!usage) {
		report_add(report, diags);
		report_add(report, own);
	}
	shelf_close(shelf);
	return usage ? STATUS_USAGE : report_status(report);
}

int trace(const Order *order)
{
	Arena *a = arena_new();
	int status = edition_trace(a, order, report_new(a, order->format, order->report));
	arena_free(a);
	return status;
}
