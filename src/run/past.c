/* SPDX-License-Identifier: MIT */
#include "run/past.h"

#include "base/list.h"
#include "base/str.h"
#include "read/edition.h"
#include "read/xml.h"

#include <string.h>

/* More editions than any desk has; a chain that is longer was not meant. */
enum { EDITIONS_MOST = 200 };

struct Past {
	const Edition **editions; /* oldest first */
	const Edition **named_by; /* the edition whose <history> names each */
	int count;
	const char *root; /* nothing outside of it is read */
};

typedef struct Chain {
	Arena *a;
	const char *root;
	Diags *diags;
	List editions; /* of const Edition *: the one in hand first, then back in time */
} Chain;

/* Why a file cannot be had, in the system's words; anything else is told by its own check. */
static void reason_hint(const Diags *theirs, const char *edition, Diags *diags)
{
	const Diag *first = diags_count(theirs) ? diags_at(theirs, 0) : NULL;
	if (first && first->kind == DIAG_FILE)
		diag_hint(diags, "%s; what the layout asks of it is missing on the pages",
			  first->message);
	else
		diag_hint(diags,
			  "clusterpress check %s tells why; what the layout asks of it is missing "
			  "on the pages",
			  edition);
}

static bool has_edition(const Chain *c, const Edition *one)
{
	for (int i = 0; i < c->editions.count; i++) {
		const Edition *known = *(const Edition **)list_at(&c->editions, i);
		if (memcmp(&known->file.digest, &one->file.digest, sizeof(Digest)) == 0)
			return true;
	}
	return false;
}

/* The edition before `edition`; NULL when the chain ends there, or breaks, which is told. */
static const Edition *edition_before(const Chain *c, const Edition *edition)
{
	if (!edition->history || c->editions.count > EDITIONS_MOST)
		return NULL;
	bool whole;
	Diags *theirs = diags_new(c->a);
	Source source = {edition->history, c->root, edition->history_place};
	const Edition *before = edition_skim(c->a, &source, &whole, theirs);
	if (!before) {
		diag_warning(c->diags, edition->history_place, DIAG_FILE,
			     "the edition before, %s, cannot be read", edition->history);
		reason_hint(theirs, edition->history, c->diags);
		return NULL;
	}
	if (!has_edition(c, before))
		return before;
	diag_warning(c->diags, edition->history_place, DIAG_FILE,
		     "the editions lead round in a circle: %s is named as an edition before itself",
		     edition->history);
	diag_hint(c->diags, "name the edition of the year before, or take <history> out");
	return NULL;
}

const Past *past_open(Arena *a, const Edition *edition, const char *root, Diags *diags)
{
	Chain c = {a, root, diags, list_new(a, sizeof(const Edition *))};
	for (const Edition *e = edition; e; e = edition_before(&c, e))
		*(const Edition **)list_add(&c.editions) = e;
	int count = c.editions.count - 1;
	if (count == 0)
		return NULL;
	Past *past = ARENA_NEW(a, Past);
	*past = (Past){ARENA_ARRAY(a, count, const Edition *),
		       ARENA_ARRAY(a, count, const Edition *), count, root};
	for (int i = 0; i < count; i++) {
		past->editions[i] = *(const Edition **)list_at(&c.editions, count - i);
		past->named_by[i] = *(const Edition **)list_at(&c.editions, count - i - 1);
	}
	return past;
}

int past_count(const Past *past)
{
	return past ? past->count : 0;
}

const RecordFile *past_record(const Past *past, int index, const char *id)
{
	return edition_record(past->editions[index], id);
}

static void record_tell(Arena *a, const Past *past, int index, const RecordFile *file,
			const char *what, Diags *diags)
{
	diag_warning(diags, past->named_by[index]->history_place, DIAG_FILE,
		     "of the edition before, the record %s %s, and is left out",
		     record_path(a, file), what);
}

/* The root of the record in an edition before; NULL when it is not there, or of no use, which is told. */
static const Node *former_root(Arena *a, const Past *past, int index, const Record *record,
			       Ingredient *read, Diags *diags)
{
	const Edition *edition = past->editions[index];
	const RecordFile *file = edition_record(edition, record->id);
	if (!file)
		return NULL;
	Diags *theirs = diags_new(a);
	Source source = {record_path(a, file), past->root, edition->records_place};
	const Node *root = xml_read(a, &source, read, theirs);
	if (!root) {
		record_tell(a, past, index, file, "cannot be read", diags);
		reason_hint(theirs, past->named_by[index]->history, diags);
	} else if (!str_equal(root->name, record->root->name)) {
		record_tell(
		    a, past, index, file,
		    str_format(a, "is a <%s> and not a <%s>", root->name, record->root->name),
		    diags);
		diag_hint(diags, "give one of them another id, and another name to its file");
		return NULL;
	}
	return root;
}

/* A copy of a tree, hung below `parent` as its last child. */
static Node *graft(Arena *a, Node *parent, Node *last, const Node *from)
{
	Node *copy = ARENA_NEW(a, Node), *end = NULL;
	*copy = *from;
	copy->parent = parent;
	copy->first = copy->next = NULL;
	if (last)
		last->next = copy;
	else
		parent->first = copy;
	for (const Node *kid = from->first; kid; kid = kid->next)
		end = graft(a, copy, end, kid);
	return copy;
}

static Node *history_begin(Arena *a, const Edition *edition)
{
	const Node *named = node_child(edition->root, "history");
	Node *history = ARENA_NEW(a, Node);
	*history = (Node){.kind = NODE_ELEMENT,
			  .name = "history",
			  .space = edition->root->space,
			  .place = named ? named->place : edition->root->place};
	return history;
}

const Record *past_join(Arena *a, const Past *past, const Edition *edition, const Record *record,
			Diags *diags)
{
	Node *history = history_begin(a, edition), *last = NULL;
	List files = list_new(a, sizeof(Ingredient));
	for (int i = 0; i < past_count(past); i++) {
		Ingredient read;
		const Node *root = former_root(a, past, i, record, &read, diags);
		if (!root)
			continue;
		Node header = *past->editions[i]->root;
		header.first = NULL;
		last = graft(a, history, last, &header);
		graft(a, last, NULL, root);
		*(Ingredient *)list_add(&files) = past->editions[i]->file;
		*(Ingredient *)list_add(&files) = read;
	}
	Record *joined = ARENA_NEW(a, Record);
	*joined = *record;
	joined->history = history;
	joined->before = files.items;
	joined->before_count = files.count;
	return joined;
}
