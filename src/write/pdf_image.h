/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_image.h: the images of one page, each written once however often it is shown.
 *
 * They come packed as a PDF wants them. What shines through is a mask of its own
 * (ISO 32000-1, 11.6.5.3); the page then says in which colours it is mixed.
 */
#include "base/list.h"
#include "model/page.h"
#include "write/pdf_file.h"

typedef struct Images {
	List items; /* const Image *, in the order they are first painted */
} Images;

Images images_gather(Arena *a, const Page *page);
/* Which one it is, from 0; -1: none. */
int images_find(const Images *images, const Image *image);
/* Adds "/XObject<<…>>", where they are called I0, I1 …, to a resources dictionary. */
void images_write(PdfFile *file, const Images *images, StrBuf *resources);
/* Adds what a page with masks has to say. */
void images_write_group(const Images *images, StrBuf *page);
