/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * link.h: the links in a paragraph: their tags, and the rectangles that lead somewhere.
 *
 * Words with a link in them become tags of their own inside the paragraph's: links,
 * and spans between them; for a tag holds tags or marks. A link that runs over several
 * lines is one tag with a rectangle for each line. Where nothing has a tag (page furniture)
 * or the tag is a figure, nobody could follow a link without seeing it: that is told.
 */
#include "set/paint.h"

typedef struct Linking {
	Painter *p;
	const Words *words;
	bool active;           /* there are links, and there can be */
	bool open;             /* a tag for what is painted now */
	TagMark outside;       /* what was open before it */
	const LinkRange *link; /* of what is painted now; NULL: none */
	Len left, right;       /* of it in this line */
} Linking;

Linking linking_begin(Painter *p, const Words *words);
/* The next thing painted: the bytes from `start`, from `left` to `right`. Called in order; `top` and
 * `height` are of their line. */
void linking_run(Linking *l, int start, Len left, Len right, Len top, Len height);
/* A line ends; the link may go on. */
void linking_line_end(Linking *l, Len top, Len height);
void linking_end(Linking *l);
