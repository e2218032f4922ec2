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

/* A key, what is said of it, and where it was said first. */
typedef struct Keyed {
	const char *key, *value;
	Place place;
	int order;
} Keyed;

static int by_key(const void *a, const void *b)
{
	const Keyed *x = a, *y = b;
	int order = strcmp(x->key, y->key);
	return order ? order : x->order - y->order;
}

static Place subject_of(Trial *t, const Likeness *likeness, xmlNodePtr node)
{
	xmlXPathObjectPtr found = trial_find(t, &likeness->subject, node);
	bool any = found && xmlXPathNodeSetGetLength(found->nodesetval) > 0;
	Place place = trial_place(t, any ? found->nodesetval->nodeTab[0] : node);
	xmlXPathFreeObject(found);
	return place;
}

/* All that have a key (and, where one is wanted, a value), those with one key side by side. */
static List keyed_find(Trial *t, const Likeness *likeness)
{
	List all = list_new(t->a, sizeof(Keyed));
	for (int b = 0; b < likeness->context.count; b++) {
		xmlXPathObjectPtr found =
		    trial_find(t, list_at(&likeness->context, b), (xmlNodePtr)t->context->doc);
		int count = found ? xmlXPathNodeSetGetLength(found->nodesetval) : 0;
		for (int i = 0; i < count; i++) {
			xmlNodePtr node = found->nodesetval->nodeTab[i];
			const char *key = trial_string(t, &likeness->key, node);
			const char *value = trial_string(t, &likeness->value, node);
			if (*key && (*value || likeness->kind == LIKENESS_ONCE))
				*(Keyed *)list_add(&all) =
				    (Keyed){key, value, subject_of(t, likeness, node), all.count};
		}
		xmlXPathFreeObject(found);
	}
	if (all.count > 1)
		qsort(all.items, (size_t)all.count, sizeof(Keyed), by_key);
	return all;
}

static void once_try(Trial *t, const Likeness *likeness, const Keyed *group, int count)
{
	for (int i = 1; i < count; i++)
		trial_finding(t, likeness->level, group[i].place,
			      str_format(t->a, "%s %.120s is taken: it stands at %s:%d",
					 likeness->words, group[i].key, group->place.file,
					 group->place.line),
			      "one of the two is wrong");
}

/* The first of those with the value that most of them have. */
static const Keyed *most_find(const Keyed *group, int count)
{
	int most = 0;
	const Keyed *found = group;
	for (int i = 0; i < count && most <= count / 2; i++) {
		int same = 0;
		for (int k = i; k < count; k++)
			same += strcmp(group[i].value, group[k].value) == 0;
		if (same > most) {
			most = same;
			found = &group[i];
		}
	}
	return found;
}

static void same_try(Trial *t, const Likeness *likeness, const Keyed *group, int count)
{
	const Keyed *most = most_find(group, count);
	for (int i = 0; i < count; i++)
		if (strcmp(group[i].value, most->value) != 0)
			trial_finding(t, likeness->level, group[i].place,
				      str_format(t->a, "%s is %.60s here, but %.60s at %s:%d",
						 likeness->words, group[i].value, most->value,
						 most->place.file, most->place.line),
				      "one of the two is wrong");
}

static void keyed_try(Trial *t, const Likeness *likeness)
{
	List all = keyed_find(t, likeness);
	const Keyed *items = all.items;
	for (int from = 0, end; from < all.count; from = end) {
		for (end = from + 1;
		     end < all.count && strcmp(items[end].key, items[from].key) == 0;)
			end++;
		if (likeness->kind == LIKENESS_ONCE)
			once_try(t, likeness, items + from, end - from);
		else
			same_try(t, likeness, items + from, end - from);
	}
}

void likeness_try(Trial *t, const Likeness *likeness)
{
	if (likeness->kind == LIKENESS_ONCE || likeness->kind == LIKENESS_SAME)
		keyed_try(t, likeness);
	else if (likeness->kind == LIKENESS_KNOWN)
		known_try(t, likeness);
	else
		alike_try(t, likeness);
}
