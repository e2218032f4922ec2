/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * moment.h: a second of the calendar as the dates of PDFs write it, "20240926000000", in UTC.
 *
 * Beside it the same as SOURCE_DATE_EPOCH gives it (reproducible-builds.org): seconds since 1970,
 * up to the end of the year 9999. Knows no clock and no time zone.
 */
#include "base/arena.h"

#include <stdbool.h>

/* The moment that so many seconds since 1970 are, written in digits; NULL when it is no such number. */
const char *moment_of_epoch(Arena *a, const char *epoch);

/* True when it is of that form and there is such a day and time. */
bool moment_is_one(const char *s);

/* Its seconds since 1970; negative before. Of a moment that is one. */
long long moment_epoch(const char *moment);
