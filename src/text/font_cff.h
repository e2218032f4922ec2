/* SPDX-License-Identifier: MIT */
#pragma once
/* font_cff.h: the one thing of a CFF table that a PDF needs and HarfBuzz does not tell. For font_subset.c only. */
#include "base/file.h"

/* The CID of each of `count` glyphs of a CFF font (Adobe Technical Note 5176, clause 13): what a PDF's code stands
 * for (ISO 32000-1, 9.7.4.2). In a font that is not keyed by CIDs they are the glyphs' own numbers. False when the
 * table is damaged. */
bool font_cff_cids(Bytes table, const unsigned *glyphs, int count, unsigned *cids);
