/* SPDX-License-Identifier: MIT */
#include "fill/fill_rank.h"

#include "base/str.h"
#include "fill/alt.h"

#include <stdlib.h>

typedef struct Ranked {
	Decimal value;
	int item;
} Ranked;

static int by_size(const void *a, const void *b)
{
	const Ranked *one = a, *two = b;
	if (one->value != two->value)
		return one->value > two->value ? -1 : 1;
	return one->item - two->item;
}

/* A number that says which one an item is by size. */
static Words words_ranking(Arena *a, Words words, const ChartItem *item)
{
	Origin *origins = ARENA_ARRAY(a, words.origin_count, Origin);
	for (int i = 0; i < words.origin_count; i++) {
		origins[i] = words.origins[i];
		origins[i].basis = basis_made(a, item->origin.basis, MADE_RANK);
	}
	words.origins = origins;
	return words;
}

static Words rank_words(Speaker *speaker, const ChartSpec *spec, Place place, int rank)
{
	static const Step step = {STEP_ATTRIBUTE, "value", NULL, NULL};
	static const Expr path = {.kind = EXPR_PATH, .source = "@value", .steps = &step};
	Pattern number = {
	    .kind = PATTERN_VALUE, .place = place, .value = &path, .format = FORMAT_NUMBER};
	Node *node = alt_node(speaker->arena, "rank", place);
	alt_attr(speaker->arena, node, "value", str_format(speaker->arena, "%d", rank + 1));
	return alt_say_plain(speaker, &number, spec->label_style, node);
}

void fill_ranks(Speaker *speaker, const ChartSpec *spec, ChartItem *items, int count, Place place)
{
	Ranked *ranked = ARENA_ARRAY(speaker->arena, count, Ranked);
	for (int i = 0; i < count; i++)
		ranked[i] = (Ranked){items[i].value, i};
	qsort(ranked, (size_t)count, sizeof *ranked, by_size);
	for (int i = 0; i < count; i++) {
		ChartItem *item = &items[ranked[i].item];
		item->rank = i;
		item->number =
		    words_ranking(speaker->arena, rank_words(speaker, spec, place, i), item);
	}
}
