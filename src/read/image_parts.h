/* SPDX-License-Identifier: MIT */
#pragma once
/* image_parts.h: what the readers of the two kinds of pictures share. Private to src/read/image*.c. */
#include "read/image.h"

#include <stdint.h>

typedef struct PictureFile {
	Arena *a;
	Arena *scratch; /* of what is unpacked */
	const Source *source;
	Bytes bytes;
	Diags *diags;
	Image *image;
} PictureFile;

/* Tells that it cannot be used, in the library's words; false. */
bool picture_refuse(const PictureFile *p, const char *why);
/* False, and told, when there are more pixels than any page can show. */
bool picture_fits(const PictureFile *p, int64_t width, int64_t height);

/* image_png.c, image_jpeg.c: false when it is of no use, which is told. */
bool png_unpack(PictureFile *p);
bool jpeg_look(PictureFile *p);
