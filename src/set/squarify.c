/* SPDX-License-Identifier: MIT */
/*
 * Bruls, Huizing and van Wijk, Squarified Treemaps, Proceedings of the Joint Eurographics and IEEE TCVG
 * Symposium on Visualization, 2000. Tiles are laid in rows along the shorter side of what is left of the
 * rectangle; a row takes one more tile as long as that does not make its worst proportion worse. Then it is
 * fixed, and the rest of the rectangle is parted in the same way.
 *
 * Rows are chosen by values of 30 bits, where nothing is at stake but looks. Edges come from the values
 * themselves, in 65536ths of a Len, so that what a row is rounded by does not add up over the rows.
 */
#include "set/squarify.h"

__extension__ typedef __int128 Wide;

enum { FINE = 16, WEIGHT_BITS = 30, RATIO_BITS = 20 };

typedef struct Room {
	int64_t x, y, width, height; /* fine */
} Room;

typedef struct Laying {
	const Decimal *values;
	const int *order;
	int count;
	int64_t *weights; /* by their place in the order: at least 1 */
	Tile *tiles;
	Room room;  /* what is left */
	Wide value; /* of all that are not laid */
	int64_t weight;
} Laying;

static int64_t share_of(int64_t length, Wide part, Wide whole)
{
	return whole > 0 ? (int64_t)((length * part + whole / 2) / whole) : 0;
}

static Len whole_len(int64_t fine)
{
	return (Len)((fine + (1 << (FINE - 1))) >> FINE);
}

/* How far from a square a tile of `weight` is in a row of `row`: at least 1, in 2^-20. */
static Wide proportion(const Laying *l, int64_t row, int64_t weight)
{
	bool upright = l->room.width >= l->room.height; /* the row is a column, along the height */
	int64_t along = (upright ? l->room.height : l->room.width) >> FINE;
	int64_t other = (upright ? l->room.width : l->room.height) >> FINE;
	Wide thick = (Wide)(other + 1) * row * row;
	Wide length = (Wide)(along + 1) * weight * l->weight;
	return thick > length ? (thick << RATIO_BITS) / length : (length << RATIO_BITS) / thick;
}

typedef struct Row {
	int count;
	int64_t weight, least, most;
} Row;

static Row row_with(const Row *row, int64_t weight)
{
	bool none = row->count == 0;
	return (Row){row->count + 1, row->weight + weight,
		     none || weight < row->least ? weight : row->least,
		     none || weight > row->most ? weight : row->most};
}

static Wide row_worst(const Laying *l, const Row *row)
{
	Wide least = proportion(l, row->weight, row->least);
	Wide most = proportion(l, row->weight, row->most);
	return least > most ? least : most;
}

static Row row_choose(const Laying *l, int first)
{
	Row none = {0}, row = row_with(&none, l->weights[first]);
	Wide worst = row_worst(l, &row);
	for (int i = first + 1; i < l->count; i++) {
		Row longer = row_with(&row, l->weights[i]);
		Wide then = row_worst(l, &longer);
		if (then > worst)
			break;
		row = longer;
		worst = then;
	}
	return row;
}

static void tile_put(Laying *l, int number, int64_t x0, int64_t y0, int64_t x1, int64_t y1)
{
	Len left = whole_len(x0), top = whole_len(y0);
	l->tiles[l->order[number]] = (Tile){left, top, whole_len(x1) - left, whole_len(y1) - top};
}

/* Lays a row along the shorter side of the room, and takes it off. */
static void row_lay(Laying *l, int first, int count)
{
	Room *room = &l->room;
	bool upright = room->width >= room->height;
	Wide row = 0, before = 0;
	for (int i = first; i < first + count; i++)
		row += l->values[l->order[i]];
	int64_t thick = share_of(upright ? room->width : room->height, row, l->value);
	int64_t along = upright ? room->height : room->width;
	for (int i = first; i < first + count; i++) {
		Wide after = before + l->values[l->order[i]];
		int64_t from = share_of(along, before, row), to = share_of(along, after, row);
		if (upright)
			tile_put(l, i, room->x, room->y + from, room->x + thick, room->y + to);
		else
			tile_put(l, i, room->x + from, room->y, room->x + to, room->y + thick);
		before = after;
	}
	*room = upright ? (Room){room->x + thick, room->y, room->width - thick, room->height}
			: (Room){room->x, room->y + thick, room->width, room->height - thick};
	l->value -= row;
}

static void weigh(Arena *a, Laying *l)
{
	l->weights = ARENA_ARRAY(a, l->count, int64_t);
	for (int i = 0; i < l->count; i++)
		l->value += l->values[i];
	for (int i = 0; i < l->count; i++) {
		Wide wide = (Wide)l->values[l->order[i]] << WEIGHT_BITS;
		int64_t weight = l->value > 0 ? (int64_t)(wide / l->value) : 0;
		l->weights[i] = weight > 0 ? weight : 1;
		l->weight += l->weights[i];
	}
}

const Tile *squarify(Arena *a, const Decimal *values, const int *order, int count, Len width,
		     Len height)
{
	Laying l = {.values = values, .order = order, .count = count};
	l.tiles = ARENA_ARRAY(a, count, Tile);
	if (width <= 0 || height <= 0)
		return l.tiles;
	l.room = (Room){0, 0, (int64_t)width << FINE, (int64_t)height << FINE};
	weigh(a, &l);
	for (int first = 0; first < count && l.value > 0;) {
		Row row = row_choose(&l, first);
		row_lay(&l, first, row.count);
		l.weight -= row.weight;
		first += row.count;
	}
	return l.tiles;
}
