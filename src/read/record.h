/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * record.h: one data file becomes a record.
 *
 * Checks what every record must be, whatever it is about: well-formed, valid
 * against the edition's schema, no empty values, true to the edition's rules of
 * meaning, an id that is the file's stem.
 */
#include "base/file.h"
#include "model/record.h"
#include "read/rules.h"
#include "read/schema.h"

/* NULL when it has no right form, which is told. One that only breaks rules of meaning is given, so that
 * the rest can be looked at, too: the errors in `diags` say so. `schema` and `rules` may be NULL. */
const Record *record_read(Arena *a, const Source *source, const Schema *schema, const Rules *rules,
			  Diags *diags);
/* Its two halves. The first reads and checks nothing but that it is XML. The second makes all other checks;
 * false when it has no right form. */
const Record *record_parse(Arena *a, const Source *source, Diags *diags);
bool record_hold(const Record *record, const Schema *schema, const Rules *rules, Diags *diags);
/* Of a record in which record_hold found no error before: its warnings again, without looking for errors. */
void record_warn(const Record *record, const Rules *rules, Diags *diags);
/* What record_hold checks of a tree, wherever it came from: its form; no empty values; and, when
 * those are right, the rules of phase "record". False when there was an error. */
bool record_check(const Schema *schema, const Rules *rules, const Node *root, Diags *diags);
