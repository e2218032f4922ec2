/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * schema.h: the form of data files, in RELAX NG, checked by libxml2.
 */
#include "base/file.h"
#include "model/ingredient.h"
#include "model/node.h"
#include "read/xml_doc.h"

typedef struct Schema Schema;

/* Who made so many faults in one file wants to hear of the first ones only. */
enum { FAULTS_MOST = 100 };
/* Tells, at the place that was told of last, that the rest is not looked at. */
void faults_are_many(Diags *diags);

/* Compiles a schema. NULL when it cannot be read or is none; told. */
Schema *schema_open(Arena *a, const Source *source, Diags *diags);
void schema_close(Schema *schema);

/* The file itself. */
const Ingredient *schema_file(const Schema *schema);
/* The root of the schema's own tree: what schema_map.h looks into. */
const Node *schema_tree(const Schema *schema);

/* Tells what in the tree under `root` the schema does not allow, in words for people, at its place.
 * False when there was anything. */
bool schema_check(const Schema *schema, const Node *root, Diags *diags);
/* The same over a copy of the tree that was made before. */
bool schema_check_doc(const Schema *schema, const Node *root, xmlDocPtr doc, Diags *diags);
