/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * schema_words.h: what is wrong with a data file, said in words for people.
 *
 * Goes once through a tree that the validator has refused, with the schema's own
 * tree beside it, and tells each fault where it is: names that are unknown or of
 * another language, parts that are missing, doubled or out of their turn, text
 * where none may be, values that are not what they should be. Faulty siblings are
 * all told. After a hundred faults in one file the rest is not looked at.
 *
 * What the schema leaves to a choice of groups it cannot put into words; then
 * nothing is told, and the validator's own complaint must do.
 */
#include "model/node.h"

/* `schema`: the root of the schema's tree. */
void words_tell(const Node *schema, const Node *root, Diags *diags);
