/* SPDX-License-Identifier: MIT */
#include "set/column.h"

#include "base/list.h"
#include "set/note.h"

/* A box that bleeds runs from edge to edge of the sheet, whatever the margins. */
static bool runs_edge_to_edge(const Measure *m, const Box *column, const Box *kid)
{
	return kid->element->decor.bleed && column->element == m->layout->body;
}

static Sized size_kid(const Measure *m, const Box *column, const Box *kid, Len left, Len width)
{
	const PageSpec *page = &m->layout->page;
	bool bleeds = runs_edge_to_edge(m, column, kid);
	Sized sized = size_box(m, kid, bleeds ? page->width : width);
	sized.x = bleeds ? -page->margin.left : left;
	return sized;
}

void size_column(const Measure *measure, Sized *column)
{
	Measure listed = *measure;
	const Measure *m = box_is_list(column->box) ? &listed : measure;
	if (m == &listed)
		listed.indent = list_indent(measure, column->box);
	const Decor *decor = &column->box->element->decor;
	List kids = list_new(m->arena, sizeof(Sized));
	Len y = size_inset(decor, SIDE_TOP);
	Len inner = size_inner_width(column);
	bool first = true;
	for (const Box *box = column->box->first; box; box = box->next) {
		Sized *kid = list_add(&kids);
		bool in_flow = box->element->kind != ELEMENT_FRAME;
		*kid = in_flow ? size_kid(m, column->box, box, size_inset(decor, SIDE_LEFT), inner)
			       : size_box(m, box, inner);
		column->overfull |= kid->overfull;
		if (!in_flow)
			continue;
		y = len_add(y, first ? 0 : size_space_before(m, box));
		kid->y = y;
		y = len_add(y, kid->height);
		first = false;
		if (column->baseline == NO_BASELINE && kid->baseline != NO_BASELINE)
			column->baseline = len_add(kid->y, kid->baseline);
	}
	column->kids = kids.items;
	column->kid_count = kids.count;
	column->height = len_add(y, size_inset(decor, SIDE_BOTTOM));
}

/* The height that is left over */

static int64_t shares_of(const Sized *column)
{
	int64_t shares = 0;
	for (int i = 0; i < column->kid_count; i++) {
		const Box *box = column->kids[i].box;
		shares += box && box->element->kind == ELEMENT_STRETCH ? box->element->share : 0;
	}
	return shares;
}

static void stretches_share(Sized *column, Len left)
{
	int64_t shares = shares_of(column);
	Len down = 0;
	for (int i = 0; i < column->kid_count; i++) {
		Sized *kid = &column->kids[i];
		const Element *element = kid->box->element;
		if (element->kind == ELEMENT_FRAME)
			continue;
		kid->y = len_add(kid->y, down);
		if (element->kind != ELEMENT_STRETCH)
			continue;
		/* Of what is left: so the last takes the rest, and no rounding is lost. */
		Len part = len_scale(left - down, element->share, shares);
		shares -= element->share;
		kid->height = part;
		down = len_add(down, part);
	}
}

bool column_has_stretch(const Sized *column)
{
	return shares_of(column) > 0;
}

void column_stretch(Sized *sized, Len height)
{
	const Element *element = sized->box->element;
	Len left = len_add(height, -sized->height);
	if (left <= 0)
		return;
	if (element->kind == ELEMENT_COLUMN || element->kind == ELEMENT_FRAME)
		stretches_share(sized, left);
	for (int i = 0; element->kind == ELEMENT_ROW && i < sized->kid_count; i++) {
		Sized *kid = &sized->kids[i];
		if (kid->box && element->row->align == ROW_STRETCH)
			column_stretch(kid, len_add(kid->height, left));
	}
	sized->height = height;
}
