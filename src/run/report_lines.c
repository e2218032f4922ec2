/* SPDX-License-Identifier: MIT */
/* The report of a build, a JSON object a line. */
#include "base/str.h"
#include "run/report_parts.h"

#include <jansson.h>

static json_t *line_object(const char *type)
{
	json_t *object = json_object();
	json_text_set(object, "type", type);
	return object;
}

static const char *line_text(Arena *a, json_t *object)
{
	return json_text(a, object, JSON_COMPACT);
}

const char *report_head_line(Arena *a, const ReportAbout *about)
{
	json_t *object = line_object("build");
	json_text_set(object, "program", "clusterpress");
	json_text_set(object, "version", CLUSTERPRESS_VERSION);
	json_text_set(object, "edition", about->edition);
	json_text_set(object, "out", about->out);
	if (about->shard)
		json_text_set(object, "shard", about->shard);
	json_object_set_new(object, "languages", json_words(about->languages));
	json_object_set_new(object, "profiles", json_integer(about->profiles));
	return line_text(a, object);
}

const char *report_told_line(Arena *a, const Diags *diags)
{
	json_t *object = line_object("told");
	json_object_set_new(object, "diagnostics", json_diags(diags));
	return line_text(a, object);
}

/* Microseconds are enough. */
static json_t *milliseconds(double ms)
{
	return json_real((double)(long long)(ms * 1000 + 0.5) / 1000);
}

const char *report_page_line(Arena *a, const ReportPage *page)
{
	json_t *object = line_object("profile");
	bool there = page->bytes > 0;
	json_text_set(object, "record", page->record);
	json_text_set(object, "language", page->language);
	json_text_set(object, "status", page->outcome);
	json_text_set(object, "file", page->file);
	json_object_set_new(object, "pages", json_integer(there));
	json_object_set_new(object, "bytes", json_integer((json_int_t)page->bytes));
	json_object_set_new(object, "ms", milliseconds(page->ms));
	if (page->digest)
		json_text_set(object, "digest", digest_text(a, page->digest));
	json_fit_set(object, page->fit);
	json_object_set_new(object, "diagnostics", json_diags(page->diags));
	return line_text(a, object);
}

const char *report_sum_line(Arena *a, const Diags *told, const ReportAbout *about)
{
	json_t *object = line_object("summary");
	json_object_set_new(object, "status", json_integer(about->status));
	if (about->stopped)
		json_text_set(object, "stopped", about->stopped);
	json_object_set_new(object, "profiles", json_counts(about->counts));
	json_object_set_new(object, "errors", json_kinds(told, DIAG_ERROR));
	json_object_set_new(object, "warnings", json_kinds(told, DIAG_WARNING));
	json_object_set_new(object, "seconds", milliseconds(about->seconds));
	return line_text(a, object);
}
