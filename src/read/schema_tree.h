/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * schema_tree.h: the few looks that are taken at a RELAX NG schema's own tree.
 */
#include "model/node.h"

/* An element of RELAX NG itself, not one of those that explain it. */
bool tree_is_pattern(const Node *node);
/* What a <ref> names, when there is just one of that name; or NULL. */
const Node *tree_define(const Node *schema, const Node *ref);
/* The only pattern inside, or NULL. */
const Node *tree_only_pattern(const Node *parent);
/* The library that the types of a node are from; "" when none is said. */
const char *tree_library(const Node *node);
