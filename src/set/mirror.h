/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * mirror.h: a page from right to left is one from left to right turned over.
 *
 * Everything in this room counts from the left, as if the page ran from left
 * to right; when it is finished it is turned over as a whole: columns, tables,
 * bars, rings and furniture. Runs and images are moved, not turned: letters
 * stay letters. What must not be turned, a map or an icon, is turned over in its
 * own room first, so that it comes out upright.
 */
#include "model/page.h"

/* Turns draws over about the middle of `left` and `right`. Their outlines are made anew in `a`. */
void mirror_draws(Arena *a, Draw *draws, int count, Len left, Len right);
/* The bounds of tags, the same. */
void mirror_tags(Tag *tags, int count, Len left, Len right);
