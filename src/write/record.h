/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * record.h: a record's tree as the text of a data file.
 *
 * Always the same text for the same tree: two spaces for each level, attributes
 * in their order on one line, an element that holds text on one line. So a record
 * that did not change does not change its file.
 */
#include "base/str.h"
#include "model/node.h"

/* Appends the whole file: the declaration, `note` as a comment, the elements. */
void record_write(StrBuf *to, const Node *root, const char *note);

/* Appends only what stands before the root: by it a file is known again. */
void record_write_head(StrBuf *to, const char *note);
