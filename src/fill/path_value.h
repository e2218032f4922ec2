/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * path_value.h: the four kinds of value in XPath 1.0, and how they turn into
 * each other and compare (sections 3.4 and 4 of the standard). Belongs to
 * path.c; nobody else needs it.
 */
#include "fill/path.h"

typedef enum ValueKind { VALUE_SET, VALUE_BOOL, VALUE_NUMBER, VALUE_STRING } ValueKind;

typedef struct Value {
	ValueKind kind;
	FoundList set;
	bool truth;
	double number;
	const char *string;
} Value;

bool value_truth(const Value *value);
double value_number(Arena *a, const Value *value);
const char *value_string(Arena *a, const Value *value);
/* `op` is one of EXPR_EQUAL … EXPR_GREATER_EQUAL. */
bool value_compare(Arena *a, ExprKind op, const Value *left, const Value *right);

/* XPath's string-value of an element or attribute: as written, not folded. */
const char *found_string(Arena *a, const Found *found);
