/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * shelf.h: what all profiles of a run share: the edition and what it names.
 *
 * Opened once and const from then on: edition, schema, rules, layout, names, fonts,
 * and a locale for each language. Whatever is wrong with any of them is told
 * when it is opened, all of it; a shelf with gaps still serves to check the
 * records, and says what it cannot be used for.
 */
#include "base/cache.h"
#include "fill/locale.h"
#include "model/edition.h"
#include "model/layout.h"
#include "model/names.h"
#include "read/rules.h"
#include "read/schema.h"
#include "run/past.h"
#include "run/tongue.h"
#include "text/font.h"

typedef struct Shelf {
	const Edition *edition;
	const char *root; /* nothing outside of it is read, but for fonts */
	Schema *schema;   /* NULL: the edition names none, or it is of no use */
	Rules *rules;     /* NULL: the edition names none, or they are of no use */
	bool checks;      /* schema and rules are whole, if any are named: records can be trusted */
	const Layout *layout;           /* in the language it is written in; NULL: of no use */
	const Names *names;             /* NULL: the edition has none */
	const Ingredient *names_schema; /* NULL: they have none */
	bool own_layout;                /* the layout is the one that the edition names */
	const FontList *font_list;
	Fonts *fonts;
	Cache *cache;         /* of what was worked out for one page and may serve another */
	Tongue *tongues;      /* one a language that is asked for */
	bool asks_history;    /* the layout looks at editions before … */
	const Past *past;     /* … which are these; NULL: there are none */
	bool fills;           /* header, layout and names are whole */
	bool sets;            /* and so are the fonts */
	const char *versions; /* of the program and the libraries that a page's bytes depend on */
} Shelf;

/* What is to be put on it. */
typedef struct ShelfFiles {
	const char *edition;
	const char *layout; /* NULL: the one the edition names */
	const char *fonts;  /* the list of fonts, wherever it is; NULL: the one the edition names */
	const char *root;   /* nothing outside of it is read, but for fonts */
	const char *const *languages; /* that are asked for; NULL, or none: all of the edition */
} ShelfFiles;

/* NULL when the edition itself cannot be read. */
const Shelf *shelf_open(Arena *a, const ShelfFiles *files, Diags *diags);
/* NULL is allowed. */
void shelf_close(const Shelf *shelf);

/* What the pages in a language are said with. NULL, and told at the edition's languages, when it was not asked for. */
const Tongue *shelf_tongue(const Shelf *shelf, const char *language, Diags *diags);
