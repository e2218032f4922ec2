/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * past.h: what editions before say of a record, for paths that begin with "history".
 *
 * Opened once a run, and only when a layout has such a path: the headers of the
 * editions before, each by the <history> of the one behind it. Of their records only
 * the one with the same id is read, when a page needs it. What cannot be read is told
 * as a warning at the <history> that names it, and is missing then: what is wrong
 * inside is for that edition's own editor. A circle of editions is told and left where
 * it closes.
 */
#include "model/edition.h"
#include "model/record.h"

typedef struct Past Past;

/* NULL when the edition has no history that can be read. */
const Past *past_open(Arena *a, const Edition *edition, const char *root, Diags *diags);

/* The record with its history, in `a`; `past` may be NULL: then the history is empty. */
const Record *past_join(Arena *a, const Past *past, const Edition *edition, const Record *record,
			Diags *diags);

/* How many editions before there are, and the file of one of them with that id, or NULL. */
int past_count(const Past *past);
const RecordFile *past_record(const Past *past, int index, const char *id);
