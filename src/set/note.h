/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * note.h: the mark of a note or of an item of a list, and its words beside it.
 *
 * The mark hangs: it stands in an indent before all lines of the words. Notes with
 * marks as narrow as "*" or "1" share one indent, so that their words align; a wider
 * mark makes its own wider; the items of a list share the widest. The mark is read as the note's label.
 */
#include "set/paint.h"
#include "set/size.h"

struct SizedMark {
	SizedText text;
	Len indent; /* from the edge to the words */
};

/* The mark of a box that has one. */
const SizedMark *size_mark(const Measure *m, const Box *box);
bool box_is_list(const Box *box);
/* The widest indent of its items: that of all of them. */
Len list_indent(const Measure *m, const Box *list);
/* The tag of a list: what is opened next is one of its items. */
TagMark list_open(Painter *p, const Sized *list);
/* Mark and words, their top left corner at x, y, inside the note's own tag. */
void paint_marked(Painter *p, const Sized *sized, Len x, Len y, Len width);
