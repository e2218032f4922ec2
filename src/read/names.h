/* SPDX-License-Identifier: MIT */
#pragma once
/* names.h: names.xml becomes the words that records share. See model/names.h. */
#include "base/file.h"
#include "model/names.h"
#include "read/schema.h"

/* NULL when anything was wrong, which is told: what the schema does not allow, then what no schema
 * can say. `schema` may be NULL. */
const Names *names_read(Arena *a, const Source *source, const Schema *schema, Diags *diags);
