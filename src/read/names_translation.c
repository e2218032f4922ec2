/* SPDX-License-Identifier: MIT */
/*
 * The words of other languages, each in a file that a translator makes.
 *
 * What comes of it is one tree, as if each word stood in the first file with its
 * language beside it: whoever looks words up, or scans them for their characters,
 * need not know that there were several files. Each word keeps its place.
 */
#include "read/names_parts.h"

#include "base/lang.h"
#include "base/str.h"
#include "read/tag.h"

#include <string.h>

typedef struct Translating {
	NamesReading *r;
	const Source *source;
	const NamesFile *main;
	List entries; /* of Entry: what is being put together */
	List tongues; /* of NamesTongue */
} Translating;

/* An entry of the tree to be: the node of the first file that has it, and all its words. */
typedef struct Entry {
	NameEntry entry;
	List words; /* of const Node *; where the language is another file's, copies that say so */
} Entry;

static int entry_compare(const NameEntry *one, const NameEntry *two)
{
	int order = strcmp(one->kind, two->kind);
	return order ? order : strcmp(one->key, two->key);
}

/* Where the entry stands, or would stand. */
static int entry_seek(const Translating *t, const NameEntry *wanted, bool *found)
{
	int low = 0, high = t->entries.count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		const Entry *entry = list_at(&t->entries, middle);
		if (entry_compare(&entry->entry, wanted) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	*found = low < t->entries.count &&
		 entry_compare(&((const Entry *)list_at(&t->entries, low))->entry, wanted) == 0;
	return low;
}

static Entry *entry_insert(Translating *t, int at, const NameEntry *from)
{
	list_add(&t->entries);
	Entry *entry = list_at(&t->entries, at);
	memmove(entry + 1, entry, (size_t)(t->entries.count - 1 - at) * sizeof *entry);
	*entry = (Entry){*from, list_new(t->r->a, sizeof(const Node *))};
	return entry;
}

static void words_add(Entry *entry, const Node *node)
{
	for (const Node *word = node->first; word; word = word->next)
		if (word->kind == NODE_ELEMENT)
			*(const Node **)list_add(&entry->words) = word;
}

/* A copy of a word that says which language it is in; one that says so already stays. */
static const Node *word_of_language(const Translating *t, const Node *word, const Attr *language)
{
	if (node_attr(word, "xml:lang"))
		return word;
	Node *copy = ARENA_NEW(t->r->a, Node);
	Attr *attrs = ARENA_ARRAY(t->r->a, word->attr_count + 1, Attr);
	*copy = *word;
	for (int i = 0; i < word->attr_count; i++)
		attrs[i] = word->attrs[i];
	attrs[word->attr_count] = *language;
	copy->attrs = attrs;
	copy->attr_count++;
	return copy;
}

static bool kind_is_known(const Translating *t, const char *kind)
{
	for (int i = 0; i < t->main->entries.count; i++)
		if (str_equal(((const NameEntry *)list_at(&t->main->entries, i))->kind, kind))
			return true;
	return false;
}

static const char *key_nearest(const Translating *t, const NameEntry *entry)
{
	const List *known = &t->main->entries;
	const char **keys = ARENA_ARRAY(t->r->a, known->count + 1, const char *);
	int count = 0;
	for (int i = 0; i < known->count; i++) {
		const NameEntry *one = list_at(known, i);
		if (str_equal(one->kind, entry->kind))
			keys[count++] = one->key;
	}
	return str_nearest(entry->key, keys);
}

/* A key that the first file lacks is a slip, unless it has none of that kind: such entries are only needed where
 * records speak another language, whose own words are their keys. */
static bool entry_is_known(const Translating *t, const NameEntry *entry)
{
	if (!kind_is_known(t, entry->kind))
		return true;
	const char *nearest = key_nearest(t, entry);
	diag_error(t->r->diags, entry->node->place, DIAG_DATA,
		   "there is no <%s> with the key \"%.60s\" in %s%s", entry->kind, entry->key,
		   t->source->path, str_guess(t->r->a, nearest));
	diag_hint(t->r->diags,
		  "its key stands there, with the name in the language of the records");
	return false;
}

static void entry_translate(Translating *t, const NameEntry *from, const Attr *language)
{
	bool found;
	int at = entry_seek(t, from, &found);
	if (!found && !entry_is_known(t, from))
		return;
	Entry *entry = found ? list_at(&t->entries, at) : entry_insert(t, at, from);
	for (const Node *word = from->node->first; word; word = word->next)
		if (word->kind == NODE_ELEMENT)
			*(const Node **)list_add(&entry->words) =
			    word_of_language(t, word, language);
}

/* The file says its language itself, so that it cannot be taken for another's. */
static const Attr *language_check(const Translating *t, const NamesFile *file, const Attr *wanted)
{
	const Attr *own = node_attr(file->root, "xml:lang");
	if (own && str_equal(own->value, wanted->value))
		return own;
	if (own)
		diag_error(t->r->diags, own->value_place, DIAG_FORM,
			   "the language of this file is \"%.60s\", but %s names it for \"%.60s\"",
			   own->value, t->source->path, wanted->value);
	else
		diag_error(t->r->diags, file->root->place, DIAG_FORM,
			   "this file does not say which language its words are in");
	diag_hint(t->r->diags, "write <names xmlns=\"%s\" xml:lang=\"%s\">", NAMES_SPACE,
		  wanted->value);
	return NULL;
}

static void file_translate(Translating *t, const Attr *href, const Attr *wanted)
{
	Source source = {file_beside(t->r->a, t->source->path, href->value), t->source->root,
			 href->value_place};
	int before = diags_errors(t->r->diags);
	NamesFile file = names_file_read(t->r, &source);
	const Attr *language = file.root ? language_check(t, &file, wanted) : NULL;
	for (int i = 0; language && i < file.entries.count; i++)
		entry_translate(t, list_at(&file.entries, i), language);
	*(NamesTongue *)list_add(&t->tongues) = (NamesTongue){
	    wanted->value, source.path, file.root && diags_errors(t->r->diags) == before};
}

static bool is_wanted(const char *language, const char *const *languages)
{
	if (languages == NULL)
		return true;
	for (; *languages; languages++)
		if (lang_covers(language, *languages))
			return true;
	return false;
}

/* Whether <translation> says what it should: told at its place. */
static bool translation_check(const Translating *t, const Node *node)
{
	const Attr *language = node_attr(node, "lang"), *href = node_attr(node, "href");
	if (!language || !href) {
		diag_error(t->r->diags, node->place, DIAG_FORM,
			   "<translation> lacks its attribute \"%s\"", language ? "href" : "lang");
		diag_hint(t->r->diags, "write <translation lang=\"fr\" href=\"names/fr.xml\"/>");
		return false;
	}
	if (!tag_is_language(language->value)) {
		diag_error(t->r->diags, language->value_place, DIAG_FORM,
			   "\"%.60s\" is no language", language->value);
		return false;
	}
	for (const Node *twin = node_next(node, "translation"); twin;
	     twin = node_next(twin, "translation"))
		if (str_equal(node_value(twin, "lang"), language->value))
			diag_error(t->r->diags, twin->place, DIAG_FORM,
				   "the words in \"%s\" have their file already, at line %d",
				   language->value, node->place.line);
	return true;
}

static void entries_begin(Translating *t)
{
	for (int i = 0; i < t->main->entries.count; i++) {
		const NameEntry *from = list_at(&t->main->entries, i);
		Entry *entry = list_add(&t->entries);
		*entry = (Entry){*from, list_new(t->r->a, sizeof(const Node *))};
		words_add(entry, from->node);
	}
}

static const Node *entry_node(const Translating *t, const Entry *entry, Node *root)
{
	Node *node = ARENA_NEW(t->r->a, Node);
	const Node **tail = &node->first;
	*node = *entry->entry.node;
	node->parent = root;
	node->next = node->first = NULL;
	for (int i = 0; i < entry->words.count; i++) {
		Node *word = ARENA_NEW(t->r->a, Node);
		*word = **(const Node *const *)list_at(&entry->words, i);
		word->parent = node;
		word->next = NULL;
		*tail = word;
		tail = &word->next;
	}
	return node;
}

/* The tree of all words, and its entries. */
static void tree_make(const Translating *t, NamesFile *file)
{
	Node *root = ARENA_NEW(t->r->a, Node);
	const Node **tail = &root->first;
	*root = *file->root;
	root->first = NULL;
	file->entries = list_new(t->r->a, sizeof(NameEntry));
	for (int i = 0; i < t->entries.count; i++) {
		const Entry *entry = list_at(&t->entries, i);
		Node *node = (Node *)entry_node(t, entry, root);
		*tail = node;
		tail = &node->next;
		*(NameEntry *)list_add(&file->entries) =
		    names_entry(t->r->a, node, entry->entry.key, entry->entry.coded);
	}
	file->root = root;
}

void names_translate(NamesReading *r, const Source *source, NamesFile *file,
		     const char *const *languages, Names *names)
{
	Translating t = {r, source, file, list_new(r->a, sizeof(Entry)),
			 list_new(r->a, sizeof(NamesTongue))};
	const Node *node = node_child(file->root, "translation");
	if (!file->whole || !node)
		return;
	entries_begin(&t);
	for (; node; node = node_next(node, "translation")) {
		if (!translation_check(&t, node))
			file->whole = false;
		else if (is_wanted(node_value(node, "lang"), languages))
			file_translate(&t, node_attr(node, "href"), node_attr(node, "lang"));
	}
	if (t.tongues.count > 0)
		tree_make(&t, file);
	names->tongues = t.tongues.items;
	names->tongue_count = t.tongues.count;
}
