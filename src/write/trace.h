/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * trace.h: a page as plain text, for tests and for eyes.
 *
 * A line for each tag (indented as a tree), then a line for each thing painted,
 * in order. Says everything a page says but the choice of glyphs, so it stays
 * the same with another release of a font library.
 */
#include "base/str.h"
#include "model/page.h"

void trace_write(StrBuf *out, const Page *page);
