/* SPDX-License-Identifier: MIT */
/*
 * Whether the boxes go into so many columns of a height is answered by filling each as
 * far as it goes: a longer beginning never leaves more for the others. Halving then finds
 * the least height that answers yes.
 */
#include "set/columns.h"

#include "base/list.h"
#include "base/str.h"

/* Boxes one below the other on their way into columns. */
typedef struct Flow {
	Sized *kids;
	Len *spaces; /* above each, unless it is the first of its column */
	int count;
} Flow;

static bool keeps_with_next(const Sized *kid)
{
	const Element *element = kid->box->element;
	bool heading = str_equal(element->name, "h1") || str_equal(element->name, "h2") ||
		       str_equal(element->name, "h3");
	return heading || element->keeps_with_next;
}

static Len flow_height(const Flow *flow, int from, int end)
{
	Len height = 0;
	for (int i = from; i < end; i++)
		height =
		    len_add(height, len_add(i > from ? flow->spaces[i] : 0, flow->kids[i].height));
	return height;
}

/* How far a column that begins with box `from` goes when it may be so high; `from` itself when not even
 * what cannot be parted goes in. */
static int column_end(const Flow *flow, int from, Len height)
{
	int end = from;
	Len used = 0;
	for (int i = from; i < flow->count; i++) {
		used = len_add(used, len_add(i > from ? flow->spaces[i] : 0, flow->kids[i].height));
		if (used > height)
			break;
		if (i + 1 == flow->count || !keeps_with_next(&flow->kids[i]))
			end = i + 1;
	}
	return end;
}

static bool flow_goes(const Flow *flow, int columns, Len height)
{
	int at = 0;
	for (int c = 0; c < columns && at < flow->count; c++)
		at = column_end(flow, at, height);
	return at == flow->count;
}

static Len least_height(const Flow *flow, int columns)
{
	Len fails = -1, goes = flow_height(flow, 0, flow->count);
	while (goes - fails > 1) {
		Len middle = fails + (goes - fails) / 2;
		*(flow_goes(flow, columns, middle) ? &goes : &fails) = middle;
	}
	return goes;
}

static void column_place(const Flow *flow, int from, int end, Len x, Len y)
{
	for (int i = from; i < end; i++) {
		y = len_add(y, i > from ? flow->spaces[i] : 0);
		flow->kids[i].x = x;
		flow->kids[i].y = y;
		y = len_add(y, flow->kids[i].height);
	}
}

static Flow flow_measured(const Measure *m, const Box *box, Len width)
{
	List kids = list_new(m->arena, sizeof(Sized)), spaces = list_new(m->arena, sizeof(Len));
	for (const Box *kid = box->first; kid; kid = kid->next) {
		*(Sized *)list_add(&kids) = size_box(m, kid, width);
		*(Len *)list_add(&spaces) = size_space_before(m, kid);
	}
	return (Flow){kids.items, spaces.items, kids.count};
}

void size_columns(const Measure *m, Sized *columns)
{
	const Decor *decor = &columns->box->element->decor;
	const ColumnsSpec *spec = columns->box->element->columns;
	Len left = size_inset(decor, SIDE_LEFT), top = size_inset(decor, SIDE_TOP);
	int64_t gaps = (int64_t)spec->gap * (spec->count - 1);
	int64_t room = size_inner_width(columns) - gaps;
	Len width = room > 0 ? (Len)(room / spec->count) : 0;
	Flow flow = flow_measured(m, columns->box, width);
	Len height = least_height(&flow, spec->count);
	columns->over = room < 0 ? (Len)(-room < LEN_MAX ? -room : LEN_MAX) : 0;
	columns->overfull = columns->over > 0;
	for (int at = 0, c = 0; at < flow.count; c++) {
		int end = column_end(&flow, at, height);
		column_place(&flow, at, end,
			     len_add(left, len_scale(len_add(width, spec->gap), c, 1)), top);
		at = end;
	}
	for (int i = 0; i < flow.count; i++)
		columns->overfull |= flow.kids[i].overfull;
	columns->kids = flow.kids;
	columns->kid_count = flow.count;
	columns->height = len_add(top, len_add(height, size_inset(decor, SIDE_BOTTOM)));
	if (flow.count > 0 && flow.kids[0].baseline != NO_BASELINE)
		columns->baseline = len_add(top, flow.kids[0].baseline);
}
