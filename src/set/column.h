/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * column.h: boxes one below the other, and what takes the height that is left over.
 *
 * A column is as high as its boxes; frames at fixed coordinates take no room in it.
 * Only once it is known how high it shall be, its stretches share what is left:
 * column_stretch does that, after everything was measured.
 */
#include "set/size.h"

/* Fills in height, baseline, kids and overfull of a column whose box and width are set. */
void size_column(const Measure *m, Sized *column);

/* Whether a stretch stands in it, that would take what is left over. */
bool column_has_stretch(const Sized *column);

/* A measured box that shall be `height` high: the stretches of a column, and the columns of a row that
 * stretches them, share what is left over. Lower than it is, it stays as it is. */
void column_stretch(Sized *sized, Len height);
