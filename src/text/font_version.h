/* SPDX-License-Identifier: MIT */
#pragma once
/* font_version.h: which library shapes and subsets: part of what a page's bytes depend on. */
#include "base/arena.h"

/* "HarfBuzz 6.0.0": the one in use, not the one compiled against. */
const char *font_versions(Arena *a);
