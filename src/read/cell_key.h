/* SPDX-License-Identifier: MIT */
#pragma once
/* cell_key.h: an id from a name: ASCII, small letters, words joined by "-". */
#include "base/arena.h"

/* "Zürich–Winterthur" gives "zurich-winterthur". NULL when there is a letter in it that Latin does not
 * know, no letter at all, or more than an id may have. */
const char *key_say(Arena *a, const char *name);
