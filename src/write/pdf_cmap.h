/* SPDX-License-Identifier: MIT */
#pragma once
/* pdf_cmap.h: the maps from a face's codes: back to text (ISO 32000-1, 9.10.3), and to glyphs of CFF fonts (9.7.5). */
#include "base/file.h"
#include "write/pdf_codes.h"

/* A ToUnicode map for the face. */
Bytes cmap_unicode(Arena *a, const Face *face);
/* A map from its codes to CIDs, one for each code. */
Bytes cmap_cids(Arena *a, const Face *face, const unsigned *cids);
