/* SPDX-License-Identifier: MIT */
#pragma once
/* xliff_parts.h: the content of a <source> or <target>, for xliff*.c only. */
#include "base/list.h"
#include "read/xliff.h"

typedef struct Content {
	const Part *parts; /* white space folded */
	int count;
	bool whole; /* codes are balanced, and each says what it stands for; else it was told */
} Content;

/* What the elements called `name` ("source", "target") of a unit's segments say together. */
Content xliff_content(Arena *a, const Node *unit, const char *name, Diags *diags);
