/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * level.h: boxes side by side on one level, in a row or in a row of a grid.
 *
 * First they are measured: how high the level must be, and where its common first
 * baseline runs. Then they are placed on it, once all that could make it higher is
 * known. Columns that share their baselines line up step by step.
 */
#include "set/size.h"

typedef struct Level {
	Len height;
	Len baseline; /* of the deepest first line, from the level's top */
} Level;

/* What `cells` ask for. Columns aligned by baselines get their steps, and with them their height. */
Level level_measure(const Measure *m, Sized *const *cells, int count, RowAlign align);

/* Puts them on a level whose top is at `top`: their y, and their height where they are stretched. */
void level_place(Sized *const *cells, int count, RowAlign align, Level level, Len top);
