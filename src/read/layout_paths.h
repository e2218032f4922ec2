/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * layout_paths.h: holds a layout's paths against the form of the data.
 *
 * A path that no valid record can ever follow finds nothing in any of them: as a
 * condition it would leave its box out for good, and nobody would be told. So
 * each step of each path must be a name that the records' schema, or for
 * "edition/…" the edition's header, has at that place. Where the schema has a
 * wildcard, any name will do. What former editions say is held against the same
 * schema: what records cannot say any more, no layout can ask for. Of alternative texts
 * only what they ask of the header and of history is looked at: the rest is a figure's
 * own small element.
 */
#include "model/layout.h"
#include "read/schema.h"

/* False when there was anything, which is told at the path's place. `schema` NULL: only the header's.
 * `*history`: whether any path begins with "history". */
bool layout_paths_check(const Layout *layout, const Schema *schema, bool *history, Diags *diags);
