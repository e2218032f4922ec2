/* SPDX-License-Identifier: MIT */
#include "base/str.h"
#include "run/report_parts.h"

#include <jansson.h>
#include <stdlib.h>

/* File names may be of any bytes, JSON is of UTF-8. */
static void string_set(json_t *object, const char *key, const char *text)
{
	Arena *a = arena_new();
	json_object_set_new(object, key, json_string(str_clean(a, text)));
	arena_free(a);
}

static json_t *diag_object(const Diag *diag)
{
	json_t *object = json_object();
	string_set(object, "level", report_level(diag->level));
	string_set(object, "kind", diag_kind_name(diag->kind));
	if (diag->place.file)
		string_set(object, "file", diag->place.file);
	if (diag->place.file && diag->place.line > 0) {
		json_object_set_new(object, "line", json_integer(diag->place.line));
		json_object_set_new(object, "column", json_integer(diag->place.column));
	}
	string_set(object, "message", diag->message);
	if (diag->hint)
		string_set(object, "hint", diag->hint);
	return object;
}

/* Enough for a hundredth of a millimetre of any page. */
enum { REAL_DIGITS = 9 };

/* The text of a value, which is then gone. Free it. */
static char *value_text(json_t *value, size_t flags)
{
	char *text = json_dumps(value, flags | JSON_PRESERVE_ORDER);
	json_decref(value);
	if (!text)
		die("a report cannot be written as JSON");
	return text;
}

void json_print(FILE *to, const Diag *diag)
{
	char *line = value_text(diag_object(diag), JSON_COMPACT);
	fprintf(to, "%s\n", line);
	free(line);
}

static json_t *words_array(const char *const *words)
{
	json_t *array = json_array();
	for (; words && *words; words++)
		json_array_append_new(array, json_string(*words));
	return array;
}

/* How many of each kind; a kind of which there are none is left out. */
static json_t *kinds_object(const Diags *told, DiagLevel level)
{
	json_t *object = json_object();
	for (int kind = 0; kind < DIAG_KINDS; kind++) {
		int count = report_count(told, level, (DiagKind)kind);
		if (count > 0)
			json_object_set_new(object, diag_kind_name((DiagKind)kind),
					    json_integer(count));
	}
	return object;
}

static json_t *diags_array(const Diags *told)
{
	json_t *array = json_array();
	for (int i = 0; i < diags_count(told); i++)
		json_array_append_new(array, diag_object(diags_at(told, i)));
	return array;
}

static json_t *counts_object(const ReportCount *count)
{
	json_t *object = json_object();
	for (; count->what; count++)
		json_object_set_new(object, count->what, json_integer(count->count));
	return object;
}

const char *json_document(Arena *a, const Diags *told, const ReportAbout *about, const List *pages)
{
	json_t *document = json_object();
	string_set(document, "program", "clusterpress");
	string_set(document, "version", CLUSTERPRESS_VERSION);
	string_set(document, "command", about->command);
	string_set(document, "edition", about->edition);
	json_object_set_new(document, "languages", words_array(about->languages));
	json_object_set_new(document, "records", words_array(about->records));
	if (about->counts)
		json_object_set_new(document, "profiles", counts_object(about->counts));
	json_object_set_new(document, "status", json_integer(diags_status(told)));
	json_object_set_new(document, "errors", kinds_object(told, DIAG_ERROR));
	json_object_set_new(document, "warnings", kinds_object(told, DIAG_WARNING));
	json_object_set_new(document, "diagnostics", diags_array(told));
	json_object_set_new(document, "pages", json_pages(pages));
	char *text = value_text(document, JSON_INDENT(2) | JSON_REAL_PRECISION(REAL_DIGITS));
	const char *kept = str_format(a, "%s\n", text);
	free(text);
	return kept;
}

const char *report_versions(Arena *a)
{
	return str_format(a, "jansson %s", jansson_version_str());
}
