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

/* One that is of no use is read again, so that it is told wherever it is named. */
static const Image *image_named(Reading *r, const Attr *src)
{
	Source source = {file_beside(r->a, src->place.file, src->value), r->source->root,
			 src->value_place};
	for (int i = 0; i < r->images.count; i++) {
		const Image *known = ((const ImageSpec *)list_at(&r->images, i))->image;
		if (str_equal(known->file, source.path))
			return known;
	}
	const Image *image = image_read(r->a, &source, list_add(&r->digests), r->diags);
	if (image)
		((ImageSpec *)list_add(&r->images))->image = image;
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
