/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * extent.h: the room on the page that a mark takes.
 *
 * Of words from the pen before the first glyph to the pen after the last one, and from the font's
 * ascender to its descender, as readers of PDF select them; of shapes what is inked, with the thickness of
 * their lines (dashes do not count, corners are taken as square). Knows nothing of clips or of data.
 */
#include "model/page.h"

typedef struct Extent {
	Len left, top, right, bottom; /* nothing, when right <= left or bottom <= top */
} Extent;

Extent extent_of_bounds(const TagBounds *bounds);
Extent extent_of_shape(const Shape *shape);
Extent extent_of_run(const Run *run);
/* Of the bytes from `start` up to, not including, `end`. Characters that share glyphs share their room evenly.
 * A space at which the line ends takes none. */
Extent extent_of_range(const Run *run, int start, int end);

/* What they have in common. */
Extent extent_clip(Extent extent, const Extent *clip);
bool extent_is_empty(const Extent *extent);
