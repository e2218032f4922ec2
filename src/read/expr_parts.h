/* SPDX-License-Identifier: MIT */
#pragma once
/* expr_parts.h: what the readers of conditions (expr.c) and of paths (expr_path.c) share. Private
 * to them. */
#include "model/expr.h"

#include <stddef.h>

typedef struct ExprParsing {
	Arena *a;
	const char *text, *at;
	Place place; /* of `text` */
	Diags *diags;
	int depth;
	int brackets; /* conditions that are open here */
	bool failed;
} ExprParsing;

/* Tells the first thing that is wrong, at a byte of the text; NULL. What follows it cannot be
 * understood. */
void *expr_refuse(ExprParsing *p, const char *at, const char *message, const char *hint);
void expr_skip_space(ExprParsing *p);
/* Takes `sign` when it stands here, white space before it or not. */
bool expr_take(ExprParsing *p, const char *sign);
/* The length of the name at `s`; 0 where none stands. */
size_t expr_name_length(const char *s);
const char *expr_take_name(ExprParsing *p);
/* One level deeper, or a refusal. */
bool expr_enter(ExprParsing *p);
Expr *expr_new(ExprParsing *p, ExprKind kind, const char *from);
/* Closes an expression: what it is in the layout's own words. */
Expr *expr_done(ExprParsing *p, Expr *expr, const char *from);
/* A whole condition, and a path; NULL when refused. */
Expr *expr_parse_or(ExprParsing *p);
Expr *expr_parse_path(ExprParsing *p);
/* Whether current() or current-group() stands here, which begin a path. */
bool expr_at_current(const ExprParsing *p);
