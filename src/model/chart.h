/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * chart.h: what a layout asks of its charts and share figures.
 *
 * A chart shows many values of one kind, each with a label; its kind says how. All
 * kinds have the same parts: a title, the items that a path selects, a scale, and
 * words that stand in its place when there are none. A share figure (ladder,
 * donut, icon array, sparkline, locator map) shows one thing and stands among words.
 */
#include "model/ink.h"
#include "model/land.h"
#include "model/pattern.h"
#include "model/track.h"

/* What stands for rows of a table, or items of a chart, that are not shown. */
typedef struct RestSpec {
	int limit;           /* at most so many rows stand; 0: all */
	const Pattern *more; /* its own words, instead of the common text; or NULL */
	const Style *style;  /* of these words */
} RestSpec;

/* A line through values in a cell, with a dot at the last. */
typedef struct SparkSpec {
	const Expr *values; /* seen from the row's node */
	const Expr *last;   /* one more, behind them; NULL: none */
	const char *scale;  /* all that name it share their least and greatest; NULL: its own */
	bool reverse;       /* the least on top, as of ranks */
	const Ink *ink;
	Len width, thickness;
	const Pattern *alt; /* its own alternative text, instead of the common one; or NULL */
} SparkSpec;

typedef struct LadderSpec {
	const Expr *value, *of;
	const Ink *ink, *track; /* of the one mark, of the others */
	const Style *style;     /* of the ends */
	Len height;             /* of the ticks; the mark stands out above and below them */
} LadderSpec;

typedef struct DonutSpec {
	const Expr *value;   /* per cent */
	const Pattern *text; /* in its middle */
	const Style *style;
	const Ink *ink, *track;
	Len thickness;
} DonutSpec;

/* A small map that says where a place lies. */
typedef struct LocatorSpec {
	const Expr *lat, *lon; /* degrees north and east */
	const Land *land;
	int across;     /* degrees across the longer side, around the place; 0: the world */
	Len height;     /* 0: what the map asks for by its width */
	const Ink *ink; /* of the mark */
	const Ink *ground, *sea, *graticule; /* sea, graticule NULL: none */
	const Ink *paper, *frame;            /* of the placeholder's words; paper NULL: none */
	const Pattern *label;                /* at the mark; NULL: none */
	const Pattern *placeholder;          /* NULL: without a position there is no box at all */
	const Style *style, *placeholder_style;
} LocatorSpec;

typedef enum ChartKind {
	CHART_BARS,    /* horizontal, one below the other */
	CHART_COLUMNS, /* upright, side by side */
	CHART_DOTS,    /* a dot a row; with `from` two, and a line between */
	CHART_SLOPES,  /* a line an item, from what it was to what it is */
	CHART_STACK,   /* one bar, parted among the items */
	CHART_TREEMAP, /* a rectangle, parted among the items */
	CHART_KINDS
} ChartKind;

typedef struct ChartSpec {
	ChartKind kind;
	Place place;
	const Expr *select;            /* an item for each node */
	const Expr *value;             /* seen from it */
	const Pattern *label, *figure; /* seen from it: its name; its value in words */
	const Pattern *title;
	RestSpec rest;
	const Pattern *placeholder; /* NULL: without data there is no box at all */
	const Style *title_style, *label_style, *figure_style, *placeholder_style;
	const Expr *from;           /* seen from an item: where it came from; NULL: from nowhere */
	const Pattern *from_figure; /* that in words */
	const Pattern *from_head, *to_head; /* of SLOPES, over then and now; NULL: none */
	const Style *head_style;
	bool reverse;           /* of SLOPES: the least stands at the top */
	const Expr *of;         /* of kinds with parts, the whole; NULL: its items together */
	const char *scale;      /* charts and bars of tables that name one share it */
	bool shared;            /* the layout names its scale, so that others may share it */
	const Ink *ink, *track; /* of the marks; of what stands for nothing: the placeholder's */
	const Palette *palette; /* for parts told apart by ink and pattern; NULL: all in `ink` */
	/* Of words on a mark, for each ink of the palette, or for `ink`: legible on it. */
	const Ink *const *lettering;
	const Ink *paper; /* behind the placeholder's words; NULL: none */
	const Ink *frame; /* the placeholder's dashed edge */
	Track label_width;
	Len row_height; /* from bar to bar */
	Len bar_height;
	Len height;              /* of kinds whose items do not say it */
	const Style *axis_style; /* of the numbers along its axis; NULL: it has none */
	const Pattern *tick;     /* how one of them is said, seen from <tick value="…"/> */
	Len inset; /* inside the placeholder's edge, where the layout says no padding */
	int rows;  /* how many items the placeholder draws */
} ChartSpec;

/* Kinds whose marks stand at their value, and do not grow from nought to it. */
bool chart_kind_stands(ChartKind kind);
/* Kinds that show a whole and its parts. */
bool chart_kind_has_parts(ChartKind kind);
