/* SPDX-License-Identifier: MIT */
#include "base/address.h"

#include <stdint.h>

typedef struct Slot {
	const void *about; /* NULL: an empty one */
	void *thing;
} Slot;

/* Open addressing; at most half of the slots are taken. */
struct Addresses {
	Arena *arena;
	Slot *slots;
	size_t room, count;
};

enum { ROOM_FIRST = 256 };

Addresses *addresses_new(Arena *a)
{
	Addresses *addresses = ARENA_NEW(a, Addresses);
	*addresses = (Addresses){a, ARENA_ARRAY(a, ROOM_FIRST, Slot), ROOM_FIRST, 0};
	return addresses;
}

/* The slot of this address, or the empty one where it belongs. Multiplied by 2^64 / phi, so that
 * neighbours are scattered (Knuth, The Art of Computer Programming 3, 6.4). */
static Slot *slot_of(const Addresses *addresses, const void *about)
{
	uint64_t mixed = (uint64_t)(uintptr_t)about * 0x9e3779b97f4a7c15u;
	size_t at = (size_t)(mixed >> 32) & (addresses->room - 1);
	while (addresses->slots[at].about && addresses->slots[at].about != about)
		at = (at + 1) & (addresses->room - 1);
	return &addresses->slots[at];
}

static void grow(Addresses *addresses)
{
	Addresses larger = *addresses;
	larger.room *= 2;
	larger.slots = ARENA_ARRAY(addresses->arena, larger.room, Slot);
	for (size_t i = 0; i < addresses->room; i++)
		if (addresses->slots[i].about)
			*slot_of(&larger, addresses->slots[i].about) = addresses->slots[i];
	*addresses = larger;
}

void *address_find(const Addresses *addresses, const void *about)
{
	return slot_of(addresses, about)->thing;
}

void address_put(Addresses *addresses, const void *about, void *thing)
{
	if (2 * addresses->count >= addresses->room)
		grow(addresses);
	Slot *slot = slot_of(addresses, about);
	addresses->count += slot->about == NULL;
	*slot = (Slot){about, thing};
}
