/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * image.h: a picture of pixels, ready to be put into a page.
 *
 * Read and looked through once a run, whichever pages show it. Its pixels are
 * packed as a PDF wants them, so that nobody has to unpack them again. 8 bits a
 * channel, sRGB or grey.
 */
#include "base/file.h"

typedef enum ImagePacking {
	IMAGE_FLATE, /* zlib, each row predicted as in PNG */
	IMAGE_JPEG   /* a whole JPEG stream, without what was written into it besides the picture */
} ImagePacking;

typedef struct Image {
	const char *file;
	int width, height; /* pixels: at least 1 */
	int channels;      /* 1: grey; 3: RGB */
	ImagePacking packing;
	bool untransformed; /* JPEG: its channels are RGB already */
	Bytes pixels;
	Bytes alpha; /* IMAGE_FLATE, one channel; at NULL: it is opaque */
} Image;
