/* SPDX-License-Identifier: MIT */
#include "model/names.h"

#include "base/lang.h"
#include "base/likeness.h"
#include "base/list.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

static int entry_order(const NameEntry *entry, const char *kind, const char *key)
{
	int order = strcmp(entry->kind, kind);
	return order ? order : strcmp(entry->key, key);
}

/* The first entry that does not stand before `kind` and `key`, or one behind the last. */
static const NameEntry *entry_from(const Names *names, const char *kind, const char *key)
{
	int low = 0, high = names->count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (entry_order(&names->entries[middle], kind, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return names->entries + low;
}

const NameEntry *names_find(const Names *names, const char *kind, const char *key)
{
	const NameEntry *entry = entry_from(names, kind, key);
	bool found = entry < names->entries + names->count && entry_order(entry, kind, key) == 0;
	return found ? entry : NULL;
}

/* The child `form` with that language, or, for NULL, the one without any. */
static const Node *form_in(const Node *entry, const char *form, const char *language)
{
	const Node *node = node_child(entry, form);
	while (node && !str_equal(node_value(node, "xml:lang"), language))
		node = node_next(node, form);
	return node;
}

NameEntry names_entry(Arena *a, const Node *node, const char *key, bool coded)
{
	const Node *name = form_in(node, "name", NULL);
	const char *word = name ? str_fold(a, node_text(a, name)) : NULL;
	return (NameEntry){node->name, key,  coded,
			   node,       word, word ? likeness_fold(a, word) : NULL};
}

/* Names are found in the order of their entries, so the first of several alike is the one. */
static int word_order(const void *left, const void *right)
{
	const NameWord *a = left, *b = right;
	int order = strcmp(a->word, b->word);
	return order ? order : (a->entry > b->entry) - (a->entry < b->entry);
}

static void word_add(List *words, const char *word, const NameEntry *entry)
{
	if (word && *word)
		*(NameWord *)list_add(words) = (NameWord){word, entry};
}

static NameWords words_sort(const List *words)
{
	if (words->count > 1)
		qsort(words->items, (size_t)words->count, words->size, word_order);
	return (NameWords){words->items, words->count};
}

Names names_index(Arena *a, const NameEntry *entries, int count)
{
	List words = list_new(a, sizeof(NameWord)), folded = list_new(a, sizeof(NameWord));
	for (int i = 0; i < count; i++) {
		word_add(&words, entries[i].key, &entries[i]);
		word_add(&words, entries[i].word, &entries[i]);
		word_add(&folded, entries[i].folded, &entries[i]);
	}
	return (Names){.entries = entries,
		       .count = count,
		       .words = words_sort(&words),
		       .folded = words_sort(&folded)};
}

static const NameEntry *find_among(const NameWords *words, const char *word)
{
	int low = 0, high = words->count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (strcmp(words->items[middle].word, word) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	bool found = low < words->count && strcmp(words->items[low].word, word) == 0;
	return found ? words->items[low].entry : NULL;
}

const NameEntry *names_find_word(const Names *names, const char *word)
{
	return find_among(&names->words, word);
}

const NameEntry *names_find_alike(Arena *scratch, const Names *names, const char *word)
{
	return find_among(&names->folded, likeness_fold(scratch, word));
}

bool names_coded(const Names *names, const char *kind)
{
	const NameEntry *entry = entry_from(names, kind, "");
	return entry < names->entries + names->count && strcmp(entry->kind, kind) == 0 &&
	       entry->coded;
}

/* The child whose xml:lang is just the main part of `language`. */
static const Node *form_in_main(const NameEntry *entry, const char *form, const char *language)
{
	for (const Node *node = node_child(entry->node, form); node; node = node_next(node, form)) {
		const char *own = node_value(node, "xml:lang");
		if (own && lang_covers(own, language))
			return node;
	}
	return NULL;
}

const Node *names_form(const NameEntry *entry, const char *form, const char *language,
		       const char *own)
{
	const Node *node = form_in(entry->node, form, language);
	if (!node)
		node = form_in_main(entry, form, language);
	bool is_own = own && lang_alike(own, language);
	return node || !is_own ? node : form_in(entry->node, form, NULL);
}

const NamesTongue *names_tongue(const Names *names, const char *language)
{
	const NamesTongue *found = NULL;
	for (int i = 0; i < names->tongue_count; i++) {
		const NamesTongue *tongue = &names->tongues[i];
		if (str_equal(tongue->language, language))
			return tongue;
		if (lang_covers(tongue->language, language))
			found = tongue;
	}
	return found;
}
