/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * paint.h: the page being made: a list of draws and a tag tree.
 *
 * Everybody in set paints through these few strokes. What is painted belongs
 * to the tag that is open, or to no tag (an artifact).
 */
#include "base/list.h"
#include "set/scale.h"
#include "set/size.h"

/* What may lie over other things: a frame, or a box of a stack. */
typedef struct Layer {
	const Element *element;
	int from, to; /* its draws, `to` not included */
} Layer;

typedef struct Painter {
	Arena *arena; /* of the page */
	List draws, tags;
	List layers;   /* in the order they were begun: most often none */
	int tag;       /* the open one: what is painted belongs to it; TAG_ARTIFACT: to none */
	int parent;    /* of the tags that are opened next */
	Place place;   /* in the layout: of the box that is being painted */
	bool squeezed; /* a box without any width was told: its height means nothing */
	const Ink *
	    lettering; /* of all words from here on, whatever their styles say; NULL: as they say */
	bool furniture; /* inside a box that is an artifact as a whole */
	bool foot;      /* inside the foot of the page */
	bool ground;    /* painting the ground of a box */
	/* The last one of the layout, TAG_H1 … TAG_H3; nought (TAG_DOCUMENT): none yet. */
	TagKind heading;
	Scales scales;
	const Layout *layout;
	const Fit *fit;
	Diags *diags;
	const Typesetter
	    *setter; /* to try what would mend a word that is too wide; NULL: nothing is tried */
} Painter;

/* What was open before, to be given back. */
typedef struct TagMark {
	int tag, parent;
} TagMark;

/* Opens a tag that will hold tags, or marks; tag_close goes back to what was open. */
TagMark tag_open(Painter *p, TagKind kind);
void tag_close(Painter *p, TagMark mark);
/* From here on what is painted is an artifact, until tag_close. */
TagMark tag_leave(Painter *p);
/* What the title of a figure is: a heading one below the layout's last one, so that none is skipped
 * (ISO 14289-1, 7.4.2). */
TagKind tag_of_title(const Painter *p);
/* A tag for a figure, with what it says and where it stands; for furniture none. */
TagMark tag_figure(Painter *p, const char *alt, TagBounds bounds);
/* The tag opened last. */
Tag *tag_last(Painter *p);

/* One more thing to paint, of the tag that is open. */
Draw *draw_add(Painter *p, DrawKind kind);

/* Words broken into lines, the first line's top left corner at x, y, aligned in `width`. A line that
 * is overfull is told. */
void paint_text(Painter *p, const SizedText *text, Len x, Len y, Len width, Align align);

/* Outlines that are closed, with no ink yet. */
Shape shape_polygon(Painter *p, const Len *x, const Len *y, int corners);
Shape shape_rect(Painter *p, Len x, Len y, Len width, Len height);

void paint_rect(Painter *p, Len x, Len y, Len width, Len height, const Ink *ink,
		const Origin *origin);
/* A straight line of that thickness, its middle from x0, y0 to x1, y1; dash 0: solid. */
void paint_line(Painter *p, Len x0, Len y0, Len x1, Len y1, Len thickness, Len dash,
		const Ink *ink);
/* The outline of a rectangle, inside its edges. */
void paint_frame(Painter *p, Len x, Len y, Len width, Len height, Len thickness, Len dash,
		 const Ink *ink);
/* What is painted from here to clip_end is seen inside that rectangle only. They nest. */
void clip_begin(Painter *p, Len x, Len y, Len width, Len height);
void clip_end(Painter *p);
/* Part of a ring, clockwise from the top: `share` of a whole turn in millionths (DECIMAL_ONE: all). `radius`
 * to the middle of its thickness. */
void paint_arc(Painter *p, Len x, Len y, Len radius, Len thickness, Decimal share, const Ink *ink,
	       const Origin *origin);

/* A filled circle. */
void paint_dot(Painter *p, Len x, Len y, Len radius, const Ink *ink, const Origin *origin);

/* One more line in an outline, a List of Segment, joined to nothing. */
void outline_line(List *segments, Len x0, Len y0, Len x1, Len y1);
/* Outlines: filled, or, with a thickness, lines along them. */
void paint_outline(Painter *p, const Segment *segments, int count, const Ink *ink, Len thickness);

void paint_link(Painter *p, Len x, Len y, Len width, Len height, const LinkTo *to,
		const char *words);
/* What was painted from the draw numbered `from` on stands in its room, as wide as that, as it is: a page from right to left
 * is turned over later, and so this is turned over before. */
void paint_upright(Painter *p, int from, Len x, Len width);
/* The shapes painted from the draw numbered `from` on rest on that, if they rest on nothing yet. */
void paint_basis(Painter *p, int from, const Basis *basis);
void paint_image(Painter *p, const Image *image, Len x, Len y, Len width, Len height);

/* Ground and borders of a box. */
void paint_decor(Painter *p, const Decor *decor, Len x, Len y, Len width, Len height);
