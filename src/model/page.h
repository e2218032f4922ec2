/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * page.h: a finished page: the waist of the program.
 *
 * A short list of things to paint, in the order of painting, at fixed places;
 * beside it the tag tree, in the order of reading. Lengths in thousandths of a
 * point from the top left corner of the trimmed page, y downwards. Fonts are
 * handles, inks have names, glyphs are chosen. Whoever writes a page decides
 * nothing about looks.
 */
#include "model/box.h"
#include "model/fit.h"

typedef struct Font Font; /* text/font.h knows the inside */

typedef struct Glyph {
	unsigned id;
	int cluster;            /* byte in the run's text where its characters begin */
	int advance;            /* font units, as shaped (kerning included) */
	int x_offset, y_offset; /* font units, y up */
} Glyph;

/* Glyphs of one font and size on one baseline, left to right, whichever way their text is read: then
 * clusters ascend, or descend. The pen moves by advance * size / units-per-em + tracking after each glyph. */
typedef struct Run {
	const Font *font;
	Len size;
	Len x, y;     /* where the baseline begins */
	Len tracking; /* added after each glyph */
	/* From x to the pen after the last glyph; a space at which the line ends does not count. */
	Len width;
	const Ink *ink;
	const char *text; /* exactly its characters, in logical order; not NUL-terminated */
	int length;       /* bytes */
	const Glyph *glyphs;
	int glyph_count;
	const char *language;  /* of the text when that is not the page's; else NULL */
	const Origin *origins; /* ranges of bytes of `text` */
	int origin_count;
} Run;

/* A path, filled (even-odd never: non-zero winding) or stroked or both. */
typedef struct Shape {
	const Segment *segments;
	int count;
	const Ink *fill;   /* NULL: not filled */
	const Ink *stroke; /* NULL: not stroked */
	Len width;         /* of the stroke, butt caps */
	Len dash;          /* on and off alike; 0: solid */
	Origin origin;
} Shape;

/* An image, stretched over a rectangle. */
typedef struct Picture {
	const Image *image;
	Len x, y, width, height;
} Picture;

/* A rectangle that leads somewhere: nothing is seen of it. A link has one for each of its lines. */
typedef struct Link {
	Len x, y, width, height;
	const LinkTo *to;
	const char *words; /* of the whole link */
} Link;

typedef enum DrawKind {
	DRAW_RUN,
	DRAW_SHAPE,
	DRAW_IMAGE,
	DRAW_LINK,  /* its tag is a TAG_LINK */
	DRAW_CLIP,  /* only inside shape.segments from here … */
	DRAW_UNCLIP /* … to here; they nest */
} DrawKind;

enum { TAG_ARTIFACT = -1 };

/* What an artifact is there for (ISO 32000-1, 14.8.2.2.2). */
typedef enum ArtifactKind {
	ARTIFACT_LAYOUT,     /* rules, frames, zebra, what an image shows that means nothing */
	ARTIFACT_BACKGROUND, /* the ground of a box */
	ARTIFACT_FOOTER      /* what the foot of the page repeats */
} ArtifactKind;

typedef struct Draw {
	DrawKind kind;
	int tag;               /* index in Page.tags, or TAG_ARTIFACT: not read aloud */
	ArtifactKind artifact; /* of TAG_ARTIFACT */
	Place layout;          /* of the box that it belongs to */
	union {
		Run run;
		Shape shape;     /* SHAPE, CLIP */
		Picture picture; /* IMAGE */
		Link link;       /* LINK */
	};
} Draw;

/* ISO 32000-1, 14.8.4: standard structure types. */
typedef enum TagKind {
	TAG_DOCUMENT,
	TAG_H1,
	TAG_H2,
	TAG_H3,
	TAG_P,
	TAG_TABLE,
	TAG_CAPTION,
	TAG_THEAD,
	TAG_TBODY,
	TAG_TR,
	TAG_TH,
	TAG_TD,
	TAG_FIGURE,
	TAG_NOTE,
	TAG_LBL, /* the mark of a note or of an item */
	TAG_L,
	TAG_LI,
	TAG_LBODY,
	TAG_LINK,
	TAG_SPAN, /* words of a tag that holds other tags too */
	TAG_KINDS
} TagKind;

typedef enum TagScope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW } TagScope;

typedef struct TagBounds {
	Len x, y, width, height;
} TagBounds;

/* A node of the tag tree. Tag 0 is the document. A parent stands before its
 * children, and siblings stand in the order they are read. A tag has either
 * children or marks of its own, or neither; never both. */
typedef struct Tag {
	TagKind kind;
	int parent;            /* -1 for tag 0 */
	const char *alt;       /* of a figure */
	TagScope scope;        /* of a header cell */
	const char *numbering; /* of a list: ISO 32000-1, table 347; NULL: it says none */
	int col_span;          /* of a cell: how many columns it stands across; 0: one */
	TagBounds bounds;      /* of a figure or a table */
} Tag;

typedef struct Page {
	Len width, height; /* trimmed */
	Len bleed;
	const char *title;
	const char *language;
	bool backwards; /* it runs from right to left */
	const Draw *draws;
	int draw_count;
	const Tag *tags;
	int tag_count;
	FitRecord record;     /* how it came to fit */
	Fit fit;              /* what was chosen … */
	Len slack;            /* … and what is left empty above the foot */
	const FitStep *steps; /* the layout's ladder, which Fit.spread is numbered by */
	int step_count;
} Page;

/* "H1", "TD" …: as PDF names them. */
const char *tag_name(TagKind kind);
