/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * table.h: CSV and TSV become a table.
 *
 * The only file that knows libcsv. Reads RFC 4180 and what is near it: any
 * delimiter, with or without quotation marks, lines ended in any of the three ways,
 * UTF-8 with or without a byte order mark. Bounded in bytes, cells and columns.
 *
 * A row that is out of form is told and left out, the others are read; a table
 * whose head is out of form is none.
 */
#include "base/file.h"
#include "model/table.h"

enum { TABLE_LIMIT = 16 << 20, COLUMNS_MOST = 1000, CELLS_MOST = 2000000, CELL_BYTES = 100000 };

typedef struct TableForm {
	char delimiter; /* '\0': by the file's name: a tab for .tsv, .tab and .txt, else a comma */
	bool plain;     /* a quotation mark is a sign like any other */
} TableForm;

/* NULL when it cannot be used; told. */
const Table *table_load(Arena *a, const Source *source, TableForm form, Diags *diags);

/* "libcsv 3.0.3" */
const char *table_versions(Arena *a);
