/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * box.h: a page of which every word is said and nothing is in place.
 *
 * Made by fill, used by set_page. A box has final words and the layout's
 * wishes about looks; it has no position and no size. Each word and each mark
 * knows the datum it came from.
 */
#include "base/decimal.h"
#include "base/ticks.h"
#include "model/fact.h"
#include "model/layout.h"

/* Where a stretch of text, or a mark, comes from. */
typedef struct Origin {
	int start, end; /* bytes in the text it belongs to; 0, 0 for a mark */
	const char
	    *path;  /* of the datum: "parts/part[1]/@share"; NULL: it says none as it stands */
	Place data; /* of the datum; file NULL when there is none */
	Place layout;
	const char *
	    language; /* of words that stand as the data has them, when that is not the page's; else NULL */
	const Basis *basis; /* what it rests on; NULL: the layout's words, or its furniture */
} Origin;

typedef struct StyleRange {
	int start, end; /* bytes */
	const Style *style;
} StyleRange;

/* Where a link leads: an address of http, https or mailto, in ASCII. */
typedef struct LinkTo {
	const char *address;
	Origin origin;
} LinkTo;

typedef struct LinkRange {
	int start, end; /* bytes */
	const LinkTo *to;
} LinkRange;

/* Text that is ready to be set: white space folded, in one language. */
typedef struct Words {
	const char *text;         /* UTF-8; "" when there are none */
	int length;               /* bytes */
	const StyleRange *styles; /* in order, without gaps, covering the text */
	int style_count;
	const Origin *origins; /* in order, covering the text */
	int origin_count;
	int point; /* bytes before the decimal mark, for decimal alignment; the end of the digits without one */
	const Style *style;     /* of the paragraph: alignment, leading */
	const LinkRange *links; /* in order, not touching each other */
	int link_count;
} Words;

typedef struct SparkBox {
	const SparkSpec *spec;
	const Decimal *values;
	int count; /* at least one */
	Origin first, last;
	const Basis *course; /* all of them */
	const char *alt;
} SparkBox;

typedef struct Cell {
	Words words;
	bool has_bar;
	Decimal value;         /* of its bar */
	Origin origin;         /* of its bar */
	const SparkBox *spark; /* NULL: none */
} Cell;

/* Rows of a table, or items of a chart, that are not shown, and what is said for them. */
typedef struct Rest {
	int least; /* how few fitting may show: all that stand when it may take none away */
	/* What stands below the last one when only so many are shown: more[shown - least], for each count
	 * from `least` to all that stand. Without text where none is hidden. */
	const Words *more;
} Rest;

/* The row above a group's rows. */
typedef struct GroupHead {
	int row; /* the first of the group */
	Words words;
} GroupHead;

typedef struct TableBox {
	const TableSpec *spec;
	Words caption;
	const Words *head; /* one a column */
	const Cell *cells; /* row by row, spec->column_count each */
	int row_count;     /* as the layout's limit lets them stand */
	Rest rest;
	const GroupHead *groups; /* of all rows, in their order; NULL: no groups */
	int group_count;
	bool has_head; /* false: no column has a head */
} TableBox;

typedef struct LadderBox {
	const LadderSpec *spec;
	int value, of; /* 1 <= value <= of <= 1000 */
	Words first, last;
	Origin origin;
} LadderBox;

typedef struct DonutBox {
	const DonutSpec *spec;
	Decimal value; /* per cent, 0 … 100 */
	Words text;
	Origin origin;
} DonutBox;

/* The round numbers along a scale: the same ones in all charts that name it. */
typedef struct Axis {
	Ticks ticks;
	const Words *labels; /* one a tick */
} Axis;

typedef struct ChartItem {
	Words label, figure;
	Decimal value;
	Origin origin; /* of the value */
	bool has_from; /* it came from somewhere: */
	Words from_figure;
	Decimal from;
	Origin from_origin;
	const Basis *way; /* of a line from there to here */
	int rank;     /* of a TREEMAP: its place among them all from large to small, from 0 … */
	Words number; /* … and in words, from 1 */
} ChartItem;

typedef struct ChartBox {
	const ChartSpec *spec;
	Decimal
	    whole; /* of kinds with parts: what all items are parts of, shown or not; 0: all are 0 */
	Words title;
	const ChartItem *items;
	int count; /* 0: a placeholder; else as the layout's limit lets them stand */
	Rest rest;
	const Axis *axis;         /* NULL: none was asked for */
	Words placeholder;        /* why there are none */
	Words from_head, to_head; /* of slopes; without text: none */
} ChartBox;

typedef struct IconArrayBox {
	const IconArraySpec *spec;
	bool known;    /* false: a placeholder */
	Decimal value; /* 0 … of */
	int of;        /* 1 … ICONS_MOST */
	Origin origin;
	Words placeholder; /* why there is no value */
} IconArrayBox;

/* A place on the earth, in degrees. */
typedef struct LocatorBox {
	const LocatorSpec *spec;
	bool known;       /* false: a placeholder */
	Decimal lat, lon; /* -90 … 90, -180 … 180 */
	Origin lat_origin, lon_origin;
	Words label;
	Words placeholder; /* why it is not known */
} LocatorBox;

typedef struct Box Box;
struct Box {
	/* Its kind, name, place and decor. What is left out has no box: a row's boxes name their
	 * slots, and the track of one that is left out stays empty. */
	const Element *element;
	/* Which child of the element around it this box comes from: its own element, or the repeat that
	 * made it. */
	const Element *slot;
	const Box *first, *next;
	Words words;         /* of an ELEMENT_TEXT */
	const Words *shorts; /* shorter words for the same, element->short_count of them */
	const Words *mark;   /* what hangs before them; NULL: nothing */
	const TableBox *table;
	const LadderBox *ladder;
	const DonutBox *donut;
	const IconArrayBox *icons;
	const LocatorBox *locator;
	const ChartBox *chart;
	const char *alt; /* what a figure shows, in words; NULL for boxes that are no figures */
};

/* What fill makes of one record in one language. */
typedef struct Story {
	const Layout *layout;
	const char *language; /* BCP 47, of every word in it */
	bool backwards;       /* that runs from right to left */
	const char *title;
	const char *file; /* the record's, for diagnostics about the page as a whole */
	const Box *body;
	const Box *foot; /* NULL: none */
} Story;
