/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * schema_map.h: what a RELAX NG schema allows inside each element, by name.
 *
 * libxml2 decides what is valid; this looks into the schema's own tree to find
 * the words for telling what is not: which names are known at a place, which
 * are required, what a value should be. It knows the shape of the simple
 * patterns; where a schema leaves a choice, it says less rather than something wrong.
 */
#include "base/list.h"
#include "model/node.h"

typedef struct Allowed {
	const char *name;
	bool required;
	const Node *pattern; /* the schema's <element> or <attribute> */
} Allowed;

typedef struct Inside {
	List attrs;    /* of Allowed */
	List children; /* of Allowed, in the order of the schema */
	bool any;      /* a wildcard stands here: no name can be called unknown */
	bool text;
} Inside;

/* Of Allowed: what the root of data files can be. `*any`: other names may do as well. */
List map_roots(Arena *a, const Node *schema, bool *any);
/* The <element> that describes the root of data files called `name`, or NULL. */
const Node *map_root(Arena *a, const Node *schema, const char *name, bool *any);
/* What the content of a schema's <element> allows. */
Inside map_inside(Arena *a, const Node *schema, const Node *element);
const Allowed *map_find(const List *allowed, const char *name);
/* What a value of this <element> or <attribute> should be, in words: "a number from 0 to 100". */
const char *map_expected(Arena *a, const Node *schema, const Node *pattern);
