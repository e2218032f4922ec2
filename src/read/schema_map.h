/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * schema_map.h: what a RELAX NG schema allows inside each element, by name.
 *
 * libxml2 decides what is valid; this looks into the schema's own tree to find
 * the words for telling what is not: which names are known at a place, which are
 * required, which stand once and in which order. It knows the shape of the simple
 * patterns; where a schema leaves a choice, it says less rather than something wrong.
 */
#include "base/list.h"
#include "model/node.h"

typedef struct Allowed {
	const char *name;
	const Node *pattern; /* the schema's <element> or <attribute> */
	bool required;
	bool many; /* it may stand more than once */
	bool
	    several; /* the name is allowed in several ways: of which one is meant, nothing is known */
	int turn; /* an element stands behind all of a lower turn; those of one turn in any order */
} Allowed;

/* One of these must be there, or may be. */
typedef struct Choice {
	const char *const *names; /* NULL-terminated, at least two */
	bool attrs;               /* they are attributes, else elements */
	bool required;
	bool many; /* several of them may stand together */
} Choice;

typedef struct Inside {
	List attrs;    /* of Allowed */
	List children; /* of Allowed, in the order of the schema */
	List choices;  /* of Choice: the simple ones */
	bool any;      /* a wildcard stands here: no name can be called unknown */
	bool text;
} Inside;

/* Of Allowed: what the root of data files can be. `*any`: other names may do as well. */
List map_roots(Arena *a, const Node *schema, bool *any);
/* What the content of a schema's <element> allows. */
Inside map_inside(Arena *a, const Node *schema, const Node *element);
/* The first by that name, or NULL. */
const Allowed *map_find(const List *allowed, const char *name);
/* The namespace of a schema's <element>, "" for none. */
const char *map_space(const Node *element);
/* The <define> called `name` behind `after`, which is NULL for the first one; NULL when there is none. */
const Node *map_define(const Node *schema, const char *name, const Node *after);
