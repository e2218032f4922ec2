/* SPDX-License-Identifier: MIT */
/*
 * A row is measured in three steps: how wide each child may be, the children
 * themselves, and where they stand across and down. Columns in a row that is
 * aligned by baselines line up step by step: see row_align_steps.
 */
#include "set/row.h"

#include "set/column.h"

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

static Len kid_baseline(const Sized *kid)
{
	return kid->baseline == NO_BASELINE ? kid->height : kid->baseline;
}

static void row_place_down(Sized *row, const Decor *decor)
{
	RowAlign align = row->box->element->row->align;
	Len height = 0, baseline = 0, below = 0;
	for (int i = 0; i < row->kid_count; i++) {
		const Sized *kid = &row->kids[i];
		height = len_max(height, kid->height);
		baseline = len_max(baseline, kid_baseline(kid));
		below = len_max(below, len_add(kid->height, -kid_baseline(kid)));
	}
	if (align == ROW_BASELINE)
		height = len_add(baseline, below);
	Len top = size_inset(decor, SIDE_TOP);
	for (int i = 0; i < row->kid_count; i++) {
		Sized *kid = &row->kids[i];
		Len spare = height - kid->height;
		if (align == ROW_STRETCH && kid->box)
			column_stretch(kid, height);
		kid->y = len_add(top, align == ROW_CENTER     ? spare / 2
				      : align == ROW_BOTTOM   ? spare
				      : align == ROW_BASELINE ? baseline - kid_baseline(kid)
							      : 0);
	}
	row->height = len_add(top, len_add(height, size_inset(decor, SIDE_BOTTOM)));
	row->baseline = baseline > 0 ? len_add(top, baseline) : NO_BASELINE;
}

/* Columns whose steps line up: the k-th box of each begins so that all first
 * baselines of step k are level, and step k + 1 begins below the deepest of them. */

static bool is_column(const Sized *kid)
{
	return kid->box && kid->box->element->kind == ELEMENT_COLUMN;
}

static bool row_has_steps(const Sized *row)
{
	bool any = false;
	for (int i = 0; i < row->kid_count; i++) {
		if (row->kids[i].box && !is_column(&row->kids[i]))
			return false;
		any |= is_column(&row->kids[i]);
	}
	return any && row->box->element->row->align == ROW_BASELINE;
}

typedef struct StepRoom {
	Len gap, baseline, below;
} StepRoom;

static StepRoom step_room(const Measure *m, const Sized *row, int step)
{
	StepRoom room = {0};
	for (int i = 0; i < row->kid_count; i++) {
		const Sized *column = &row->kids[i];
		if (step >= column->kid_count)
			continue;
		const Sized *kid = &column->kids[step];
		Len gap = step > 0 ? size_space_before(m, kid->box)
				   : size_inset(&column->box->element->decor, SIDE_TOP);
		room.gap = len_max(room.gap, gap);
		Len baseline = kid->baseline == NO_BASELINE ? 0 : kid->baseline;
		room.baseline = len_max(room.baseline, baseline);
		room.below = len_max(room.below, len_add(kid->height, -baseline));
	}
	return room;
}

static int row_step_count(const Sized *row)
{
	int steps = 0;
	for (int i = 0; i < row->kid_count; i++)
		steps = row->kids[i].kid_count > steps ? row->kids[i].kid_count : steps;
	return steps;
}

static void row_align_steps(const Measure *m, Sized *row)
{
	int steps = row_step_count(row);
	Len y = 0;
	for (int step = 0; step < steps; step++) {
		StepRoom room = step_room(m, row, step);
		y = len_add(y, room.gap);
		for (int i = 0; i < row->kid_count; i++) {
			Sized *column = &row->kids[i];
			if (step >= column->kid_count)
				continue;
			Sized *kid = &column->kids[step];
			kid->y = len_add(
			    y, kid->baseline == NO_BASELINE ? 0 : room.baseline - kid->baseline);
			if (step == 0)
				column->baseline = len_add(y, room.baseline);
		}
		y = len_add(y, len_add(room.baseline, room.below));
	}
	for (int i = 0; i < row->kid_count; i++) {
		Sized *column = &row->kids[i];
		if (is_column(column))
			column->height =
			    len_add(y, size_inset(&column->box->element->decor, SIDE_BOTTOM));
	}
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
	if (row_has_steps(row))
		row_align_steps(m, row);
	row_place_down(row, decor);
}
