/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_pen.h: what the content stream has said so far, so that nothing is said twice.
 *
 * Shared by pdf_page.c (which draws shapes and marks stretches) and pdf_text.c
 * (which sets runs). Positions come from the page, y downwards, and leave with
 * y upwards from its lower left corner: the flip is here and nowhere else.
 */
#include "base/list.h"
#include "write/pdf_font.h"
#include "write/pdf_image.h"
#include "write/pdf_tags.h"

/* What "q" saves and "Q" brings back. */
typedef struct PenState {
	const Ink *fill, *stroke; /* NULL: not said yet */
	Len width;                /* -1: not said yet */
	Len dash;
	int face; /* -1: not said yet */
	Len size;
	Len tracking;
	Len rise;
} PenState;

typedef struct Pen {
	StrBuf out;
	Len height; /* of the page */
	const Faces *faces;
	const Images *images;
	Marks *marks;
	PenState state;
	List saved;            /* PenState */
	const char *language;  /* that the marked stretch says; NULL: none */
	int tag;               /* of the marked stretch, or TAG_ARTIFACT, or PEN_UNMARKED */
	ArtifactKind artifact; /* … and of which kind */
	bool in_text;          /* between BT and ET … */
	Len x, y;              /* … where the last run began */
} Pen;

enum { PEN_UNMARKED = -2 };

static inline Len pen_flip(const Pen *pen, Len y)
{
	return pen->height - y;
}

/* Leaves a text object when the pen is in one. */
void pen_leave_text(Pen *pen);
/* Each says how the next things look, unless that holds already: the colour of areas and letters, the
 * colour of lines, their width, their dashes (0: solid). */
void pen_fill(Pen *pen, const Ink *ink);
void pen_stroke(Pen *pen, const Ink *ink);
void pen_width(Pen *pen, Len width);
void pen_dash(Pen *pen, Len dash);
