/* SPDX-License-Identifier: MIT */
#include "set/icon_array.h"

#include "base/str.h"
#include "set/notice.h"
#include "set/picture.h"

enum { ICON_LEAST = 500, GAP_PART = 6 /* of an icon, when no gap is said */ };

struct SizedIcons {
	Len width, height;           /* of all */
	Len icon_width, icon_height; /* of one */
	Len gap;
	int rows;
	Notice notice; /* of a placeholder */
};

/* Sizing */

/* `columns` icons and the gaps between them fill the width; what is left over by rounding is less than a
 * thousandth of a point for each. */
static void icons_share(const IconArraySpec *spec, SizedIcons *s)
{
	int n = spec->columns;
	s->gap = spec->gap >= 0 ? spec->gap : s->width / ((GAP_PART + 1) * n - 1);
	s->icon_width = len_max(len_add(s->width, -len_scale(s->gap, n - 1, 1)), 0) / n;
	s->icon_height = spec->icon ? len_scale(s->icon_width, spec->icon->view_height,
						len_max(spec->icon->view_width, 1))
				    : s->icon_width;
}

void size_icon_array(const Measure *m, Sized *sized)
{
	const IconArrayBox *box = sized->box->icons;
	const Decor *decor = &sized->box->element->decor;
	Len room = size_inner_width(sized);
	SizedIcons *s = ARENA_NEW(m->arena, SizedIcons);
	s->width = box->spec->width > 0 ? box->spec->width : len_max(room, 0);
	s->rows = (box->of + box->spec->columns - 1) / box->spec->columns;
	icons_share(box->spec, s);
	s->height =
	    len_add(len_scale(s->icon_height, s->rows, 1), len_scale(s->gap, s->rows - 1, 1));
	sized->overfull = s->width > room;
	if (!box->known) {
		s->notice = notice_size(m, &box->placeholder, s->width);
		s->height = len_max(s->height, s->notice.height);
		sized->overfull |= s->notice.text.overfull;
	}
	sized->height = len_add(size_inset(decor, SIDE_TOP),
				len_add(s->height, size_inset(decor, SIDE_BOTTOM)));
	sized->icons = s;
}

/* Painting */

typedef struct Corner {
	Len x, y;
} Corner;

static Corner icon_at(const IconArraySpec *spec, const SizedIcons *s, Corner first, int i)
{
	int column = i % spec->columns, row = i / spec->columns;
	return (Corner){len_add(first.x, len_scale(len_add(s->icon_width, s->gap), column, 1)),
			len_add(first.y, len_scale(len_add(s->icon_height, s->gap), row, 1))};
}

static void square_add(List *segments, Corner at, Len width, Len height)
{
	Len right = len_add(at.x, width), bottom = len_add(at.y, height);
	const Segment square[] = {{SEGMENT_MOVE, {at.x}, {at.y}},
				  {SEGMENT_LINE, {right}, {at.y}},
				  {SEGMENT_LINE, {right}, {bottom}},
				  {SEGMENT_LINE, {at.x}, {bottom}},
				  {.kind = SEGMENT_CLOSE}};
	for (size_t i = 0; i < sizeof square / sizeof *square; i++)
		*(Segment *)list_add(segments) = square[i];
}

/* An icon; a square may be narrower than that. */
static void icon_add(List *segments, const IconSpec *icon, const SizedIcons *s, Corner at,
		     Len width)
{
	if (!icon) {
		square_add(segments, at, width, s->icon_height);
		return;
	}
	for (int i = 0; i < icon->count; i++)
		*(Segment *)list_add(segments) =
		    icon_segment(icon, &icon->segments[i], s->icon_width, at.x, at.y);
}

static void outline_paint(Painter *p, const List *segments, const Ink *ink, const Origin *origin)
{
	if (segments->count == 0 || !ink)
		return;
	Draw *draw = draw_add(p, DRAW_SHAPE);
	draw->shape = (Shape){.segments = segments->items, .count = segments->count, .fill = ink};
	if (origin)
		draw->shape.origin = *origin;
}

/* The icons from one up to, not including, another, as one shape. */
static void icons_paint(Painter *p, const IconArrayBox *box, const SizedIcons *s, Corner first,
			int from, int to, bool filled)
{
	List segments = list_new(p->arena, sizeof(Segment));
	for (int i = from; i < to; i++)
		icon_add(&segments, box->spec->icon, s, icon_at(box->spec, s, first, i),
			 s->icon_width);
	outline_paint(p, &segments, filled ? box->spec->ink : box->spec->track,
		      filled ? &box->origin : NULL);
}

static void part_paint(Painter *p, const IconArrayBox *box, const SizedIcons *s, Corner at,
		       Decimal part)
{
	List segments = list_new(p->arena, sizeof(Segment));
	Len width = len_scale(s->icon_width, part, DECIMAL_ONE);
	icon_add(&segments, box->spec->icon, s, at, width);
	if (width <= 0)
		return;
	if (box->spec->icon)
		clip_begin(p, at.x, at.y, width, s->icon_height);
	outline_paint(p, &segments, box->spec->ink, &box->origin);
	if (box->spec->icon)
		clip_end(p);
}

static void tell_too_small(Painter *p, const Element *element, const SizedIcons *s)
{
	diag_error(p->diags, element->place, DIAG_FIT,
		   "the icons of this %s would be %s wide, too small to be seen", element->name,
		   s->icon_width > 0 ? len_in_mm(p->arena, s->icon_width) : "0 mm");
	diag_hint(p->diags, "give it fewer columns, a smaller gap or a wider column");
}

static void tell_too_wide(Painter *p, const Element *element, Len width, Len room)
{
	diag_error(p->diags, element->place, DIAG_FIT,
		   "this %s is %s wide, but there are %s for it", element->name,
		   len_in_mm(p->arena, width), len_in_mm(p->arena, len_max(room, 0)));
	diag_hint(p->diags, "make its width smaller, or its column wider");
}

static void paint_value(Painter *p, const IconArrayBox *box, const SizedIcons *s, Corner first)
{
	int whole = (int)(box->value / DECIMAL_ONE);
	Decimal part = box->value % DECIMAL_ONE;
	icons_paint(p, box, s, first, whole, box->of, false);
	icons_paint(p, box, s, first, 0, whole, true);
	if (part > 0)
		part_paint(p, box, s, icon_at(box->spec, s, first, whole), part);
}

static void paint_nothing(Painter *p, const IconArrayBox *box, const SizedIcons *s, Corner first)
{
	TagMark mark = tag_leave(p);
	icons_paint(p, box, s, first, 0, box->of, false);
	tag_close(p, mark);
	notice_paint(p, &s->notice, first.x, first.y, s->width, s->height, box->spec->paper,
		     box->spec->frame);
}

void paint_icon_array(Painter *p, const Sized *sized, Len x, Len y)
{
	const IconArrayBox *box = sized->box->icons;
	const SizedIcons *s = sized->icons;
	const Decor *decor = &sized->box->element->decor;
	Corner first = {len_add(x, size_inset(decor, SIDE_LEFT)),
			len_add(y, size_inset(decor, SIDE_TOP))};
	if (s->icon_width < ICON_LEAST) {
		tell_too_small(p, sized->box->element, s);
		return;
	}
	if (s->width > size_inner_width(sized))
		tell_too_wide(p, sized->box->element, s->width, size_inner_width(sized));
	TagMark mark =
	    tag_figure(p, sized->box->alt, (TagBounds){first.x, first.y, s->width, s->height});
	if (box->known)
		paint_value(p, box, s, first);
	else
		paint_nothing(p, box, s, first);
	tag_close(p, mark);
}
