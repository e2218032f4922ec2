/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * unused.h: values of a record that none of its pages shows or asks about.
 *
 * Warnings, because a record may well know more than one page says: they do not change
 * the exit status. What serves the desk and not the reader is passed over: the record's
 * id, source="…", xml:lang and xml:space, and words in languages that were not asked for.
 */
#include "fill/seen.h"
#include "model/record.h"

/* `languages`: of the pages that were looked at, ended by NULL. */
void unused_tell(const Record *record, const Seen *seen, const char *const *languages,
		 Diags *diags);
