/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * row.h: boxes side by side: how wide each is, and where it stands in the row.
 *
 * A child that a condition left out keeps its width and stays empty. Widths that
 * the layout gives beyond the room there is are reported in Sized.over.
 */
#include "set/size.h"

/* Fills in height, baseline, kids, over and overfull of a row whose box and width are set. */
void size_row(const Measure *m, Sized *row);
