/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * coverage.h: tells the editor of characters that cannot be set.
 *
 * A missing glyph is never set in silence. Each character is told once for each
 * font, at the place of the datum it comes from, or else of the layout's words.
 */
#include "text/stretch.h"

/* Looks through a shaped stretch of `words`. */
void coverage_check(const Words *words, const Stretch *stretch, Diags *diags);
