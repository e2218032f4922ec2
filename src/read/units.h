/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * units.h: finds what is to be translated in a layout or in a file of common texts.
 *
 * Looks at the tree, before styles and patterns are read. Knows which elements
 * and attributes hold words; takes them apart into words, values and spans.
 * Braces that are out of joint are words here: pattern.c tells of them.
 */
#include "model/unit.h"

/* All that has words under `root`, in the order of the tree; those without an id too. */
Units units_find(Arena *a, const Node *root);

/* What a unit says, its codes as the layout writes them: "{name} filed <b>{@count, number}</b>". */
const char *unit_text(Arena *a, const Unit *unit);
/* The same of any parts. */
const char *parts_text(Arena *a, const Part *parts, int count);
