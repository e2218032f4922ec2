/* SPDX-License-Identifier: MIT */
#include "base/str.h"
#include "read/image.h"
#include "read/layout_parts.h"

#include <string.h>

PictureSize picture_size(Reading *r, const Node *node)
{
	return (PictureSize){seen_len_attr(r, node, "width", 0),
			     seen_len_attr(r, node, "height", 0)};
}

static bool is_furniture(const Node *node)
{
	for (; node; node = node->parent)
		if (str_equal(node_value(node, "artifact"), "yes"))
			return true;
	return false;
}

void picture_alt_check(Reading *r, const Node *node)
{
	if (node_child(node, "alt") || is_furniture(node))
		return;
	diag_error(r->diags, node->place, DIAG_LAYOUT,
		   "this %s has no words for those who cannot see it", node->name);
	diag_hint(r->diags, "put <alt id=\"…\">…</alt> into it, or write artifact=\"yes\" when it "
			    "says nothing");
}

/* Why a picture is of no use was told where it is named first. */
static void tell_again(Reading *r, const Attr *src, const Pictured *known)
{
	diag_error(r->diags, src->value_place, DIAG_FILE,
		   "the picture %s cannot be used here either: see %s:%d", known->path,
		   known->place.file, known->place.line);
}

/* Read and unpacked once, of use or not: that may take a second. */
static const Image *image_named(Reading *r, const Attr *src)
{
	Source source = {file_beside(r->a, src->place.file, src->value), r->source->root,
			 src->value_place};
	for (int i = 0; i < r->images.count; i++) {
		const Pictured *known = list_at(&r->images, i);
		if (!str_equal(known->path, source.path))
			continue;
		if (!known->image)
			tell_again(r, src, known);
		return known->image;
	}
	const Image *image = image_read(r->a, &source, list_add(r->files), r->diags);
	*(Pictured *)list_add(&r->images) = (Pictured){source.path, image, src->value_place};
	return image;
}

const ImageSpec *picture_read(Reading *r, const Node *node)
{
	const Attr *src = node_attr(node, "src");
	ImageSpec *spec = ARENA_NEW(r->a, ImageSpec);
	picture_alt_check(r, node);
	spec->size = picture_size(r, node);
	if (src)
		spec->image = image_named(r, src);
	return spec;
}
