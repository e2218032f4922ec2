/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * locale_day.h: a day as data writes it, "2024-09-26".
 *
 * The Gregorian calendar, reckoned backwards too; the years 0001 to 9999.
 */
#include <stdbool.h>
#include <stdint.h>

/* Days from 1970-01-01; false when the whole of `s` is no day of the calendar. */
bool day_read(const char *s, int64_t *days);
