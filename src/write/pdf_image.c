/* SPDX-License-Identifier: MIT */
#include "write/pdf_image.h"

#include "write/pdf_syntax.h"

static const Image *image_at(const Images *images, int i)
{
	return *(const Image **)list_at(&images->items, i);
}

int images_find(const Images *images, const Image *image)
{
	for (int i = 0; i < images->items.count; i++)
		if (image_at(images, i) == image)
			return i;
	return -1;
}

Images images_gather(Arena *a, const Page *page)
{
	Images images = {list_new(a, sizeof(const Image *))};
	for (int i = 0; i < page->draw_count; i++) {
		const Draw *draw = &page->draws[i];
		if (draw->kind == DRAW_IMAGE && images_find(&images, draw->picture.image) < 0)
			*(const Image **)list_add(&images.items) = draw->picture.image;
	}
	return images;
}

static PdfObject *pixels_write(PdfFile *file, const Image *image, Bytes pixels, int channels)
{
	PdfObject *object = pdf_object(file);
	StrBuf *out = &object->inside;
	pdf_put(out,
		"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8"
		"/ColorSpace/%s",
		image->width, image->height, channels == 1 ? "DeviceGray" : "DeviceRGB");
	pdf_stream_plain(object, pixels.at, pixels.length);
	return object;
}

/* Predictor 15: each row says itself how it is predicted, as in PNG. */
static void put_flate(StrBuf *out, const Image *image, int channels)
{
	pdf_put(out, "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %d/Columns %d>>",
		channels, image->width);
}

static PdfObject *image_write(PdfFile *file, const Image *image)
{
	PdfObject *object = pixels_write(file, image, image->pixels, image->channels);
	if (image->packing == IMAGE_FLATE)
		put_flate(&object->inside, image, image->channels);
	else
		pdf_put(&object->inside, "/Filter/DCTDecode%s",
			image->untransformed ? "/DecodeParms<</ColorTransform 0>>" : "");
	if (image->alpha.at == NULL)
		return object;
	PdfObject *mask = pixels_write(file, image, image->alpha, 1);
	put_flate(&mask->inside, image, 1);
	pdf_put(&object->inside, "/SMask %d 0 R", mask->number);
	return object;
}

void images_write(PdfFile *file, const Images *images, StrBuf *resources)
{
	if (images->items.count == 0)
		return;
	strbuf_add(resources, "/XObject<<");
	for (int i = 0; i < images->items.count; i++)
		pdf_put(resources, "/I%d %d 0 R", i,
			image_write(file, image_at(images, i))->number);
	strbuf_add(resources, ">>");
}

void images_write_group(const Images *images, StrBuf *page)
{
	for (int i = 0; i < images->items.count; i++)
		if (image_at(images, i)->alpha.at) {
			strbuf_add(page, "/Group<</S/Transparency/CS/DeviceRGB>>");
			return;
		}
}
