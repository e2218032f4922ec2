/* SPDX-License-Identifier: MIT */
#include "base/cache.h"

#include "base/arena.h"
#include "base/diag.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* EACH is what a thing takes beside its bytes, about; a half has a slot for each so many bytes. */
enum { ALIGNMENT = 16, EACH = 48, SLOT_BYTES = 128 };

/* Its thing stands behind it, and then its key: all in one place, to be had at once. */
typedef struct Entry {
	uint64_t hash;
	uint32_t key_length, length;
} Entry;

_Static_assert(sizeof(Entry) % ALIGNMENT == 0, "what stands behind an entry is aligned");

typedef struct Half {
	Arena *arena; /* NULL while empty */
	const Entry **slots;
	size_t taken, count;
} Half;

struct Cache {
	size_t most;  /* bytes, of each half */
	size_t slots; /* of each half: a power of two */
	Half young, old;
};

Cache *cache_open(size_t most)
{
	Cache *cache = calloc(1, sizeof *cache);
	if (!cache)
		die("there is no memory left for a cache");
	cache->most = most / 2;
	for (cache->slots = 16; cache->slots < cache->most / SLOT_BYTES;)
		cache->slots *= 2;
	return cache;
}

void cache_empty(Cache *cache)
{
	arena_free(cache->young.arena);
	arena_free(cache->old.arena);
	cache->young = cache->old = (Half){0};
}

void cache_close(Cache *cache)
{
	if (cache)
		cache_empty(cache);
	free(cache);
}

size_t cache_count(const Cache *cache)
{
	return cache->young.count + cache->old.count;
}

static uint64_t mix(uint64_t hash, uint64_t bits)
{
	hash = (hash ^ bits) * 0x9e3779b97f4a7c15u;
	return hash ^ hash >> 32;
}

static uint64_t hash_of(const unsigned char *key, size_t length)
{
	uint64_t hash = length, bits = 0;
	for (; length >= sizeof bits; key += sizeof bits, length -= sizeof bits) {
		memcpy(&bits, key, sizeof bits);
		hash = mix(hash, bits);
	}
	bits = 0;
	memcpy(&bits, key, length);
	return mix(hash, bits);
}

/* Where the key of an entry begins, behind so much. */
static size_t behind(size_t length)
{
	return sizeof(Entry) + (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static bool entry_is(const Entry *entry, uint64_t hash, const void *key, size_t length)
{
	return entry->hash == hash && entry->key_length == length &&
	       memcmp((const char *)entry + behind(entry->length), key, length) == 0;
}

static Kept entry_lend(const Entry *entry)
{
	return entry ? (Kept){entry + 1, entry->length} : (Kept){0};
}

/* The slot of that key, or the empty one where it belongs. */
static const Entry **slot_of(const Cache *cache, const Half *half, uint64_t hash, const void *key,
			     size_t length)
{
	size_t at = (size_t)hash & (cache->slots - 1);
	while (half->slots[at] && !entry_is(half->slots[at], hash, key, length))
		at = (at + 1) & (cache->slots - 1);
	return &half->slots[at];
}

static const Entry *half_find(const Cache *cache, const Half *half, uint64_t hash, const void *key,
			      size_t length)
{
	return half->arena ? *slot_of(cache, half, hash, key, length) : NULL;
}

static size_t taken_by(size_t key_length, size_t length)
{
	return key_length + length + EACH;
}

static bool has_room(const Cache *cache, size_t more)
{
	const Half *young = &cache->young;
	return young->taken + more <= cache->most && 2 * young->count < cache->slots;
}

/* A young half with room for so much more. */
static void room_make(Cache *cache, size_t more)
{
	Half *young = &cache->young;
	if (!has_room(cache, more)) {
		arena_free(cache->old.arena);
		cache->old = *young;
		*young = (Half){0};
	}
	if (!young->arena) {
		young->arena = arena_new();
		young->slots = ARENA_ARRAY(young->arena, cache->slots, const Entry *);
	}
}

static const Entry *entry_add(Cache *cache, uint64_t hash, const void *key, size_t key_length,
			      const void *thing, size_t length)
{
	size_t taken = taken_by(key_length, length);
	room_make(cache, taken);
	Half *half = &cache->young;
	const Entry **slot = slot_of(cache, half, hash, key, key_length);
	if (*slot)
		return *slot;
	Entry *entry = arena_alloc(half->arena, behind(length) + key_length);
	*entry = (Entry){hash, (uint32_t)key_length, (uint32_t)length};
	memcpy(entry + 1, thing, length);
	memcpy((char *)entry + behind(length), key, key_length);
	half->taken += taken;
	half->count++;
	return *slot = entry;
}

Kept cache_find(Cache *cache, const void *key, size_t length)
{
	if (!cache)
		return (Kept){0};
	uint64_t hash = hash_of(key, length);
	const Entry *entry = half_find(cache, &cache->young, hash, key, length);
	if (entry)
		return entry_lend(entry);
	entry = half_find(cache, &cache->old, hash, key, length);
	/* Where there is no room the old half would be forgotten before it is copied. */
	if (entry && has_room(cache, taken_by(length, entry->length)))
		entry = entry_add(cache, hash, key, length, entry + 1, entry->length);
	return entry_lend(entry);
}

void cache_keep(Cache *cache, const void *key, size_t key_length, const void *thing, size_t length)
{
	bool fits = key_length < UINT32_MAX && length < UINT32_MAX;
	if (cache && fits && taken_by(key_length, length) <= cache->most / 4)
		entry_add(cache, hash_of(key, key_length), key, key_length, thing, length);
}
