/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * report_parts.h: the forms that a report can have, one file a form.
 *
 * For run/report*.c alone. Each is given what was told, in order, and knows
 * nothing of how it came together.
 */
#include "base/list.h"
#include "run/report.h"

#include <stdio.h>

/* "error" or "warning". */
const char *report_level(DiagLevel level);

/* How many of one kind and level there are among those told. */
int report_count(const Diags *told, DiagLevel level, DiagKind kind);

void text_print(FILE *to, const Diag *diag);
void github_print(FILE *to, const Diag *diag);
void json_print(FILE *to, const Diag *diag);
void sarif_print(FILE *to, const Diags *told);

/* The whole report as one JSON document, which lives in `a`. */
const char *json_document(Arena *a, const Diags *told, const ReportAbout *about, const List *pages);

/* report_json.c and report_pages.c, for the forms that are JSON. */
struct json_t *json_diags(const Diags *told);
struct json_t *json_kinds(const Diags *told, DiagLevel level);
struct json_t *json_counts(const ReportCount *count);
struct json_t *json_words(const char *const *words);
/* A text of any bytes, as UTF-8. */
void json_text_set(struct json_t *object, const char *key, const char *text);
/* The text of a value, which is then gone; `more` are flags of jansson. */
const char *json_text(Arena *a, struct json_t *value, size_t more);
/* Adds how a page was fitted. */
void json_fit_set(struct json_t *object, const FitRecord *fit);
struct json_t *json_pages(const List *pages);
