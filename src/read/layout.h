/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * layout.h: a page template becomes a layout.
 *
 * Resolves all that can be resolved before a record is seen: styles and what
 * they are like, inks, spans, accents, paths, patterns, widths, the common
 * texts. What is not in the language is told with the nearest word that is.
 */
#include "base/file.h"
#include "model/layout.h"
#include "read/translate.h"

/* NULL when anything was wrong, which is told: all of it in one go. */
const Layout *layout_read(Arena *a, const Source *source, Diags *diags);
/* The same in another language: see translate.h. Words that it has no translation of are told, too. */
const Layout *layout_read_in(Arena *a, const Source *source, const Target *target, Diags *diags);
