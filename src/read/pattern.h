/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pattern.h: text with braces becomes a small tree. See model/pattern.h.
 *
 * The text is the inside of an element: words, <b> and <span>, and braces that
 * may hold both.
 */
#include "model/node.h"
#include "model/pattern.h"

/* Finds the complete style of a span ("b", or a span's style; NULL: a link's) inside text of the style `base`;
 * NULL when there is none, which it tells. */
typedef struct SpanStyles {
	const Style *(*find)(void *who, const Style *base, const char *name, Place place,
			     Diags *diags);
	void *who;
} SpanStyles;

/* NULL when there are no words, or when something was wrong, which is told. */
const Pattern *pattern_read(Arena *a, const Node *element, const Style *base,
			    const SpanStyles *spans, Diags *diags);
/* The same from an attribute's value: no spans. */
const Pattern *pattern_read_text(Arena *a, const char *text, Place place, Diags *diags);
/* The pattern that says the value of a path in a format: what value="@count" format="number" means. */
const Pattern *pattern_of_value(Arena *a, const Expr *value, Format format);
/* A format by its name ("spellout-ordinal"); false when there is none. */
bool format_find(const char *name, Format *out);
