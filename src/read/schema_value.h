/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * schema_value.h: what a value should be, by a RELAX NG schema.
 *
 * Asks libxml2's data types, as its validator does, whether one value is right,
 * and finds the words for what would be. Where a schema says more than one value
 * alone can show, it takes the value for right: the validator has the last word.
 */
#include "model/node.h"

typedef enum ValueFault {
	VALUE_HOLDS,
	VALUE_KIND, /* it is of another kind: no number, no date, none of the words */
	VALUE_FORM  /* of the right kind, but not written as it must be */
} ValueFault;

typedef struct Values Values;

/* `schema`: the root of its tree. */
Values *values_open(Arena *a, const Node *schema);
void values_close(Values *values);

/* `pattern`: the schema's <element> or <attribute>; `text`: all of its value. */
ValueFault value_judge(Values *values, const Node *pattern, const char *text);

/* What is expected instead: "a number from 0 to 100"; NULL when that cannot be said. */
const char *value_expected(Values *values, const Node *pattern, ValueFault fault);

/* The words a value can be, when it is one of a few; ended by a NULL; none: it is something else. */
const char *const *value_words(Values *values, const Node *pattern);
