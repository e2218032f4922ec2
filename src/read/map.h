/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * map.h: a file that says how a table's rows become records, read into a tree.
 *
 * Its root says how the table is written and where the records go; the one
 * element in it is the record, in its own language. Attributes of the map's
 * language say where an element is left out or repeated; braces stand for cells.
 * Whether the table has the columns that are named, nobody here knows.
 */
#include "base/file.h"
#include "model/map.h"

/* NULL when anything was wrong, which is told. */
const Map *map_read(Arena *a, const Source *source, Diags *diags);
