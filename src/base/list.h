/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * list.h: an array in an arena that grows while it is being made.
 *
 *	List rows = list_new(a, sizeof(Row));
 *	Row *row = list_add(&rows);
 *	table->rows = rows.items; table->row_count = rows.count;
 *
 * Pointers to items are valid until the next list_add: the items move when the
 * list grows. The old room stays in the arena until the arena is freed.
 */
#include "base/arena.h"

typedef struct List {
	void *items; /* NULL while empty */
	int count;
	int room;
	size_t size; /* of one item, bytes */
	Arena *arena;
} List;

/* An empty list of items of `size` bytes that grows in `a`. */
List list_new(Arena *a, size_t size);

/* One more item at the end, zeroed. */
void *list_add(List *list);

/* So many more items at the end, zeroed; the first of them. */
void *list_add_many(List *list, int count);

/* The item numbered `index`, from 0; dies when there is none. */
void *list_at(const List *list, int index);
