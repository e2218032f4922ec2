/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * xliff.h: a translation file becomes units in another language.
 *
 * XLIFF 2.0 and 2.1 (OASIS, 2014 and 2018): what tools for translators read and
 * write. Takes what such a tool may have done to our file: several segments in
 * a unit, codes in two halves, marks, codes without data of their own. Tells
 * what is out of form; whether a target suits its layout is for translate.c.
 */
#include "base/file.h"
#include "model/xliff.h"

/* NULL when it cannot be read, or is no file of that kind in that language, which is told. */
const Xliff *xliff_read(Arena *a, const Source *source, const char *language, Diags *diags);
/* The unit with that id, or NULL. */
const XliffUnit *xliff_find(const Xliff *xliff, const char *id);
