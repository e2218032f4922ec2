/* SPDX-License-Identifier: MIT */
#include "read/names.h"

#include "read/names_parts.h"
#include "read/xml.h"

#include <stdlib.h>
#include <string.h>

static int by_key(const void *a, const void *b)
{
	const NameEntry *x = a, *y = b;
	int order = strcmp(x->kind, y->kind);
	if (order == 0)
		order = strcmp(x->key, y->key);
	if (order == 0)
		order = (x->node->place.line > y->node->place.line) -
			(x->node->place.line < y->node->place.line);
	return order;
}

static void twins_check(const NamesReading *r, const List *entries)
{
	for (int i = 1; i < entries->count; i++) {
		const NameEntry *one = list_at(entries, i - 1), *two = list_at(entries, i);
		if (strcmp(one->kind, two->kind) != 0 || strcmp(one->key, two->key) != 0)
			continue;
		diag_error(r->diags, two->node->place, DIAG_DATA,
			   "there are two <%s> with the key \"%s\"; the first is at line %d",
			   two->kind, two->key, one->node->place.line);
	}
}

static const Node *root_read(const NamesReading *r, const Source *source)
{
	const Node *root = xml_read(r->a, source, NULL, r->diags);
	if (root == NULL ||
	    (strcmp(root->name, "names") == 0 && strcmp(root->space, NAMES_SPACE) == 0))
		return root;
	diag_error(r->diags, root->place, DIAG_FORM,
		   "this is not a file of names: its root is <%s>", root->name);
	diag_hint(r->diags, "write <names xmlns=\"%s\">", NAMES_SPACE);
	return NULL;
}

static void entries_read(const NamesReading *r, NamesFile *file)
{
	for (const Node *node = file->root->first; node; node = node->next)
		if (node->kind == NODE_TEXT)
			names_no_text(r, node);
		else if (strcmp(node->name, "translation") != 0)
			names_entry_read(r, node, &file->entries);
	if (file->entries.count > 1)
		qsort(file->entries.items, (size_t)file->entries.count, sizeof(NameEntry), by_key);
	twins_check(r, &file->entries);
}

NamesFile names_file_read(NamesReading *r, const Source *source)
{
	int before = diags_errors(r->diags);
	NamesFile file = {.entries = list_new(r->a, sizeof(NameEntry))};
	r->from = diags_count(r->diags);
	file.root = root_read(r, source);
	if (file.root == NULL)
		return file;
	if (r->schema)
		schema_check(r->schema, file.root, r->diags);
	r->to = diags_count(r->diags);
	entries_read(r, &file);
	file.whole = diags_errors(r->diags) == before;
	return file;
}

const Names *names_read(Arena *a, const Source *source, const Schema *schema,
			const char *const *languages, Diags *diags)
{
	NamesReading r = {.a = a, .schema = schema, .diags = diags};
	NamesFile file = names_file_read(&r, source);
	if (file.root == NULL)
		return NULL;
	Names words = {0}, *names = ARENA_NEW(a, Names);
	names_translate(&r, source, &file, languages, &words);
	*names = names_index(a, file.entries.items, file.entries.count);
	names->tongues = words.tongues;
	names->tongue_count = words.tongue_count;
	names->file = source->path;
	names->root = file.root;
	return file.whole ? names : NULL;
}
