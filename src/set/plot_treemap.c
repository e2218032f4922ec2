/* SPDX-License-Identifier: MIT */
#include "set/plot_treemap.h"

#include "set/key.h"
#include "set/label.h"
#include "set/squarify.h"

/* Of paper between two tiles; around words in a tile; between them; around a number; above the key. */
enum {
	PARTING = 700,
	INSET = LEN_PT(4),
	WORD_GAP = LEN_PT(4),
	NUMBER_INSET = 2000,
	KEY_GAP = LEN_PT(6)
};

/* What stands in a tile. */
typedef enum TileWords {
	TILE_EMPTY,
	TILE_NUMBER,
	TILE_LINE, /* its figure and its label behind each other … */
	TILE_FULL  /* … or below each other */
} TileWords;

typedef struct SizedTile {
	TileWords words;
	Label label, figure, number;
} SizedTile;

/* All from the plot's top left corner. */
struct SizedTreemap {
	Len width, height;
	const Tile *tiles; /* one an item, and one for what they lack of the whole */
	const SizedTile *sized;
	Len key_y;
	const SizedKey *key; /* NULL: none is needed */
};

/* Sizing */

/* The items that are shown, from large to small, and at the end what they lack of the whole. */
static int *order_of(const Measure *m, const ChartBox *box, int count)
{
	int *at_rank = ARENA_ARRAY(m->arena, box->count, int);
	int *order = ARENA_ARRAY(m->arena, count + 1, int), next = 0;
	for (int i = 0; i < count; i++)
		at_rank[box->items[i].rank] = i + 1;
	for (int rank = 0; rank < box->count; rank++)
		if (at_rank[rank] > 0)
			order[next++] = at_rank[rank] - 1;
	order[next] = count;
	return order;
}

static const Tile *tiles_of(const Measure *m, const ChartBox *box, const int *order, int count,
			    const SizedTreemap *plot)
{
	Decimal *values = ARENA_ARRAY(m->arena, count + 1, Decimal);
	values[count] = box->whole;
	for (int i = 0; i < count; i++) {
		values[i] = box->items[i].value;
		values[count] -= values[i];
	}
	return squarify(m->arena, values, order, count + 1, plot->width, plot->height);
}

/* Below each other: the figure on one line, and the label in what is left. */
static bool try_full(const Measure *m, const ChartItem *item, Len width, Len height,
		     SizedTile *tile)
{
	tile->figure = label_fit_line(m, &item->figure, width, height);
	if (tile->figure.way == LABEL_MOVED)
		return false;
	tile->label = label_fit(m, &item->label, width, len_add(height, -tile->figure.height));
	return tile->label.way != LABEL_MOVED;
}

/* Behind each other, in a tile that is long and low. */
static bool try_line(const Measure *m, const ChartItem *item, Len width, Len height,
		     SizedTile *tile)
{
	tile->figure = label_fit_line(m, &item->figure, width, height);
	if (tile->figure.way == LABEL_MOVED)
		return false;
	Len rest = len_add(width, -len_add(tile->figure.width, WORD_GAP));
	tile->label = label_fit(m, &item->label, rest, height);
	return tile->label.way != LABEL_MOVED;
}

static bool try_number(const Measure *m, const ChartItem *item, const Tile *room, SizedTile *tile)
{
	tile->number = label_fit_line(m, &item->number, room->width - 2 * NUMBER_INSET,
				      room->height - PARTING);
	return item->number.length > 0 && tile->number.way != LABEL_MOVED;
}

static SizedTile size_tile(const Measure *m, const ChartItem *item, const Tile *room)
{
	SizedTile tile = {0};
	Len width = room->width - 2 * INSET, height = room->height - 2 * INSET;
	if (room->width <= 0 || room->height <= 0)
		return tile;
	if (width > 0 && height > 0 && try_full(m, item, width, height, &tile))
		tile.words = TILE_FULL;
	else if (width > 0 && try_line(m, item, width, room->height - PARTING, &tile))
		tile.words = TILE_LINE;
	else if (try_number(m, item, room, &tile))
		tile.words = TILE_NUMBER;
	return tile;
}

static void size_tiles(const Measure *m, const ChartBox *box, SizedTreemap *plot, int count)
{
	SizedTile *sized = ARENA_ARRAY(m->arena, count, SizedTile);
	for (int i = 0; i < count; i++)
		sized[i] = size_tile(m, &box->items[i], &plot->tiles[i]);
	plot->sized = sized;
}

static void size_treemap_key(const Measure *m, const ChartBox *box, const int *order,
			     SizedTreemap *plot, SizedChart *chart)
{
	KeyItem *asked = ARENA_ARRAY(m->arena, chart->count, KeyItem);
	int count = 0;
	for (int i = 0; i < chart->count; i++) {
		TileWords words = plot->sized[order[i]].words;
		if (words == TILE_EMPTY || words == TILE_NUMBER)
			asked[count++] = (KeyItem){order[i], words == TILE_NUMBER};
	}
	plot->key = size_key(m, box, asked, count, plot->width);
	chart->overfull |= key_is_overfull(plot->key);
	if (!plot->key)
		return;
	plot->key_y = len_add(chart->plot_height, size_space(m, KEY_GAP));
	chart->plot_height = len_add(plot->key_y, key_height(plot->key));
}

static SizedTreemap *treemap_begin(const Measure *m, const ChartBox *box, Len width,
				   SizedChart *chart)
{
	SizedTreemap *plot = ARENA_NEW(m->arena, SizedTreemap);
	plot->width = len_max(width, 0);
	plot->height = len_max(size_space(m, box->spec->height), chart->clear);
	chart->plot_height = plot->height;
	chart->treemap = plot;
	return plot;
}

void size_treemap(const Measure *m, const ChartBox *box, Len width, SizedChart *chart)
{
	SizedTreemap *plot = treemap_begin(m, box, width, chart);
	const int *order = order_of(m, box, chart->count);
	plot->tiles = tiles_of(m, box, order, chart->count, plot);
	size_tiles(m, box, plot, chart->count);
	size_treemap_key(m, box, order, plot, chart);
	chart->air = KEY_GAP;
}

void size_treemap_ghosts(const Measure *m, const ChartBox *box, Len width, SizedChart *chart)
{
	treemap_begin(m, box, width, chart);
}

/* Painting */

/* The plain ink that words stand on: from the corner of their tile as far as they reach, and to its edges
 * where little of a pattern would be left beside them. */
static Tile plate_of(const SizedTile *tile, const Tile *room)
{
	Len figure = tile->figure.width, label = tile->label.width;
	Len across = len_max(figure, label) + 2 * INSET, down = room->height;
	if (tile->words == TILE_FULL)
		down = len_min(down, tile->figure.height + tile->label.height + 2 * INSET);
	else
		across = figure + WORD_GAP + label + 2 * INSET;
	across = room->width - across < 2 * INSET ? room->width : across;
	down = room->height - down < 2 * INSET ? room->height : down;
	return (Tile){room->x, room->y, across, down};
}

static Tile plate_of_number(const SizedTile *tile, const Tile *room)
{
	Len across = tile->number.width + 2 * NUMBER_INSET;
	Len down = len_min(size_cap_height(&tile->number.text) + 2 * NUMBER_INSET, room->height);
	return (Tile){room->x + (room->width - across) / 2, room->y + (room->height - down) / 2,
		      across, down};
}

static void paint_plate(Painter *p, const ChartSpec *spec, int i, const SizedTile *tile,
			const Tile *room)
{
	if (tile->words == TILE_EMPTY || part_hatch(spec, i) == HATCH_SOLID)
		return;
	Tile plate =
	    tile->words == TILE_NUMBER ? plate_of_number(tile, room) : plate_of(tile, room);
	TagMark mark = tag_leave(p);
	paint_rect(p, plate.x, plate.y, plate.width, plate.height, part_ink(spec, i), NULL);
	tag_close(p, mark);
}

static void paint_number(Painter *p, const SizedTile *tile, const Tile *room)
{
	Len left = room->x + (room->width - tile->number.width) / 2;
	Len middle = room->y + room->height / 2;
	paint_text(p, &tile->number.text, left, label_top(&tile->number.text, middle),
		   tile->number.width, ALIGN_START);
}

static void paint_line_words(Painter *p, const SizedTile *tile, const Tile *room)
{
	Len middle = room->y + room->height / 2, left = room->x + INSET;
	Len label = left + tile->figure.width + WORD_GAP;
	paint_text(p, &tile->figure.text, left, label_top(&tile->figure.text, middle),
		   tile->figure.width, ALIGN_START);
	paint_text(p, &tile->label.text, label, label_top(&tile->label.text, middle),
		   tile->label.width, ALIGN_START);
}

static void paint_full_words(Painter *p, const SizedTile *tile, const Tile *room)
{
	Len left = room->x + INSET, top = room->y + INSET;
	paint_text(p, &tile->figure.text, left, top, tile->figure.width, ALIGN_START);
	paint_text(p, &tile->label.text, left, top + tile->figure.height, tile->label.width,
		   ALIGN_START);
}

static void paint_tile_words(Painter *p, const ChartSpec *spec, int i, const SizedTile *tile,
			     const Tile *room)
{
	p->lettering = part_lettering(spec, i);
	if (tile->words == TILE_NUMBER)
		paint_number(p, tile, room);
	else if (tile->words == TILE_LINE)
		paint_line_words(p, tile, room);
	else if (tile->words == TILE_FULL)
		paint_full_words(p, tile, room);
	p->lettering = NULL;
}

static Tile tile_at(const Tile *tile, Len x, Len y)
{
	return (Tile){len_add(x, tile->x), len_add(y, tile->y), tile->width, tile->height};
}

/* The edges of a tile that do not lie at the edge of all; none of one that is so thin that they would cover
 * it. */
static void edges_add(List *lines, const Tile *tile, const SizedTreemap *plot, Len x, Len y)
{
	Tile t = tile_at(tile, x, y);
	Len right = t.x + t.width, bottom = t.y + t.height;
	if (t.width < 2 * PARTING || t.height < 2 * PARTING)
		return;
	if (tile->x > 0)
		outline_line(lines, t.x, t.y, t.x, bottom);
	if (tile->y > 0)
		outline_line(lines, t.x, t.y, right, t.y);
	if (tile->x + tile->width < plot->width)
		outline_line(lines, right, t.y, right, bottom);
	if (tile->y + tile->height < plot->height)
		outline_line(lines, t.x, bottom, right, bottom);
}

/* Over the tiles, so that none is made larger or smaller by its gaps; one path. */
static void paint_partings(Painter *p, const ChartBox *box, const SizedTreemap *plot, int count,
			   Len x, Len y)
{
	List lines = list_new(p->arena, sizeof(Segment));
	for (int i = 0; i < count; i++)
		edges_add(&lines, &plot->tiles[i], plot, x, y);
	TagMark mark = tag_leave(p);
	paint_outline(p, lines.items, lines.count, part_paper(box->spec), PARTING);
	tag_close(p, mark);
}

void paint_treemap(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y)
{
	const SizedTreemap *plot = chart->treemap;
	const ChartSpec *spec = box->spec;
	TagMark mark = tag_leave(p);
	Tile rest =
	    box->whole > 0 ? plot->tiles[chart->count] : (Tile){0, 0, plot->width, plot->height};
	paint_rect(p, x + rest.x, y + rest.y, rest.width, rest.height, spec->track, NULL);
	tag_close(p, mark);
	for (int i = 0; i < chart->count; i++) {
		Tile tile = tile_at(&plot->tiles[i], x, y);
		hatch_rect(p, tile.x, tile.y, tile.width, tile.height, part_hatch(spec, i),
			   part_ink(spec, i), part_paper(spec), &box->items[i].origin);
		paint_plate(p, spec, i, &plot->sized[i], &tile);
	}
	paint_partings(p, box, plot, chart->count, x, y);
	for (int i = 0; i < chart->count; i++) {
		Tile tile = tile_at(&plot->tiles[i], x, y);
		paint_tile_words(p, spec, i, &plot->sized[i], &tile);
	}
	paint_key(p, box, plot->key, x, y + plot->key_y);
}

/* Tiles of no meaning in a band above the words of a placeholder, and in one below. */
static void paint_ghost_band(Painter *p, const ChartSpec *spec, const Decimal *values, Len x, Len y,
			     Len width, Len height)
{
	static const int order[] = {0, 1, 2, 3, 4};
	const Tile *tiles = squarify(p->arena, values, order, 5, width, height);
	for (int i = 0; i < 5; i++) {
		Tile tile = tile_at(&tiles[i], x, y);
		hatch_rect(p, tile.x + PARTING, tile.y + PARTING, tile.width - 2 * PARTING,
			   tile.height - 2 * PARTING, HATCH_UP, spec->track, part_paper(spec),
			   NULL);
	}
}

void paint_treemap_ghosts(Painter *p, const ChartBox *box, const SizedChart *chart, Len x, Len y)
{
	static const Decimal upper[] = {34, 25, 18, 14, 9}, lower[] = {28, 22, 20, 17, 13};
	const SizedTreemap *plot = chart->treemap;
	Len band = (plot->height - chart->clear) / 2;
	paint_ghost_band(p, box->spec, upper, x, y, plot->width, band);
	paint_ghost_band(p, box->spec, lower, x, y + plot->height - band, plot->width, band);
}
