/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pattern.h: a text of a layout, read once into a tree.
 *
 * "{path, format, variant}" takes a value from the data; plural and select
 * choose a branch; spans change the style. Quoting follows ICU's MessageFormat
 * (ApostropheMode DOUBLE_OPTIONAL). fill/message.c says it in a language.
 */
#include "model/expr.h"
#include "model/style.h"

typedef enum Format {
	FORMAT_NONE, /* the words as they stand in the data */
	FORMAT_NUMBER,
	FORMAT_PERCENT, /* 31 is 31 % */
	FORMAT_SHARE,   /* what per cent it is of the sum of the like-named values beside it */
	FORMAT_ORDINAL,
	FORMAT_SPELLOUT,
	FORMAT_SPELLOUT_ORDINAL,
	FORMAT_DATE,
	FORMAT_LIST, /* every value the path selects, joined: "A, B and C" */
	FORMAT_NAMES /* each value looked up in names.xml, then joined as a list;
	               * `variant` is the child wanted ("adjective"), NULL or "list": "name" */
} Format;

typedef enum PatternKind {
	PATTERN_TEXT,
	PATTERN_VALUE,
	PATTERN_PLURAL,
	PATTERN_SELECT,
	PATTERN_HASH, /* "#" in a branch of a plural: the number chosen by */
	PATTERN_SPAN
} PatternKind;

typedef struct Pattern Pattern;
typedef struct Branch Branch;

struct Branch {
	const char *key; /* "=1", "one", "other"; a word for select */
	Place place;
	const Pattern *text; /* NULL: says nothing */
	const Branch *next;
};

struct Pattern {
	PatternKind kind;
	Place place;
	const Pattern *next;
	const char *text;  /* TEXT; white space as written, folded when it is said */
	const Expr *value; /* VALUE, PLURAL, SELECT */
	Format format;     /* VALUE */
	/* VALUE: with FORMAT_NAMES a form; with an ordinal or a number in words its gender and case, as
	 * CLDR's rules name them; or NULL. */
	const char *variant;
	const Pattern
	    *item; /* VALUE with FORMAT_LIST: how each item reads, seen from it; or NULL */
	const Branch *branches; /* PLURAL, SELECT; there is always an "other" */
	const Style *style;     /* SPAN: complete, the paragraph's style already under it */
	const Pattern *inside;  /* SPAN */
	const Pattern *href;    /* SPAN: where it leads; NULL: it is no link */
};
