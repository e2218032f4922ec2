/* SPDX-License-Identifier: MIT */
#include "set/place.h"

#include "base/str.h"
#include "set/chart.h"
#include "set/figure.h"
#include "set/icon_array.h"
#include "set/locator.h"
#include "set/note.h"
#include "set/picture.h"
#include "set/table.h"

static TagKind text_tag(const Element *element)
{
	static const struct {
		const char *name;
		TagKind kind;
	} headings[] = {
	    {"h1", TAG_H1}, {"h2", TAG_H2}, {"h3", TAG_H3}, {"note", TAG_NOTE}, {"item", TAG_LI}};
	for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
		if (str_equal(element->name, headings[i].name))
			return headings[i].kind;
	}
	return TAG_P;
}

static void place_paragraph(Painter *p, const Sized *sized, Len x, Len y)
{
	const Decor *decor = &sized->box->element->decor;
	Len left = size_inset(decor, SIDE_LEFT), width = size_inner_width(sized);
	TagKind kind = text_tag(sized->box->element);
	TagMark mark = tag_open(p, kind);
	if (kind >= TAG_H1 && kind <= TAG_H3 && !p->furniture)
		p->heading = kind;
	Len top = y + size_inset(decor, SIDE_TOP);
	if (sized->mark)
		paint_marked(p, sized, x + left, top, width);
	else
		paint_text(p, &sized->text, x + left, top, width, sized->box->words.style->align);
	tag_close(p, mark);
}

static void place_rule(Painter *p, const Sized *sized, Len x, Len y)
{
	Len middle = y + sized->height / 2;
	TagMark mark = tag_leave(p);
	paint_line(p, x, middle, x + sized->width, middle, sized->height, 0,
		   sized->box->element->decor.border);
	tag_close(p, mark);
}

/* What may lie over other things is remembered, to see whether it covers words. */
static void place_layer(Painter *p, const Sized *sized, Len x, Len y)
{
	int number = p->layers.count;
	*(Layer *)list_add(&p->layers) = (Layer){sized->box->element, p->draws.count, 0};
	place_box(p, sized, x, y);
	((Layer *)list_at(&p->layers, number))->to = p->draws.count;
}

static void place_kids(Painter *p, const Sized *sized, Len x, Len y)
{
	for (int i = 0; i < sized->kid_count; i++) {
		const Sized *kid = &sized->kids[i];
		if (kid->box && kid->box->element->kind == ELEMENT_FRAME)
			place_layer(p, kid, kid->x, kid->y); /* seen from the page */
		else if (kid->box && sized->box->element->kind == ELEMENT_STACK)
			place_layer(p, kid, len_add(x, kid->x), len_add(y, kid->y));
		else if (kid->box)
			place_box(p, kid, len_add(x, kid->x), len_add(y, kid->y));
	}
}

static void place_container(Painter *p, const Sized *sized, Len x, Len y)
{
	TagMark mark = {p->tag, p->parent};
	if (box_is_list(sized->box))
		mark = list_open(p, sized);
	place_kids(p, sized, x, y);
	tag_close(p, mark);
}

static void place_content(Painter *p, const Sized *sized, Len x, Len y)
{
	switch (sized->box->element->kind) {
	case ELEMENT_COLUMN:
	case ELEMENT_ROW:
	case ELEMENT_STACK:
	case ELEMENT_COLUMNS:
	case ELEMENT_GRID:
	case ELEMENT_FRAME:
		place_container(p, sized, x, y);
		break;
	case ELEMENT_TEXT:
		place_paragraph(p, sized, x, y);
		break;
	case ELEMENT_TABLE:
		paint_table(p, sized, x, y);
		break;
	case ELEMENT_LADDER:
		paint_ladder(p, sized, x, y);
		break;
	case ELEMENT_DONUT:
		paint_donut(p, sized, x, y);
		break;
	case ELEMENT_CHART:
		paint_chart(p, sized, x, y);
		break;
	case ELEMENT_ICON_ARRAY:
		paint_icon_array(p, sized, x, y);
		break;
	case ELEMENT_LOCATOR_MAP:
		paint_locator(p, sized, x, y);
		break;
	case ELEMENT_IMAGE:
	case ELEMENT_ICON:
		paint_picture(p, sized, x, y);
		break;
	case ELEMENT_RULE:
		place_rule(p, sized, x, y);
		break;
	case ELEMENT_SPACE:
	case ELEMENT_STRETCH:
	case ELEMENT_REPEAT:
		break;
	}
}

static void tell_over(Painter *p, const Sized *sized)
{
	const Element *element = sized->box->element;
	diag_error(p->diags, element->place, DIAG_FIT,
		   "what stands side by side in %s %s is %s wider than the room there is",
		   element->kind == ELEMENT_COLUMNS ? "these" : "this", element->name,
		   len_in_mm(p->arena, sized->over));
	diag_hint(p->diags, "give its columns less width, or smaller gaps");
}

static bool takes_width(const Element *element)
{
	return element->kind == ELEMENT_LADDER || element->kind == ELEMENT_DONUT ||
	       element->kind == ELEMENT_CHART || element->kind == ELEMENT_LOCATOR_MAP ||
	       element->kind == ELEMENT_ICON_ARRAY;
}

/* Whether there is something in it that has no width because its paddings took all. */
static bool is_squeezed(const Sized *sized)
{
	const Element *element = sized->box->element;
	bool leaf = element->kind == ELEMENT_TEXT || element->kind == ELEMENT_TABLE ||
		    element->kind == ELEMENT_IMAGE || element->kind == ELEMENT_ICON;
	if (size_inner_width(sized) > 0 || sized->width <= 0)
		return false;
	for (int i = 0; i < sized->kid_count && !leaf; i++)
		leaf = sized->kids[i].box && sized->kids[i].width <= 0;
	return leaf || takes_width(element);
}

/* One error for all that is in it. False: there is nothing to tell. */
static bool tell_no_width(Painter *p, const Sized *sized)
{
	const Element *element = sized->box->element;
	if (is_squeezed(sized)) {
		diag_error(p->diags, element->place, DIAG_FIT,
			   "the padding and the borders of this <%s> leave no width for anything",
			   element->name);
		diag_hint(p->diags, "they take %s of its %s",
			  len_in_mm(p->arena, len_add(sized->width, -size_inner_width(sized))),
			  len_in_mm(p->arena, sized->width));
		p->squeezed = true;
		return true;
	}
	if (!takes_width(element) || size_inner_width(sized) > 0)
		return false;
	diag_error(p->diags, element->place, DIAG_FIT,
		   "this %s has no width of its own, and its column gives it none", element->name);
	diag_hint(p->diags, "give its column a length or 1fr, not auto");
	return true;
}

void place_box(Painter *p, const Sized *sized, Len x, Len y)
{
	const Element *element = sized->box->element;
	bool furniture = p->furniture;
	TagMark mark = {p->tag, p->parent};
	Place around = p->place;
	p->place = element->place;
	p->furniture |= element->decor.artifact;
	if (p->furniture)
		p->tag = TAG_ARTIFACT;
	if (sized->over > 0)
		tell_over(p, sized);
	if (element->kind != ELEMENT_RULE)
		paint_decor(p, &element->decor, x, y, sized->width, sized->height);
	if (!tell_no_width(p, sized))
		place_content(p, sized, x, y);
	p->furniture = furniture;
	p->place = around;
	tag_close(p, mark);
}
