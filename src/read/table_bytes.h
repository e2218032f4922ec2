/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * table_bytes.h: what must be right of a table's bytes before its cells are read.
 *
 * They are UTF-8 without NUL. What else a spreadsheet is likely to have written is
 * told by its name, with the way to have it written otherwise.
 */
#include "base/file.h"

/* False when something was wrong, which is told. A byte order mark is taken off. */
bool table_bytes_check(const char *file, Bytes *bytes, Diags *diags);
