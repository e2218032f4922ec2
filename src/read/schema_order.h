/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * schema_order.h: which elements stand inside another, and in which order.
 *
 * For read/schema_words.c alone: the part of the telling that looks at names and
 * not at values. Of elements in the wrong order the fewest are told without which
 * the others stand right, so that one element that was moved is one fault.
 */
#include "base/list.h"
#include "read/schema_map.h"
#include "read/schema_value.h"

/* The telling of one file. */
typedef struct Telling {
	Arena *a; /* until the file is told */
	const Node *schema;
	Values *values;
	Diags *diags;
	List known; /* of the schema's elements that were looked into before */
	int before; /* errors that were told before */
} Telling;

/* True when so much was told that nobody reads more. */
bool telling_is_enough(const Telling *t);

/* True when the element is of the namespace that the schema gives this name. */
bool child_is_of(const Node *child, const Allowed *known);
void space_tell(Telling *t, const Node *node, const Allowed *known);

/* The names once each: "name, country, area". */
const char *names_joined(Telling *t, const List *allowed);
/* That there is no such "attribute" or "element". */
void unknown_tell(Telling *t, Place place, const char *kind, const char *name, const List *allowed);

/* What is unknown, missing, doubled or out of its turn among the children. */
void children_tell(Telling *t, const Node *node, const Inside *inside);
/* What is missing, or one too many, of names among which there is a choice. */
void choices_tell(Telling *t, const Node *node, const Inside *inside);
