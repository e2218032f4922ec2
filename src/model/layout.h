/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * layout.h: a page template, read and resolved.
 *
 * A tree of elements. Every style, ink and scale named exists, every text and
 * path is a tree, every length is a number: a Layout that was read without an
 * error can be filled with any record. Field names are those of the language.
 */
#include "model/chart.h"
#include "model/image.h"
#include "model/ingredient.h"
#include "model/pattern.h"
#include "model/segment.h"

typedef struct Edges {
	Len top, right, bottom, left;
} Edges;

enum { SIDE_TOP = 1, SIDE_RIGHT = 2, SIDE_BOTTOM = 4, SIDE_LEFT = 8, SIDE_ALL = 15 };

/* What any box may have around it. */
typedef struct Decor {
	Len space_before; /* above it, unless it is the first in its column */
	Edges padding;
	const Ink *background; /* NULL: none */
	const Ink *border;     /* NULL: none */
	Len border_width;
	unsigned border_sides; /* SIDE_… */
	bool dashed;
	bool bleed;    /* its background runs on to the bleed at the edges of the page it touches */
	bool artifact; /* page furniture: not read aloud */
} Decor;

typedef enum RowAlign { ROW_TOP, ROW_CENTER, ROW_BOTTOM, ROW_STRETCH, ROW_BASELINE } RowAlign;

typedef struct RowSpec {
	/* One a child; NULL: equal widths, or as wide as they are when `between`. */
	const Track *tracks;
	int count;
	Len gap;
	/* STRETCH: all as high as the highest. BASELINE: what stands at the same step of each column
	 * shares its first baseline. */
	RowAlign align;
	bool between; /* justify="between": what is left over goes between the children */
	bool close;   /* vacant="close": what is left out leaves no gap */
} RowSpec;

/* A bar in a cell. Bars that name one scale, wherever they stand on the page, share it. */
typedef struct BarSpec {
	const Ink *ink;
	const char *scale;
	Len width; /* of the longest bar of the scale */
} BarSpec;

typedef enum SortAs {
	SORT_EITHER, /* as numbers where all of them are, else as words */
	SORT_TEXT,   /* as words, in the order of the page's language */
	SORT_NUMBER,
	SORT_NAMES /* as text, by the names of the values in names.xml */
} SortAs;

/* In which order the nodes of a path stand, and which of them belong together. */
typedef struct OrderSpec {
	const Expr *sort; /* seen from each node: a path or count(); NULL: as the data has them */
	SortAs as;
	bool descending;
	const Expr *group; /* a path: nodes with the same value stand together; NULL: no groups */
} OrderSpec;

/* Its boxes stand there once for each node, or for each group of nodes. */
typedef struct RepeatSpec {
	const Expr *select;
	OrderSpec order;
} RepeatSpec;

typedef struct Column {
	Place place;
	const Pattern *head; /* NULL: an empty head */
	const Pattern *cell; /* NULL: nothing but a sparkline */
	const Expr *value;   /* what a bar measures */
	const Expr *when;    /* seen from the table; NULL: always */
	/* Says what stands in a cell for whose row `value` finds nothing; NULL: that is an error. */
	const Pattern *missing;
	Track width;
	Align align;
	bool row_header; /* scope="row": this cell names its row */
	const Style *style, *head_style;
	const BarSpec *bar;     /* NULL: none */
	const SparkSpec *spark; /* NULL: none; never beside a bar */
} Column;

typedef struct TableSpec {
	const Expr *select; /* a row for each node */
	RestSpec rest;
	OrderSpec order;
	/* A row above each group, seen from its first node; NULL: none. */
	const Pattern *group_head;
	const Style *group_style;
	const Pattern *caption;
	const Style *caption_style;
	const Column *columns;
	int column_count;
	const Ink *head_rule, *row_rule; /* NULL: none */
	Len head_rule_width, row_rule_width;
	Len cell_padding; /* above and below each cell */
	Len cell_inset;   /* left of the first cell of a row and right of its last */
	const Ink *zebra; /* behind every second row; NULL: none */
	Len gap;          /* between columns */
	Len caption_gap;  /* below the caption */
} TableSpec;

/* How large a picture is: nought is not said. One of them gives the other; both: as large as it can be
 * inside them; neither: as wide as its room. Never distorted. */
typedef struct PictureSize {
	Len width, height;
} PictureSize;

typedef struct IconSpec {
	const Segment *segments; /* from the corner of the view */
	int count;
	Len view_width, view_height; /* in the units of the segments; the longer is ICON_UNITS */
	PictureSize size;
	const Ink *ink;
	Len thickness; /* of its lines; 0: it is filled */
} IconSpec;

/* Icons in rows, as many as make a whole, filled as far as a value goes. */
typedef struct IconArraySpec {
	const Expr *value;
	const Expr *of; /* how many icons there are; NULL: of_count */
	int of_count;
	const Pattern
	    *figure; /* the value, as its alternative text says it; NULL: its number is enough */
	int columns;
	const IconSpec *icon;       /* its outline; NULL: a square */
	Len width;                  /* of all; 0: as wide as its room */
	Len gap;                    /* between icons; -1: a sixth of an icon */
	const Ink *ink, *track;     /* of what is filled, of the rest */
	const Ink *paper, *frame;   /* of the placeholder's words; paper NULL: none */
	const Pattern *placeholder; /* NULL: without a value there is an error */
	const Style *placeholder_style;
} IconArraySpec;

enum { ICONS_MOST = 1000 };

typedef struct GridSpec {
	const Track *tracks; /* of its columns */
	int count;           /* 1 … GRID_MOST */
	Len gap, row_gap;
	RowAlign align; /* in each row, as in a row's own */
} GridSpec;

enum { GRID_MOST = 100 };

typedef struct ColumnsSpec {
	int count; /* 1 … FLOW_MOST */
	Len gap;
} ColumnsSpec;

enum { FLOW_MOST = 20 };

/* Where on the page a frame stands: it takes no room in the flow. */
typedef struct FrameSpec {
	Len x, y; /* of its top left corner, from that of the trimmed page */
	Len width;
	Len height; /* 0: as high as its boxes, down to the end of the page */
} FrameSpec;

typedef struct ImageSpec {
	const Image *image;
	PictureSize size;
} ImageSpec;

typedef enum ElementKind {
	ELEMENT_COLUMN, /* its children stand one below the other: also body, band, callout, foot */
	ELEMENT_ROW,    /* side by side */
	ELEMENT_GRID,   /* row by row, in columns that line up */
	ELEMENT_STACK,  /* over one another */
	ELEMENT_COLUMNS, /* flowing down one column after the other */
	ELEMENT_TEXT,    /* p, h1, h2, h3, note, source */
	ELEMENT_TABLE,
	ELEMENT_LADDER,
	ELEMENT_DONUT,
	ELEMENT_ICON_ARRAY,
	ELEMENT_LOCATOR_MAP,
	ELEMENT_CHART, /* of any kind: chart->kind */
	ELEMENT_IMAGE,
	ELEMENT_ICON,
	ELEMENT_RULE,
	ELEMENT_SPACE,
	ELEMENT_STRETCH, /* takes its share of the height that is left over */
	ELEMENT_FRAME,   /* a column at fixed coordinates */
	ELEMENT_REPEAT   /* has no box: its children's boxes stand in its place, again and again */
} ElementKind;

typedef struct Element Element;
struct Element {
	ElementKind kind;
	const char *name; /* as the layout writes it: "band", "h2" */
	const char *id;   /* NULL: none */
	Place place;
	const Expr *when; /* NULL: always */
	Decor decor;
	const Element *first, *next;
	/* The one that belongs to the kind is there, the others are NULL: */
	const Pattern *text; /* TEXT */
	const Pattern *const
	    *shorts; /* TEXT: shorter words for the same, that fitting may choose */
	int short_count;
	const Style *style;  /* TEXT */
	const Pattern *mark; /* TEXT: what hangs before the words of a note; or NULL */
	const Style *mark_style;
	const RowSpec *row;
	const GridSpec *grid;
	const ColumnsSpec *columns;
	RowAlign align;       /* STACK: TOP, CENTER or BOTTOM */
	bool keeps_with_next; /* no column of a flow ends behind it */
	int span, rows; /* how many columns and rows of the grid around it takes: at least 1 */
	const FrameSpec *frame;
	const TableSpec *table;
	const LadderSpec *ladder;
	const DonutSpec *donut;
	const IconArraySpec *icons;
	const LocatorSpec *locator;
	const ChartSpec *chart;
	const ImageSpec *image;
	const IconSpec *icon;
	const RepeatSpec *repeat;
	int share;          /* STRETCH: thousandths */
	Len thickness;      /* RULE, in decor.border's ink; SPACE: its height */
	const Pattern *alt; /* its own alternative text, instead of the common one; or NULL */
};

typedef enum FitKind {
	FIT_SPACE,
	FIT_LEADING,
	FIT_TRACKING,
	FIT_SIZE,
	FIT_CONDENSE,
	FIT_TEXT,   /* texts take their shorter words */
	FIT_ROWS,   /* tables and charts show fewer rows, and how many more there are */
	FIT_SPREAD, /* the rest let a page out that has room to spare */
	FIT_SPREAD_SPACE,
	FIT_SPREAD_LEADING
} FitKind;

/* One rung of the fit ladder. How far it was taken is one whole number, from its design (fit_step_design)
 * to `floor`. */
typedef struct FitStep {
	FitKind kind;
	Place place;
	/* SPACE, LEADING, SIZE and the spreading of them: thousandths of what was designed; TRACKING:
	 * letter-spacing, em/1000; CONDENSE: 1; TEXT: how many of its texts are short; ROWS: at least so many
	 * rows; SPREAD: at most so much more before each, a Len. */
	int floor;
	const bool *styles;    /* TRACKING, SIZE, CONDENSE: by Style.index, which it may touch */
	const char *at;        /* SPREAD: before elements of this name */
	const char *const *of; /* TEXT, ROWS: ids, ended by NULL; NULL: all tables and charts */
} FitStep;

/* Values that are printed with so many decimals wherever they are printed; those inside one parent are rounded
 * together, so that they add up to their rounded sum. */
typedef struct RoundSpec {
	Place place;
	const Expr *select; /* a path from the record's root */
	int decimals;       /* 0 … 6 */
} RoundSpec;

/* Levels of ROWS and TRACKING that hold nothing back. */
enum { FIT_ROWS_ALL = 1 << 10, FIT_TRACKING_FREE = 1 << 20 };

/* What a step changes, as the layout language calls it: "space", "line-height", "letter-spacing",
 * "font-size", "font-stretch", "text", "rows"; NULL where that is said by its `at`. */
const char *fit_step_property(const FitStep *step);
/* Where a step stands that was not taken. */
int fit_step_design(const FitStep *step);
/* Whether it lets a page out instead of taking it in. */
bool fit_step_spreads(const FitStep *step);

/* A text that belongs to no layout, from common.xml: "ladder-first", "donut-alt" … */
typedef struct CommonText {
	const char *id;
	const Pattern *text;
} CommonText;

typedef struct PageSpec {
	Len width, height; /* of the trimmed page */
	Edges margin;
	Len bleed;
} PageSpec;

typedef struct Layout {
	const char *file;
	const char *name;
	const char *language; /* of its words, as they were read */
	const char *original; /* that it is written in, and the records with it */
	PageSpec page;
	const Ink *const *inks; /* in the order of the layout */
	int ink_count;
	const Style *const *styles; /* the named ones, by Style.index */
	int style_count;
	const FitStep *fit;
	int fit_count;
	const RoundSpec *rounds; /* the first that selects a value holds */
	int round_count;
	const Pattern *title; /* of the document, for a reader's window and for search */
	const Element *body;  /* fills the page between its margins */
	const Element *foot;  /* stands at the bottom margin; NULL: none */
	const CommonText *common;
	int common_count;
	const uint32_t *characters; /* of all its words, beyond ASCII, each once */
	int character_count;
	/* Which conventions ICU is asked for, by language: "en" may be set by "en-GB". Pairs; NULL-terminated. */
	const char *const *locales;
	/* Itself, and all that was read with it: what it extends and includes, common texts, translations,
	 * pictures; one may stand there more than once. */
	const Ingredient *files;
	int file_count;
} Layout;

/* Whether a step of FIT_ROWS may take rows from the table or chart with that id (NULL: it has none). */
bool fit_step_has_rows(const FitStep *step, const char *id);
/* How few rows any step of the fit ladder may leave a table or chart with that id; 0: none touches it. */
int layout_rows_least(const Layout *layout, const char *id);
/* The common text called `id`, or NULL. */
const Pattern *layout_common(const Layout *layout, const char *id);
/* The ICU conventions for `language`: as common.xml says, else the language itself. */
const char *layout_locale(const Layout *layout, const char *language);
