/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * schema_pass.h: lets pass what surely has the form that a RELAX NG schema asks for.
 *
 * Nearly every record is valid, and libxml2's validator takes its time to say so. Most
 * of a schema is simple: elements in a row, each with its attributes, one way to read
 * each name. Of that a table is made once, and a record is held against it. Who is let
 * through is valid; of who is not nothing is known, and the validator has the word.
 *
 * Whatever is not simple (interleaved patterns, text among elements, attributes in a
 * choice, two patterns for one name, wildcards) lets nothing pass that reaches it.
 */
#include "base/arena.h"
#include "model/node.h"

typedef struct Pass Pass;

/* `schema`: the root of the schema's tree. */
Pass *pass_open(Arena *a, const Node *schema);
void pass_close(Pass *pass);

/* True: the tree is valid. False: it may be or not. */
bool pass_holds(const Pass *pass, const Node *root);
