/* SPDX-License-Identifier: MIT */
#include "base/likeness.h"
#include "base/str.h"
#include "read/rules_parts.h"

#include <stdlib.h>
#include <string.h>

/* Beyond so many unknown words nobody reads the hints, and each takes a look at all that is known. */
enum { HINTS_MOST = 100 };

/* A word of the document, and the first node that says it. */
typedef struct Said {
	const char *words;
	xmlNodePtr node;
	int order;
} Said;

static void said_add(Trial *t, const XPath *branch, List *said)
{
	xmlXPathObjectPtr found = trial_find(t, branch, (xmlNodePtr)t->context->doc);
	int count = found ? xmlXPathNodeSetGetLength(found->nodesetval) : 0;
	for (int i = 0; i < count; i++) {
		xmlNodePtr node = found->nodesetval->nodeTab[i];
		if (node->type != XML_NAMESPACE_DECL)
			*(Said *)list_add(said) = (Said){trial_words(t, node), node, said->count};
	}
	xmlXPathFreeObject(found);
}

static int by_words(const void *a, const void *b)
{
	const Said *x = a, *y = b;
	int order = strcmp(x->words, y->words);
	return order ? order : x->order - y->order;
}

static int by_order(const void *a, const void *b)
{
	const Said *x = a, *y = b;
	return x->order - y->order;
}

static void said_sort(List *said, int (*order)(const void *, const void *))
{
	if (said->count > 1)
		qsort(said->items, (size_t)said->count, sizeof(Said), order);
}

/* What the branches find, each word once, in the order of the document. */
static List said_find(Trial *t, const List *branches)
{
	List said = list_new(t->a, sizeof(Said));
	for (int i = 0; i < branches->count; i++)
		said_add(t, list_at(branches, i), &said);
	said_sort(&said, by_words);
	Said *items = said.items;
	int kept = 0;
	for (int i = 0; i < said.count; i++)
		if (kept == 0 || strcmp(items[kept - 1].words, items[i].words) != 0)
			items[kept++] = items[i];
	said.count = kept;
	said_sort(&said, by_order);
	return said;
}

static const char *const *words_of(Trial *t, const List *said)
{
	const char **words = ARENA_ARRAY(t->a, said->count + 1, const char *);
	for (int i = 0; i < said->count; i++)
		words[i] = ((Said *)list_at(said, i))->words;
	return words;
}

static void alike_try(Trial *t, const Likeness *likeness)
{
	List said = said_find(t, &likeness->context);
	List pairs = likeness_pairs(t->a, words_of(t, &said), said.count);
	for (int i = 0; i < pairs.count; i++) {
		const Alike *pair = list_at(&pairs, i);
		const Said *one = list_at(&said, pair->one), *other = list_at(&said, pair->other);
		Place place = trial_place(t, one->node);
		trial_finding(t, likeness->level, trial_place(t, other->node),
			      str_format(t->a,
					 "\"%.120s\" looks like another spelling of \"%.120s\", "
					 "which stands at %s:%d",
					 other->words, one->words, place.file, place.line),
			      "if they are the same, write them the same way");
	}
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The words as they are compared, sorted. */
static const char **folded(Trial *t, const char *const *words, int count)
{
	const char **texts = ARENA_ARRAY(t->a, count + 1, const char *);
	for (int i = 0; i < count; i++)
		texts[i] = likeness_fold(t->a, words[i]);
	if (count > 1)
		qsort(texts, (size_t)count, sizeof *texts, by_text);
	return texts;
}

static void unknown_tell(Trial *t, const Likeness *likeness, const Said *said,
			 const char *const *known, int told)
{
	const char *nearest = told < HINTS_MOST ? str_nearest(said->words, known) : NULL;
	trial_finding(t, likeness->level, trial_place(t, said->node),
		      str_format(t->a, "\"%.120s\" %s", said->words, likeness->words),
		      nearest ? str_format(t->a, "did you mean \"%.120s\"?", nearest) : NULL);
}

static void known_try(Trial *t, const Likeness *likeness)
{
	List said = said_find(t, &likeness->context), among = said_find(t, &likeness->among);
	const char *const *known = words_of(t, &among);
	const char **texts = folded(t, known, among.count);
	int told = 0;
	for (int i = 0; i < said.count; i++) {
		const Said *one = list_at(&said, i);
		const char *text = likeness_fold(t->a, one->words);
		if (among.count == 0 ||
		    !bsearch(&text, texts, (size_t)among.count, sizeof text, by_text))
			unknown_tell(t, likeness, one, known, told++);
	}
}

void likeness_try(Trial *t, const Likeness *likeness)
{
	if (likeness->known)
		known_try(t, likeness);
	else
		alike_try(t, likeness);
}
