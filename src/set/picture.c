/* SPDX-License-Identifier: MIT */
#include "set/picture.h"

#include "base/str.h"

/* What a picture measures by itself: only the proportion counts. */
static void picture_shape(const Element *element, Len *width, Len *height)
{
	*width = element->image ? element->image->image->width : element->icon->view_width;
	*height = element->image ? element->image->image->height : element->icon->view_height;
}

static PictureSize size_said(const Element *element)
{
	return element->image ? element->image->size : element->icon->size;
}

/* How large it is painted in a room of that width. */
static PictureSize picture_painted(const Element *element, Len room)
{
	PictureSize said = size_said(element);
	Len width, height;
	picture_shape(element, &width, &height);
	if (said.width == 0 && said.height == 0)
		said.width = len_max(room, 0);
	Len high = len_scale(said.width, height, width);
	if (said.width == 0 || (said.height > 0 && high > said.height))
		return (PictureSize){len_scale(said.height, width, height), said.height};
	return (PictureSize){said.width, high};
}

/* The place it takes: what the layout says, be it larger than the picture. */
static PictureSize picture_place(const Element *element, Len room)
{
	PictureSize said = size_said(element), painted = picture_painted(element, room);
	return (PictureSize){len_max(said.width, painted.width),
			     len_max(said.height, painted.height)};
}

Len picture_natural(const Element *element)
{
	return picture_place(element, 0).width;
}

void size_picture(const Measure *m, Sized *sized)
{
	const Element *element = sized->box->element;
	Len room = size_inner_width(sized);
	PictureSize place = picture_place(element, room);
	(void)m;
	sized->height = len_add(len_add(size_inset(&element->decor, SIDE_TOP), place.height),
				size_inset(&element->decor, SIDE_BOTTOM));
	sized->overfull = place.width > room;
}

static void tell_too_wide(Painter *p, const Element *element, Len width, Len room)
{
	diag_error(p->diags, element->place, DIAG_FIT,
		   "this %s is %s wide, but there are %s for it", element->name,
		   len_in_mm(p->arena, width), len_in_mm(p->arena, len_max(room, 0)));
	diag_hint(p->diags, "make its width smaller, or its column wider");
}

Segment icon_segment(const IconSpec *icon, const Segment *from, Len width, Len x, Len y)
{
	Segment to = {.kind = from->kind};
	for (int i = 0; i < 3; i++) {
		to.x[i] = len_add(x, len_scale(from->x[i], width, icon->view_width));
		to.y[i] = len_add(y, len_scale(from->y[i], width, icon->view_width));
	}
	return to;
}

/* Whether a point lies outside of the view, by more than rounding. */
static bool leaves_view(const IconSpec *icon)
{
	enum { ROUNDING = 8 };
	for (int i = 0; i < icon->count; i++)
		for (int k = 0; k < 3; k++) {
			Len x = icon->segments[i].x[k], y = icon->segments[i].y[k];
			if (x < -ROUNDING || x > icon->view_width + ROUNDING || y < -ROUNDING ||
			    y > icon->view_height + ROUNDING)
				return true;
		}
	return false;
}

/* What lies outside of the view is not seen, as in SVG: it would be painted over the neighbours. */
static void paint_icon(Painter *p, const IconSpec *icon, PictureSize size, Len x, Len y)
{
	bool clipped = leaves_view(icon);
	Segment *segments = ARENA_ARRAY(p->arena, icon->count, Segment);
	for (int i = 0; i < icon->count; i++)
		segments[i] = icon_segment(icon, &icon->segments[i], size.width, x, y);
	if (clipped)
		clip_begin(p, x, y, size.width, size.height);
	paint_outline(p, segments, icon->count, icon->ink, icon->thickness);
	if (clipped)
		clip_end(p);
}

void paint_picture(Painter *p, const Sized *sized, Len x, Len y)
{
	const Element *element = sized->box->element;
	Len room = size_inner_width(sized);
	PictureSize place = picture_place(element, room), size = picture_painted(element, room);
	Len left = len_add(x, size_inset(&element->decor, SIDE_LEFT));
	Len top = len_add(y, size_inset(&element->decor, SIDE_TOP));
	if (sized->overfull)
		tell_too_wide(p, element, place.width, room);
	left = len_add(left, (place.width - size.width) / 2);
	top = len_add(top, (place.height - size.height) / 2);
	TagMark mark =
	    tag_figure(p, sized->box->alt, (TagBounds){left, top, size.width, size.height});
	int from = p->draws.count;
	if (element->image)
		paint_image(p, element->image->image, left, top, size.width, size.height);
	else
		paint_icon(p, element->icon, size, left, top);
	paint_upright(p, from, left, size.width);
	tag_close(p, mark);
}
