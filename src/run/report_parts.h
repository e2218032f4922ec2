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

/* report_pages.c, for the document alone: how each of `pages`, of ReportPage, was fitted. */
struct json_t *json_pages(const List *pages);
