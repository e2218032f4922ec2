/* SPDX-License-Identifier: MIT */
#include "base/str.h"
#include "run/report_parts.h"

#include <jansson.h>
#include <stdlib.h>

/* File names may be of any bytes, JSON is of UTF-8. */
void json_text_set(json_t *object, const char *key, const char *text)
{
	Arena *a = arena_new();
	json_object_set_new(object, key, json_string(str_clean(a, text)));
	arena_free(a);
}

static json_t *diag_object(const Diag *diag)
{
	json_t *object = json_object();
	json_text_set(object, "level", report_level(diag->level));
	json_text_set(object, "kind", diag_kind_name(diag->kind));
	if (diag->place.file)
		json_text_set(object, "file", diag->place.file);
	if (diag->place.file && diag->place.line > 0) {
		json_object_set_new(object, "line", json_integer(diag->place.line));
		json_object_set_new(object, "column", json_integer(diag->place.column));
	}
	json_text_set(object, "message", diag->message);
	if (diag->hint)
		json_text_set(object, "hint", diag->hint);
	return object;
}

/* Enough for a hundredth of a millimetre of any page. */
enum { REAL_DIGITS = 9 };

const char *json_text(Arena *a, json_t *value, size_t more)
{
	char *text =
	    json_dumps(value, more | JSON_PRESERVE_ORDER | JSON_REAL_PRECISION(REAL_DIGITS));
	json_decref(value);
	if (!text)
		die("a report cannot be written as JSON");
	const char *kept = str_copy(a, text);
	free(text);
	return kept;
}

void json_print(FILE *to, const Diag *diag)
{
	Arena *a = arena_new();
	fprintf(to, "%s\n", json_text(a, diag_object(diag), JSON_COMPACT));
	arena_free(a);
}

json_t *json_words(const char *const *words)
{
	json_t *array = json_array();
	for (; words && *words; words++)
		json_array_append_new(array, json_string(*words));
	return array;
}

/* How many of each kind; a kind of which there are none is left out. */
json_t *json_kinds(const Diags *told, DiagLevel level)
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

json_t *json_diags(const Diags *told)
{
	json_t *array = json_array();
	for (int i = 0; i < diags_count(told); i++)
		json_array_append_new(array, diag_object(diags_at(told, i)));
	return array;
}

json_t *json_counts(const ReportCount *count)
{
	json_t *object = json_object();
	for (; count->what; count++)
		json_object_set_new(object, count->what, json_integer(count->count));
	return object;
}

const char *json_document(Arena *a, const Diags *told, const ReportAbout *about, const List *pages)
{
	json_t *document = json_object();
	json_text_set(document, "program", "clusterpress");
	json_text_set(document, "version", CLUSTERPRESS_VERSION);
	json_text_set(document, "command", about->command);
	json_text_set(document, "edition", about->edition);
	json_object_set_new(document, "languages", json_words(about->languages));
	json_object_set_new(document, "records", json_words(about->records));
	if (about->counts)
		json_object_set_new(document, "profiles", json_counts(about->counts));
	json_object_set_new(document, "status", json_integer(diags_status(told)));
	json_object_set_new(document, "errors", json_kinds(told, DIAG_ERROR));
	json_object_set_new(document, "warnings", json_kinds(told, DIAG_WARNING));
	json_object_set_new(document, "diagnostics", json_diags(told));
	json_object_set_new(document, "pages", json_pages(pages));
	return str_format(a, "%s\n", json_text(a, document, JSON_INDENT(2)));
}

const char *report_versions(Arena *a)
{
	return str_format(a, "jansson %s", jansson_version_str());
}
