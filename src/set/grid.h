/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * grid.h: boxes in columns that line up from row to row.
 *
 * The boxes take the free places in their order, row by row; one may span several columns
 * and several rows. A place is never gone back to, so the order of reading is that of the
 * eye. A box that a condition left out takes no place. Widths beyond the room there is are
 * reported in Sized.over.
 */
#include "set/size.h"

/* Fills in height, baseline, kids, over and overfull of a grid whose box and width are set. */
void size_grid(const Measure *m, Sized *grid);

/* The width it would like to have. */
Len grid_natural(const Measure *m, const Box *grid);
