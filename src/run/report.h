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
#include "base/digest.h"
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
	const char *out;                               /* the folder that PDFs go to; NULL: none */
	const char *shard;                             /* "1/3"; NULL: the whole */
	int profiles;                                  /* that are asked for */
	const char *stopped; /* what broke it off: "interrupted"; NULL: nothing did */
	int status;          /* that it ends with */
	double seconds;      /* that it took */
} ReportAbout;

/* What became of one profile. */
typedef struct ReportPage {
	const char *record, *language;
	const char
	    *outcome; /* "made", "unchanged", "faulty", "lost"; or "good" where none is made */
	const FitRecord *fit; /* without frames: it was not set */
	/* For a report line by line: */
	const char *file;     /* the PDF */
	size_t bytes;         /* of it; 0: there is none */
	double ms;            /* that it took */
	const Digest *digest; /* of what it was made from: its identifier; NULL: not known */
	const Diags *diags;   /* what was told of it */
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

/* The lines of a report that is written while the press runs, each one JSON object in `a` whose "type" says what it is: "build"
 * first, "told" of the edition as a whole, "profile", "summary" last. A report without that was broken off. */
const char *report_head_line(Arena *a, const ReportAbout *about);
const char *report_told_line(Arena *a, const Diags *diags);
const char *report_page_line(Arena *a, const ReportPage *page);
const char *report_sum_line(Arena *a, const Diags *told, const ReportAbout *about);

/* All that was told. */
const Diags *report_all(const Report *report);

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
