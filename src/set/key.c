/* SPDX-License-Identifier: MIT */
#include "set/key.h"

#include "set/label.h"

/* The swatch; between it, the figure and the label; between columns, and between rows. */
enum {
	SWATCH = LEN_PT(8),
	NUMBER_GAP = 1800,
	WORD_GAP = LEN_PT(4),
	COLUMN_GAP = LEN_PT(12),
	ROW_GAP = LEN_PT(3)
};

typedef struct Entry {
	int item;
	Len x, y, height; /* from the key's corner */
	SizedText label, figure, number;
	bool numbered;
} Entry;

struct SizedKey {
	const Entry *entries;
	int count;
	Len swatch; /* how wide */
	Len entry_width, figure_width, label_width;
	Len height;
	bool overfull;
};

static Len widest(const Measure *m, const ChartBox *box, const Entry *entries, int count,
		  bool figures)
{
	Len width = 0;
	for (int i = 0; i < count; i++) {
		const ChartItem *item = &box->items[entries[i].item];
		width =
		    len_max(width, size_words_natural(m, figures ? &item->figure : &item->label));
	}
	return width;
}

/* All swatches are as wide as the widest number asks for. */
static Len widest_swatch(const Measure *m, const ChartBox *box, const KeyItem *asked, int count)
{
	Len width = SWATCH;
	for (int i = 0; i < count; i++)
		if (asked[i].numbered)
			width = len_max(width,
					size_words_natural(m, &box->items[asked[i].item].number) +
					    2 * NUMBER_GAP);
	return width;
}

/* As many columns as there is room for, each as wide as the widest entry; one at least. */
static int key_columns(const SizedKey *key, Len natural, Len width)
{
	int columns = 1;
	while (columns < key->count && len_add(len_scale(natural, columns + 1, 1),
					       len_scale(COLUMN_GAP, columns, 1)) <= width)
		columns++;
	return columns;
}

/* What the figures take before the labels. */
static Len figure_room(const SizedKey *key)
{
	return key->figure_width > 0 ? len_add(key->figure_width, WORD_GAP) : 0;
}

/* Wrapped, and condensed before a word is wider than its room; one that still is is told. */
static SizedText size_label(const Measure *m, const Words *words, Len width)
{
	Label label = label_fit(m, words, width, LEN_MAX);
	return label.way == LABEL_MOVED ? size_text(m, words, width) : label.text;
}

static void size_entry(const Measure *m, const ChartBox *box, SizedKey *key, Entry *entry)
{
	const ChartItem *item = &box->items[entry->item];
	entry->label = size_label(m, &item->label, key->label_width);
	entry->figure = size_text(m, &item->figure, key->figure_width);
	if (entry->numbered)
		entry->number = size_text(m, &item->number, len_add(key->swatch, -2 * NUMBER_GAP));
	entry->label.apart = entry->figure.apart = entry->number.apart = true;
	entry->height =
	    len_max(len_max(entry->label.lines.height, entry->figure.lines.height), SWATCH);
	key->overfull |= entry->label.overfull;
}

static void place_entries(SizedKey *key, Entry *entries, int columns)
{
	Len y = 0;
	for (int i = 0; i < key->count;) {
		Len height = 0;
		for (int c = 0; c < columns && i < key->count; c++, i++) {
			entries[i].x = len_scale(key->entry_width + COLUMN_GAP, c, 1);
			entries[i].y = y;
			height = len_max(height, entries[i].height);
		}
		key->height = len_add(y, height);
		y = len_add(key->height, ROW_GAP);
	}
}

const SizedKey *size_key(const Measure *m, const ChartBox *box, const KeyItem *asked, int count,
			 Len width)
{
	Entry *entries = ARENA_ARRAY(m->arena, count, Entry);
	for (int i = 0; i < count; i++)
		entries[i] = (Entry){.item = asked[i].item, .numbered = asked[i].numbered};
	if (count == 0)
		return NULL;
	SizedKey *key = ARENA_NEW(m->arena, SizedKey);
	*key = (SizedKey){.entries = entries, .count = count};
	key->swatch = widest_swatch(m, box, asked, count);
	key->figure_width = widest(m, box, entries, count, true);
	Len label = widest(m, box, entries, count, false);
	Len around = key->swatch + WORD_GAP + figure_room(key);
	int columns = key_columns(key, len_add(label, around), width);
	/* Columns of equal width line up with those of other keys beside and below. */
	key->entry_width = len_add(width, -len_scale(COLUMN_GAP, columns - 1, 1)) / columns;
	key->label_width = len_min(label, len_max(len_add(key->entry_width, -around), 0));
	for (int i = 0; i < count; i++)
		size_entry(m, box, key, &entries[i]);
	place_entries(key, entries, columns);
	return key;
}

Len key_height(const SizedKey *key)
{
	return key ? key->height : 0;
}

bool key_is_overfull(const SizedKey *key)
{
	return key && key->overfull;
}

/* A number is legible on plain ink, where its part's pattern would not show anyway. */
static void paint_swatch(Painter *p, const ChartBox *box, const SizedKey *key, const Entry *entry,
			 Len x, Len y)
{
	const ChartSpec *spec = box->spec;
	Hatch hatch = entry->numbered ? HATCH_SOLID : part_hatch(spec, entry->item);
	TagMark mark = tag_leave(p);
	int swatch = p->draws.count;
	hatch_rect(p, x, y - SWATCH / 2, key->swatch, SWATCH, hatch, part_ink(spec, entry->item),
		   part_paper(spec), NULL);
	paint_basis(p, swatch, box->items[entry->item].origin.basis);
	tag_close(p, mark);
	if (!entry->numbered)
		return;
	p->lettering = part_lettering(spec, entry->item);
	paint_text(p, &entry->number, x, label_top(&entry->number, y), key->swatch, ALIGN_CENTER);
	p->lettering = NULL;
}

static void paint_entry(Painter *p, const ChartBox *box, const SizedKey *key, const Entry *entry,
			Len x, Len y)
{
	Len left = len_add(x, len_add(entry->x, key->swatch + WORD_GAP));
	Len top = len_add(y, entry->y), baseline = entry->label.lines.baseline;
	paint_swatch(p, box, key, entry, x + entry->x,
		     top + baseline - size_cap_height(&entry->label) / 2);
	paint_text(p, &entry->figure, left, top + baseline - entry->figure.lines.baseline,
		   key->figure_width, ALIGN_END);
	paint_text(p, &entry->label, left + figure_room(key), top, key->label_width, ALIGN_START);
}

void paint_key(Painter *p, const ChartBox *box, const SizedKey *key, Len x, Len y)
{
	for (int i = 0; key && i < key->count; i++)
		paint_entry(p, box, key, &key->entries[i], x, y);
}
