/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * arena.h: memory that is given back all at once.
 *
 * An arena belongs to one lifetime: the shelf (a whole run), a profile, or
 * scratch. What is made in it lives until arena_free; nothing is freed alone.
 * Memory comes zeroed and aligned for any type. When there is none left the
 * program dies (base/diag.h): no caller ever sees NULL.
 */
#include <stdbool.h>
#include <stddef.h>

typedef struct Arena Arena;

/* A new, empty arena. Nothing is allocated from the system before it is used. */
Arena *arena_new(void);

/* Gives back everything made in `a`, and `a` itself. NULL is allowed. */
void arena_free(Arena *a);

/* `size` zeroed bytes, aligned to 16. Size 0 gives a valid pointer too. */
void *arena_alloc(Arena *a, size_t size);

/* The same, but what stands in it is anything: for who writes all of it anyway. */
void *arena_room(Arena *a, size_t size);

/* Makes what was made last in `a`, at `at` and of `size` bytes, larger where it stands; what is new is anything.
 * False, and nothing is changed, when it was not the last or its block has no room. */
bool arena_extend(Arena *a, const void *at, size_t size, size_t larger);

/* An array of `count` zeroed items; dies when the product overflows. */
void *arena_array(Arena *a, size_t count, size_t size);

#define ARENA_NEW(a, Type) ((Type *)arena_alloc((a), sizeof(Type)))
#define ARENA_ARRAY(a, count, Type) ((Type *)arena_array((a), (size_t)(count), sizeof(Type)))
