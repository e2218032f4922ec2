/* SPDX-License-Identifier: MIT */
/*
 * libpng's simplified interface unpacks every kind of PNG to 8 bits of sRGB, and packs
 * plain pixels again: the stream inside its IDAT chunks is just what a PDF's FlateDecode
 * with a PNG predictor unpacks.
 */
#include "base/str.h"
#include "read/image_parts.h"

#include <png.h>
#include <string.h>

enum { CHUNK_HEAD = 8, CHUNK_FRAME = 12, SIGNATURE = 8, CHANNELS_MOST = 4, OPAQUE = 255 };

const char *image_versions(Arena *a)
{
	return str_format(a, "libpng %s", png_get_libpng_ver(NULL));
}

static size_t chunk_length(const unsigned char *chunk)
{
	return (size_t)chunk[0] << 24 | (size_t)chunk[1] << 16 | (size_t)chunk[2] << 8 | chunk[3];
}

/* What the IDAT chunks hold, in one piece. */
static Bytes idat_joined(Arena *a, const unsigned char *png, size_t length)
{
	unsigned char *joined = arena_alloc(a, length);
	size_t count = 0;
	for (size_t at = SIGNATURE; at + CHUNK_FRAME <= length;) {
		size_t inside = chunk_length(png + at);
		if (memcmp(png + at + 4, "IDAT", 4) == 0) {
			memcpy(joined + count, png + at + CHUNK_HEAD, inside);
			count += inside;
		}
		at += CHUNK_FRAME + inside;
	}
	return (Bytes){joined, count};
}

static Bytes bytes_kept(Arena *a, Bytes bytes)
{
	unsigned char *kept = arena_alloc(a, bytes.length + 1);
	memcpy(kept, bytes.at, bytes.length);
	return (Bytes){kept, bytes.length};
}

/* Pixels without alpha, as one zlib stream of predicted rows. */
static Bytes pack(const PictureFile *p, const unsigned char *pixels, bool grey)
{
	png_image out = {.version = PNG_IMAGE_VERSION,
			 .width = (png_uint_32)p->image->width,
			 .height = (png_uint_32)p->image->height,
			 .format = grey ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB};
	png_alloc_size_t length = PNG_IMAGE_PNG_SIZE_MAX(out);
	unsigned char *png = arena_alloc(p->scratch, length);
	if (!png_image_write_to_memory(&out, png, &length, 0, pixels, 0, NULL))
		die("libpng cannot pack a picture: %s", out.message);
	return bytes_kept(p->a, idat_joined(p->scratch, png, length));
}

/* Takes the last channel out of each pixel: the others move together. False when it was opaque
 * everywhere. */
static bool split_alpha(unsigned char *pixels, size_t count, int channels, unsigned char *alpha)
{
	bool used = false;
	unsigned char *to = pixels;
	for (size_t i = 0; i < count; i++) {
		const unsigned char *from = pixels + i * (size_t)channels;
		for (int c = 0; c + 1 < channels; c++)
			*to++ = from[c];
		alpha[i] = from[channels - 1];
		used = used || alpha[i] != OPAQUE;
	}
	return used;
}

static void pixels_pack(const PictureFile *p, unsigned char *pixels, bool alpha)
{
	Image *image = p->image;
	size_t count = (size_t)image->width * (size_t)image->height;
	if (alpha) {
		unsigned char *plane = arena_alloc(p->scratch, count);
		if (split_alpha(pixels, count, image->channels + 1, plane))
			image->alpha = pack(p, plane, true);
	}
	image->packing = IMAGE_FLATE;
	image->pixels = pack(p, pixels, image->channels == 1);
}

/* Where it ends too early the last rows may be there all the same. */
static bool has_end(Bytes bytes)
{
	size_t at = SIGNATURE;
	while (at + CHUNK_FRAME <= bytes.length) {
		if (memcmp(bytes.at + at + 4, "IEND", 4) == 0)
			return true;
		at += CHUNK_FRAME + chunk_length(bytes.at + at);
	}
	return false;
}

static bool pixels_take(PictureFile *p, png_image *in)
{
	bool alpha = (in->format & PNG_FORMAT_FLAG_ALPHA) != 0;
	bool colour = (in->format & PNG_FORMAT_FLAG_COLOR) != 0;
	if (!picture_fits(p, in->width, in->height))
		return false;
	in->format = in->format & (PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_COLOR);
	/* What does not say otherwise is meant for screens, be it 16 bits deep. */
	in->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
	unsigned char *pixels = arena_alloc(p->scratch, PNG_IMAGE_SIZE(*in));
	if (!png_image_finish_read(in, NULL, pixels, 0, NULL))
		return picture_refuse(p, in->message);
	if (!has_end(p->bytes))
		return picture_refuse(p, "it is cut short");
	p->image->width = (int)in->width;
	p->image->height = (int)in->height;
	p->image->channels = colour ? 3 : 1;
	pixels_pack(p, pixels, alpha);
	return true;
}

bool png_unpack(PictureFile *p)
{
	png_image in = {.version = PNG_IMAGE_VERSION};
	if (!png_image_begin_read_from_memory(&in, p->bytes.at, p->bytes.length))
		return picture_refuse(p, in.message);
	bool good = pixels_take(p, &in);
	png_image_free(&in);
	return good;
}
