/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * fill_table.h: a table's words and the lengths of the bars in its cells, row by row.
 *
 * Says also what stands for rows that are not shown: for those beyond the
 * layout's limit, which are not looked at, and for every count of rows that
 * fitting may take away. Measures nothing, so it does not know whether it will.
 */
#include "fill/datum.h"

/* NULL when the table's path selects nothing: then there is no table; or too many rows, which is
 * told. */
const TableBox *fill_table(Speaker *speaker, const Element *element, const Standing *at);
