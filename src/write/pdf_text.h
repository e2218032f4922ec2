/* SPDX-License-Identifier: MIT */
#pragma once
/* pdf_text.h: a run of glyphs as PDF's text operators (ISO 32000-1, 9.4). */
#include "write/pdf_pen.h"

/* Sets the run where the page has it. No glyph is further than 0.006 pt from its place, however long
 * the run is. `codes` has one for each glyph: see Faces. */
void run_write(Pen *pen, const Run *run, const int *codes);
