/* SPDX-License-Identifier: MIT */
/* SARIF 2.1.0 (OASIS Standard): one log with one run, whose rules are the kinds of diagnostics. */
#include "base/str.h"
#include "run/report_parts.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static void string_set(json_t *object, const char *key, const char *text)
{
	Arena *a = arena_new();
	json_object_set_new(object, key, json_string(str_clean(a, text)));
	arena_free(a);
}

static json_t *text_object(const char *text)
{
	json_t *object = json_object();
	string_set(object, "text", text);
	return object;
}

/* A file's name as a reference of RFC 3986, in which few bytes stand for themselves. */
static const char *uri_of(Arena *a, const char *path)
{
	StrBuf uri = {.arena = a};
	if (*path == '/')
		strbuf_add(&uri, "file://");
	for (; *path; path++) {
		static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
					    "0123456789-._~/";
		if (strchr(plain, *path))
			strbuf_add_n(&uri, path, 1);
		else
			strbuf_format(&uri, "%%%02X", (unsigned)(unsigned char)*path);
	}
	return strbuf_text(&uri);
}

static json_t *location_of(Arena *a, const Place *place)
{
	json_t *file = json_object(), *where = json_object(), *location = json_object();
	string_set(file, "uri", uri_of(a, place->file));
	json_object_set_new(where, "artifactLocation", file);
	if (place->line > 0) {
		json_t *region = json_object();
		json_object_set_new(region, "startLine", json_integer(place->line));
		if (place->column > 0)
			json_object_set_new(region, "startColumn", json_integer(place->column));
		json_object_set_new(where, "region", region);
	}
	json_object_set_new(location, "physicalLocation", where);
	return location;
}

static json_t *result_of(Arena *a, const Diag *diag)
{
	json_t *result = json_object(), *locations = json_array();
	const char *hint = diag->hint ? str_format(a, "\nhint: %s", diag->hint) : "";
	string_set(result, "ruleId", diag_kind_name(diag->kind));
	json_object_set_new(result, "ruleIndex", json_integer(diag->kind));
	string_set(result, "level", report_level(diag->level));
	json_object_set_new(result, "message",
			    text_object(str_format(a, "%s%s", diag->message, hint)));
	if (diag->place.file)
		json_array_append_new(locations, location_of(a, &diag->place));
	json_object_set_new(result, "locations", locations);
	return result;
}

static json_t *driver_object(void)
{
	json_t *driver = json_object(), *rules = json_array();
	string_set(driver, "name", "clusterpress");
	string_set(driver, "version", CLUSTERPRESS_VERSION);
	for (int kind = 0; kind < DIAG_KINDS; kind++) {
		json_t *rule = json_object();
		string_set(rule, "id", diag_kind_name((DiagKind)kind));
		json_object_set_new(rule, "shortDescription",
				    text_object(diag_kind_words((DiagKind)kind)));
		json_array_append_new(rules, rule);
	}
	json_object_set_new(driver, "rules", rules);
	return driver;
}

static json_t *invocation_object(const Diags *told)
{
	json_t *invocation = json_object();
	int status = diags_status(told);
	json_object_set_new(invocation, "executionSuccessful", json_boolean(status == 0));
	json_object_set_new(invocation, "exitCode", json_integer(status));
	return invocation;
}

static json_t *run_object(Arena *a, const Diags *told)
{
	json_t *run = json_object(), *tool = json_object(), *results = json_array();
	json_t *invocations = json_array();
	json_object_set_new(tool, "driver", driver_object());
	json_object_set_new(run, "tool", tool);
	json_array_append_new(invocations, invocation_object(told));
	json_object_set_new(run, "invocations", invocations);
	string_set(run, "columnKind", "unicodeCodePoints");
	for (int i = 0; i < diags_count(told); i++)
		json_array_append_new(results, result_of(a, diags_at(told, i)));
	json_object_set_new(run, "results", results);
	return run;
}

void sarif_print(FILE *to, const Diags *told)
{
	Arena *a = arena_new();
	json_t *log = json_object(), *runs = json_array();
	string_set(log, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
	string_set(log, "version", "2.1.0");
	json_array_append_new(runs, run_object(a, told));
	json_object_set_new(log, "runs", runs);
	char *text = json_dumps(log, JSON_INDENT(2) | JSON_PRESERVE_ORDER);
	json_decref(log);
	if (!text)
		die("a report cannot be written as SARIF");
	fprintf(to, "%s\n", text);
	free(text);
	arena_free(a);
}
