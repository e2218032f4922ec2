/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * report.h: what the editor is told in the end.
 *
 * Every stage's diagnostics come together here. What two profiles or two
 * languages both tell is told once. As text it reads as compilers write, so
 * that editors of text jump to the place; as JSON it is one object a line; for
 * GitHub it is an annotation a line: each on standard error, as soon as it is
 * known. SARIF is one document, on standard output, which is then for it alone.
 */
#include "base/diag.h"
#include "model/fit.h"

typedef enum ReportFormat { REPORT_TEXT, REPORT_JSON, REPORT_GITHUB, REPORT_SARIF } ReportFormat;

typedef struct Report Report;

/* How many profiles became what: "made", 40. */
typedef struct ReportCount {
	const char *what;
	int count;
} ReportCount;

/* What was looked at, for the report as a file. */
typedef struct ReportAbout {
	const char *command;
	const char *edition;
	const char *const *records, *const *languages; /* NULL-terminated; NULL: not known */
	const ReportCount *counts;                     /* ended by a NULL; NULL: none */
} ReportAbout;

/* What became of one profile. */
typedef struct ReportPage {
	const char *record, *language;
	const char *outcome;  /* "made", "unchanged", "faulty"; or "good" where none is made */
	const FitRecord *fit; /* without frames: it was not set */
} ReportPage;

/* `pages`: whether it is kept how each page was fitted, for the report as a file. */
Report *report_new(Arena *a, ReportFormat format, bool pages);

/* Keeps it for the report as a file, where that is asked for. */
void report_page(Report *report, const ReportPage *page);

/* Prints what was not told before. */
void report_add(Report *report, const Diags *diags);

/* Writes all that was told as one JSON document, if `path` is not NULL; a trouble with that is told,
 * too. Then prints what can be printed only when all is known. */
void report_end(Report *report, const ReportAbout *about, const char *path);

/* False when standard output is taken by the report itself. */
bool report_leaves_output(const Report *report);

/* How much was told. */
int report_told(const Report *report);

/* "2 errors (1 form, 1 file), 9 warnings (9 data)"; "all well" when nothing was told. */
const char *report_sum(Arena *a, const Report *report);

/* "jansson 2.14": what writes the JSON. */
const char *report_versions(Arena *a);

/* The exit status of all that was told: 0, 65 or 74. */
int report_status(const Report *report);
