/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * extract_name.h: names that come from a PDF, before they become names of files.
 *
 * Only letters are looked at here; where links lead is seen when a file is written.
 */

/* Why `name` is not the plain name of a file below a folder; NULL when it is one. */
const char *name_fault(const char *name);

/* `b`, when `a` and `b` are the same or the one would be a folder of the other; else NULL. */
const char *name_clash(const char *a, const char *b);
