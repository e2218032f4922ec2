/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * value.h: the values of attributes: "12mm", "1fr", "#0a3d62", "85%".
 *
 * Each reads the whole of `text`, tells what is wrong at `place` with the name
 * of the attribute and what was expected, and then returns false with `*out` untouched.
 * Lengths are mm, cm, in or pt, reckoned in whole numbers: 1 mm is 360000/127 thousandths
 * of a point, rounded once.
 */
#include "model/layout.h"

bool value_len(const char *text, Place place, const char *what, Len *out, Diags *diags);
/* The same for the size of type, which is said in points. */
bool value_type_size(const char *text, Place place, const char *what, Len *out, Diags *diags);
/* The same, and it may be negative: "-1.2pt". */
bool value_shift(const char *text, Place place, const char *what, Len *out, Diags *diags);
/* "0.015em" as thousandths of the size: 15. It may be negative. */
bool value_em(const char *text, Place place, const char *what, int *out, Diags *diags);
/* One to four lengths, as CSS's margin: top, right, bottom, left. */
bool value_edges(const char *text, Place place, const char *what, Edges *out, Diags *diags);
bool value_track(const char *text, Place place, const char *what, Track *out, Diags *diags);
/* "85%" or "0.85" as thousandths: 850. */
bool value_ratio(const char *text, Place place, const char *what, int *out, Diags *diags);
bool value_int(const char *text, Place place, const char *what, int low, int high, int *out,
	       Diags *diags);
bool value_yes_no(const char *text, Place place, const char *what, bool *out, Diags *diags);
/* "#0b2545" or "#123". */
bool value_rgb(const char *text, Place place, const char *what, unsigned char out[3], Diags *diags);
/* Four percentages: "100 85 40 45". */
bool value_cmyk(const char *text, Place place, const char *what, unsigned char out[4],
		Diags *diags);
