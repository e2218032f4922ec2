/* SPDX-License-Identifier: MIT */
/*
 * A PDF holds a JPEG stream as it is (DCTDecode), so it is decoded only to be sure that it
 * can be: at an eighth of its size, which still reads all of it. Of its segments (ITU-T T.81,
 * annex B) those go along that the picture needs; what a camera tells of time and place does not.
 */
#include "base/str.h"
#include "read/image_parts.h"

#include <string.h>
#include <turbojpeg.h>

enum {
	MARKER_SOF_FIRST = 0xc0,
	MARKER_SOF_LAST = 0xcf,
	MARKER_DHT = 0xc4,
	MARKER_JPG = 0xc8,
	MARKER_DAC = 0xcc,
	MARKER_SOS = 0xda,
	MARKER_APP0 = 0xe0,
	MARKER_APP1 = 0xe1,
	MARKER_APP2 = 0xe2,
	MARKER_ADOBE = 0xee,
	MARKER_APP_LAST = 0xef,
	MARKER_COMMENT = 0xfe,
	MARKER_FILL = 0xff /* before another marker */
};

/* One marker and what belongs to it. */
typedef struct Part {
	int marker;
	const unsigned char *at; /* its 0xff */
	size_t length;           /* with marker and length */
} Part;

static unsigned read2(const unsigned char *at, bool little)
{
	return little ? (unsigned)(at[1] << 8 | at[0]) : (unsigned)(at[0] << 8 | at[1]);
}

/* The segment at `from`; false when there is none. Before a marker more 0xff may stand (B.1.1.2): each
 * is a part of its own. */
static bool part_at(Bytes bytes, size_t from, Part *out)
{
	const unsigned char *at = bytes.at + from;
	if (from + 4 > bytes.length || at[0] != 0xff)
		return false;
	if (at[1] == MARKER_FILL) {
		*out = (Part){MARKER_FILL, at, 1};
		return true;
	}
	*out = (Part){at[1], at, read2(at + 2, false) + 2u};
	return out->length >= 4 && from + out->length <= bytes.length;
}

static bool is_frame(int marker)
{
	return marker >= MARKER_SOF_FIRST && marker <= MARKER_SOF_LAST && marker != MARKER_DHT &&
	       marker != MARKER_JPG && marker != MARKER_DAC;
}

static bool is_needless(int marker)
{
	return marker == MARKER_COMMENT ||
	       (marker > MARKER_APP0 && marker <= MARKER_APP_LAST && marker != MARKER_ADOBE);
}

/* Exif 2.32, 4.6.2: the first directory of a TIFF file holds the orientation; 1 is upright. */
static unsigned orientation_of(const Part *part)
{
	enum { HEAD = 10, ENTRY = 12, ORIENTATION = 0x112 };
	const unsigned char *tiff = part->at + HEAD;
	if (part->length < HEAD + 10 || memcmp(part->at + 4, "Exif\0\0", 6) != 0)
		return 1;
	size_t length = part->length - HEAD;
	bool little = tiff[0] == 'I';
	size_t at = little ? read2(tiff + 4, true) : read2(tiff + 6, false);
	if (at + 2 > length)
		return 1;
	for (unsigned left = read2(tiff + at, little); left > 0; left--) {
		size_t entry = at + 2 + (size_t)ENTRY * (left - 1);
		if (entry + ENTRY <= length && read2(tiff + entry, little) == ORIENTATION)
			return read2(tiff + entry + 8, little);
	}
	return 1;
}

static bool part_holds(const Part *part, const char *what, size_t length)
{
	for (size_t at = 0; at + length <= part->length; at++)
		if (memcmp(part->at + at, what, length) == 0)
			return true;
	return false;
}

/* ICC.1:2010, B.4: the profile's name stands in its first part, in ASCII or UTF-16. */
static void profile_look(const PictureFile *p, const Part *part)
{
	static const char lead[] = "ICC_PROFILE\0\1", wide[] = "s\0R\0G\0B";
	enum { HEAD = 4, LEAD = sizeof lead - 1 };
	if (part->length < HEAD + LEAD || memcmp(part->at + HEAD, lead, LEAD) != 0 ||
	    part_holds(part, "sRGB", 4) || part_holds(part, wide, sizeof wide - 1))
		return;
	diag_warning(p->diags, p->source->from, DIAG_FILE,
		     "the colours of the picture %s are not those of sRGB, but are shown as if "
		     "they were",
		     p->source->path);
	diag_hint(p->diags, "convert it to sRGB through its own profile");
}

static bool part_suits(const PictureFile *p, const Part *part)
{
	if (is_frame(part->marker) && part->marker > MARKER_SOF_FIRST + 2) {
		picture_refuse(p, "it is packed in a way that PDF does not know");
		diag_hint(p->diags, "save it as a baseline or progressive JPEG");
		return false;
	}
	if (part->marker == MARKER_APP1 && orientation_of(part) > 1) {
		picture_refuse(p,
			       "it lies on its side, and only a note in it says which way is up");
		diag_hint(p->diags, "turn it upright and save it");
		return false;
	}
	return true;
}

/* The stream without what is needless; false when it is out of order. */
static bool parts_keep(PictureFile *p)
{
	enum { START = 2 };
	StrBuf kept = {.arena = p->a};
	Part part;
	strbuf_add_n(&kept, (const char *)p->bytes.at, START);
	for (size_t at = START; part_at(p->bytes, at, &part); at += part.length) {
		if (part.marker == MARKER_FILL)
			continue;
		if (!part_suits(p, &part))
			return false;
		if (part.marker == MARKER_APP2)
			profile_look(p, &part);
		if (part.marker == MARKER_SOS) {
			strbuf_add_n(&kept, (const char *)part.at, p->bytes.length - at);
			p->image->pixels =
			    (Bytes){(const unsigned char *)strbuf_text(&kept), kept.length};
			return true;
		}
		if (!is_needless(part.marker))
			strbuf_add_n(&kept, (const char *)part.at, part.length);
	}
	return picture_refuse(p, "its parts are out of order");
}

static bool colours_suit(PictureFile *p, int colours)
{
	if (colours == TJCS_CMYK || colours == TJCS_YCCK) {
		picture_refuse(p, "its colours are CMYK, but a page's are sRGB");
		diag_hint(p->diags, "convert it to sRGB through its own profile");
		return false;
	}
	p->image->channels = colours == TJCS_GRAY ? 1 : 3;
	p->image->untransformed = colours == TJCS_RGB;
	return true;
}

static bool decodes(PictureFile *p, tjhandle jpeg)
{
	tjscalingfactor eighth = {1, 8};
	int width = TJSCALED(p->image->width, eighth), height = TJSCALED(p->image->height, eighth);
	unsigned char *pixels = arena_alloc(p->scratch, (size_t)width * (size_t)height * 3);
	return tjDecompress2(jpeg, p->bytes.at, p->bytes.length, pixels, width, 0, height, TJPF_RGB,
			     TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS) == 0;
}

static bool jpeg_read(PictureFile *p, tjhandle jpeg)
{
	int samples, colours;
	Image *image = p->image;
	image->packing = IMAGE_JPEG;
	if (tjDecompressHeader3(jpeg, p->bytes.at, p->bytes.length, &image->width, &image->height,
				&samples, &colours) != 0)
		return picture_refuse(p, tjGetErrorStr2(jpeg));
	if (!picture_fits(p, image->width, image->height) || !colours_suit(p, colours))
		return false;
	if (!decodes(p, jpeg))
		return picture_refuse(p, tjGetErrorStr2(jpeg));
	return parts_keep(p);
}

bool jpeg_look(PictureFile *p)
{
	tjhandle jpeg = tjInitDecompress();
	if (jpeg == NULL)
		die("no memory for a JPEG");
	bool good = jpeg_read(p, jpeg);
	tjDestroy(jpeg);
	return good;
}
