/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * cache.h: what was worked out before, for as long as there is room.
 *
 * A worker has one, over all pages it makes. Each thing is kept under a key that
 * says all it depends on, so a cache never changes an answer: it only spares
 * finding it again, and may be empty at any time. Keys and things are plain
 * bytes; what stands in a key by its address must live longer than the cache.
 *
 * It is bounded. What is kept goes to a young half; when that is full the old
 * half is forgotten and the young one becomes old. What is found in the old half
 * moves to the young one, so what is used stays.
 */
#include <stdbool.h>
#include <stddef.h>

typedef struct Cache Cache;

/* Holds at most about `most` bytes; takes none before something is kept. */
Cache *cache_open(size_t most);
/* NULL is allowed. */
void cache_close(Cache *cache);
/* Forgets everything. */
void cache_empty(Cache *cache);

/* How many things it holds. */
size_t cache_count(const Cache *cache);

typedef struct Kept {
	const void *at; /* aligned to 16; NULL: nothing is kept under that key */
	size_t length;
} Kept;

/* Lent until the next call. In a NULL cache there is nothing. */
Kept cache_find(Cache *cache, const void *key, size_t length);
/* Keeps a copy, unless it is too large. A NULL cache keeps nothing. */
void cache_keep(Cache *cache, const void *key, size_t key_length, const void *thing, size_t length);
