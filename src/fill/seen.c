/* SPDX-License-Identifier: MIT */
#include "fill/seen.h"

#include <stdint.h>

/* Addresses found again: open addressing; a place without one is NULL. */
struct Seen {
	Arena *arena;
	const void **slots;
	size_t room, count;
};

enum { ROOM_FIRST = 256 };

Seen *seen_new(Arena *a)
{
	Seen *seen = ARENA_NEW(a, Seen);
	*seen = (Seen){a, arena_array(a, ROOM_FIRST, sizeof(void *)), ROOM_FIRST, 0};
	return seen;
}

static const void **slot_of(const Seen *seen, const void *what)
{
	uint64_t mixed = (uint64_t)(uintptr_t)what * 0x9e3779b97f4a7c15u;
	size_t at = (size_t)(mixed >> 32) & (seen->room - 1);
	while (seen->slots[at] && seen->slots[at] != what)
		at = (at + 1) & (seen->room - 1);
	return &seen->slots[at];
}

static void grow(Seen *seen)
{
	Seen larger = *seen;
	larger.room *= 2;
	larger.slots = arena_array(seen->arena, larger.room, sizeof(void *));
	for (size_t i = 0; i < seen->room; i++)
		if (seen->slots[i])
			*slot_of(&larger, seen->slots[i]) = seen->slots[i];
	*seen = larger;
}

static void add(Seen *seen, const void *what)
{
	if (!seen)
		return;
	if (2 * seen->count >= seen->room)
		grow(seen);
	const void **slot = slot_of(seen, what);
	seen->count += *slot == NULL;
	*slot = what;
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
	return *slot_of(seen, attr) != NULL;
}

bool seen_has_text(const Seen *seen, const Node *node)
{
	for (; node; node = node->parent)
		if (*slot_of(seen, node))
			return true;
	return false;
}
