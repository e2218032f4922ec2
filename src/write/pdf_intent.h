/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_intent.h: which colours a page's numbers mean.
 *
 * Inks are written as device RGB; the output intent says that this is sRGB (IEC
 * 61966-2-1), by an ICC profile in the file (ISO 19005-3, 6.2.3). The profile is
 * Little CMS's own, of ICC version 4.2, the newest that PDF 1.7 names, with the
 * clock taken out of it.
 */
#include "write/pdf_file.h"

/* Writes the output intent and its profile; the catalog names it. */
void intent_write(PdfFile *file);

/* "lcms2 2.14": the profile's bytes depend on it. */
const char *intent_versions(Arena *a);
