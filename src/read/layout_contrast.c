/* SPDX-License-Identifier: MIT */
/*
 * Whether what a layout paints can be seen: words on their ground, marks on theirs.
 *
 * The tree of boxes is walked once it is read, with the ink that lies behind each: the page is white,
 * and a background hides what is behind it. Each pair of inks is looked at once, in four ways of
 * seeing (colour.h), and told once, at its first place. What lies over other boxes of
 * a stack, or in a frame, has no ground that is known here, unless it brings its own: there nothing is
 * said. What lies below others in a stack and is page furniture is decoration, which may be pale (1.4.3).
 */
#include "read/layout_parts.h"

#include "base/str.h"
#include "read/colour.h"

#include <math.h>

/* WCAG 2.2: 1.4.3 (AA) and 1.4.6 (AAA) for words, larger ones from 18 pt, or 14 pt in bold; 1.4.11 for marks. */
enum { LARGE = LEN_PT(18), LARGE_BOLD = LEN_PT(14), BOLD = 700 };
static const double words_aa = 4.5, large_aa = 3, words_aaa = 7, large_aaa = 4.5, marks_all = 3;

/* An ink upon another; how many places there are where they do not differ enough. */
typedef struct Pair {
	const Ink *ink, *ground;
	double wanted;
	double found;
	Vision vision;
	Place place;      /* of the first … */
	const char *what; /* … and what stands there */
	int count;        /* 0: they differ enough */
} Pair;

typedef struct Looking {
	List pairs; /* of Pair */
	double words, large;
} Looking;

/* What lies behind a box. */
typedef struct Ground {
	const Ink *ink;
	bool known;
} Ground;

static Light ink_light(const Ink *ink)
{
	return colour_light(ink->rgb);
}

/* Comparing */

static Pair *pair_find(Looking *l, const Ink *ink, const Ink *ground, double wanted)
{
	for (int i = 0; i < l->pairs.count; i++) {
		Pair *pair = list_at(&l->pairs, i);
		if (pair->ink == ink && pair->ground == ground && pair->wanted == wanted)
			return pair;
	}
	return NULL;
}

static Pair *pair_look(Looking *l, const Ink *ink, const Ink *ground, double wanted)
{
	Pair *pair = list_add(&l->pairs);
	*pair = (Pair){.ink = ink, .ground = ground, .wanted = wanted};
	pair->found = colour_least_contrast(ink_light(ink), ink_light(ground), &pair->vision);
	return pair;
}

static void seen_on(Looking *l, const Ink *ink, const Ink *ground, double wanted, const char *what,
		    Place place)
{
	if (!ink || !ground || ink->missing || ground->missing || wanted == 0)
		return;
	Pair *pair = pair_find(l, ink, ground, wanted);
	if (!pair)
		pair = pair_look(l, ink, ground, wanted);
	if (pair->found >= wanted)
		return;
	if (pair->count++ == 0) {
		pair->place = place;
		pair->what = what;
	}
}

static void mark_on(Looking *l, const Ink *ink, Ground ground, const Element *element)
{
	double wanted = l->words > 0 ? marks_all : 0;
	if (ground.known)
		seen_on(l, ink, ground.ink, wanted, element->name, element->place);
}

static void style_on(Looking *l, const Style *style, Ground ground, Place place)
{
	if (!style || !ground.known)
		return;
	bool large = style->size >= LARGE || (style->size >= LARGE_BOLD && style->weight >= BOLD);
	seen_on(l, style->color, ground.ink, large ? l->large : l->words, "words", place);
}

/* The words of a pattern and of all its spans. */
static void words_on(Looking *l, const Pattern *pattern, const Style *style, Ground ground)
{
	if (pattern)
		style_on(l, style, ground, pattern->place);
	for (; pattern; pattern = pattern->next) {
		words_on(l, pattern->inside, pattern->style, ground);
		words_on(l, pattern->item, NULL, ground);
		for (const Branch *b = pattern->branches; b; b = b->next)
			words_on(l, b->text, NULL, ground);
	}
}

/* Walking */

static Ground ground_of(const Ink *ink, Ground otherwise)
{
	return ink ? (Ground){ink, true} : otherwise;
}

static void column_on(Looking *l, const Column *column, Ground ground, const Element *table)
{
	words_on(l, column->cell, column->style, ground);
	words_on(l, column->missing, column->style, ground);
	if (column->bar)
		mark_on(l, column->bar->ink, ground, table);
	if (column->spark)
		mark_on(l, column->spark->ink, ground, table);
}

static void table_on(Looking *l, const Element *element, Ground ground)
{
	const TableSpec *table = element->table;
	words_on(l, table->caption, table->caption_style, ground);
	words_on(l, table->group_head, table->group_style, ground);
	style_on(l, table->rest.style, ground, element->place);
	for (int i = 0; i < table->column_count; i++) {
		words_on(l, table->columns[i].head, table->columns[i].head_style, ground);
		column_on(l, &table->columns[i], ground, element);
		if (table->zebra)
			column_on(l, &table->columns[i], (Ground){table->zebra, true}, element);
	}
}

static void chart_on(Looking *l, const Element *element, Ground ground)
{
	const ChartSpec *chart = element->chart;
	bool parts = chart_kind_has_parts(chart->kind);
	Ground track = {chart->track, parts && chart->of && chart->track};
	words_on(l, chart->title, chart->title_style, ground);
	words_on(l, chart->label, chart->label_style, ground);
	words_on(l, chart->figure, chart->figure_style, ground);
	style_on(l, chart->axis_style, ground, element->place);
	style_on(l, chart->rest.style, ground, element->place);
	words_on(l, chart->placeholder, chart->placeholder_style, ground_of(chart->paper, ground));
	for (int i = 0; chart->palette && i < chart->palette->count; i++) {
		mark_on(l, chart->palette->inks[i], ground, element);
		mark_on(l, chart->palette->inks[i], track, element);
	}
	if (!chart->palette) {
		mark_on(l, chart->ink, ground, element);
		mark_on(l, chart->ink, track, element);
	}
}

/* Its mark and its label may lie on land or on the sea. */
static void locator_on(Looking *l, const Element *element, Ground ground)
{
	const LocatorSpec *map = element->locator;
	Ground sea = ground_of(map->sea, ground), land = ground_of(map->ground, ground);
	words_on(l, map->label, map->style, sea);
	words_on(l, map->label, map->style, land);
	mark_on(l, map->ink, sea, element);
	mark_on(l, map->ink, land, element);
	words_on(l, map->placeholder, map->placeholder_style, ground_of(map->paper, ground));
}

static void figure_on(Looking *l, const Element *element, Ground ground)
{
	if (element->ladder) {
		Ground track = {element->ladder->track, element->ladder->track};
		style_on(l, element->ladder->style, ground, element->place);
		mark_on(l, element->ladder->ink, ground, element);
		mark_on(l, element->ladder->ink, track, element);
	}
	if (element->donut) {
		Ground track = {element->donut->track, element->donut->track};
		words_on(l, element->donut->text, element->donut->style, ground);
		mark_on(l, element->donut->ink, ground, element);
		mark_on(l, element->donut->ink, track, element);
	}
	if (element->icon && !element->decor.artifact)
		mark_on(l, element->icon->ink, ground, element);
	if (element->chart)
		chart_on(l, element, ground);
	if (element->locator)
		locator_on(l, element, ground);
}

static void element_on(Looking *l, const Element *element, Ground behind)
{
	Ground ground = ground_of(element->decor.background, behind);
	words_on(l, element->text, element->style, ground);
	for (int i = 0; i < element->short_count; i++)
		words_on(l, element->shorts[i], element->style, ground);
	words_on(l, element->mark, element->mark_style, ground);
	if (element->table)
		table_on(l, element, ground);
	figure_on(l, element, ground);
	for (const Element *kid = element->first; kid; kid = kid->next) {
		bool stack = element->kind == ELEMENT_STACK;
		bool over = (stack && kid != element->first) || kid->kind == ELEMENT_FRAME;
		if (!stack || !kid->next || !kid->decor.artifact)
			element_on(l, kid, over ? (Ground){0} : ground);
	}
}

/* Telling */

/* "4.49": two decimals, cut off, so that what is less than 4.5 does not look like it. */
static const char *ratio_text(Arena *a, double ratio)
{
	return str_format(a, "%.2f", floor(ratio * 100) / 100);
}

/* The ink, as much darker or lighter as it takes to be seen on the ground; false when no change would do. */
static bool ink_mend(const Pair *pair, unsigned char mended[3])
{
	bool lighter = colour_luminance(ink_light(pair->ground)) < 0.18;
	for (int step = 1; step <= 255; step++) {
		for (int i = 0; i < 3; i++) {
			int was = pair->ink->rgb[i], end = lighter ? 255 : 0;
			mended[i] = (unsigned char)(was + (end - was) * step / 255);
		}
		Vision vision;
		if (colour_least_contrast(colour_light(mended), ink_light(pair->ground), &vision) >=
		    pair->wanted)
			return true;
	}
	return false;
}

static void pair_tell(Reading *r, const Pair *pair)
{
	const char *vision = colour_vision_name(pair->vision);
	unsigned char rgb[3];
	diag_error(
	    r->diags, pair->place, DIAG_LAYOUT,
	    "%s in \"%s\" on \"%s\" %s a contrast of %s%s%s, but %g is needed (WCAG 2.2, %s)%s",
	    pair->what, pair->ink->name, pair->ground->name,
	    str_equal(pair->what, "words") ? "have" : "has", ratio_text(r->a, pair->found),
	    vision ? " in " : "", vision ? vision : "", pair->wanted,
	    str_equal(pair->what, "words") ? "1.4.3" : "1.4.11",
	    pair->count > 1 ? str_format(r->a, "; so in %d more place%s", pair->count - 1,
					 pair->count > 2 ? "s" : "")
			    : "");
	if (ink_mend(pair, rgb))
		diag_hint(
		    r->diags,
		    "#%02x%02x%02x instead of #%02x%02x%02x would do; or choose another ground",
		    rgb[0], rgb[1], rgb[2], pair->ink->rgb[0], pair->ink->rgb[1],
		    pair->ink->rgb[2]);
	else
		diag_hint(r->diags, "no change of \"%s\" would do: choose another ground",
			  pair->ink->name);
}

void contrast_check(Reading *r, const Node *inks)
{
	static const char *const levels[] = {"AA", "AAA", "none", NULL};
	static const Ink white = {.name = "white paper", .rgb = {255, 255, 255}};
	int level = inks ? choice_attr(r, inks, "contrast", levels) : 0;
	Looking l = {.pairs = list_new(r->a, sizeof(Pair)),
		     .words = level == 0 ? words_aa : words_aaa,
		     .large = level == 0 ? large_aa : large_aaa};
	if (level == 2)
		return;
	palettes_check(r);
	Ground page = {&white, true};
	if (r->layout->body)
		element_on(&l, r->layout->body, page);
	if (r->layout->foot)
		element_on(&l, r->layout->foot, page);
	for (int i = 0; i < l.pairs.count; i++) {
		const Pair *pair = list_at(&l.pairs, i);
		if (pair->count > 0)
			pair_tell(r, pair);
	}
}
