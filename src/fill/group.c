/* SPDX-License-Identifier: MIT */
#include "fill/group.h"

#include "base/list.h"
#include "base/str.h"

typedef struct Gathered {
	const char *key;
	List nodes; /* of Found */
} Gathered;

static Gathered *gathered_find(List *all, const char *key)
{
	for (int i = 0; i < all->count; i++) {
		Gathered *one = list_at(all, i);
		if (str_equal(one->key, key))
			return one;
	}
	Gathered *one = list_add(all);
	one->key = key;
	one->nodes = list_new(all->arena, sizeof(Found));
	return one;
}

static GroupList groups_of(Arena *a, const List *all)
{
	FoundList *groups = ARENA_ARRAY(a, all->count, FoundList);
	for (int i = 0; i < all->count; i++) {
		const Gathered *one = list_at(all, i);
		groups[i] = (FoundList){one->nodes.items, one->nodes.count};
	}
	return (GroupList){groups, all->count};
}

GroupList group_found(Speaker *speaker, const OrderSpec *order, FoundList found, const Standing *at)
{
	List all = list_new(speaker->arena, sizeof(Gathered));
	for (int i = 0; i < found.count; i++) {
		Standing here = standing_on(at, &found.items[i]);
		Datum datum = {.text = ""};
		if (order->group && !datum_find(speaker, order->group, &here, &datum))
			continue;
		Gathered *group = gathered_find(&all, datum.text);
		Found *node = list_add(&group->nodes);
		*node = found.items[i];
		node->position = group->nodes.count;
	}
	return groups_of(speaker->arena, &all);
}
