/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include "base/diag.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_GUARDED 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define ARENA_GUARDED 1
#endif

/* Some of clang's packages come without the header: then there are no guards. */
#if defined(ARENA_GUARDED) && __has_include(<sanitizer/asan_interface.h>)
#include <sanitizer/asan_interface.h>
/* Between two things in a block lies a strip that nobody may touch. */
enum { GUARD = 16 };
#else
#define ASAN_POISON_MEMORY_REGION(at, size) ((void)(at), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(at, size) ((void)(at), (void)(size))
enum { GUARD = 0 };
#endif

enum { ALIGNMENT = 16, BLOCK_FIRST = 16 << 10, BLOCK_MOST = 1 << 20 };

typedef struct Block {
	struct Block *next;
	size_t size; /* of what follows the header */
	size_t used;
	size_t padding; /* makes the header a multiple of the alignment */
} Block;

_Static_assert(sizeof(Block) % ALIGNMENT == 0, "what follows the header is aligned");

struct Arena {
	Block *blocks; /* the one in use first */
	size_t next_size;
};

static void *memory_new(size_t size)
{
	void *memory = malloc(size);
	if (!memory)
		die("there is no memory left for %zu bytes", size);
	return memory;
}

Arena *arena_new(void)
{
	Arena *a = memory_new(sizeof *a);
	*a = (Arena){.next_size = BLOCK_FIRST};
	return a;
}

void arena_free(Arena *a)
{
	if (!a)
		return;
	for (Block *block = a->blocks, *next; block; block = next) {
		next = block->next;
		ASAN_UNPOISON_MEMORY_REGION(block + 1, block->size);
		free(block);
	}
	free(a);
}

static Block *block_new(size_t size)
{
	Block *block = memory_new(sizeof *block + size);
	*block = (Block){.size = size};
	ASAN_POISON_MEMORY_REGION(block + 1, size);
	return block;
}

/* A block with room for `size`. Something large gets one of its own, behind the one in use. */
static Block *block_for(Arena *a, size_t size)
{
	if (a->blocks && size <= a->blocks->size - a->blocks->used)
		return a->blocks;
	if (a->blocks && size > a->next_size / 4) {
		Block *own = block_new(size);
		own->next = a->blocks->next;
		a->blocks->next = own;
		return own;
	}
	Block *block = block_new(size > a->next_size ? size : a->next_size);
	if (a->next_size < BLOCK_MOST)
		a->next_size *= 2;
	block->next = a->blocks;
	return a->blocks = block;
}

static size_t room_of(size_t size)
{
	size_t room = (size + GUARD + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	return room == 0 ? ALIGNMENT : room;
}

void *arena_room(Arena *a, size_t size)
{
	if (size > SIZE_MAX / 2)
		die("something of %zu bytes was asked for", size);
	size_t room = room_of(size);
	Block *block = a->blocks;
	if (!block || room > block->size - block->used)
		block = block_for(a, room);
	unsigned char *at = (unsigned char *)(block + 1) + block->used;
	block->used += room;
	ASAN_UNPOISON_MEMORY_REGION(at, size);
	return at;
}

void *arena_alloc(Arena *a, size_t size)
{
	/* Only now: of most blocks a good part is never used. */
	return memset(arena_room(a, size), 0, size);
}

bool arena_extend(Arena *a, const void *at, size_t size, size_t larger)
{
	Block *block = a->blocks;
	if (!block || larger < size || larger > SIZE_MAX / 2)
		return false;
	const unsigned char *from = (const unsigned char *)(block + 1);
	size_t before = room_of(size), after = room_of(larger);
	bool last = (const unsigned char *)at + before == from + block->used;
	if (!last || after - before > block->size - block->used)
		return false;
	block->used += after - before;
	ASAN_UNPOISON_MEMORY_REGION(at, larger);
	return true;
}

void *arena_array(Arena *a, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
		die("an array of %zu items of %zu bytes was asked for", count, size);
	return arena_alloc(a, count * size);
}
