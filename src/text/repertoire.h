/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * repertoire.h: the characters that can be set whatever style they come to stand in.
 *
 * Those that every face a layout may ask for has, or falls back for. A
 * text of such characters needs no closer look before it is set; what does, may still
 * be all right: only setting it says so (coverage.h).
 */
#include "text/font.h"

typedef struct Repertoire Repertoire;

/* Of all faces that the layout's styles, alone or laid over each other, can come to. What is wrong with a face is told as
 * fonts_find does. */
Repertoire *repertoire_open(Arena *a, Fonts *fonts, const Layout *layout, Diags *diags);

/* Control characters are nobody's to set. */
bool repertoire_has(Repertoire *repertoire, uint32_t code);
/* Whether it has every character of a text; not, when that is no UTF-8. */
bool repertoire_sets(Repertoire *repertoire, const char *text, size_t length);
