/* SPDX-License-Identifier: MIT */
#include "base/list.h"

#include "base/diag.h"

#include <limits.h>
#include <string.h>

enum { ROOM_FIRST = 8 };

List list_new(Arena *a, size_t size)
{
	return (List){.size = size, .arena = a};
}

static void list_grow(List *list, int more)
{
	if (more > INT_MAX / 2 - list->count)
		die("a list grew beyond %d items", INT_MAX / 2);
	int room = list->room ? list->room * 2 : ROOM_FIRST;
	room = room < list->count + more ? list->count + more : room;
	void *items = arena_array(list->arena, (size_t)room, list->size);
	if (list->count > 0)
		memcpy(items, list->items, (size_t)list->count * list->size);
	list->items = items;
	list->room = room;
}

void *list_add_many(List *list, int count)
{
	if (count > list->room - list->count)
		list_grow(list, count);
	list->count += count;
	return (char *)list->items + (size_t)(list->count - count) * list->size;
}

void *list_add(List *list)
{
	return list_add_many(list, 1);
}

void *list_at(const List *list, int index)
{
	if (index < 0 || index >= list->count)
		die("a list of %d items was asked for number %d", list->count, index);
	return (char *)list->items + (size_t)index * list->size;
}
