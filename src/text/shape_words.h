/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * shape_words.h: shapes a stretch of which most words were shaped before.
 *
 * The answer is the very one of shape_run, whatever the cache holds: see the
 * essay in shape_words.c.
 */
#include "base/cache.h"
#include "text/shape.h"

/* As shape_run. A NULL cache spares nothing. The fonts must outlive the cache. */
Shaped shape_words(Arena *a, Cache *cache, const Type *type, const char *text, int start, int end);
