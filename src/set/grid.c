/* SPDX-License-Identifier: MIT */
/*
 * A grid is measured like a row, but in two directions: each box finds its place, the
 * columns get their widths, each row becomes as high as what stands in it alone, and
 * last the rows grow for what spans several of them.
 */
#include "set/grid.h"

#include "base/list.h"
#include "set/column.h"
#include "set/level.h"

/* The places a box takes. */
typedef struct Area {
	const Box *box;
	int column, row, span, rows;
} Area;

typedef struct Grid {
	const GridSpec *spec;
	Area *areas; /* one a box, in order */
	int count;
	int row_count;
	Len *widths; /* of the columns */
	Level *levels;
	Len *tops; /* of the rows */
} Grid;

/* Whether the columns are free in that row. `busy`: the first row in which each is free again. */
static bool is_free(const int *busy, const Area *area, int columns)
{
	if (area->column + area->span > columns)
		return false;
	for (int c = area->column; c < area->column + area->span; c++)
		if (busy[c] > area->row)
			return false;
	return true;
}

/* The next free place from where the box before stands. In a row below all others every place is
 * free, so this ends. */
static void area_find(Area *area, int *busy, int columns)
{
	while (!is_free(busy, area, columns)) {
		area->column++;
		if (area->column + area->span > columns) {
			area->column = 0;
			area->row++;
		}
	}
	for (int c = area->column; c < area->column + area->span; c++)
		busy[c] = area->row + area->rows;
}

static Grid grid_areas(const Measure *m, const Box *box)
{
	Grid grid = {.spec = box->element->grid};
	int columns = grid.spec->count, *busy = ARENA_ARRAY(m->arena, columns, int);
	List areas = list_new(m->arena, sizeof(Area));
	Area at = {0};
	for (const Box *kid = box->first; kid; kid = kid->next) {
		at.box = kid;
		at.span = kid->element->span;
		at.rows = kid->element->rows;
		area_find(&at, busy, columns);
		*(Area *)list_add(&areas) = at;
		grid.row_count = at.row + 1;
	}
	grid.areas = areas.items;
	grid.count = areas.count;
	/* A row in which no box begins is none. */
	for (int i = 0; i < grid.count; i++) {
		Area *area = &grid.areas[i];
		int below = grid.row_count - area->row;
		area->rows = area->rows < below ? area->rows : below;
	}
	return grid;
}

/* How wide the columns would like to be, by the boxes that stand in one alone. */
static Len *grid_naturals(const Measure *m, const Grid *grid, bool all)
{
	Len *natural = ARENA_ARRAY(m->arena, grid->spec->count, Len);
	for (int i = 0; i < grid->count; i++) {
		const Area *area = &grid->areas[i];
		bool asked = all || grid->spec->tracks[area->column].unit == TRACK_AUTO;
		if (area->span == 1 && asked)
			natural[area->column] =
			    len_max(natural[area->column], size_natural(m, area->box));
	}
	return natural;
}

/* From the beginning of column `from`, `span` of them and the gaps between them. */
static Len grid_width(const Grid *grid, int from, int span)
{
	Len width = 0;
	for (int c = from; c < from + span; c++)
		width = len_add(width, len_add(grid->widths[c], c > from ? grid->spec->gap : 0));
	return width;
}

static Sized cell_measured(const Measure *m, const Grid *grid, const Area *area, Len left)
{
	Sized cell = size_box(m, area->box, grid_width(grid, area->column, area->span));
	Len before = grid_width(grid, 0, area->column);
	cell.x = len_add(left, len_add(before, area->column > 0 ? grid->spec->gap : 0));
	return cell;
}

/* The boxes that stand in this row alone. Boxes begin row after row: `*next` is the first one that does not
 * begin above it, and then the first of the rows below. */
static int row_cells(const Grid *grid, Sized *kids, int row, int *next, Sized **cells)
{
	int count = 0;
	for (; *next < grid->count && grid->areas[*next].row == row; ++*next)
		if (grid->areas[*next].rows == 1)
			cells[count++] = &kids[*next];
	return count;
}

/* The height of several rows and the spaces between them. */
static Len rows_height(const Measure *m, const Grid *grid, const Area *area)
{
	Len height = 0;
	for (int r = area->row; r < area->row + area->rows; r++) {
		Len gap = r > area->row ? size_space(m, grid->spec->row_gap) : 0;
		height = len_add(height, len_add(gap, grid->levels[r].height));
	}
	return height;
}

static void rows_measure(const Measure *m, Grid *grid, Sized *kids, Sized **cells)
{
	for (int row = 0, next = 0; row < grid->row_count; row++) {
		int count = row_cells(grid, kids, row, &next, cells);
		grid->levels[row] = level_measure(m, cells, count, grid->spec->align);
	}
	/* What spans several rows makes the last of them higher, where it needs more. */
	for (int i = 0; i < grid->count; i++) {
		const Area *area = &grid->areas[i];
		Len more = len_add(kids[i].height, -rows_height(m, grid, area));
		Level *last = &grid->levels[area->row + area->rows - 1];
		if (area->rows > 1 && more > 0)
			last->height = len_add(last->height, more);
	}
}

static void rows_place(const Measure *m, Grid *grid, Sized *kids, Sized **cells, Len top)
{
	RowAlign align = grid->spec->align;
	for (int row = 0, next = 0; row < grid->row_count; row++) {
		int count = row_cells(grid, kids, row, &next, cells);
		level_place(cells, count, align, grid->levels[row], top);
		grid->tops[row] = top;
		top = len_add(
		    top, len_add(grid->levels[row].height, size_space(m, grid->spec->row_gap)));
	}
	/* A box over several rows has no line to share its baseline with: it stands at their top. */
	for (int i = 0; i < grid->count; i++) {
		const Area *area = &grid->areas[i];
		Level level = {rows_height(m, grid, area), 0};
		RowAlign own = align == ROW_BASELINE ? ROW_TOP : align;
		Sized *cell = &kids[i];
		if (area->rows > 1)
			level_place(&cell, 1, own, level, grid->tops[area->row]);
	}
}

static Len grid_height(const Grid *grid, Len top)
{
	int last = grid->row_count - 1;
	return last < 0 ? top : len_add(grid->tops[last], grid->levels[last].height);
}

void size_grid(const Measure *m, Sized *sized)
{
	const Decor *decor = &sized->box->element->decor;
	Grid grid = grid_areas(m, sized->box);
	const GridSpec *spec = grid.spec;
	grid.widths = ARENA_ARRAY(m->arena, spec->count, Len);
	grid.levels = ARENA_ARRAY(m->arena, grid.row_count, Level);
	grid.tops = ARENA_ARRAY(m->arena, grid.row_count, Len);
	sized->over = size_tracks(spec->tracks, spec->count, size_inner_width(sized), spec->gap,
				  grid_naturals(m, &grid, false), grid.widths);
	sized->overfull = sized->over > 0;
	sized->kids = ARENA_ARRAY(m->arena, grid.count, Sized);
	sized->kid_count = grid.count;
	for (int i = 0; i < grid.count; i++) {
		sized->kids[i] =
		    cell_measured(m, &grid, &grid.areas[i], size_inset(decor, SIDE_LEFT));
		sized->overfull |= sized->kids[i].overfull;
	}
	Sized **cells = arena_array(m->arena, (size_t)grid.count, sizeof(Sized *));
	Len top = size_inset(decor, SIDE_TOP);
	rows_measure(m, &grid, sized->kids, cells);
	rows_place(m, &grid, sized->kids, cells, top);
	sized->height = len_add(grid_height(&grid, top), size_inset(decor, SIDE_BOTTOM));
	if (grid.row_count > 0 && grid.levels[0].baseline > 0)
		sized->baseline = len_add(top, grid.levels[0].baseline);
}

Len grid_natural(const Measure *m, const Box *box)
{
	Grid grid = grid_areas(m, box);
	grid.widths = grid_naturals(m, &grid, true);
	return grid_width(&grid, 0, grid.spec->count);
}
