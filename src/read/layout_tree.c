/* SPDX-License-Identifier: MIT */
/* Trees of nodes that are put together anew before a layout is read. */
#include "read/layout_parts.h"

#include <stdint.h>

Tree tree_begin(Arena *a, const Node *like)
{
	Tree tree = {ARENA_NEW(a, Node), NULL};
	*tree.node = *like;
	tree.node->first = tree.node->next = NULL;
	return tree;
}

void tree_add(Tree *tree, Node *child)
{
	child->parent = tree->node;
	child->next = NULL;
	if (tree->last)
		tree->last->next = child;
	else
		tree->node->first = child;
	tree->last = child;
}

Node *node_copy(Arena *a, const Node *from)
{
	Tree copy = tree_begin(a, from);
	for (const Node *child = from->first; child; child = child->next)
		tree_add(&copy, node_copy(a, child));
	return copy.node;
}

Node *node_own(const Node *node)
{
	return (Node *)(uintptr_t)node;
}

void tree_renew(Node *parent, TreePut put, const void *who)
{
	Tree anew = {parent, NULL};
	const Node *child = parent->first;
	parent->first = NULL;
	while (child) {
		Node *here = node_own(child);
		child = child->next;
		put(who, &anew, here);
	}
}
