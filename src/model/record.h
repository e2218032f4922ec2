/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * record.h: the facts of one profile.
 *
 * A tree with places; the engine does not know what it is about. A layout's
 * paths reach into it.
 */
#include "model/ingredient.h"
#include "model/node.h"

typedef struct Record {
	const char *id; /* the root's id, equal to the file's stem */
	const Node *root;
	Ingredient file;
	/* What editions before say of it: a <history> with an <edition> for each in which it is,
	 * oldest first, with the attributes of that edition's header and the record's root in it.
	 * NULL: no layout asks. */
	const Node *history;
	/* What that was made of: headers of editions and records in them. */
	const Ingredient *before;
	int before_count;
} Record;
