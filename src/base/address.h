/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * address.h: things that are found again by the address of what they are about.
 *
 * Nothing is looked at behind an address, and nothing is ever taken out. The order in which
 * things were put in is not kept: who lists them would have another page on another day.
 */
#include "base/arena.h"

typedef struct Addresses Addresses;

/* None yet, in `a`, which must live as long as what is put in. */
Addresses *addresses_new(Arena *a);
/* What was put in last for `about`; NULL: nothing was. */
void *address_find(const Addresses *addresses, const void *about);
/* `thing` is not NULL; it takes the place of what was there for `about`. */
void address_put(Addresses *addresses, const void *about, void *thing);
