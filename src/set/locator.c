/* SPDX-License-Identifier: MIT */
#include "set/locator.h"

#include "base/str.h"
#include "set/coast.h"
#include "set/graticule.h"
#include "set/label.h"
#include "set/notice.h"

enum { DOT = 1500, RING = 3200, RING_LINE = 600, NET_LINE = 300 }; /* radii; thicknesses */
enum { LABEL_GAP = LEN_PT(3), LABEL_INSET = LEN_PT(2) }; /* from the ring; from the map's edge */
enum { REGION_WIDE = 4, REGION_HIGH = 3 };               /* when no height is said */

struct SizedLocator {
	Len width, height; /* of the map */
	Label label;
	Len label_x, label_y; /* from the map's corner */
	bool labelled;
	bool homeless; /* its words fit nowhere */
	Notice notice; /* of a placeholder */
};

static View view_of(const LocatorBox *box, Globe *globe, Len x, Len y, Len width, Len height)
{
	int across = box->spec->across;
	Spot spot = spot_at(box->lon, box->lat);
	if (across > 0 && box->known)
		return view_region(globe, x, y, width, height, spot, across);
	return view_world(x, y, width, height, spot);
}

/* Sizing */

/* Puts the label's lines at x, inside the map. */
static void label_put(SizedLocator *s, Len x, Len y)
{
	Len right = s->width - LABEL_INSET - s->label.width;
	Len low = s->height - LABEL_INSET - s->label.height;
	s->label_x = len_max(LABEL_INSET, len_min(x, right));
	s->label_y = len_max(LABEL_INSET, len_min(y, low));
	s->labelled = true;
}

/* Beside the mark, its middle as high as the mark's. */
static bool label_beside(const Measure *m, const Words *words, SizedLocator *s, Len x, Len y,
			 bool wraps, bool left)
{
	Len off = RING + LABEL_GAP;
	Len room = len_add(left ? x : s->width - x, -off - LABEL_INSET);
	Len high = s->height - 2 * LABEL_INSET;
	s->label = wraps ? label_fit(m, words, room, high) : label_fit_line(m, words, room, high);
	bool fits = wraps ? s->label.way != LABEL_MOVED : s->label.way == LABEL_LINE;
	if (fits)
		label_put(s, left ? x - off - s->label.width : x + off,
			  label_top(&s->label.text, y));
	return fits;
}

/* Below or above it, in the middle of it as far as the map's edges let it. */
static bool label_across(const Measure *m, const Words *words, SizedLocator *s, Len x, Len y,
			 bool above)
{
	Len off = RING + LABEL_GAP / 2;
	Len room = len_add(above ? y : s->height - y, -off - LABEL_INSET);
	s->label = label_fit(m, words, s->width - 2 * LABEL_INSET, room);
	if (s->label.way == LABEL_MOVED)
		return false;
	label_put(s, x - s->label.width / 2, above ? y - off - s->label.height : y + off);
	return true;
}

static void size_label(const Measure *m, const Words *words, SizedLocator *s, Len x, Len y)
{
	bool wide_left = x > s->width - x;
	bool put = label_beside(m, words, s, x, y, false, false) ||
		   label_beside(m, words, s, x, y, false, true) ||
		   label_across(m, words, s, x, y, false) ||
		   label_across(m, words, s, x, y, true) ||
		   label_beside(m, words, s, x, y, true, wide_left);
	s->homeless = !put;
}

static Len map_height(const LocatorSpec *spec, Len width)
{
	if (spec->height > 0)
		return spec->height;
	return spec->across > 0 ? len_scale(width, REGION_HIGH, REGION_WIDE)
				: view_world_height(width);
}

static bool is_too_small(const SizedLocator *s)
{
	return s->width < 2 * RING + RING_LINE || s->height < 2 * RING + RING_LINE;
}

void size_locator(const Measure *m, Sized *sized)
{
	const LocatorBox *box = sized->box->locator;
	const Decor *decor = &sized->box->element->decor;
	SizedLocator *s = ARENA_NEW(m->arena, SizedLocator);
	s->width = len_max(size_inner_width(sized), 0);
	s->height = map_height(box->spec, s->width);
	if (!box->known) {
		s->notice = notice_size(m, &box->placeholder, s->width);
		s->height = len_max(s->height, len_add(s->notice.height, 2 * NOTICE_GAP));
		sized->overfull = s->notice.text.overfull;
	} else if (box->label.length > 0 && !is_too_small(s)) {
		Globe *globe = ARENA_NEW(m->arena, Globe);
		View view = view_of(box, globe, 0, 0, s->width, s->height);
		size_label(m, &box->label, s, view_spot_x(&view), view_spot_y(&view));
	}
	sized->overfull |= s->homeless;
	sized->height = len_add(size_inset(decor, SIDE_TOP),
				len_add(s->height, size_inset(decor, SIDE_BOTTOM)));
	sized->locator = s;
}

/* Painting */

static void paint_earth(Painter *p, const LocatorSpec *spec, const View *view, const Ink *ground)
{
	bool world = view->globe == NULL;
	clip_begin(p, view->x, view->y, view->width, view->height);
	if (spec->sea && world) {
		List edge = graticule_edge(p->arena, view);
		paint_outline(p, edge.items, edge.count, spec->sea, 0);
	} else if (spec->sea) {
		paint_rect(p, view->x, view->y, view->width, view->height, spec->sea, NULL);
	}
	if (spec->graticule) {
		List net = graticule_trace(p->arena, view, world ? 0 : spec->across);
		paint_outline(p, net.items, net.count, spec->graticule, NET_LINE);
	}
	List land = coast_trace(p->arena, world ? &spec->land->world : &spec->land->region, view);
	paint_outline(p, land.items, land.count, ground, 0);
	clip_end(p);
}

/* The dot is where the latitude says, and so is the ring where the longitude does. */
static void paint_mark(Painter *p, const LocatorBox *box, const View *view)
{
	Len x = view_spot_x(view), y = view_spot_y(view);
	paint_arc(p, x, y, RING - RING_LINE / 2, RING_LINE, DECIMAL_ONE, box->spec->ink,
		  &box->lon_origin);
	paint_dot(p, x, y, DOT, box->spec->ink, &box->lat_origin);
}

static void tell_too_small(Painter *p, const Element *element, const SizedLocator *s)
{
	diag_error(p->diags, element->place, DIAG_FIT,
		   "this %s is %s by %s, too small for its mark", element->name,
		   len_in_mm(p->arena, s->width), len_in_mm(p->arena, s->height));
	diag_hint(p->diags, "give it %s at least", len_in_mm(p->arena, 2 * RING + RING_LINE));
}

static void tell_homeless(Painter *p, const Element *element, const SizedLocator *s)
{
	const Words *words = para_words(s->label.text.para);
	diag_error(p->diags, element->place, DIAG_FIT,
		   "the words \"%s\" do not fit anywhere beside their mark on this %s of %s by %s",
		   str_shown(p->arena, words->text), element->name, len_in_mm(p->arena, s->width),
		   len_in_mm(p->arena, s->height));
	diag_hint(p->diags, "they are %s wide: shorten them, or make the map larger",
		  len_in_mm(p->arena, s->label.width));
}

static void paint_place(Painter *p, const Sized *sized, Len x, Len y)
{
	const LocatorBox *box = sized->box->locator;
	const SizedLocator *s = sized->locator;
	Globe *globe = ARENA_NEW(p->arena, Globe);
	View view = view_of(box, globe, x, y, s->width, s->height);
	bool backwards = p->setter && p->setter->backwards;
	int from = p->draws.count;
	paint_earth(p, box->spec, &view, box->spec->ground);
	paint_mark(p, box, &view);
	paint_upright(p, from, x, s->width);
	/* Its words are turned over with the page, so they stand where that will bring them beside their mark. */
	Len label = backwards ? s->width - s->label_x - s->label.width : s->label_x;
	if (s->labelled)
		paint_text(p, &s->label.text, len_add(x, label), len_add(y, s->label_y),
			   s->label.width, backwards ? ALIGN_END : ALIGN_START);
	if (s->homeless)
		tell_homeless(p, sized->box->element, s);
}

/* The world as it would be, in the ink of the edge, and over it why there is no place on it. */
static void paint_nowhere(Painter *p, const Sized *sized, Len x, Len y)
{
	const LocatorSpec *spec = sized->box->locator->spec;
	const SizedLocator *s = sized->locator;
	View view = view_world(x, y, s->width, s->height, (Spot){0, 0});
	TagMark mark = tag_leave(p);
	int from = p->draws.count;
	paint_earth(p, spec, &view, spec->ground);
	paint_upright(p, from, x, s->width);
	paint_frame(p, x, y, s->width, s->height, 700, 2100, spec->frame);
	tag_close(p, mark);
	notice_paint(p, &s->notice, x, y, s->width, s->height, spec->paper, spec->frame);
}

void paint_locator(Painter *p, const Sized *sized, Len x, Len y)
{
	const Decor *decor = &sized->box->element->decor;
	const SizedLocator *s = sized->locator;
	Len left = len_add(x, size_inset(decor, SIDE_LEFT));
	Len top = len_add(y, size_inset(decor, SIDE_TOP));
	if (is_too_small(s)) {
		tell_too_small(p, sized->box->element, s);
		return;
	}
	TagMark mark = tag_figure(p, sized->box->alt, (TagBounds){left, top, s->width, s->height});
	if (sized->box->locator->known)
		paint_place(p, sized, left, top);
	else
		paint_nowhere(p, sized, left, top);
	tag_close(p, mark);
}
