/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * image.h: a PNG or JPEG file becomes an image.
 *
 * The whole picture is decoded once, so that one that is cut short or damaged is
 * told before any page is made. PNG of every kind (palette, interlaced, 16 bits,
 * another gamma) becomes 8 bits of sRGB or grey, and alpha where it is used. JPEG
 * keeps its own bytes, but not what cameras write beside the picture. What no page
 * can use is told: too many pixels, CMYK, arithmetic coding, a picture that lies on
 * its side.
 */
#include "model/image.h"
#include "model/ingredient.h"

/* NULL when it is of no use, which is told at the place that named it. `file`: as it was read. */
const Image *image_read(Arena *a, const Source *source, Ingredient *file, Diags *diags);

/* "libpng 1.6.39": what the packed pixels depend on. */
const char *image_versions(Arena *a);
