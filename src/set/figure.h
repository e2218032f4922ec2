/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * figure.h: the small share figures: the rank ladder and the donut.
 *
 * A ladder has a tick for each rank and one mark that stands out. A donut is a
 * ring that is filled clockwise from the top to its share, with words in the
 * middle.
 */
#include "set/paint.h"
#include "set/size.h"

struct SizedLadder {
	Len pitch; /* from tick to tick: even, so that tick and gap are alike */
	Len mark_height;
	SizedText first, last;
};

struct SizedDonut {
	Len diameter;
	SizedText text;
};

void size_ladder(const Measure *m, Sized *sized);
void size_donut(const Measure *m, Sized *sized);
void paint_ladder(Painter *p, const Sized *sized, Len x, Len y);
void paint_donut(Painter *p, const Sized *sized, Len x, Len y);
