/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * record.h: one data file becomes a record.
 *
 * Checks what every record must be, whatever it is about: well-formed, valid
 * against the edition's schema, no empty values, an id that is the file's stem.
 */
#include "base/file.h"
#include "model/record.h"
#include "read/schema.h"

/* NULL when anything was wrong. `schema` may be NULL. */
const Record *record_read(Arena *a, const Source *source, const Schema *schema, Diags *diags);
