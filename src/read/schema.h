/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * schema.h: the form of data files, in RELAX NG, checked by libxml2.
 */
#include "base/file.h"
#include "model/node.h"

typedef struct Schema Schema;

/* Compiles a schema. NULL when it cannot be read or is none; told. */
Schema *schema_open(Arena *a, const Source *source, Diags *diags);
void schema_close(Schema *schema);

/* Tells what in the tree under `root` the schema does not allow, in words for people, at its place.
 * False when there was anything. */
bool schema_check(const Schema *schema, const Node *root, Diags *diags);
