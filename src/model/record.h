/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * record.h: the facts of one profile.
 *
 * A tree with places; the engine does not know what it is about. A layout's
 * paths reach into it.
 */
#include "base/digest.h"
#include "model/node.h"

typedef struct Record {
	const char *id; /* the root's id, equal to the file's stem */
	const Node *root;
	Digest digest; /* of the file's bytes, and of what its history is made of */
	/* What editions before say of it: a <history> with an <edition> for each in which it is,
	 * oldest first, with the attributes of that edition's header and the record's root in it.
	 * NULL: no layout asks. */
	const Node *history;
} Record;
