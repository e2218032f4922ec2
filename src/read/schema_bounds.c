/* SPDX-License-Identifier: MIT */
#include "read/schema_bounds.h"

#include "base/list.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

enum { PATTERNS_MOST = 500, DEPTH_MOST = 100 };

typedef struct Define {
	const char *name;
	const Node *node;
	int size; /* how many patterns it stands for; 0: not counted yet */
} Define;

typedef struct Bounds {
	List defines; /* in order of name */
	Diags *diags;
	bool hold;
} Bounds;

static int by_name(const void *left, const void *right)
{
	return strcmp(((const Define *)left)->name, ((const Define *)right)->name);
}

static void defines_gather(Bounds *b, const Node *node)
{
	for (const Node *child = node->first; child; child = child->next) {
		if (child->kind != NODE_ELEMENT)
			continue;
		const char *name = node_value(child, "name");
		if (strcmp(child->name, "define") == 0 && name)
			*(Define *)list_add(&b->defines) = (Define){name, child, 0};
		defines_gather(b, child);
	}
}

/* The first of that name, or NULL. */
static Define *define_first(const Bounds *b, const char *name)
{
	Define *all = b->defines.items;
	int low = 0, high = b->defines.count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (strcmp(all[middle].name, name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < b->defines.count && strcmp(all[low].name, name) == 0 ? &all[low] : NULL;
}

static int content_size(Bounds *b, const Node *node, int depth);

/* All that stand under one name are put together. One that is being counted leads in a circle: that is
 * for libxml2 to tell. */
static int ref_size(Bounds *b, const Node *ref, int depth)
{
	const char *name = node_value(ref, "name");
	Define *define = name ? define_first(b, name) : NULL;
	const Define *end = (Define *)b->defines.items + b->defines.count;
	int size = 1;
	for (; define && define < end && strcmp(define->name, name) == 0; define++) {
		if (define->size == 0) {
			define->size = 1;
			define->size = content_size(b, define->node, depth + 1);
		}
		size += define->size;
	}
	return size;
}

/* How many patterns a node holds, up to where other elements begin. */
static int content_size(Bounds *b, const Node *node, int depth)
{
	int size = 1;
	if (depth > DEPTH_MOST)
		return PATTERNS_MOST + 1;
	for (const Node *child = node->first; child && size <= PATTERNS_MOST; child = child->next) {
		if (child->kind != NODE_ELEMENT)
			continue;
		if (strcmp(child->name, "ref") == 0)
			size += ref_size(b, child, depth);
		else if (strcmp(child->name, "element") == 0)
			size++;
		else if (strcmp(child->name, "attribute") != 0)
			size += content_size(b, child, depth + 1);
	}
	return size > PATTERNS_MOST ? PATTERNS_MOST + 1 : size;
}

static void elements_count(Bounds *b, const Node *node)
{
	for (const Node *child = node->first; child && b->hold; child = child->next) {
		if (child->kind != NODE_ELEMENT)
			continue;
		if (strcmp(child->name, "element") == 0 &&
		    content_size(b, child, 0) > PATTERNS_MOST) {
			diag_error(b->diags, child->place, DIAG_FORM,
				   "with all its references this element has more than %d patterns",
				   PATTERNS_MOST);
			diag_hint(b->diags,
				  "say it in a simpler way: nothing should be repeated by "
				  "references to references");
			b->hold = false;
		}
		elements_count(b, child);
	}
}

bool bounds_hold(const Node *schema, Diags *diags)
{
	Arena *scratch = arena_new();
	Bounds b = {list_new(scratch, sizeof(Define)), diags, true};
	defines_gather(&b, schema);
	if (b.defines.count > 1)
		qsort(b.defines.items, (size_t)b.defines.count, sizeof(Define), by_name);
	elements_count(&b, schema);
	arena_free(scratch);
	return b.hold;
}
