/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_page.h: the page's draws as a content stream.
 *
 * Draws that follow each other and belong to the same tag are one marked
 * stretch; those of no tag are artifacts.
 */
#include "write/pdf_font.h"
#include "write/pdf_image.h"
#include "write/pdf_tags.h"

/* The operators of the whole page, not deflated; its stretches are added to `marks`. */
StrBuf page_content(Arena *a, const Page *page, const Faces *faces, const Images *images,
		    Marks *marks);
