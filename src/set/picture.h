/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * picture.h: images and icons: how large they are, and their drawing.
 *
 * A picture is never distorted. One that is wider than its column is overfull and
 * told when it is painted; it is not made smaller in silence.
 */
#include "set/paint.h"
#include "set/size.h"

/* Height and overfull of a picture whose box and width are set. */
void size_picture(const Measure *m, Sized *sized);
/* The width it says, or nought. */
Len picture_natural(const Element *element);
/* A piece of an icon whose view is `width` wide and begins at x, y. */
Segment icon_segment(const IconSpec *icon, const Segment *from, Len width, Len x, Len y);
void paint_picture(Painter *p, const Sized *sized, Len x, Len y);
