/* SPDX-License-Identifier: MIT */
#include "write/trace.h"

#include "text/font.h"
#include "write/outline.h"

#include <stdlib.h>

static void put_length(StrBuf *out, Len length)
{
	long value = length;
	strbuf_format(out, " %s%ld.%03ld", value < 0 ? "-" : "", labs(value) / 1000,
		      labs(value) % 1000);
}

static void put_bounds(StrBuf *out, const TagBounds *bounds)
{
	put_length(out, bounds->x);
	put_length(out, bounds->y);
	put_length(out, bounds->width);
	put_length(out, bounds->height);
}

static void put_quoted(StrBuf *out, const char *text, int length)
{
	strbuf_add(out, " \"");
	for (int i = 0; i < length; i++) {
		unsigned char c = (unsigned char)text[i];
		if (c == '"' || c == '\\')
			strbuf_format(out, "\\%c", c);
		else if (c < 0x20 || c == 0x7f)
			strbuf_format(out, "\\x%02x", c);
		else
			strbuf_add_n(out, text + i, 1);
	}
	strbuf_add(out, "\"");
}

static void put_string(StrBuf *out, const char *text)
{
	int length = 0;
	while (text[length] != '\0')
		length++;
	put_quoted(out, text, length);
}

static bool is_named_before(const Origin *origins, int index)
{
	for (int i = 0; i < index; i++)
		if (str_equal(origins[i].path, origins[index].path))
			return true;
	return false;
}

static void put_origins(StrBuf *out, const Origin *origins, int count)
{
	const char *lead = " from ";
	for (int i = 0; i < count; i++) {
		if (origins[i].path == NULL || is_named_before(origins, i))
			continue;
		strbuf_format(out, "%s%s", lead, origins[i].path);
		lead = ", ";
	}
}

static void put_tag_number(StrBuf *out, const Draw *draw)
{
	static const char *const kinds[] = {" artifact", " background", " footer"};
	if (draw->tag == TAG_ARTIFACT)
		strbuf_add(out, kinds[draw->artifact]);
	else
		strbuf_format(out, " tag %d", draw->tag);
}

static void put_run(StrBuf *out, const Run *run, const Draw *draw)
{
	strbuf_add(out, "  run");
	put_length(out, run->x);
	put_length(out, run->y);
	strbuf_add(out, " size");
	put_length(out, run->size);
	strbuf_format(out, " %s %s", font_label(run->font), run->ink->name);
	put_tag_number(out, draw);
	strbuf_add(out, " width");
	put_length(out, run->width);
	if (run->tracking != 0) {
		strbuf_add(out, " tracking");
		put_length(out, run->tracking);
	}
	if (run->language != NULL)
		strbuf_format(out, " lang %s", run->language);
	put_quoted(out, run->text, run->length);
	put_origins(out, run->origins, run->origin_count);
}

static void put_segment(StrBuf *out, const Segment *segment)
{
	static const char letters[] = {'M', 'L', 'C', 'Z'};
	static const int points[] = {1, 1, 3, 0};
	strbuf_format(out, " %c", letters[segment->kind]);
	for (int i = 0; i < points[segment->kind]; i++) {
		put_length(out, segment->x[i]);
		put_length(out, segment->y[i]);
	}
}

static void put_outline(StrBuf *out, const Shape *shape)
{
	TagBounds rect;
	if (outline_rect(shape->segments, shape->count, &rect)) {
		strbuf_add(out, " rect");
		put_bounds(out, &rect);
		return;
	}
	strbuf_add(out, " path");
	for (int i = 0; i < shape->count; i++)
		put_segment(out, &shape->segments[i]);
}

static void put_shape(StrBuf *out, const Shape *shape, const Draw *draw)
{
	strbuf_add(out, " ");
	put_outline(out, shape);
	if (shape->fill != NULL)
		strbuf_format(out, " fill %s", shape->fill->name);
	if (shape->stroke != NULL) {
		strbuf_format(out, " stroke %s", shape->stroke->name);
		put_length(out, shape->width);
	}
	if (shape->stroke != NULL && shape->dash != 0) {
		strbuf_add(out, " dash");
		put_length(out, shape->dash);
	}
	put_tag_number(out, draw);
	put_origins(out, &shape->origin, 1);
}

static void put_image(StrBuf *out, const Picture *picture, const Draw *draw)
{
	const Image *image = picture->image;
	TagBounds bounds = {picture->x, picture->y, picture->width, picture->height};
	strbuf_add(out, "  image");
	put_bounds(out, &bounds);
	put_string(out, image->file);
	strbuf_format(out, " %d x %d", image->width, image->height);
	put_tag_number(out, draw);
}

static void put_link(StrBuf *out, const Link *link, const Draw *draw)
{
	TagBounds bounds = {link->x, link->y, link->width, link->height};
	strbuf_add(out, "  link");
	put_bounds(out, &bounds);
	put_string(out, link->to->address);
	put_tag_number(out, draw);
	put_origins(out, &link->to->origin, 1);
}

static void put_draw(StrBuf *out, const Draw *draw)
{
	switch (draw->kind) {
	case DRAW_RUN:
		put_run(out, &draw->run, draw);
		break;
	case DRAW_SHAPE:
		put_shape(out, &draw->shape, draw);
		break;
	case DRAW_IMAGE:
		put_image(out, &draw->picture, draw);
		break;
	case DRAW_LINK:
		put_link(out, &draw->link, draw);
		break;
	case DRAW_CLIP:
		strbuf_add(out, "  clip");
		put_outline(out, &draw->shape);
		break;
	case DRAW_UNCLIP:
		strbuf_add(out, "  unclip");
		break;
	}
	strbuf_add(out, "\n");
}

static int tag_depth(const Page *page, int tag)
{
	int depth = 0;
	/* A parent stands before its children, so the numbers only fall. */
	while (page->tags[tag].parent >= 0 && page->tags[tag].parent < tag) {
		tag = page->tags[tag].parent;
		depth++;
	}
	return depth;
}

static void put_tag(StrBuf *out, const Page *page, int index)
{
	static const char *const scopes[] = {"", " scope column", " scope row"};
	const Tag *tag = &page->tags[index];
	strbuf_format(out, "%*s%d %s%s", 2 + 2 * tag_depth(page, index), "", index,
		      tag_name(tag->kind), scopes[tag->scope]);
	if (tag->col_span > 1)
		strbuf_format(out, " columns %d", tag->col_span);
	if (tag->bounds.width != 0 || tag->bounds.height != 0) {
		strbuf_add(out, " bounds");
		put_bounds(out, &tag->bounds);
	}
	if (tag->alt != NULL) {
		strbuf_add(out, " alt");
		put_string(out, tag->alt);
	}
	strbuf_add(out, "\n");
}

static bool is_taken(const Page *page, int step)
{
	return page->fit.levels && page->fit.levels[step] != fit_step_design(&page->steps[step]);
}

static bool is_plain(const Page *page)
{
	bool taken = page->fit.space != 1000 || page->fit.leading != 1000;
	for (int i = 0; i < page->step_count && !taken; i++)
		taken = is_taken(page, i);
	return !taken;
}

/* Space and leading stand before it: they are the page's, not a step's. */
static void put_step(StrBuf *out, const FitStep *step, int at)
{
	static const char *const names[] = {
	    [FIT_TRACKING] = "letter-spacing",
	    [FIT_SIZE] = "font-size",
	    [FIT_CONDENSE] = "condense",
	    [FIT_TEXT] = "short",
	    [FIT_ROWS] = "rows",
	};
	if (step->kind == FIT_SPREAD) {
		strbuf_format(out, " spread %s", step->at != NULL ? step->at : "?");
		put_length(out, at);
	} else if (step->kind == FIT_CONDENSE) {
		strbuf_add(out, " condense");
	} else if (step->kind < FIT_SPREAD && names[step->kind]) {
		strbuf_format(out, " %s %d", names[step->kind], at);
	}
}

static void put_fit(StrBuf *out, const Page *page)
{
	const Fit *fit = &page->fit;
	if (!is_plain(page)) {
		strbuf_format(out, "fit space %d leading %d", fit->space, fit->leading);
		for (int i = 0; i < page->step_count; i++)
			if (is_taken(page, i))
				put_step(out, &page->steps[i], fit->levels[i]);
		strbuf_add(out, "\n");
	}
	strbuf_add(out, "slack");
	put_length(out, page->slack);
	strbuf_add(out, "\n");
}

static void put_head(StrBuf *out, const Page *page)
{
	strbuf_add(out, "page");
	put_length(out, page->width);
	strbuf_add(out, " x");
	put_length(out, page->height);
	if (page->bleed != 0) {
		strbuf_add(out, " bleed");
		put_length(out, page->bleed);
	}
	strbuf_format(out, " lang %s\n", page->language != NULL ? page->language : "?");
	strbuf_add(out, "title");
	put_string(out, page->title != NULL ? page->title : "");
	strbuf_add(out, "\n");
}

void trace_write(StrBuf *out, const Page *page)
{
	put_head(out, page);
	put_fit(out, page);
	strbuf_add(out, "tags\n");
	for (int i = 0; i < page->tag_count; i++)
		put_tag(out, page, i);
	strbuf_add(out, "paint\n");
	for (int i = 0; i < page->draw_count; i++)
		put_draw(out, &page->draws[i]);
}
