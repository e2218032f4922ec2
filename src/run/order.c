/* SPDX-License-Identifier: MIT */
#include "run/order.h"

#include "base/list.h"
#include "base/pseudo.h"
#include "base/str.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { WORDS_SHOWN = 12 };

int order_count(const char *const *words)
{
	int count = 0;
	while (words && words[count])
		count++;
	return count;
}

void order_unknown(const char *what, const char *word, const char *const *words)
{
	const char *nearest = str_nearest(word, words);
	fprintf(stderr, "clusterpress: there is no %s \"%s\"", what, word);
	if (nearest) {
		fprintf(stderr, "; did you mean \"%s\"?\n", nearest);
		return;
	}
	fputs("; there are: ", stderr);
	for (int i = 0; words[i] && i < WORDS_SHOWN; i++)
		fprintf(stderr, "%s%s", i ? ", " : "", words[i]);
	fputs(order_count(words) > WORDS_SHOWN ? " …\n" : "\n", stderr);
}

/* The words that are wanted, or all there are; NULL when one is not among them. Each once. */
static const char *const *words_choose(Arena *a, const char *what, const char *const *wanted,
				       const char *const *all)
{
	if (order_count(wanted) == 0)
		return all;
	bool known = true;
	List chosen = list_new(a, sizeof(char *));
	for (; *wanted; wanted++) {
		bool found = false, twice = false;
		for (const char *const *word = all; *word && !found; word++)
			found = str_equal(*word, *wanted);
		for (int i = 0; i < chosen.count && !twice; i++)
			twice = str_equal(*(const char **)list_at(&chosen, i), *wanted);
		if (!found)
			order_unknown(what, *wanted, all);
		if (!twice)
			*(const char **)list_add(&chosen) = *wanted;
		known = known && found;
	}
	list_add(&chosen);
	return known ? chosen.items : NULL;
}

/* Those that nobody speaks may be asked for of any edition. */
static const char *const *languages_choose(Arena *a, const char *const *wanted,
					   const char *const *edition)
{
	List all = list_new(a, sizeof(const char *));
	if (order_count(wanted) == 0)
		return edition;
	for (const char *const *l = edition; *l; l++)
		*(const char **)list_add(&all) = *l;
	for (int i = 0; pseudo_languages[i]; i++)
		*(const char **)list_add(&all) = pseudo_languages[i];
	list_add(&all);
	return words_choose(a, "language", wanted, all.items);
}

const char *const *order_words(Arena *a, const char *text)
{
	List words = list_new(a, sizeof(char *));
	while (*text) {
		size_t length = strcspn(text, ",");
		if (length > 0)
			*(const char **)list_add(&words) = str_copy_n(a, text, length);
		text += length + (text[length] == ',');
	}
	list_add(&words);
	return words.items;
}

ShelfFiles order_files(const Order *order)
{
	return (ShelfFiles){order->edition, order->layout, order->fonts, order->root,
			    order->languages};
}

/* Pages in another layout stand beside the edition's own, never in their place. */
static const char *folder_of(Arena *a, const Edition *edition, const char *layout)
{
	if (!layout)
		return str_format(a, "build/%s", edition->id);
	const char *slash = strrchr(layout, '/');
	const char *stem = slash ? slash + 1 : layout;
	return str_format(a, "build/%s-%.*s", edition->id, (int)strcspn(stem, "."), stem);
}

/* Every so many-th record, so that parts take about as long as each other; which, depends on the records named alone. */
static const char *const *shard_of(Arena *a, const Order *order, const char *const *ids)
{
	if (ids == NULL || order->shards == 0)
		return ids;
	List mine = list_new(a, sizeof(char *));
	for (int i = 0; ids[i]; i++)
		if (i % order->shards == order->shard - 1)
			*(const char **)list_add(&mine) = ids[i];
	list_add(&mine);
	return mine.items;
}

static int processors(void)
{
	long online = sysconf(_SC_NPROCESSORS_ONLN);
	return online < 1 ? 1 : online > JOBS_MOST ? JOBS_MOST : (int)online;
}

const Order *order_resolve(Arena *a, const Order *order, const Edition *edition)
{
	const char **ids = ARENA_ARRAY(a, edition->record_count + 1, const char *);
	for (int i = 0; i < edition->record_count; i++)
		ids[i] = edition->records[i].id;
	Order *resolved = ARENA_NEW(a, Order);
	*resolved = *order;
	resolved->records = shard_of(a, order, words_choose(a, "record", order->records, ids));
	resolved->languages = languages_choose(a, order->languages, edition->languages);
	if (!resolved->out)
		resolved->out = folder_of(a, edition, order->layout);
	if (resolved->jobs == 0)
		resolved->jobs = processors();
	if (!resolved->moment && edition->date)
		resolved->moment = str_format(a, "%.4s%.2s%.2s000000", edition->date,
					      edition->date + 5, edition->date + 8);
	return resolved->records && resolved->languages ? resolved : NULL;
}
