/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * schema_bounds.h: a schema that could keep the validator busy for ever.
 *
 * References may double what an element holds at each step; libxml2 follows them
 * all, in time that grows with the cube of the result. So they are counted first.
 */
#include "model/node.h"

/* False when an element holds too many patterns once its references are followed, or they lead too
 * deep; told. */
bool bounds_hold(const Node *schema, Diags *diags);
