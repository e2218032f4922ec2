/* SPDX-License-Identifier: MIT */
#include "read/image.h"

#include "base/str.h"
#include "read/image_parts.h"

#include <string.h>

enum { FILE_MOST = 64 << 20 };
/* A3 at 400 pixels an inch has 30 million. */
enum { PIXELS_MOST = 32000000, SIDE_MOST = 30000 };

bool picture_refuse(const PictureFile *p, const char *why)
{
	diag_error(p->diags, p->source->from, DIAG_FILE, "the picture %s cannot be used: %s",
		   p->source->path, why);
	return false;
}

bool picture_fits(const PictureFile *p, int64_t width, int64_t height)
{
	if (width > 0 && height > 0 && width <= SIDE_MOST && height <= SIDE_MOST &&
	    width * height <= PIXELS_MOST)
		return true;
	picture_refuse(p, str_format(p->a, "it has %lld by %lld pixels, but %d million are enough",
				     (long long)width, (long long)height, PIXELS_MOST / 1000000));
	diag_hint(p->diags, "save it smaller: print needs some 300 pixels an inch");
	return false;
}

static bool begins(Bytes bytes, const char *with, size_t length)
{
	return bytes.length >= length && memcmp(bytes.at, with, length) == 0;
}

static void tell_kind(const PictureFile *p)
{
	bool markup = p->bytes.length > 0 && p->bytes.at[0] == '<';
	picture_refuse(p, p->bytes.length == 0 ? "it is empty" : "it is neither PNG nor JPEG");
	if (markup)
		diag_hint(p->diags, "for an SVG file of paths write <icon src=\"…\">");
	else
		diag_hint(p->diags, "save it as PNG (drawings) or JPEG (photographs)");
}

static bool picture_read(PictureFile *p)
{
	if (begins(p->bytes, "\x89PNG\r\n\x1a\n", 8))
		return png_unpack(p);
	if (begins(p->bytes, "\xff\xd8\xff", 3))
		return jpeg_look(p);
	tell_kind(p);
	return false;
}

const Image *image_read(Arena *a, const Source *source, Ingredient *file, Diags *diags)
{
	Arena *scratch = arena_new();
	PictureFile p = {
	    a, scratch, source, file_read(a, source, FILE_MOST, diags), diags, ARENA_NEW(a, Image)};
	bool good = p.bytes.at != NULL;
	if (good) {
		*file =
		    (Ingredient){source->path, p.bytes, digest_bytes(p.bytes.at, p.bytes.length)};
		p.image->file = source->path;
		good = picture_read(&p);
	}
	arena_free(scratch);
	return good ? p.image : NULL;
}
