/* SPDX-License-Identifier: MIT */
#include "set/level.h"

#include "set/column.h"

static Len cell_baseline(const Sized *cell)
{
	return cell->baseline == NO_BASELINE ? cell->height : cell->baseline;
}

/* Columns whose steps line up: the k-th box of each begins so that all first
 * baselines of step k are level, and step k + 1 begins below the deepest of them. */

static bool is_column(const Sized *cell)
{
	return cell->box && cell->box->element->kind == ELEMENT_COLUMN;
}

static bool have_steps(Sized *const *cells, int count)
{
	bool any = false;
	for (int i = 0; i < count; i++) {
		if (cells[i]->box && !is_column(cells[i]))
			return false;
		any |= is_column(cells[i]);
	}
	return any;
}

typedef struct StepRoom {
	Len gap, baseline, below;
} StepRoom;

static StepRoom step_room(const Measure *m, Sized *const *cells, int count, int step)
{
	StepRoom room = {0};
	for (int i = 0; i < count; i++) {
		const Sized *column = cells[i];
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

static int step_count(Sized *const *cells, int count)
{
	int steps = 0;
	for (int i = 0; i < count; i++)
		steps = cells[i]->kid_count > steps ? cells[i]->kid_count : steps;
	return steps;
}

/* The k-th box of a column, on the step that begins at y. */
static void step_place(Sized *column, int step, const StepRoom *room, Len y)
{
	if (step >= column->kid_count)
		return;
	Sized *kid = &column->kids[step];
	kid->y = len_add(y, kid->baseline == NO_BASELINE ? 0 : room->baseline - kid->baseline);
	if (step == 0)
		column->baseline = len_add(y, room->baseline);
}

static void steps_align(const Measure *m, Sized *const *cells, int count)
{
	int steps = step_count(cells, count);
	Len y = 0;
	for (int step = 0; step < steps; step++) {
		StepRoom room = step_room(m, cells, count, step);
		y = len_add(y, room.gap);
		for (int i = 0; i < count; i++)
			step_place(cells[i], step, &room, y);
		y = len_add(y, len_add(room.baseline, room.below));
	}
	for (int i = 0; i < count; i++) {
		Sized *column = cells[i];
		if (is_column(column))
			column->height =
			    len_add(y, size_inset(&column->box->element->decor, SIDE_BOTTOM));
	}
}

Level level_measure(const Measure *m, Sized *const *cells, int count, RowAlign align)
{
	Level level = {0};
	Len below = 0;
	if (align == ROW_BASELINE && have_steps(cells, count))
		steps_align(m, cells, count);
	for (int i = 0; i < count; i++) {
		const Sized *cell = cells[i];
		level.height = len_max(level.height, cell->height);
		level.baseline = len_max(level.baseline, cell_baseline(cell));
		below = len_max(below, len_add(cell->height, -cell_baseline(cell)));
	}
	if (align == ROW_BASELINE)
		level.height = len_add(level.baseline, below);
	return level;
}

void level_place(Sized *const *cells, int count, RowAlign align, Level level, Len top)
{
	for (int i = 0; i < count; i++) {
		Sized *cell = cells[i];
		Len spare = level.height - cell->height;
		if (align == ROW_STRETCH && cell->box)
			column_stretch(cell, level.height);
		cell->y =
		    len_add(top, align == ROW_CENTER     ? spare / 2
				 : align == ROW_BOTTOM   ? spare
				 : align == ROW_BASELINE ? level.baseline - cell_baseline(cell)
							 : 0);
	}
}
