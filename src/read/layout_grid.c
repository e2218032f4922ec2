/* SPDX-License-Identifier: MIT */
/* Grids, and what their children say of the places they take. */
#include "read/layout_parts.h"

#include "base/str.h"
#include "read/value.h"

/* The columns of a grid; one where the layout's are none or too many, which is told. */
static void grid_columns(Reading *r, const Attr *attr, GridSpec *grid)
{
	List tracks = attr ? tracks_attr(r, attr) : list_new(r->a, sizeof(Track));
	if (tracks.count > GRID_MOST)
		diag_error(r->diags, attr->value_place, DIAG_LAYOUT,
			   "a grid of %d columns is more than any page shows: %d are the most",
			   tracks.count, GRID_MOST);
	if (tracks.count == 0 || tracks.count > GRID_MOST) {
		tracks = list_new(r->a, sizeof(Track));
		*(Track *)list_add(&tracks) = (Track){TRACK_FR, 1000};
	}
	grid->tracks = tracks.items;
	grid->count = tracks.count;
}

const GridSpec *grid_spec_read(Reading *r, const Node *node)
{
	GridSpec *grid = ARENA_NEW(r->a, GridSpec);
	grid_columns(r, node_attr(node, "columns"), grid);
	grid->gap = len_attr(r, node, "gap", 0);
	grid->row_gap = len_attr(r, node, "row-gap", 0);
	grid->align = row_align_attr(r, node);
	return grid;
}

/* The grid whose places an element takes; NULL: it stands in none. */
static const Node *grid_around(const Node *node)
{
	const Node *around = node->parent;
	while (around && str_equal(around->name, "repeat"))
		around = around->parent;
	return around && str_equal(around->name, "grid") ? around : NULL;
}

/* Only counted: what is wrong with them is told where the grid is read. No further than GRID_MOST, for
 * every child asks. */
static int columns_of(const Node *grid)
{
	const Attr *columns = node_attr(grid, "columns");
	int count = 0;
	for (const char *s = columns ? columns->value : ""; *s && count < GRID_MOST; s++)
		count += !str_is_space(*s) && (s[1] == '\0' || str_is_space(s[1]));
	return count > 0 ? count : GRID_MOST;
}

/* How many boxes may stand in a grid, as far as anyone asks. */
static int boxes_of(const Node *grid)
{
	int count = 0;
	for (const Node *n = grid->first; n && count < GRID_MOST; n = n->next) {
		if (str_equal(n->name, "repeat"))
			return GRID_MOST;
		count += n->kind == NODE_ELEMENT;
	}
	return count;
}

static int count_attr(Reading *r, const Node *node, const char *name)
{
	int count = 1;
	const Attr *attr = node_attr(node, name);
	if (attr)
		value_int(attr->value, attr->value_place, name, 1, GRID_MOST, &count, r->diags);
	return count;
}

void span_read(Reading *r, const Node *node, Element *element)
{
	const Attr *span = node_attr(node, "span"), *rows = node_attr(node, "rows");
	const Node *grid = grid_around(node);
	element->span = element->rows = 1;
	if ((span || rows) && grid == NULL) {
		const Attr *one = span ? span : rows;
		diag_error(
		    r->diags, one->place, DIAG_LAYOUT,
		    "%s says how many places of a grid a box takes, but no grid is around it",
		    one->name);
		diag_hint(r->diags, "it stands on the children of <grid>");
		return;
	}
	element->span = count_attr(r, node, "span");
	element->rows = rows ? count_attr(r, node, "rows") : 1;
	int columns = span ? columns_of(grid) : GRID_MOST;
	int boxes = rows ? boxes_of(grid) : GRID_MOST;
	if (element->span > columns)
		diag_error(r->diags, span->value_place, DIAG_LAYOUT,
			   "this box spans %d columns, but its grid has %d", element->span,
			   columns);
	if (element->rows > boxes)
		diag_error(r->diags, rows->value_place, DIAG_LAYOUT,
			   "this box spans %d rows, but its grid has no more than its %d boxes",
			   element->rows, boxes);
	element->span = element->span < columns ? element->span : columns;
}
