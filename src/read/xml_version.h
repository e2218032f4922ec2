/* SPDX-License-Identifier: MIT */
#pragma once
/* xml_version.h: which library parses. No page's bytes depend on it. */
#include "base/arena.h"

/* "libxml2 2.9.14": the one in use. */
const char *xml_versions(Arena *a);
