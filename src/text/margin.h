/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * margin.h: how far a line is moved out of its column so that it looks flush.
 *
 * A letter has a little room on both sides, and a large one has more of it: figures of 36 points seem
 * to stand to the right of the text below them. So the ink is put where the margin is. Quotes, full stops,
 * commas and hyphens are so light that they stand out of the column by most of their width.
 */
#include "text/galley.h"

/* For the first run of a line, and for its last one: lengths by which it stands out, negative where ink has to
 * come in. */
Len margin_left(const Galley *galley, const LineRun *run);
Len margin_right(const Galley *galley, const LineRun *run);
