/* SPDX-License-Identifier: MIT */
#include "read/schema_tree.h"

#include "read/schema_map.h"

#include <string.h>

bool tree_is_pattern(const Node *node)
{
	return node->kind == NODE_ELEMENT &&
	       strcmp(node->space, "http://relaxng.org/ns/structure/1.0") == 0;
}

const Node *tree_define(const Node *schema, const Node *ref)
{
	const char *name = node_value(ref, "name");
	const Node *define = name ? map_define(schema, name, NULL) : NULL;
	return define && !map_define(schema, name, define) ? define : NULL;
}

const Node *tree_only_pattern(const Node *parent)
{
	const Node *only = NULL;
	for (const Node *n = parent->first; n; n = n->next) {
		if (!tree_is_pattern(n))
			continue;
		if (only)
			return NULL;
		only = n;
	}
	return only;
}

const char *tree_library(const Node *node)
{
	for (; node; node = node->parent)
		if (node_value(node, "datatypeLibrary"))
			return node_value(node, "datatypeLibrary");
	return "";
}
