/* SPDX-License-Identifier: MIT */
#pragma once
/* names.h: names.xml becomes the words that records share. See model/names.h. */
#include "base/file.h"
#include "model/names.h"
#include "read/schema.h"

/* NULL when anything was wrong with the file itself, which is told: what the schema does not allow, then what
 * no schema can say. `schema` may be NULL. Reads the files of words that it names for `languages` too (ended
 * by NULL; NULL itself: all); what is wrong with one of them is told and spoils that language only: see
 * names_tongue. */
const Names *names_read(Arena *a, const Source *source, const Schema *schema,
			const char *const *languages, Diags *diags);
