/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * history.h: the edition before, for rules that compare.
 *
 * Reads the edition that <history> names, and its records, as they stand. Their
 * faults are for that edition's own editor: here is told only what keeps them
 * from being read, at the place that names the edition. What <history> is called
 * there is not followed, so histories cannot lead round in a circle.
 */
#include "model/edition.h"
#include "model/merged.h"

/* NULL when the edition has no history or it is of no use, which is told. `*whole`: false when some of
 * its records are missing. */
const Merged *history_read(Arena *a, const Edition *edition, const char *root, bool *whole,
			   Diags *diags);
