/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * cover.h: tells of words that are painted over.
 *
 * In the flow boxes stand clear of each other; frames and the boxes of a stack need not. Where a
 * later ground, picture or icon lies over words, or a frame's words lie over others, nobody can read them,
 * and the page says less than it seems to. Furniture does not count: a pale figure behind the words is meant.
 * What words look like on their ground is not looked at.
 */
#include "set/paint.h"

/* Errors at the frame or the box of the stack that is in the way; a warning where words run over the edge of a
 * ground. `layers`: a List of Layer, in the order they were begun. */
void cover_tell(Arena *a, const Page *page, const List *layers, Diags *diags);
