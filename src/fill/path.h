/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * path.h: walks the data along the layout's paths.
 *
 * Our own walker over model/node.h for the subset of XPath 1.0 in model/expr.h;
 * whatever it answers, libxml2's XPath answers the same on the data without its
 * namespaces (but "1e3" is no number here, as the standard has it; current() and
 * current-group() are XSLT's; "edition" and "history" stand for other trees). It finds, and never complains; what was looked at is kept
 * where the Standing asks for that, and never changes an answer.
 */
#include "fill/seen.h"
#include "model/expr.h"
#include "model/node.h"

/* Where a path starts. */
typedef struct Standing {
	const Node *node;              /* the current node; NULL selects nothing */
	const Node *edition;           /* the edition's header */
	int position;                  /* of the node among those selected with it, from 1 */
	const struct FoundList *group; /* the current group; NULL: none */
	Seen *seen;                    /* keeps what is looked at; NULL: nobody asks */
	const Node *history;           /* see Record; NULL selects nothing */
} Standing;

/* One thing a path found: an element (attr NULL) or one of its attributes. */
typedef struct Found {
	const Node *node;
	const Attr *attr;
	int position; /* among all that was found, from 1 */
	Seen *seen;   /* of the Standing that it was found from */
} Found;

typedef struct FoundList {
	const Found *items;
	int count;
} FoundList;

/* At one of the nodes that were found from `around`; its group is still the current one. */
Standing standing_on(const Standing *around, const Found *found);

/* Everything a path selects, in document order. `path` is an EXPR_PATH. */
FoundList path_select(Arena *a, const Expr *path, const Standing *at);

/* A condition's truth, after XPath 1.0's boolean(). NULL is true. */
bool path_test(Arena *a, const Expr *expr, const Standing *at);

/* XPath's string() of any expression. */
const char *path_text(Arena *a, const Expr *expr, const Standing *at);

/* The value of what was found, white space folded; its place in the data; and its path from the
 * record's root ("parts/part[1]/@share", positions only where there are several; "edition/…" in
 * the header, "history/edition[@year='2023']/report/…" in former editions). */
const char *found_text(Arena *a, const Found *found);
Place found_place(const Found *found);
const char *found_path(Arena *a, const Found *found, const Node *edition, const Node *history);

/* How far a path that finds nothing comes: the last element on its way that is there (NULL: not
 * even its start), and the step that finds nothing (NULL when the path finds something). */
const Node *path_reach(Arena *a, const Expr *path, const Standing *at);
const Step *path_missing(Arena *a, const Expr *path, const Standing *at);
