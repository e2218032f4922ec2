/* SPDX-License-Identifier: MIT */
#pragma once
/* pdf_cmap.h: the maps from a face's codes: back to text (ISO 32000-1, 9.10.3), and to glyphs of CFF fonts (9.7.5). */
#include "write/pdf_codes.h"
#include "write/pdf_file.h"

/* A ToUnicode stream for the face; its object. */
PdfObject *cmap_write(PdfFile *file, const Face *face);
/* A map from its codes to CIDs, one for each code; its object. */
PdfObject *cid_map_write(PdfFile *file, const Face *face, const unsigned *cids);
