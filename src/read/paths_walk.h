/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * paths_walk.h: one path against the form of the data, step by step. Private to layout_paths.c,
 * which knows where in a layout paths stand.
 *
 * The walk stands at a set of places in the schema: its <element> patterns for
 * what the current node may be. One name may be described in several places, so a
 * step is known when any of them knows it.
 */
#include "base/list.h"
#include "model/expr.h"
#include "read/schema_map.h"

typedef struct Known {
	const Node *pattern;
	Inside inside;
} Known;

typedef struct Walk {
	Arena *a;
	const Node *schema;          /* NULL: none */
	const struct Stand *group;   /* where the nodes of the current group stand; NULL: none */
	const struct Stand *current; /* where the whole expression is seen from */
	List roots;                  /* of Allowed: what a record can be */
	bool any_root;               /* or anything else */
	bool history;                /* some path asks for it */
	List insides;                /* of Known: each is looked up once */
	const Expr *word; /* a path that may be a word without its apostrophes; NULL: none */
	Diags *diags;
} Walk;

/* The trees that a path can stand in. */
typedef enum Tree { TREE_RECORD, TREE_HEADER, TREE_HISTORY, TREE_FORMER } Tree;

/* Where a path stands. */
typedef struct Stand {
	const Node **patterns;
	int count;
	bool any;  /* beyond what is known: no name can be called wrong */
	Tree tree; /* TREE_HISTORY, TREE_FORMER: at <history> itself, or an <edition> of it */
	const char *name; /* what to call it */
} Stand;

static const Stand anywhere = {.any = true};

/* A whole path, seen from there: where it leads. Steps that are not known are told. */
Stand path_check(Walk *w, const Expr *path, const Stand *from);
/* A whole expression. NULL is allowed. */
void expr_check(Walk *w, const Expr *expr, const Stand *at);
