/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * icon_array.h: a value as so many of a whole number of icons.
 *
 * They stand in rows and are filled one by one, as one reads; the last one in part, from its left, so that
 * the width that is filled is the value times that of an icon. Few draws, however many icons: what is filled
 * whole is one shape, and so is the rest.
 *
 * Awkward: icons that would be too small to be seen are told. Without a value all are empty, and words over
 * them say why.
 */
#include "set/paint.h"
#include "set/size.h"

void size_icon_array(const Measure *m, Sized *sized);
void paint_icon_array(Painter *p, const Sized *sized, Len x, Len y);
