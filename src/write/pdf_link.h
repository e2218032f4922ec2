/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_link.h: the links of a page as annotations (ISO 32000-1, 12.5.6.5).
 *
 * A link over several lines has an annotation for each: many readers go by the one
 * rectangle of an annotation, and that of all lines together would cover their neighbours.
 * ISO 14289-1, 7.18, wants words for each, and its element.
 */
#include "write/pdf_file.h"
#include "write/pdf_tags.h"

/* Writes the annotations of the links in `marks`, and names them in the page. */
void links_write(PdfFile *file, Marks *marks);
