/* SPDX-License-Identifier: MIT */
#include "fill/fill_rest.h"

#include "base/str.h"
#include "fill/alt.h"

static int lesser(int a, int b)
{
	return a < b ? a : b;
}

int rest_shown(const RestSpec *spec, const FoundList *rows)
{
	return spec->limit > 0 ? lesser(spec->limit, rows->count) : rows->count;
}

static const Node *rest_node(Arena *a, const Element *element, int shown, int all)
{
	Node *node = alt_node(a, "more", element->place);
	alt_attr(a, node, "more", str_format(a, "%d", all - shown));
	alt_attr(a, node, "shown", str_format(a, "%d", shown));
	alt_attr(a, node, "all", str_format(a, "%d", all));
	return node;
}

/* The rows that are hidden, those that are shown, or all of them: whichever a number counts. */
static const Basis *rows_counted(Arena *a, const FoundList *rows, int shown, const char *path)
{
	int from = str_equal(path, "@more") ? shown : 0;
	int to = str_equal(path, "@shown") ? shown : rows->count;
	return basis_found(a, rows->items + from, to - from, MADE_COUNT);
}

/* "and 3 more": its datum is the first row that it stands for. */
static Words more_words(Speaker *speaker, const Element *element, const RestSpec *spec,
			const FoundList *rows, int shown)
{
	Arena *a = speaker->arena;
	if (shown >= rows->count)
		return (Words){.text = "", .style = spec->style};
	const Node *node = rest_node(a, element, shown, rows->count);
	Words words = spec->more ? alt_say(speaker, spec->more, spec->style, node)
				 : alt_common(speaker, element, "more", spec->style, node);
	Origin *origins = ARENA_ARRAY(a, words.origin_count, Origin);
	for (int i = 0; i < words.origin_count; i++) {
		origins[i] = words.origins[i];
		if (!origins[i].path)
			continue;
		if (!origins[i].basis)
			origins[i].basis = rows_counted(a, rows, shown, origins[i].path);
		origins[i].path = speaker_path(speaker, &rows->items[shown]);
		origins[i].data = found_place(&rows->items[shown]);
	}
	words.origins = origins;
	return words;
}

Rest fill_rest(Speaker *speaker, const Element *element, const RestSpec *spec,
	       const FoundList *rows)
{
	int most = rest_shown(spec, rows);
	int least = layout_rows_least(speaker->saying->layout, element->id);
	Rest rest = {.least = least > 0 ? lesser(least, most) : most};
	int count = most - rest.least + 1;
	Words *more = ARENA_ARRAY(speaker->arena, count, Words);
	for (int i = 0; i < count; i++)
		more[i] = more_words(speaker, element, spec, rows, rest.least + i);
	rest.more = more;
	for (int i = most; i < rows->count; i++)
		seen_whole(rows->items[i].seen, rows->items[i].node);
	return rest;
}
