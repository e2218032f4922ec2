/* SPDX-License-Identifier: MIT */
#include "fill/order.h"

#include "fill/locale_order.h"
#include "fill/naming.h"

#include <stdlib.h>
#include <string.h>

/* A node with what it is ordered by. */
typedef struct Keyed {
	Found found;
	bool there;       /* it has a value */
	Datum datum;      /* of it */
	Decimal number;   /* as a number */
	const char *text; /* as the bytes of its place among words */
	int index;        /* in the data */
	bool descending;
} Keyed;

static int by_value(const Keyed *x, const Keyed *y)
{
	if (x->text && y->text)
		return strcmp(x->text, y->text);
	return (x->number > y->number) - (x->number < y->number);
}

static int by_key(const void *a, const void *b)
{
	const Keyed *x = a, *y = b;
	int order = 0;
	if (x->there && y->there)
		order = x->descending ? by_value(y, x) : by_value(x, y);
	else
		order = y->there - x->there;
	return order ? order : x->index - y->index;
}

static Keyed key_find(Speaker *speaker, const OrderSpec *order, const Found *found,
		      const Standing *at)
{
	Keyed keyed = {.found = *found, .index = found->position, .descending = order->descending};
	Standing here = standing_on(at, found);
	bool counts = order->sort->kind != EXPR_PATH;
	if (counts || path_select(speaker->arena, order->sort, &here).count > 0)
		keyed.there = datum_find(speaker, order->sort, &here, &keyed.datum);
	return keyed;
}

static bool all_numbers(const Keyed *keys, int count)
{
	Decimal ignored;
	for (int i = 0; i < count; i++)
		if (keys[i].there && !decimal_read(keys[i].datum.text, &ignored))
			return false;
	return true;
}

static void keys_value(Speaker *speaker, SortAs as, Keyed *keys, int count)
{
	bool numbers = as == SORT_NUMBER || (as == SORT_EITHER && all_numbers(keys, count));
	for (int i = 0; i < count; i++) {
		Keyed *key = &keys[i];
		if (!key->there)
			continue;
		if (numbers) {
			key->there = datum_number(speaker, &key->datum, &key->number);
			continue;
		}
		const char *word = key->datum.text;
		if (as == SORT_NAMES)
			word = naming_word(speaker, &key->datum, "name");
		key->there = word != NULL;
		key->text =
		    word ? locale_order_key(speaker->arena, speaker->saying->locale, word) : NULL;
	}
}

FoundList order_found(Speaker *speaker, const OrderSpec *order, FoundList found, const Standing *at)
{
	if (!order->sort || found.count == 0)
		return found;
	Keyed *keys = ARENA_ARRAY(speaker->arena, found.count, Keyed);
	Found *sorted = ARENA_ARRAY(speaker->arena, found.count, Found);
	for (int i = 0; i < found.count; i++)
		keys[i] = key_find(speaker, order, &found.items[i], at);
	keys_value(speaker, order->as, keys, found.count);
	qsort(keys, (size_t)found.count, sizeof *keys, by_key);
	for (int i = 0; i < found.count; i++) {
		sorted[i] = keys[i].found;
		sorted[i].position = i + 1;
	}
	return (FoundList){sorted, found.count};
}
