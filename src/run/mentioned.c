/* SPDX-License-Identifier: MIT */
#include "run/mentioned.h"

#include "base/lang.h"
#include "base/str.h"

typedef struct Mentioning {
	Arena *a;
	const Names *names;
	bool *found; /* one an entry */
} Mentioning;

static void entry_mark(const Mentioning *m, const NameEntry *entry)
{
	if (entry)
		m->found[entry - m->names->entries] = true;
}

/* By every way in which fill/naming.c finds an entry: what it takes is among them, whichever it is. */
static void value_mark(const Mentioning *m, const char *kind, const char *value)
{
	const char *word = str_fold(m->a, value);
	if (*word == '\0')
		return;
	entry_mark(m, names_find(m->names, kind, word));
	entry_mark(m, names_find_word(m->names, word));
	entry_mark(m, names_find_alike(m->a, m->names, word));
}

static void tree_mark(const Mentioning *m, const Node *node)
{
	const char *id = node_value(node, "id");
	value_mark(m, node->name, node_text(m->a, node));
	for (int i = 0; i < node->attr_count; i++)
		value_mark(m, node->attrs[i].name, node->attrs[i].value);
	if (id)
		entry_mark(m, names_find(m->names, node->name, id));
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT)
			tree_mark(m, child);
}

/* A word without a language is in that of the layout, which others fall back to. */
static bool word_serves(const Node *word, const char *language)
{
	const char *own = node_value(word, "xml:lang");
	return word->kind == NODE_ELEMENT &&
	       (!own || lang_alike(own, language) || lang_covers(own, language));
}

static Node *copy_below(Arena *a, Node *parent, Node *last, const Node *from)
{
	Node *copy = ARENA_NEW(a, Node);
	*copy = *from;
	copy->parent = parent;
	copy->next = NULL;
	if (last)
		last->next = copy;
	else
		parent->first = copy;
	return copy;
}

static Node *entry_copy(Arena *a, Node *root, Node *last, const Node *entry, const char *language)
{
	Node *copy = copy_below(a, root, last, entry), *word = NULL;
	copy->first = NULL;
	for (const Node *n = entry->first; n; n = n->next)
		if (word_serves(n, language))
			word = copy_below(a, copy, word, n);
	return copy;
}

void names_mark(Arena *scratch, const Names *names, const Node *tree, bool *found)
{
	Mentioning m = {scratch, names, found};
	tree_mark(&m, tree);
}

/* What only the words of another language have says nothing here, and is not there when nobody asks for that language. */
static bool entry_serves(const Names *names, const Node *entry, const char *language)
{
	if (str_equal(entry->place.file, names->file))
		return true;
	for (const Node *n = entry->first; n; n = n->next)
		if (word_serves(n, language))
			return true;
	return false;
}

const Node *names_mentioned(Arena *a, const Names *names, const bool *found, const char *language)
{
	Node *root = ARENA_NEW(a, Node), *last = NULL;
	*root = *names->root;
	root->parent = NULL;
	root->first = NULL;
	for (int i = 0; i < names->count; i++)
		if (found[i] && entry_serves(names, names->entries[i].node, language))
			last = entry_copy(a, root, last, names->entries[i].node, language);
	return root;
}
