/* SPDX-License-Identifier: MIT */
/*
 * Which inks stand on which grounds, box by box.
 *
 * The ground is that of the nearest box around that has one, else the white
 * page. Three places where another ground may lie between are left alone unless the box has
 * a ground of its own: over painted boxes in a stack; in a frame, once anything
 * is painted before it; behind a frame that has a ground but no words, as it may
 * be there for others.
 */
#include "read/layout_parts.h"

#include "read/contrast.h"

#include <string.h>

typedef struct Looking {
	Contrast *contrast;
	bool painted; /* some ground, or a picture, was met so far */
	bool over;    /* words are looked at a second time: over those of a stack */
} Looking;

static bool is_blank_text(const char *text)
{
	return !text || text[strspn(text, " \t\r\n")] == '\0';
}

static void words_look(const Looking *l, Place place, const Pattern *words, const Style *style,
		       const Ink *ground);

/* One piece of a pattern that is no span and no choice. */
static void piece_look(const Looking *l, Place place, const Pattern *piece, const Style *style,
		       const Ink *ground)
{
	if (piece->kind == PATTERN_TEXT && is_blank_text(piece->text))
		return;
	contrast_words(l->contrast, place, style, ground);
	if (piece->format == FORMAT_ORDINAL && style)
		contrast_words(l->contrast, place, style->ordinal_suffix, ground);
	words_look(l, place, piece->item, style, ground);
}

static void words_look(const Looking *l, Place place, const Pattern *words, const Style *style,
		       const Ink *ground)
{
	for (const Pattern *p = words; p; p = p->next) {
		if (p->kind == PATTERN_SPAN)
			words_look(l, p->place, p->inside, p->style, ground);
		else if (p->kind == PATTERN_PLURAL || p->kind == PATTERN_SELECT)
			for (const Branch *b = p->branches; b; b = b->next)
				words_look(l, place, b->text, style, ground);
		else
			piece_look(l, place, p, style, ground);
	}
}

static void text_look(const Looking *l, const Element *e, const Ink *ground)
{
	words_look(l, e->place, e->text, e->style, ground);
	for (int i = 0; i < e->short_count; i++)
		words_look(l, e->place, e->shorts[i], e->style, ground);
	words_look(l, e->place, e->mark, e->mark_style, ground);
}

static void rest_look(const Looking *l, Place place, const RestSpec *rest, const Ink *ground)
{
	words_look(l, place, rest->more, rest->style, ground);
	if (!rest->more && rest->limit)
		contrast_words(l->contrast, place, rest->style, ground);
}

static void cells_look(const Looking *l, const TableSpec *table, const Ink *ground)
{
	for (int i = 0; i < table->column_count; i++) {
		const Column *c = &table->columns[i];
		words_look(l, c->place, c->cell, c->style, ground);
		words_look(l, c->place, c->missing, c->style, ground);
		if (c->bar)
			contrast_mark(l->contrast, c->place, c->bar->ink, ground);
		if (c->spark)
			contrast_mark(l->contrast, c->place, c->spark->ink, ground);
	}
}

static void table_look(Looking *l, const Element *e, const Ink *ground)
{
	const TableSpec *table = e->table;
	words_look(l, e->place, table->caption, table->caption_style, ground);
	words_look(l, e->place, table->group_head, table->group_style, ground);
	rest_look(l, e->place, &table->rest, ground);
	for (int i = 0; i < table->column_count; i++)
		words_look(l, table->columns[i].place, table->columns[i].head,
			   table->columns[i].head_style, ground);
	cells_look(l, table, ground);
	if (!table->zebra)
		return;
	cells_look(l, table, table->zebra);
	l->painted = true;
}

/* The words that stand in a figure's place, on a paper of their own or on the ground. */
static void placeholder_look(const Looking *l, Place place, const Pattern *words,
			     const Style *style, const Ink *paper, const Ink *ground)
{
	words_look(l, place, words, style, paper ? paper : ground);
}

/* Its marks, in one ink or in those of a palette. */
static void marks_look(const Looking *l, Place place, const ChartSpec *chart, const Ink *ground)
{
	if (chart->palette)
		contrast_palette(l->contrast, chart->palette, ground);
	else
		contrast_mark(l->contrast, place, chart->ink, ground);
}

/* Words on the marks themselves. */
static void lettering_look(const Looking *l, Place place, const ChartSpec *chart)
{
	const Palette *palette = chart->palette;
	for (int i = 0; i < (palette ? palette->count : 1); i++)
		contrast_letters(l->contrast, palette ? palette->place : place, chart->lettering[i],
				 palette ? palette->inks[i] : chart->ink);
}

static void chart_look(const Looking *l, const Element *e, const Ink *ground)
{
	const ChartSpec *chart = e->chart;
	words_look(l, e->place, chart->title, chart->title_style, ground);
	words_look(l, e->place, chart->label, chart->label_style, ground);
	words_look(l, e->place, chart->figure, chart->figure_style, ground);
	words_look(l, e->place, chart->tick, chart->axis_style, ground);
	words_look(l, e->place, chart->from_head, chart->head_style, ground);
	words_look(l, e->place, chart->to_head, chart->head_style, ground);
	rest_look(l, e->place, &chart->rest, ground);
	placeholder_look(l, e->place, chart->placeholder, chart->placeholder_style, chart->paper,
			 ground);
	marks_look(l, e->place, chart, ground);
	if (chart->kind == CHART_TREEMAP)
		lettering_look(l, e->place, chart);
	/* What is left of a whole is painted in the track. */
	if (chart->of)
		marks_look(l, e->place, chart, chart->track);
}

/* A mark beside others, or on them, in the ink of what is not meant. */
static void tracked_look(const Looking *l, Place place, const Ink *ink, const Ink *track,
			 const Ink *ground)
{
	contrast_mark(l->contrast, place, ink, ground);
	contrast_mark(l->contrast, place, ink, track);
}

/* The mark and its words may stand on land and on water. */
static void locator_look(const Looking *l, const Element *e, const Ink *ground)
{
	const LocatorSpec *map = e->locator;
	const Ink *sea = map->sea ? map->sea : ground;
	tracked_look(l, e->place, map->ink, map->ground, sea);
	words_look(l, e->place, map->label, map->style, sea);
	words_look(l, e->place, map->label, map->style, map->ground);
	placeholder_look(l, e->place, map->placeholder, map->placeholder_style, map->paper, ground);
}

static void icons_look(const Looking *l, const Element *e, const Ink *ground)
{
	const IconArraySpec *icons = e->icons;
	tracked_look(l, e->place, icons->ink, icons->track, ground);
	placeholder_look(l, e->place, icons->placeholder, icons->placeholder_style, icons->paper,
			 ground);
}

static void element_look(Looking *l, const Element *e, const Ink *ground);

/* Whether anything in a box, itself included, is seen behind what lies over it. */
static bool paints(const Element *e)
{
	if (e->decor.background || e->image || e->chart || e->locator || e->icons || e->ladder ||
	    e->donut || (e->table && e->table->zebra))
		return true;
	for (const Element *child = e->first; child; child = child->next)
		if (paints(child))
			return true;
	return false;
}

/* The ink of words that are there to be looked at, not to be read. */
static const Ink *backdrop_ink(const Element *e)
{
	return e->kind == ELEMENT_TEXT && e->decor.artifact && e->style ? e->style->color : NULL;
}

/* Words over words: what lies over a large pale figure must be read on that too. */
static void stack_look(Looking *l, const Element *stack, const Ink *ground)
{
	const Ink *below = NULL;
	for (const Element *e = stack->first; e; e = e->next) {
		bool backdrop = e->next && backdrop_ink(e);
		if (!backdrop)
			element_look(l, e, ground);
		if (!backdrop && below && !l->over) {
			l->over = true;
			element_look(l, e, below);
			l->over = false;
		}
		if (backdrop)
			below = backdrop_ink(e);
		if (paints(e))
			ground = below = NULL;
	}
}

static bool has_words(const Element *e)
{
	if (e->kind == ELEMENT_TEXT && !e->decor.artifact)
		return true;
	for (const Element *child = e->first; child; child = child->next)
		if (has_words(child))
			return true;
	return e->table || e->chart;
}

static void children_look(Looking *l, const Element *e, const Ink *ground)
{
	for (const Element *child = e->first; child; child = child->next) {
		bool frame = child->kind == ELEMENT_FRAME;
		element_look(l, child, frame && l->painted ? NULL : ground);
		if (frame && paints(child) && !has_words(child))
			ground = NULL;
	}
}

static void figure_look(Looking *l, const Element *e, const Ink *ground)
{
	if (e->ladder) {
		tracked_look(l, e->place, e->ladder->ink, e->ladder->track, ground);
		contrast_words(l->contrast, e->place, e->ladder->style, ground);
	}
	if (e->donut) {
		tracked_look(l, e->place, e->donut->ink, e->donut->track, ground);
		words_look(l, e->place, e->donut->text, e->donut->style, ground);
	}
	if (e->icons)
		icons_look(l, e, ground);
	if (e->locator)
		locator_look(l, e, ground);
	if (e->chart)
		chart_look(l, e, ground);
	if (e->icon && !e->decor.artifact)
		contrast_mark(l->contrast, e->place, e->icon->ink, ground);
}

static void element_look(Looking *l, const Element *e, const Ink *ground)
{
	if (e->decor.background)
		ground = e->decor.background;
	l->painted = l->painted || e->decor.background || e->image;
	if (e->kind == ELEMENT_TEXT)
		text_look(l, e, ground);
	if (e->table)
		table_look(l, e, ground);
	figure_look(l, e, ground);
	if (e->kind == ELEMENT_STACK)
		stack_look(l, e, ground);
	else
		children_look(l, e, ground);
}

void contrast_check(Reading *r, const Node *inks)
{
	static const char *const levels[] = {"AA", "AAA", "none", NULL};
	ContrastLevel level =
	    inks ? (ContrastLevel)choice_attr(r, inks, "contrast", levels) : CONTRAST_AA;
	if (level == CONTRAST_NONE)
		return;
	Looking l = {.contrast = contrast_new(r->a, level)};
	element_look(&l, r->layout->body, contrast_page());
	if (r->layout->foot)
		element_look(&l, r->layout->foot, contrast_page());
	for (int i = 0; i < r->palettes.count; i++) {
		const Palette *palette = *(const Palette **)list_at(&r->palettes, i);
		if (!contrast_has_palette(l.contrast, palette))
			contrast_palette(l.contrast, palette, contrast_page());
	}
	contrast_tell(l.contrast, r->diags);
}
