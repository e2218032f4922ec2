/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * locator.h: a small map that says where a place lies: land, a mark, and words beside it.
 *
 * The mark is a dot in a ring, both at the place to a thousandth of a point. The words stand to the right
 * of it, or to the left, below or above, where they do not leave the map; where one line is too long for
 * all of these they are wrapped or condensed. A map without a place shows the world, pale, and says why.
 *
 * Awkward: a map too small for its mark, or words that fit nowhere, are told; the words are then not painted.
 */
#include "set/paint.h"
#include "set/size.h"

void size_locator(const Measure *m, Sized *sized);
void paint_locator(Painter *p, const Sized *sized, Len x, Len y);
