/* SPDX-License-Identifier: MIT */
#pragma once
/* version.h: the program and the libraries it uses, by name and number. */
#include "base/arena.h"

/* What the bytes of a page depend on beside its inputs: "clusterpress 0.1.0, libharu 2.3.0 …". */
const char *version_of_pages(Arena *a);

/* All of them, one a line, for people. */
const char *version_text(Arena *a);
