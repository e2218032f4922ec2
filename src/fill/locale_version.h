/* SPDX-License-Identifier: MIT */
#pragma once
/* locale_version.h: whose numbers and lists these are: part of what a page's bytes depend on. */
#include "base/arena.h"

/* "ICU 72.1": the one in use, not the one compiled against. */
const char *locale_versions(Arena *a);
