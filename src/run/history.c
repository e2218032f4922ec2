/* SPDX-License-Identifier: MIT */
#include "run/history.h"

#include "base/list.h"
#include "base/str.h"
#include "read/edition.h"
#include "read/xml.h"

#include <string.h>

typedef struct History {
	Arena *arena;
	const Edition *edition; /* that names it */
	const char *root;
	Diags *diags;
} History;

/* That the file is missing or the like is told as it is, anything else in one word. */
static void header_tell(const History *h, const Diags *theirs)
{
	const Diag *first = diags_at(theirs, 0);
	if (first->kind == DIAG_FILE &&
	    str_equal(first->place.file, h->edition->history_place.file)) {
		diag_repeat(h->diags, first);
		return;
	}
	diag_error(h->diags, h->edition->history_place, DIAG_FILE,
		   "the edition before, %s, has errors and cannot be compared with",
		   h->edition->history);
	diag_hint(h->diags, "clusterpress check %s tells them", h->edition->history);
}

static const Edition *header_read(const History *h)
{
	bool whole;
	Diags *theirs = diags_new(h->arena);
	Source source = {h->edition->history, h->root, h->edition->history_place};
	const Edition *before = edition_skim(h->arena, &source, &whole, theirs);
	if (before == NULL) {
		header_tell(h, theirs);
		return NULL;
	}
	if (memcmp(&before->file.digest, &h->edition->file.digest, sizeof(Digest)) == 0) {
		diag_error(h->diags, h->edition->history_place, DIAG_FILE,
			   "this edition is named as the one before itself");
		diag_hint(h->diags, "name the edition of the year before, or take <history> out");
		return NULL;
	}
	return before;
}

static void lost_tell(const History *h, const char *first, int lost)
{
	if (lost == 0)
		return;
	diag_warning(h->diags, h->edition->history_place, DIAG_FILE,
		     "of the edition before, %s%s%s cannot be read and %s left out",
		     lost > 1 ? "some records such as " : "", lost > 1 ? "" : "the record ", first,
		     lost > 1 ? "are" : "is");
	diag_hint(h->diags, "clusterpress check %s tells why", h->edition->history);
}

/* The roots of the records that can be read. */
static List records_read(const History *h, const Edition *before)
{
	List roots = list_new(h->arena, sizeof(const Node *));
	const char *first = NULL;
	for (int i = 0; i < before->record_count; i++) {
		const char *path = record_path(h->arena, &before->records[i]);
		Source source = {path, h->root, before->records_place};
		const Node *root = xml_read(h->arena, &source, NULL, diags_new(h->arena));
		if (root)
			*(const Node **)list_add(&roots) = root;
		else if (first == NULL)
			first = path;
	}
	lost_tell(h, first, before->record_count - roots.count);
	return roots;
}

const Merged *history_read(Arena *a, const Edition *edition, const char *root, bool *whole,
			   Diags *diags)
{
	*whole = true;
	if (edition->history == NULL)
		return NULL;
	History h = {a, edition, root, diags};
	const Edition *before = header_read(&h);
	if (before == NULL)
		return NULL;
	List roots = records_read(&h, before);
	Merged *merged = ARENA_NEW(a, Merged);
	merged->edition = before->root;
	merged->records = roots.items;
	merged->record_count = roots.count;
	*whole = roots.count == before->record_count;
	return merged;
}
