/* SPDX-License-Identifier: MIT */
#include "base/list.h"

#include "base/diag.h"

#include <limits.h>
#include <stdint.h>
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
	if (list->size != 0 && (size_t)room > SIZE_MAX / list->size)
		die("a list of %d items of %zu bytes was asked for", room, list->size);
	size_t before = (size_t)list->count * list->size, size = (size_t)room * list->size;
	size_t had = (size_t)list->room * list->size;
	if (list->room == 0 || !arena_extend(list->arena, list->items, had, size)) {
		void *items = arena_room(list->arena, size);
		if (before > 0)
			memcpy(items, list->items, before);
		list->items = items;
	}
	memset((char *)list->items + before, 0, size - before);
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
	if (list->count == list->room)
		list_grow(list, 1);
	return (char *)list->items + (size_t)list->count++ * list->size;
}

void *list_at(const List *list, int index)
{
	if (index < 0 || index >= list->count)
		die("a list of %d items was asked for number %d", list->count, index);
	return (char *)list->items + (size_t)index * list->size;
}
