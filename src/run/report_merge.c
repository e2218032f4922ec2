/* SPDX-License-Identifier: MIT */
#include "run/report_merge.h"

#include "base/file.h"
#include "base/str.h"
#include "run/report_parts.h"

#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One profile's line, as it stands. */
typedef struct MergedLine {
	const char *record, *text;
	int language; /* its place among the languages */
	Place place;
} MergedLine;

typedef struct Merge {
	Arena *a;
	const Order *order;
	Diags *told;    /* by the builds, each once */
	Diags *diags;   /* of the merging itself */
	List lines;     /* of MergedLine */
	List counts;    /* of ReportCount */
	List languages; /* of const char * */
	List shards;    /* of int: those that are there, from 1 */
	int shard_most;
	const char *edition, *version, *out; /* of the first; NULL: none was read */
	const char *stopped;
	int profiles, status;
	double seconds;
} Merge;

/* A file in hand. */
typedef struct Reading {
	Merge *m;
	Place place; /* of the line */
	json_t *object;
	bool began, ended;
} Reading;

static const char *text_of(const Reading *r, const char *key)
{
	const char *text = json_string_value(json_object_get(r->object, key));
	return text ? str_copy(r->m->a, text) : NULL;
}

static int number_of(const json_t *object, const char *key)
{
	return (int)json_integer_value(json_object_get(object, key));
}

static int language_place(Merge *m, const char *language)
{
	for (int i = 0; i < m->languages.count; i++)
		if (str_equal(*(const char **)list_at(&m->languages, i), language))
			return i;
	*(const char **)list_add(&m->languages) = language;
	return m->languages.count - 1;
}

static void count_add(Merge *m, const char *what, int count)
{
	for (int i = 0; i < m->counts.count; i++) {
		ReportCount *known = list_at(&m->counts, i);
		if (str_equal(known->what, what)) {
			known->count += count;
			return;
		}
	}
	*(ReportCount *)list_add(&m->counts) = (ReportCount){str_copy(m->a, what), count};
}

/* What a head says must be what the first one said. */
static void same_check(const Reading *r, const char *what, const char *own, const char *first)
{
	if (str_equal(own, first))
		return;
	diag_error(r->m->diags, r->place, DIAG_DATA,
		   "this report is of the %s %s, but the first one is of %s", what,
		   own ? own : "(none)", first ? first : "(none)");
	diag_hint(r->m->diags, "merge the reports of one edition, made by one version");
}

static void shard_take(const Reading *r)
{
	Merge *m = r->m;
	const char *said = text_of(r, "shard");
	int shard, most;
	if (said == NULL || sscanf(said, "%5d/%5d", &shard, &most) != 2)
		return;
	if (m->shards.count > 0 && most != m->shard_most)
		diag_error(m->diags, r->place, DIAG_DATA,
			   "this report is of the shard %s, but others are of %d parts", said,
			   m->shard_most);
	m->shard_most = most;
	*(int *)list_add(&m->shards) = shard;
}

static void head_take(Reading *r)
{
	Merge *m = r->m;
	const json_t *languages = json_object_get(r->object, "languages");
	const char *edition = text_of(r, "edition"), *version = text_of(r, "version");
	if (m->edition == NULL) {
		m->edition = edition;
		m->version = version;
		m->out = text_of(r, "out");
	}
	same_check(r, "edition", edition, m->edition);
	same_check(r, "version", version, m->version);
	for (size_t i = 0; i < json_array_size(languages); i++) {
		const char *language = json_string_value(json_array_get(languages, i));
		if (language)
			language_place(m, str_copy(m->a, language));
	}
	shard_take(r);
	m->profiles += number_of(r->object, "profiles");
	r->began = true;
}

static DiagKind kind_of(const char *name)
{
	int kind = 0;
	while (kind < DIAG_KINDS - 1 && !str_equal(diag_kind_name((DiagKind)kind), name))
		kind++;
	return (DiagKind)kind;
}

static void diagnostics_take(const Reading *r)
{
	const json_t *all = json_object_get(r->object, "diagnostics");
	for (size_t i = 0; i < json_array_size(all); i++) {
		const json_t *one = json_array_get(all, i);
		const char *level = json_string_value(json_object_get(one, "level"));
		Diag diag = {str_equal(level, "warning") ? DIAG_WARNING : DIAG_ERROR,
			     kind_of(json_string_value(json_object_get(one, "kind"))),
			     {json_string_value(json_object_get(one, "file")),
			      number_of(one, "line"), number_of(one, "column")},
			     json_string_value(json_object_get(one, "message")),
			     json_string_value(json_object_get(one, "hint"))};
		if (diag.message)
			diag_repeat(r->m->told, &diag);
	}
}

static void profile_take(const Reading *r, const char *line)
{
	Merge *m = r->m;
	const char *record = text_of(r, "record"), *language = text_of(r, "language");
	if (record == NULL || language == NULL) {
		diag_error(m->diags, r->place, DIAG_FORM,
			   "a profile's line must name its record and its language");
		return;
	}
	*(MergedLine *)list_add(&m->lines) =
	    (MergedLine){record, str_copy(m->a, line), language_place(m, language), r->place};
	diagnostics_take(r);
}

static void summary_take(Reading *r)
{
	Merge *m = r->m;
	const char *what;
	json_t *count, *counts = json_object_get(r->object, "profiles");
	double seconds = json_number_value(json_object_get(r->object, "seconds"));
	int status = number_of(r->object, "status");
	json_object_foreach(counts, what, count) count_add(m, what, (int)json_integer_value(count));
	m->status = status > m->status ? status : m->status;
	m->seconds = seconds > m->seconds ? seconds : m->seconds;
	if (m->stopped == NULL)
		m->stopped = text_of(r, "stopped");
	r->ended = true;
}

static void line_take(Reading *r, const char *line)
{
	json_error_t trouble;
	r->object = json_loads(line, 0, &trouble);
	if (r->object == NULL) {
		r->place.column = trouble.column > 0 ? trouble.column : 1;
		diag_error(r->m->diags, r->place, DIAG_FORM, "this is no line of JSON: %s",
			   trouble.text);
		return;
	}
	const char *type = text_of(r, "type");
	bool heads = str_equal(type, "build");
	if (heads == r->began)
		diag_error(r->m->diags, r->place, DIAG_FORM,
			   heads ? "a second report begins in the middle of this one"
				 : "this is no report that build wrote with --report");
	else if (heads)
		head_take(r);
	else if (str_equal(type, "profile"))
		profile_take(r, line);
	else if (str_equal(type, "summary"))
		summary_take(r);
	else
		diagnostics_take(r);
	json_decref(r->object);
}

/* Up to the first line that is none of a report: what follows would be told again and again. */
static void lines_take(Reading *r, FILE *file)
{
	char *line = NULL;
	size_t room = 0;
	int before = diags_errors(r->m->diags);
	for (ssize_t length; (length = getline(&line, &room, file)) > 0;) {
		if (line[length - 1] == '\n')
			line[length - 1] = '\0';
		r->place.line++;
		r->place.column = 1;
		line_take(r, line);
		if (diags_errors(r->m->diags) > before)
			break;
	}
	free(line);
}

static void file_take(Merge *m, const char *path)
{
	Reading r = {.m = m, .place = {.file = path}};
	int before = diags_errors(m->diags);
	FILE *file = fopen(path, "re");
	if (file == NULL) {
		diag_error(m->diags, (Place){0}, DIAG_FILE, "the file %s cannot be read: %s", path,
			   strerror(errno));
		return;
	}
	lines_take(&r, file);
	fclose(file);
	if (r.ended || diags_errors(m->diags) > before)
		return;
	diag_error(m->diags, (Place){.file = path}, DIAG_DATA,
		   "this report has no end: its build was broken off, or is still at work");
	diag_hint(m->diags, "run that build again: what it has made is left alone");
}

static int by_record(const void *one, const void *other)
{
	const MergedLine *left = one, *right = other;
	int order = strcmp(left->record, right->record);
	return order ? order : left->language - right->language;
}

/* Where one is there twice many are, most likely: they are told together. */
static void twins_tell(Merge *m)
{
	const MergedLine *first = NULL, *other = NULL;
	int count = 0;
	for (int i = 1; i < m->lines.count; i++) {
		const MergedLine *one = list_at(&m->lines, i - 1), *two = list_at(&m->lines, i);
		if (by_record(one, two) != 0 || count++ > 0)
			continue;
		first = one;
		other = two;
	}
	if (count == 0)
		return;
	diag_error(m->diags, other->place, DIAG_DATA,
		   "%d profile%s there twice: %s in %s here, and in %s:%d", count,
		   count == 1 ? " is" : "s are", other->record,
		   *(const char **)list_at(&m->languages, other->language), first->place.file,
		   first->place.line);
	diag_hint(m->diags, "name each report once, and shards of one division only");
}

static void shards_missing_tell(Merge *m)
{
	for (int shard = 1; m->shards.count > 0 && shard <= m->shard_most; shard++) {
		bool there = false;
		for (int i = 0; i < m->shards.count && !there; i++)
			there = *(int *)list_at(&m->shards, i) == shard;
		if (!there)
			diag_error(m->diags, (Place){0}, DIAG_DATA,
				   "the report of the shard %d/%d is missing", shard,
				   m->shard_most);
	}
}

static void merged_put(Merge *m, Report *told, StrBuf *to)
{
	list_add(&m->counts);
	list_add(&m->languages);
	int status = report_status(told) > m->status ? report_status(told) : m->status;
	const ReportAbout about = {.command = "build",
				   .edition = m->edition,
				   .languages = m->languages.items,
				   .counts = m->counts.items,
				   .out = m->out ? m->out : "",
				   .profiles = m->profiles,
				   .stopped = m->stopped,
				   .status = status,
				   .seconds = m->seconds};
	strbuf_format(to, "%s\n", report_head_line(m->a, &about));
	if (diags_count(m->told) > 0)
		strbuf_format(to, "%s\n", report_told_line(m->a, m->told));
	for (int i = 0; i < m->lines.count; i++) {
		strbuf_add(to, ((const MergedLine *)list_at(&m->lines, i))->text);
		strbuf_add(to, "\n");
	}
	strbuf_format(to, "%s\n", report_sum_line(m->a, m->told, &about));
}

static int reports_merge(Merge *m)
{
	Report *report = report_new(m->a, m->order->format, false);
	for (const char *const *path = m->order->records; *path; path++)
		file_take(m, *path);
	if (m->lines.count > 0)
		qsort(m->lines.items, (size_t)m->lines.count, sizeof(MergedLine), by_record);
	twins_tell(m);
	shards_missing_tell(m);
	if (m->edition) {
		StrBuf merged = {.arena = m->a};
		merged_put(m, report, &merged);
		if (m->order->out)
			file_write(m->order->out, merged.text, merged.length, m->diags);
		else
			fwrite(merged.text, 1, merged.length, stdout);
	}
	report_add(report, m->diags);
	return report_status(report) > m->status ? report_status(report) : m->status;
}

int report_merge(const Order *order)
{
	static const char *const actions[] = {"merge", NULL};
	if (!str_equal(order->edition, actions[0])) {
		order_unknown("action of report", order->edition, actions);
		return STATUS_USAGE;
	}
	Arena *a = arena_new();
	Merge m = {.a = a,
		   .order = order,
		   .told = diags_new(a),
		   .diags = diags_new(a),
		   .lines = list_new(a, sizeof(MergedLine)),
		   .counts = list_new(a, sizeof(ReportCount)),
		   .languages = list_new(a, sizeof(char *)),
		   .shards = list_new(a, sizeof(int))};
	int status = reports_merge(&m);
	arena_free(a);
	return status;
}
