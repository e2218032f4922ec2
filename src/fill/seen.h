/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * seen.h: which values of the data the layout's paths looked at.
 *
 * An attribute is looked at when a path ends at it, be it in a condition; an element's text
 * when it is taken for a value. Kept only where somebody asks (run/unused.c): a NULL Seen
 * costs nothing.
 */
#include "model/node.h"

typedef struct Seen Seen;

Seen *seen_new(Arena *a);
/* NULL is allowed. */
void seen_attr(Seen *seen, const Attr *attr);
void seen_text(Seen *seen, const Node *node);
/* An element with all in it: a row that is left out, and told of as one of "and 3 more". */
void seen_whole(Seen *seen, const Node *node);

bool seen_has_attr(const Seen *seen, const Attr *attr);
/* Its own text, or that of an element around it, of which it is a part. */
bool seen_has_text(const Seen *seen, const Node *node);
