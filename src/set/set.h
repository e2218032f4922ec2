/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * set.h: boxes become a page.
 *
 * Chooses how much to take in or let out (fit.c), asks how large everything is
 * (size.c) and puts it in its place (place.c). The result is one finished page;
 * or NULL, when the story is overset after the last rung of the layout's ladder,
 * a word is wider than its column or a font lacks a character, all of which are
 * told with the place they come from.
 */
#include "base/cache.h"
#include "model/page.h"
#include "text/font.h"

/* NULL when `story` is NULL. `record`: how it came to fit, or did not; as it was when nothing was
 * measured; NULL: nobody asks. */
const Page *set_page(Arena *a, const Story *story, Fonts *fonts, Cache *cache, FitRecord *record,
		     Diags *diags);
