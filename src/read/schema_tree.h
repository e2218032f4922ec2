/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * schema_tree.h: the few looks that schema_pass.c and schema_datum.c take at a RELAX NG
 * schema's own tree.
 */
#include "model/node.h"

/* An element of RELAX NG itself, not one of those that explain it. */
bool tree_is_pattern(const Node *node);
/* What a <ref> names, when there is just one of that name; or NULL. */
const Node *tree_define(const Node *schema, const Node *ref);
/* The only pattern inside, or NULL. */
const Node *tree_only_pattern(const Node *parent);
