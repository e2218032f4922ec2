/* SPDX-License-Identifier: MIT */
#pragma once
/* expr.h: a path or condition becomes a tree. See model/expr.h for the language. */
#include "model/expr.h"

/* NULL when `text` is not in the language, which is told at `place` (of its first character). */
const Expr *expr_read(Arena *a, const char *text, Place place, Diags *diags);
/* The same, and it must be a path. */
const Expr *expr_read_path(Arena *a, const char *text, Place place, Diags *diags);
