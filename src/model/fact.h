/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * fact.h: what is said and drawn on a page rests on: values in files.
 *
 * A fact is a value in a file: of a record, of an edition's header, of an edition before. It can be
 * found there again by its place and by a path. What a page says is one fact, or was made of several.
 * Lives as long as the trees that it points into.
 */
#include "model/node.h"

typedef struct Fact {
	const Node *node;
	const Attr *attr; /* NULL: the element itself */
} Fact;

/* What was made of facts. */
typedef enum Making {
	MADE_AS_IS,    /* the one fact, be it written as the page's language does */
	MADE_ROUNDED,  /* the same, rounded so that it adds up with those beside it */
	MADE_SHARE,    /* per cent of what it and the like-named values beside it are together */
	MADE_COUNT,    /* how many there are, be it none */
	MADE_POSITION, /* which one the fact is among those that the layout goes through */
	MADE_RANK,     /* which one the fact is by size among those beside it in the chart */
	MADE_TOGETHER, /* one mark that shows all the facts: a course, a way from one to the other */
	MAKINGS
} Making;

/* No page shows more; yet a path may count all that a file has. */
enum { BASIS_MOST = 1000 };

typedef struct Basis {
	const Fact *facts;
	int count;
	int all; /* how many there are; of more than BASIS_MOST only the first are kept */
	Making making;
	const Node *word; /* in a file of names: what stands for the fact; NULL: nothing does */
} Basis;

/* One fact as it is. */
const Basis *basis_of(Arena *a, const Node *node, const Attr *attr);
/* The same facts, but something else was made of them. NULL for NULL. */
const Basis *basis_made(Arena *a, const Basis *basis, Making making);
/* A word that was looked up stands for the fact. */
const Basis *basis_named(Arena *a, const Basis *basis, const Node *word);
/* The facts of both together, either may be NULL. */
const Basis *basis_together(Arena *a, const Basis *one, const Basis *other);
/* "count", "share" …; NULL for MADE_AS_IS. */
const char *making_name(Making making);

/* Of an attribute its name, of an element its text. */
Place fact_place(const Fact *fact);
/* XPath's string(): as the file has it. */
const char *fact_value(Arena *a, const Fact *fact);
/* An XPath 1.0 that selects the fact in its file and nothing else, from the root down:
 * "/report/part[2]/@share". Names in a namespace are told by local-name(), so that none need be bound. */
const char *fact_path(Arena *a, const Fact *fact);
/* The same, of a word in a file of names: its entry is told by its key. */
const char *word_path(Arena *a, const Node *word);
