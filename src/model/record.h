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
	Digest digest; /* of the file's bytes */
} Record;
