/* SPDX-License-Identifier: MIT */
#include "base/str.h"
#include "read/rules_parts.h"

#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

/*
 * XSLT 1.0, section 12.2. Rules that compare records with each other would take
 * the square of their number without it: an index is made once, sorted, and asked
 * from then on.
 */

/* A node under one of the strings that it is found by. */
typedef struct Entry {
	const char *value;
	xmlNodePtr node;
	int order;
} Entry;

static int by_value(const void *a, const void *b)
{
	const Entry *x = a, *y = b;
	int order = strcmp(x->value, y->value);
	return order ? order : x->order - y->order;
}

static void entry_add(Trial *t, List *index, const xmlChar *value, xmlNodePtr node)
{
	const char *kept = str_copy(t->a, value ? (const char *)value : "");
	*(Entry *)list_add(index) = (Entry){kept, node, index->count};
}

/* What `use` says of a node: each node of a set says its own string. */
static void node_add(Trial *t, const Key *key, List *index, xmlNodePtr node)
{
	t->standpoint.current = node;
	xmlXPathObjectPtr found = trial_evaluate(t, &key->use, node);
	int count =
	    found && found->type == XPATH_NODESET ? xmlXPathNodeSetGetLength(found->nodesetval) : 0;
	for (int i = 0; i < count; i++) {
		xmlChar *value = xmlXPathCastNodeToString(found->nodesetval->nodeTab[i]);
		entry_add(t, index, value, node);
		xmlFree(value);
	}
	if (found && found->type != XPATH_NODESET) {
		xmlChar *value = xmlXPathCastToString(found);
		entry_add(t, index, value, node);
		xmlFree(value);
	}
	xmlXPathFreeObject(found);
}

static void branch_add(Trial *t, const Key *key, List *index, const XPath *branch)
{
	xmlXPathObjectPtr found = trial_find(t, branch, (xmlNodePtr)t->context->doc);
	int count = found ? xmlXPathNodeSetGetLength(found->nodesetval) : 0;
	for (int i = 0; i < count && !t->over; i++)
		if (found->nodesetval->nodeTab[i]->type != XML_NAMESPACE_DECL)
			node_add(t, key, index, found->nodesetval->nodeTab[i]);
	xmlXPathFreeObject(found);
}

/* In the midst of an expression: what is being worked out must find its context as it was, and is
 * not charged for the index. */
static void index_make(Trial *t, const Key *key, List *index)
{
	xmlXPathContextPtr c = t->context;
	xmlNodePtr node = c->node, current = t->standpoint.current;
	int size = c->contextSize, position = c->proximityPosition;
	unsigned long taken = c->opCount, limit = c->opLimit;
	Place at = t->at;
	*index = list_new(t->a, sizeof(Entry));
	for (int i = 0; i < key->match.count; i++)
		branch_add(t, key, index, list_at(&key->match, i));
	if (index->count > 1)
		qsort(index->items, (size_t)index->count, sizeof(Entry), by_value);
	if (!t->over)
		c->opCount = taken;
	c->opLimit = limit;
	c->node = node;
	c->contextSize = size;
	c->proximityPosition = position;
	t->standpoint.current = current;
	t->at = at;
}

static const List *index_of(Trial *t, const char *name)
{
	for (int i = 0; i < t->rules->key_count; i++) {
		const Key *key = &t->rules->keys[i];
		if (strcmp(key->name, name) != 0)
			continue;
		if (t->indexes[i].arena == NULL)
			index_make(t, key, &t->indexes[i]);
		return &t->indexes[i];
	}
	return NULL;
}

/* Where the entries of a value begin, or would. */
static int entry_first(const List *index, const char *value)
{
	const Entry *entries = index->items;
	int low = 0, high = index->count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (strcmp(entries[middle].value, value) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* What the index has under one value; `apart` from what is there already. */
static void nodes_add(xmlNodeSetPtr nodes, const List *index, const char *value, bool apart)
{
	const Entry *entries = index->items;
	for (int i = entry_first(index, value);
	     i < index->count && strcmp(entries[i].value, value) == 0; i++) {
		bool twice = nodes->nodeNr && nodes->nodeTab[nodes->nodeNr - 1] == entries[i].node;
		if (apart)
			xmlXPathNodeSetAdd(nodes, entries[i].node);
		else if (!twice)
			xmlXPathNodeSetAddUnique(nodes, entries[i].node);
	}
}

xmlXPathObjectPtr key_find(Standpoint *trial, const char *name, xmlXPathObjectPtr sought)
{
	Trial *t = (Trial *)(void *)trial; /* it begins with its standpoint */
	xmlXPathObjectPtr found = xml_have(xmlXPathNewNodeSet(NULL));
	const List *index = index_of(t, name);
	bool set = sought->type == XPATH_NODESET;
	int count = set ? xmlXPathNodeSetGetLength(sought->nodesetval) : 1;
	for (int i = 0; index && i < count; i++) {
		xmlChar *value = set ? xmlXPathCastNodeToString(sought->nodesetval->nodeTab[i])
				     : xmlXPathCastToString(sought);
		nodes_add(xml_have(found->nodesetval), index, value ? (const char *)value : "",
			  count > 1);
		xmlFree(value);
	}
	return found;
}
