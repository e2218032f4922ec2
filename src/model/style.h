/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * style.h: how text looks, fully resolved.
 *
 * A style in a layout may say a few properties only; the reader resolves what
 * it is like, what a span lays over it and what "accent" means where it stands.
 * So a Style is complete, and the same for everyone who holds it.
 */
#include "base/len.h"
#include "model/ink.h"

typedef enum Align { ALIGN_START, ALIGN_CENTER, ALIGN_END, ALIGN_DECIMAL, ALIGN_JUSTIFY } Align;
typedef enum Figures { FIGURES_DEFAULT, FIGURES_LINING, FIGURES_TABULAR, FIGURES_OLDSTYLE } Figures;
/* How the lines of a paragraph are chosen: together, together and alike, or one after the other. */
typedef enum Wrap { WRAP_PRETTY, WRAP_BALANCE, WRAP_FIRST_FIT } Wrap;

typedef struct Style Style;
struct Style {
	const char *name;
	Place place;
	int index; /* of the named style it comes from, 0 … Layout.style_count - 1: what fitting refers to */
	const char *family; /* in fonts.xml */
	Place family_place; /* where that is said, by this style or by one that it is like */
	Len size;
	int weight;      /* 100 … 900, as in CSS */
	int stretch;     /* per cent, as in CSS: 75 is condensed */
	int line_height; /* thousandths of the size */
	int tracking;    /* letter-spacing, thousandths of the size (em/1000) */
	Len rise;        /* baseline-shift, up positive, at the designed size */
	Figures figures;
	Align align;
	Wrap wrap;
	bool keep;    /* wrap="no": what stands in it stays on one line */
	bool optical; /* ink, not the room around it, stands at the margins; punctuation hangs */
	bool small_caps;
	bool hyphens; /* words may be divided after the patterns of the language */
	const Ink *color;
	Len space_before;
	const Style *
	    ordinal_suffix; /* how the letters after an ordinal's digits look ("th"); NULL: alike */
};
