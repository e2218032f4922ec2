/* SPDX-License-Identifier: MIT */
#include "fill/seen.h"

#include "base/address.h"

struct Seen {
	Addresses *of; /* the nodes and attributes that were looked at */
};

Seen *seen_new(Arena *a)
{
	Seen *seen = ARENA_NEW(a, Seen);
	*seen = (Seen){addresses_new(a)};
	return seen;
}

static void add(Seen *seen, const void *what)
{
	if (seen)
		address_put(seen->of, what, seen);
}

static bool has(const Seen *seen, const void *what)
{
	return address_find(seen->of, what) != NULL;
}

void seen_attr(Seen *seen, const Attr *attr)
{
	add(seen, attr);
}

void seen_text(Seen *seen, const Node *node)
{
	add(seen, node);
}

void seen_whole(Seen *seen, const Node *node)
{
	if (!seen)
		return;
	add(seen, node);
	for (int i = 0; i < node->attr_count; i++)
		add(seen, &node->attrs[i]);
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT)
			seen_whole(seen, child);
}

bool seen_has_attr(const Seen *seen, const Attr *attr)
{
	return has(seen, attr);
}

bool seen_has_text(const Seen *seen, const Node *node)
{
	for (; node; node = node->parent)
		if (has(seen, node))
			return true;
	return false;
}
