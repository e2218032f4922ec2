/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * layout_parts.h: what the readers of a layout's parts share while they read.
 *
 * Private to src/read/layout*.c. By the time a part is read its form has been
 * checked (layout_form.c), so unknown and missing attributes are no concern
 * here; only what values mean is.
 */
#include "base/file.h"
#include "base/list.h"
#include "model/layout.h"
#include "model/node.h"
#include "read/form.h"
#include "read/translate.h"

/* Which properties a style says, itself or through what it is like. */
enum {
	SAYS_FAMILY = 1 << 0,
	SAYS_SIZE = 1 << 1,
	SAYS_WEIGHT = 1 << 2,
	SAYS_STRETCH = 1 << 3,
	SAYS_LINE_HEIGHT = 1 << 4,
	SAYS_COLOR = 1 << 5,
	SAYS_FIGURES = 1 << 6,
	SAYS_TRACKING = 1 << 7,
	SAYS_ALIGN = 1 << 8,
	SAYS_RISE = 1 << 9,
	SAYS_SUFFIX = 1 << 10,
	SAYS_SPACE = 1 << 11,
	SAYS_WRAP = 1 << 12,
	SAYS_HYPHENS = 1 << 13,
	SAYS_KEEP = 1 << 14,
	SAYS_OPTICAL = 1 << 15,
	SAYS_CAPS = 1 << 16,
	SAYS_ENOUGH = SAYS_FAMILY | SAYS_SIZE | SAYS_COLOR /* for a paragraph of its own */
};

typedef enum Resolved { RESOLVED_NOT, RESOLVED_NOW, RESOLVED_YES } Resolved;

/* A style as the layout writes it; then with all that it is like. */
typedef struct Wish {
	const Node *node;
	unsigned says;
	Style style;
	bool accent;        /* its colour is the ink of where it stands */
	const Attr *suffix; /* names the style of an ordinal's letters */
	unsigned own;       /* what it says itself, not by what it is like */
	Resolved resolved;
} Wish;

typedef struct Named {
	const char *id;
	Place place;
} Named;

/* A common text that a box of the layout uses. */
typedef struct Need {
	const char *id;
	const char *who; /* the name of the element */
} Need;

/* A file of land outlines that elements name. */
typedef struct Landed {
	const char *path;
	const Land *land; /* NULL: it is of no use, which was told */
} Landed;

/* A file of pixels that elements name. */
typedef struct Pictured {
	const char *path;
	const Image *image; /* NULL: it is of no use, which was told … */
	Place place;        /* … where it is named first */
} Pictured;

typedef struct Reading {
	Arena *a;
	const Source *source;
	Diags *diags;
	List inks;            /* of Ink pointers */
	List wishes;          /* of Wish */
	List ids;             /* of Named */
	List characters;      /* of uint32_t: see Layout */
	unsigned char *heard; /* a bit for each of them; NULL: none yet */
	List needs;           /* of Need, each text once */
	List palettes;        /* of Palette pointers */
	const Ink
	    *color; /* of words in the boxes around whose style says none itself; NULL: theirs */
	Layout *layout;
	List images;          /* of Pictured: each file is read once */
	List lands;           /* of Landed: each file is read once */
	List *files;          /* of Ingredient: all that were read */
	const Node *list;     /* the one around; NULL: none */
	const Node *words;    /* the root of common.xml; NULL: none, or not readable */
	const Target *target; /* the language that words are read in; NULL: their own */
} Reading;

/* One file on the way to the one in hand, by which a circle of files is found. */
typedef struct Chain {
	const Source *source;
	const struct Chain *from; /* the file that names it; NULL: the first */
} Chain;

/* layout.c. The tree with its words in the language asked for. */
const Node *words_in_target(Reading *r, const Node *root);

/* layout_tree.c. A tree in the making: children are added at its end. */
typedef struct Tree {
	Node *node, *last;
} Tree;

/* A new node like another, but without children. */
Tree tree_begin(Arena *a, const Node *like);
void tree_add(Tree *tree, Node *child);
/* With all that is inside it. */
Node *node_copy(Arena *a, const Node *from);
/* A node of a tree that was read or copied here, so that it may still be changed. */
Node *node_own(const Node *node);
/* Puts `here`, or what shall stand in its place, or nothing, at the end of `anew`. */
typedef void (*TreePut)(const void *who, Tree *anew, Node *here);
/* Gives `parent`, a node of our own, its children anew: each passes through `put`, which is told `who`. */
void tree_renew(Node *parent, TreePut put, const void *who);

/* layout_extend.c. The layout's root, merged with what it extends; NULL when a file cannot be read.
 * `files`, of Ingredient: takes all that are read. */
const Node *layout_whole(Arena *a, const Source *source, List *files, Diags *diags);

/* layout_include.c. Puts what the includes under `root`, read from `source`, bring in their places. */
void layout_include(Arena *a, const Source *source, const Node *root, List *files, Diags *diags);

/* layout_form.c. What may stand in the files; layouts/layout.rng says the same for editors. */
const Language *layout_language(void);
const Language *words_language(void);
bool layout_form_check(Arena *a, const Node *root, Diags *diags);
bool words_form_check(Arena *a, const Node *root, Diags *diags);
/* The tree without attributes that say nothing: the form has told of them, so nobody else need. */
const Node *without_blanks(Arena *a, const Node *root);
bool is_blank(const char *value);
/* True for the name of an element that is a box. */
bool layout_is_box(const char *name);

/* layout_ink.c. `accent` is the ink of the nearest ancestor that has one; NULL: none. */
void inks_read(Reading *r, const Node *inks);
/* Without the attribute it is a tint of the accent, as far as most charts' tracks go. */
enum { TRACK_TINT = 20 /* per cent */ };
/* layout_figure.c. The accent, of which it is told when it is not there. */
const Ink *own_ink(Reading *r, const Node *node, const Ink *accent);

/* layout_contrast.c. Tells inks that cannot be seen where they stand, and those of palettes that cannot be told
 * apart, unless <inks> says that nobody shall look; once all boxes are read. */
void contrast_check(Reading *r, const Node *inks);

/* layout_palette.c */
void palettes_read(Reading *r, const Node *inks);
/* The palette the attribute `palette` names; NULL without it, or when it is told. */
const Palette *palette_attr(Reading *r, const Node *node);

/* layout_ink.c, again. The ink an attribute names, "accent" included; when that is told to be missing, one that stands in
 * for it. */
const Ink *ink_named(Reading *r, const Attr *attr, const char *name, const Ink *accent);
/* NULL without the attribute. */
const Ink *ink_attr(Reading *r, const Node *node, const char *attr, const Ink *accent);
/* Without the attribute it is a tint of the accent: so many per cent of it. */
const Ink *ink_attr_or_tint(Reading *r, const Node *node, const char *attr, const Ink *accent,
			    int percent);
/* "0.6pt rule": false when the attribute is not there or was wrong. */
bool line_attr(Reading *r, const Node *node, const char *attr, const Ink *accent, Len *width,
	       const Ink **ink);

/* What a style's element says of itself. */
void properties_read(Reading *r, Wish *wish);
/* Lays the properties that `over` says upon `under`. */
void wish_lay(Wish *under, const Wish *over);

/* layout_style.c */
void styles_read(Reading *r, const Node *styles);
/* The complete style for text of its own; NULL when there is none, which is told. */
const Style *style_named(Reading *r, const char *name, Place place, const Ink *accent);
/* The style the attribute names; without it the first of `first` and "body" that exists. */
const Style *style_attr(Reading *r, const Node *node, const char *attr, const char *first,
			const Ink *accent);
/* The same, but without the attribute it is `fallback`. */
const Style *style_attr_or(Reading *r, const Node *node, const char *attr, const Style *fallback,
			   const Ink *accent);
bool style_is_there(const Reading *r, const char *name);
/* Style `name` laid over `base`. */
const Style *style_over(Reading *r, const Style *base, const char *name, Place place,
			const Ink *accent);
/* A list of style names, as flags by Style.index. */
const bool *style_flags(Reading *r, const Attr *attr);

/* layout_page.c */
void page_read(Reading *r, const Node *page);

/* layout_fit.c */
void fit_read(Reading *r, const Node *fit);
/* Tells of steps that name elements which are not there or cannot be shortened; once all boxes are read. */
void fit_names_check(Reading *r, const Node *fit);

/* layout_round.c */
void rounds_read(Reading *r, const Node *root);

/* layout_words.c */
void words_read(Reading *r, const Node *words);
/* Remembers that `who` uses a common text. */
void text_need(Reading *r, const char *id, const char *who);
/* That a figure's alternative text comes from the common ones, unless it has its own. */
void alt_need(Reading *r, const Node *figure);
/* Tells the common texts that the boxes need and that are not there. */
void needs_check(Reading *r, const Node *root);

/* layout_box.c */
Element *element_make(Reading *r, const Node *node, const Ink *accent);

/* layout_attr.c */
/* Keeps an element's id, so that two of the same are found at the end. */
const char *id_keep(Reading *r, const Node *node);
/* The place of the attribute's value among `words`; 0 when it is not there, or is told. */
int choice_attr(Reading *r, const Node *node, const char *name, const char *const *words);
const Expr *path_attr(Reading *r, const Node *node, const char *attr);
Len len_attr(Reading *r, const Node *node, const char *attr, Len otherwise);
/* The same for the size of something that is there to be seen: more than 0. */
Len seen_len_attr(Reading *r, const Node *node, const char *attr, Len otherwise);
Format format_attr(Reading *r, const Node *node, const char *attr, Format otherwise);
/* "yes" or "no"; `*out` as it was without the attribute. */
void flag_attr(Reading *r, const Node *node, const char *attr, bool *out);

/* layout_text.c */
/* Keeps the characters of words that stand in an attribute; gives the words back. */
const Pattern *characters_keep(Reading *r, const Pattern *pattern);
/* The words inside an element, spans and all; without a `base` there may be no spans. */
const Pattern *pattern_inside(Reading *r, const Node *node, const Style *base, const Ink *accent);
/* The words and the style of a paragraph or heading. */
void text_read(Reading *r, const Node *node, Element *element, const Ink *accent);
/* Its own alternative text, if it has one. */
void alt_read(Reading *r, const Node *node, Element *element);

/* layout_decor.c */
void decor_read(Reading *r, const Node *node, const Ink *accent, Decor *decor);

/* layout_row.c */
const RowSpec *row_spec_read(Reading *r, const Node *node);
/* Whether what stands in its columns that are as wide as their content has a width: `row` with its children. */
void row_widths_check(Reading *r, const Element *row);
RowAlign row_align_attr(Reading *r, const Node *node);
/* A list of Track. */
List tracks_attr(Reading *r, const Attr *attr);

/* layout_grid.c */
const GridSpec *grid_spec_read(Reading *r, const Node *node);
/* How many places of the grid around it an element takes. */
void span_read(Reading *r, const Node *node, Element *element);

/* layout_list.c */
bool is_list(const Node *node);
/* The items that are read next are those of this list; what else stands in it is told. */
void list_begin(Reading *r, const Node *list);
/* Whether an item stands in a list; told. */
bool item_check(Reading *r, const Node *item);
/* Its own mark, that of its list, or a bullet. */
const Attr *item_mark(const Reading *r, const Node *item);

/* layout_columns.c */
const ColumnsSpec *columns_spec_read(Reading *r, const Node *node);
RowAlign stack_align_attr(Reading *r, const Node *node);
/* Whether a box of columns keeps with its next; that no columns are around it is told. */
void keep_read(Reading *r, const Node *node, Element *element);

/* layout_frame.c */
const FrameSpec *frame_spec_read(Reading *r, const Node *node);
/* The share of a <stretch>, in thousandths; that it stands where nothing is left over is told. */
int share_read(Reading *r, const Node *node);

/* layout_rest.c: limit, more-style and <more>; `style` is that of its words when it names none. */
void rest_read(Reading *r, const Node *node, const Style *style, const Ink *accent, RestSpec *rest);

/* layout_repeat.c */
void order_read(Reading *r, const Node *node, OrderSpec *order);
const RepeatSpec *repeat_read(Reading *r, const Node *node);

/* layout_table.c, layout_chart.c */
const TableSpec *table_read(Reading *r, const Node *node, const Ink *accent);
const LadderSpec *ladder_read(Reading *r, const Node *node, const Ink *accent);
const DonutSpec *donut_read(Reading *r, const Node *node, const Ink *accent);
const ChartSpec *chart_read(Reading *r, const Node *node, const Ink *accent);

/* layout_icon_array.c */
const IconArraySpec *icon_array_read(Reading *r, const Node *node, const Ink *accent);

/* layout_locator.c */
const LocatorSpec *locator_read(Reading *r, const Node *node, const Ink *accent);

/* layout_image.c */
const ImageSpec *picture_read(Reading *r, const Node *node);
PictureSize picture_size(Reading *r, const Node *node);
/* Tells a picture without words for those who do not see it. */
void picture_alt_check(Reading *r, const Node *node);

/* layout_icon.c */
/* The outlines that `d` (with `viewbox`) or `src` say, and how large their view is; false, and told, when
 * there are none. `filled`: what a drawing program left unpainted is passed over. */
bool icon_drawing_read(Reading *r, const Node *node, bool filled, IconSpec *icon);
const IconSpec *icon_read(Reading *r, const Node *node, const Ink *accent);
