/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * mentioned.h: of the words that records share, those that one record may ask for.
 *
 * A page depends on a few entries of a long file. Here are all by which anything that
 * the record says could be looked up, and of each the words that serve in the page's
 * language, as a tree that reads as a file of names itself: read in the place of the
 * whole one it gives the same page. A layout can look up nothing else, so what is not
 * in the tree may change without changing the page.
 */
#include "model/names.h"

/* Sets found[i] for each entry i by which anything that the tree says could be looked up; the others stay as they are. */
void names_mark(Arena *scratch, const Names *names, const Node *tree, bool *found);

/* The tree of those that were found, in `a`. */
const Node *names_mentioned(Arena *a, const Names *names, const bool *found, const char *language);
