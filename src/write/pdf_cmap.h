/* SPDX-License-Identifier: MIT */
#pragma once
/* pdf_cmap.h: the map from a face's codes back to text (ISO 32000-1, 9.10.3). */
#include "write/pdf_font.h"

/* A ToUnicode stream for the face; its object. */
PdfObject *cmap_write(PdfFile *file, const Face *face);
