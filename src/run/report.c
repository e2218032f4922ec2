/* SPDX-License-Identifier: MIT */
#include "run/report.h"

#include "base/file.h"
#include "base/list.h"
#include "base/str.h"
#include "run/report_parts.h"

#include <stdlib.h>
#include <string.h>

struct Report {
	ReportFormat format;
	Diags *told;
	Arena *arena;
	bool keeps_pages;
	List pages; /* of ReportPage */
};

Report *report_new(Arena *a, ReportFormat format, bool pages)
{
	Report *report = ARENA_NEW(a, Report);
	*report = (Report){format, diags_new(a), a, pages, list_new(a, sizeof(ReportPage))};
	return report;
}

/* All that a record points to is the layout's, but for its lists. */
static const FitRecord *fit_keep(Arena *a, const FitRecord *fit)
{
	FitRecord *kept = ARENA_NEW(a, FitRecord);
	FrameFit *frames = ARENA_ARRAY(a, fit->frame_count, FrameFit);
	StepTaken *taken = ARENA_ARRAY(a, fit->taken_count, StepTaken);
	for (int i = 0; i < fit->frame_count; i++)
		frames[i] = fit->frames[i];
	for (int i = 0; i < fit->taken_count; i++)
		taken[i] = fit->taken[i];
	*kept = *fit;
	kept->frames = frames;
	kept->taken = taken;
	return kept;
}

void report_page(Report *report, const ReportPage *page)
{
	if (!report->keeps_pages)
		return;
	*(ReportPage *)list_add(&report->pages) =
	    (ReportPage){.record = page->record,
			 .language = page->language,
			 .outcome = page->outcome,
			 .fit = fit_keep(report->arena, page->fit)};
}

const char *report_level(DiagLevel level)
{
	return level == DIAG_ERROR ? "error" : "warning";
}

int report_count(const Diags *told, DiagLevel level, DiagKind kind)
{
	int count = 0;
	for (int i = 0; i < diags_count(told); i++)
		count += diags_at(told, i)->level == level && diags_at(told, i)->kind == kind;
	return count;
}

/* Puts it among what was told, and gives what that adds; NULL when it was there already. */
static const Diag *told_add(Diags *told, const Diag *diag)
{
	int before = diags_count(told);
	diag_repeat(told, diag);
	return diags_count(told) > before ? diags_at(told, before) : NULL;
}

/* A diagnostic and where it comes in the report: files in the order they are first spoken of, each
 * from its top to its bottom, whatever came to light first. */
typedef struct Entry {
	const Diag *diag;
	int file, told;
} Entry;

static int entry_order(const void *left, const void *right)
{
	const Entry *a = left, *b = right;
	if (a->file != b->file)
		return a->file - b->file;
	if (a->diag->place.line != b->diag->place.line)
		return a->diag->place.line < b->diag->place.line ? -1 : 1;
	if (a->diag->place.column != b->diag->place.column)
		return a->diag->place.column < b->diag->place.column ? -1 : 1;
	return a->told - b->told;
}

/* The number of the first entry that speaks of the same file. */
static int file_first(const Entry *entries, int count, const char *file)
{
	int i = count - 1;
	while (i >= 0 && !str_equal(entries[i].diag->place.file, file))
		i--;
	return i < 0 ? count : entries[i].file;
}

static void diag_print(ReportFormat format, const Diag *diag)
{
	switch (format) {
	case REPORT_TEXT:
		text_print(stderr, diag);
		break;
	case REPORT_JSON:
		json_print(stderr, diag);
		break;
	case REPORT_GITHUB:
		github_print(stderr, diag);
		break;
	case REPORT_SARIF:
		break;
	}
}

static void entries_print(Report *report, const Entry *entries, int count)
{
	for (int i = 0; i < count; i++) {
		const Diag *told = told_add(report->told, entries[i].diag);
		if (told)
			diag_print(report->format, told);
	}
}

void report_add(Report *report, const Diags *diags)
{
	Arena *a = arena_new();
	int count = diags_count(diags);
	Entry *entries = ARENA_ARRAY(a, count, Entry);
	for (int i = 0; i < count; i++) {
		const Diag *diag = diags_at(diags, i);
		entries[i] = (Entry){diag, file_first(entries, i, diag->place.file), i};
	}
	if (count > 0)
		qsort(entries, (size_t)count, sizeof *entries, entry_order);
	entries_print(report, entries, count);
	arena_free(a);
}

void report_end(Report *report, const ReportAbout *about, const char *path)
{
	Arena *a = arena_new();
	if (path) {
		Diags *diags = diags_new(a);
		const char *document = json_document(a, report->told, about, &report->pages);
		file_write(path, document, strlen(document), diags);
		report_add(report, diags);
	}
	if (report->format == REPORT_SARIF)
		sarif_print(stdout, report->told);
	arena_free(a);
}

bool report_leaves_output(const Report *report)
{
	return report->format != REPORT_SARIF;
}

const Diags *report_all(const Report *report)
{
	return report->told;
}

int report_told(const Report *report)
{
	return diags_count(report->told);
}

static void level_sum(StrBuf *sum, const Diags *told, DiagLevel level)
{
	int all = 0;
	for (int kind = 0; kind < DIAG_KINDS; kind++)
		all += report_count(told, level, (DiagKind)kind);
	if (all == 0)
		return;
	strbuf_format(sum, "%s%d %s%s (", sum->length ? ", " : "", all, report_level(level),
		      all == 1 ? "" : "s");
	const char *comma = "";
	for (int kind = 0; kind < DIAG_KINDS; kind++) {
		int count = report_count(told, level, (DiagKind)kind);
		if (count == 0)
			continue;
		strbuf_format(sum, "%s%d %s", comma, count, diag_kind_name((DiagKind)kind));
		comma = ", ";
	}
	strbuf_add(sum, ")");
}

const char *report_sum(Arena *a, const Report *report)
{
	StrBuf sum = {.arena = a};
	level_sum(&sum, report->told, DIAG_ERROR);
	level_sum(&sum, report->told, DIAG_WARNING);
	return sum.length ? strbuf_text(&sum) : "all well";
}

int report_status(const Report *report)
{
	return diags_status(report->told);
}
