/* SPDX-License-Identifier: MIT */
/*
 * A row is measured in three steps: how wide each child may be, the children
 * themselves, and where they stand across and down (level.h).
 */
#include "set/row.h"

#include "set/level.h"

/* No more places than this: one a child, one a box. */
static int row_places_most(const Box *row)
{
	int count = 0;
	for (const Element *kid = row->element->first; kid; kid = kid->next)
		count++;
	for (const Box *box = row->first; box; box = box->next)
		count++;
	return count;
}

/* The places of a row, each with its track. */
typedef struct Places {
	const Box **boxes; /* NULL where a condition left one out */
	Track *tracks;
	int count;
} Places;

static void place_add(Places *places, const Box *box, Track track)
{
	places->boxes[places->count] = box;
	places->tracks[places->count++] = track;
}

static Places row_places(const Measure *m, const Box *row)
{
	const RowSpec *spec = row->element->row;
	const Track own = {spec->between ? TRACK_AUTO : TRACK_FR, 1000};
	int most = row_places_most(row), track = 0;
	Places places = {arena_array(m->arena, (size_t)most, sizeof(Box *)),
			 ARENA_ARRAY(m->arena, most, Track), 0};
	const Box *box = row->first;
	for (const Element *kid = row->element->first; kid; kid = kid->next, track++) {
		bool keeps = !spec->close && kid->kind != ELEMENT_REPEAT;
		for (; box && box->slot == kid; box = box->next, keeps = false)
			place_add(&places, box, spec->tracks ? spec->tracks[track] : own);
		if (keeps)
			place_add(&places, NULL, spec->tracks ? spec->tracks[track] : own);
	}
	return places;
}

/* How wide each place is, and what the widths need beyond the room there is. */
static Len row_widths(const Measure *m, const Box *row, const Places *places, Len inner,
		      Len *widths)
{
	Len *natural = ARENA_ARRAY(m->arena, places->count, Len);
	for (int i = 0; i < places->count; i++)
		if (places->boxes[i] && places->tracks[i].unit == TRACK_AUTO)
			natural[i] = size_natural(m, places->boxes[i]);
	return size_tracks(places->tracks, places->count, inner, row->element->row->gap, natural,
			   widths);
}

static void row_place_across(Sized *row, const Decor *decor, Len inner)
{
	const RowSpec *spec = row->box->element->row;
	Len used = 0;
	for (int i = 0; i < row->kid_count; i++)
		used = len_add(used, row->kids[i].width);
	int gaps = row->kid_count - 1;
	Len left = len_max(len_add(inner, -used), 0);
	Len x = size_inset(decor, SIDE_LEFT);
	for (int i = 0; i < row->kid_count; i++) {
		row->kids[i].x = x;
		Len gap = spec->between && gaps > 0 ? left / gaps : spec->gap;
		x = len_add(x, len_add(row->kids[i].width, gap));
	}
}

static void row_place_down(const Measure *m, Sized *row, const Decor *decor)
{
	RowAlign align = row->box->element->row->align;
	Sized **cells = arena_array(m->arena, (size_t)row->kid_count, sizeof(Sized *));
	for (int i = 0; i < row->kid_count; i++)
		cells[i] = &row->kids[i];
	Level level = level_measure(m, cells, row->kid_count, align);
	Len top = size_inset(decor, SIDE_TOP);
	level_place(cells, row->kid_count, align, level, top);
	row->height = len_add(top, len_add(level.height, size_inset(decor, SIDE_BOTTOM)));
	row->baseline = level.baseline > 0 ? len_add(top, level.baseline) : NO_BASELINE;
}

void size_row(const Measure *m, Sized *row)
{
	const Decor *decor = &row->box->element->decor;
	Places places = row_places(m, row->box);
	Len *widths = ARENA_ARRAY(m->arena, places.count, Len);
	Len inner = size_inner_width(row);
	row->over = row_widths(m, row->box, &places, inner, widths);
	row->overfull = row->over > 0;
	row->kids = ARENA_ARRAY(m->arena, places.count, Sized);
	row->kid_count = places.count;
	for (int i = 0; i < places.count; i++) {
		if (places.boxes[i])
			row->kids[i] = size_box(m, places.boxes[i], widths[i]);
		else
			row->kids[i] = (Sized){.baseline = NO_BASELINE, .width = widths[i]};
		row->overfull |= row->kids[i].overfull;
	}
	row_place_across(row, decor, inner);
	row_place_down(m, row, decor);
}
