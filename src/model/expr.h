/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * expr.h: paths and conditions, read once into a tree.
 *
 * A subset of XPath 1.0 (W3C, 1999): child steps, ".", "@name", predicates,
 * position(), last(), count(), not(), comparisons, "and", "or", numbers and strings.
 * A path whose first step is the element "edition" starts at the edition's
 * header, one whose first step is "history" at what former editions say of the
 * record, one that begins with current() (XSLT 1.0, 12.4) at the node that the
 * whole expression is seen from, and with current-group() (XSLT 2.0, 14.1) at the
 * nodes of the group that a repeat stands at; every other path starts at the
 * current node.
 * fill/path.c walks it.
 */
#include "base/diag.h"

typedef enum ExprKind {
	EXPR_PATH,
	EXPR_STRING,
	EXPR_NUMBER,
	EXPR_POSITION,
	EXPR_LAST,  /* inside a condition in brackets */
	EXPR_COUNT, /* of left, a path */
	EXPR_NOT,   /* left */
	EXPR_AND,
	EXPR_OR,
	EXPR_EQUAL,
	EXPR_UNEQUAL,
	EXPR_LESS,
	EXPR_LESS_EQUAL,
	EXPR_GREATER,
	EXPR_GREATER_EQUAL
} ExprKind;

typedef enum StepKind { STEP_CHILD, STEP_SELF, STEP_ATTRIBUTE } StepKind;

/* Where a path starts; its name there is no step. */
typedef enum PathStart {
	START_HERE,
	START_CURRENT, /* "current()" */
	START_GROUP,   /* "current-group()" */
	START_EDITION,
	START_HISTORY
} PathStart;

typedef struct Expr Expr;
typedef struct Step Step;

struct Step {
	StepKind kind;
	const char *name; /* NULL for "." */
	/* A chain through Expr.next; a bare number n means position() = n. */
	const Expr *predicates;
	const Step *next;
};

struct Expr {
	ExprKind kind;
	Place place;
	const char *source; /* as the layout writes it */
	PathStart start;    /* of a path */
	const Step *steps;  /* of a path; NULL for one that is no more than its start */
	const char *string;
	double number;
	const Expr *left, *right;
	const Expr *next; /* the next predicate of the same step */
};
