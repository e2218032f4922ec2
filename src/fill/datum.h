/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * datum.h: what the layout needs of the data, found and checked.
 *
 * Walks a path, chooses by language where a record says a thing in several, and
 * tells what is missing, empty, said more often than is wanted or no number:
 * at the place in the data, with the place in the layout that needs it. Says
 * nothing on the page; message.c does.
 */
#include "fill/fill.h"
#include "fill/path.h"

/* Who says: with what, and to whom troubles are told. */
typedef struct Speaker {
	Arena *arena;
	const Saying *saying;
	Diags *diags;
	bool failed;               /* something was told as an error, be it a repetition */
	int shown;                 /* rows, bars, items and rounds of repeats so far */
	const Standing *top;       /* at the record's root: where the layout's own paths start */
	struct Rounding *rounding; /* private to rounding.c; NULL: not needed yet */
	struct AxisWish *axes;     /* private to fill_axis.c; NULL: no chart has an axis */
} Speaker;

/* The diagnostics, to tell an error to. */
Diags *speaker_trouble(Speaker *speaker);
/* What to call what was found: see found_path. */
const char *speaker_path(Speaker *speaker, const Found *found);
/* More was asked for than any page shows, which was told: repeats inside repeats end here. */
bool speaker_is_full(const Speaker *speaker);

typedef struct Datum {
	const char *text; /* white space folded, not empty */
	const char *name; /* what to call it: "count" */
	const Node
	    *element;     /* it or its owner; NULL for a value that is not in the data: count() */
	const Attr *attr; /* NULL: it is the element */
	Origin origin;    /* start and end 0 */
} Datum;

typedef struct DatumList {
	const Datum *items;
	const Found *found; /* the same, as the path found them */
	int count;          /* 0: none, which was told */
} DatumList;

/* What was made of things that were found. */
const Basis *basis_found(Arena *a, const Found *found, int count, Making making);

/* The one value of an expression; false when there is none, or several, or one that is empty or
 * endless, which is told. */
bool datum_find(Speaker *speaker, const Expr *value, const Standing *at, Datum *out);
/* All values of an expression, in document order. `whole`: each must say something itself; else
 * what is inside it is asked for. */
DatumList datum_list(Speaker *speaker, const Expr *value, bool whole, const Standing *at);

/* Whether a page may show so many rows, bars or items; false, and told, beyond a thousand: then a
 * file is not what it was meant to be, and to measure all of it would take for ever. */
bool datum_count_fits(Speaker *speaker, const Expr *path, const FoundList *found);

/* The datum as a number; false, and told, when it is none. */
bool datum_number(Speaker *speaker, const Datum *datum, Decimal *out);
bool datum_whole(Speaker *speaker, const Datum *datum, int64_t *out);

/* Where to tell what is wrong with a datum: in the data, or, when it is not from there, in the
 * layout. */
Place datum_place(const Datum *datum);
/* For the end of a hint: "; the layout asks for a number at …"; "" when the datum stands there itself. */
const char *datum_asked(Speaker *speaker, const Datum *datum, const char *what);
/* "layouts/profile.xml:88:5". */
const char *place_text(Arena *a, Place place);
