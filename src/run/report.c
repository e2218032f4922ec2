/* SPDX-License-Identifier: MIT */
#include "run/report.h"

#include "base/str.h"

#include <jansson.h>
#include <stdlib.h>

struct Report {
	FILE *to;
	ReportFormat format;
	Diags *told;
};

Report *report_new(Arena *a, FILE *to, ReportFormat format)
{
	Report *report = ARENA_NEW(a, Report);
	*report = (Report){to, format, diags_new(a)};
	return report;
}

static const char *level_name(DiagLevel level)
{
	return level == DIAG_ERROR ? "error" : "warning";
}

static void text_print(FILE *to, const Diag *diag)
{
	const Place *place = &diag->place;
	fputs(place->file ? place->file : "clusterpress", to);
	if (place->file && place->line > 0)
		fprintf(to, ":%d", place->line);
	if (place->file && place->line > 0 && place->column > 0)
		fprintf(to, ":%d", place->column);
	fprintf(to, ": %s: %s\n", level_name(diag->level), diag->message);
	if (diag->hint)
		fprintf(to, "    hint: %s\n", diag->hint);
}

static void json_print(FILE *to, const Diag *diag)
{
	json_t *object = json_object();
	json_object_set_new(object, "level", json_string(level_name(diag->level)));
	json_object_set_new(object, "kind", json_string(diag_kind_name(diag->kind)));
	if (diag->place.file)
		json_object_set_new(object, "file", json_string(diag->place.file));
	if (diag->place.file && diag->place.line > 0) {
		json_object_set_new(object, "line", json_integer(diag->place.line));
		json_object_set_new(object, "column", json_integer(diag->place.column));
	}
	json_object_set_new(object, "message", json_string(diag->message));
	if (diag->hint)
		json_object_set_new(object, "hint", json_string(diag->hint));
	char *line = json_dumps(object, JSON_COMPACT | JSON_PRESERVE_ORDER);
	json_decref(object);
	if (!line)
		die("a diagnostic cannot be written as JSON: %s", diag->message);
	fprintf(to, "%s\n", line);
	free(line);
}

/* Puts it among what was told, and gives what that adds; NULL when it was there already. */
static const Diag *told_add(Diags *told, const Diag *diag)
{
	int before = diags_count(told);
	if (diag->level == DIAG_ERROR)
		diag_error(told, diag->place, diag->kind, "%s", diag->message);
	else
		diag_warning(told, diag->place, diag->kind, "%s", diag->message);
	if (diag->hint)
		diag_hint(told, "%s", diag->hint);
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

static void entries_print(Report *report, const Entry *entries, int count)
{
	for (int i = 0; i < count; i++) {
		const Diag *told = told_add(report->told, entries[i].diag);
		if (told && report->format == REPORT_JSON)
			json_print(report->to, told);
		else if (told)
			text_print(report->to, told);
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

const char *report_versions(Arena *a)
{
	return str_format(a, "jansson %s", jansson_version_str());
}

int report_status(const Report *report)
{
	return diags_status(report->told);
}
