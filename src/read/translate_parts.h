/* SPDX-License-Identifier: MIT */
#pragma once
/* translate_parts.h: whether a translation suits its text. For translate*.c only. */
#include "model/unit.h"
#include "read/translate.h"
#include "read/xliff.h"

/* The element or attribute of `unit` with the words of its translation. */
const Node *translated_content(Arena *a, const Unit *unit, const XliffUnit *by);

/* Whether the target has what the text has: its spans, its values and no others, and the plural forms of the
 * language. What is amiss is told at the target. */
bool translation_suits(Arena *a, const Unit *unit, const XliffUnit *by, const Target *target,
		       Diags *diags);
