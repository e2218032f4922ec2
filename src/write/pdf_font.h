/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_font.h: the fonts of one page, as far as the page uses them.
 *
 * Each face becomes a composite font (ISO 32000-1, 9.7) with a subset of its
 * glyphs, called by the codes of pdf_codes.h.
 */
#include "write/pdf_codes.h"
#include "write/pdf_file.h"

/* Writes all faces and adds "/Font<<…>>", where they are called F0, F1 …, to a resources dictionary. */
void faces_write(PdfFile *file, const Faces *faces, StrBuf *resources);
