/* SPDX-License-Identifier: MIT */
#pragma once
/* path_number.h: numbers as SVG 1.1 writes them in path data and in a viewBox, whatever the locale. */
#include <stdbool.h>

/* Steps over white space, and over one comma in it. */
void path_gap(const char **s);
/* The number at *s, which moves behind it; false when there is none, or an enormous one. */
bool path_number(const char **s, double *out);
/* An arc's flag: a single 0 or 1, which needs nothing behind it. */
bool path_flag(const char **s, double *out);
