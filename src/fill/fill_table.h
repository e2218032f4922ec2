/* SPDX-License-Identifier: MIT */
#pragma once
/* fill_table.h: a table's words and the lengths of the bars in its cells, row by row. */
#include "fill/datum.h"

/* NULL when the table's path selects nothing: then there is no table; or too many rows, which is
 * told. */
const TableBox *fill_table(Speaker *speaker, const TableSpec *spec, const Standing *at);
