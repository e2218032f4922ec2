/* SPDX-License-Identifier: MIT */
#pragma once
/* place.h: puts measured boxes in their places: paints them and opens their tags. */
#include "set/paint.h"

/* Paints `sized` and all in it with its top left corner at x, y. */
void place_box(Painter *p, const Sized *sized, Len x, Len y);
