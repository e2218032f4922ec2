/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * tag.h: the shapes of names that become parts of other things.
 *
 * Looks at shape only: whether there is such a language, nobody here knows.
 */
#include <stdbool.h>

/* A language as BCP 47 (RFC 5646, section 2.1) writes it: "en", "zh-Hant", "en-GB". */
bool tag_is_language(const char *s);
/* Safe as the name of a file or folder: letters, digits, "-", "_" and ".", and not only dots. */
bool tag_is_file_name(const char *s);
/* A day of the calendar: "2024-09-26". */
bool tag_is_date(const char *s);
