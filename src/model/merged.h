/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * merged.h: a whole edition, for rules that compare its records.
 *
 * Trees that were read before, put side by side; nothing is copied. What a
 * record could not be read for is simply not among them.
 */
#include "model/node.h"

typedef struct Merged Merged;
struct Merged {
	const Node *edition;        /* the root of its header */
	const Node *names;          /* the root of its names; NULL: it has none */
	const Node *const *records; /* the roots of its records, in order of id */
	int record_count;
	const Merged *before; /* the edition that <history> names, or NULL; its names and its own
			       * history are not looked at */
};
