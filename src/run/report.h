/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * report.h: what the editor is told in the end, on standard error.
 *
 * Every stage's diagnostics come together here. What two profiles or two
 * languages both tell is printed once. As text it reads as compilers write, so
 * that editors of text jump to the place; as JSON it is one object a line.
 */
#include "base/diag.h"

#include <stdio.h>

typedef enum ReportFormat { REPORT_TEXT, REPORT_JSON } ReportFormat;

typedef struct Report Report;

Report *report_new(Arena *a, FILE *to, ReportFormat format);

/* Prints what was not told before. */
void report_add(Report *report, const Diags *diags);

/* "jansson 2.14": what writes the JSON. */
const char *report_versions(Arena *a);

/* The exit status of all that was told: 0, 65 or 74. */
int report_status(const Report *report);
