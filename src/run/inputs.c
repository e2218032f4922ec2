/* SPDX-License-Identifier: MIT */
#include "run/inputs.h"

#include "base/list.h"
#include "base/str.h"
#include "model/made_from.h"
#include "run/mentioned.h"
#include "run/standing.h"
#include "write/made_from.h"
#include "write/record.h"

#include <stdlib.h>
#include <string.h>

/* A file, and how it is listed. */
typedef struct Input {
	Attachment file;
	const char *said; /* behind its name */
	bool plain;       /* its name is ASCII */
} Input;

typedef struct Gathering {
	Arena *a;
	Job *job;
	const Shelf *shelf;
	const Standing *standing;
	const Record *record;
	List files;    /* of Input; until they are named, by their absolute paths */
	size_t folder; /* so many bytes of each of these are the folder that holds all */
	Diags *diags;
} Gathering;

static bool file_came(const Gathering *g, const char *path)
{
	for (int i = 0; i < g->files.count; i++)
		if (strcmp(((const Input *)list_at(&g->files, i))->file.name, path) == 0)
			return true;
	return false;
}

/* One of this profile's own. */
static void own_add(Gathering *g, const char *path, const Ingredient *file, AttachmentKind kind,
		    const char *about)
{
	if (!file_came(g, path))
		*(Input *)list_add(&g->files) =
		    (Input){.file = {path, kind, about, file->bytes, file->digest},
			    .said = made_from_said(g->a, file->bytes.length, &file->digest)};
}

/* Those of all profiles, from one number to before another. Only what came before them could be one of them. */
static void standing_add(Gathering *g, int from, int to)
{
	for (int i = from; i < to; i++) {
		const StandingFile *one = &g->standing->files[i];
		if (!file_came(g, one->file.name))
			*(Input *)list_add(&g->files) =
			    (Input){.file = one->file, .said = one->said};
	}
}

/* Only what the record mentions: the rest may change, and be long. */
static void names_add(Gathering *g)
{
	const Names *names = g->shelf->names;
	if (names == NULL)
		return;
	bool *found = ARENA_ARRAY(g->a, names->count + 1, bool);
	memcpy(found, g->standing->mentioned, (size_t)names->count * sizeof *found);
	names_mark(g->a, names, g->record->root, found);
	if (g->record->history)
		names_mark(g->a, names, g->record->history, found);
	const Node *root = names_mentioned(g->a, names, found, g->standing->names_in);
	g->job->names = root;
	StrBuf text = {.arena = g->a};
	record_write(&text, root, "The names that the record mentions.");
	Bytes bytes = {(const unsigned char *)strbuf_text(&text), text.length};
	Ingredient file = {names->file, bytes, digest_bytes(bytes.at, bytes.length)};
	own_add(g, g->standing->names, &file, ATTACHMENT_SUPPLEMENT,
		"Names that the record mentions");
}

static void files_gather(Gathering *g)
{
	const Record *record = g->record;
	const Standing *standing = g->standing;
	own_add(g, file_absolute(g->a, record->file.path), &record->file, ATTACHMENT_SOURCE,
		"Record");
	standing_add(g, 0, standing->checks);
	names_add(g);
	standing_add(g, standing->checks, standing->count);
	for (int i = 0; i < record->before_count; i++)
		own_add(g, file_absolute(g->a, record->before[i].path), &record->before[i],
			ATTACHMENT_SUPPLEMENT, "Edition before");
}

/* How many bytes two paths share, up to and with a slash. */
static size_t folder_shared(const char *one, const char *other, size_t most)
{
	size_t shared = 0;
	for (size_t i = 0; i < most && one[i] == other[i] && one[i]; i++)
		if (one[i] == '/')
			shared = i + 1;
	return shared;
}

static void folder_find(Gathering *g)
{
	const char *first = ((const Input *)list_at(&g->files, 0))->file.name;
	g->folder = strlen(first);
	for (int i = 0; i < g->files.count; i++)
		g->folder = folder_shared(first, ((const Input *)list_at(&g->files, i))->file.name,
					  g->folder);
	g->job->folder = str_copy_n(g->a, first, g->folder);
}

static bool is_ascii(const char *s)
{
	while (*s && (unsigned char)*s < 0x80)
		s++;
	return *s == '\0';
}

/* PDF writes other letters in UTF-16 behind a mark, which sorts behind ASCII. */
static int by_name(const void *one, const void *other)
{
	const Input *left = one, *right = other;
	int plain = right->plain - left->plain;
	return plain ? plain : strcmp(left->file.name, right->file.name);
}

static bool files_name(Gathering *g)
{
	bool good = true;
	folder_find(g);
	for (int i = 0; i < g->files.count; i++) {
		Input *input = list_at(&g->files, i);
		input->file.name += g->folder;
		input->plain = is_ascii(input->file.name);
		if (!str_equal(input->file.name, MADE_FROM_NAME))
			continue;
		diag_error(g->diags, (Place){0}, DIAG_FILE,
			   "a page is made from a file called %s, which its PDF calls another one",
			   MADE_FROM_NAME);
		diag_hint(g->diags, "give that file another name");
		good = false;
	}
	qsort(g->files.items, (size_t)g->files.count, sizeof(Input), by_name);
	return good;
}

/* The manifest */

static Attachment manifest_make(const Gathering *g)
{
	const Standing *standing = g->standing;
	MadeFrom made = {.edition = standing->edition + g->folder,
			 .record = g->record->id,
			 .language = g->job->language,
			 .layout = standing->layout ? standing->layout + g->folder : NULL,
			 .moment = g->job->moment,
			 .program = g->shelf->versions};
	StrBuf text = {.arena = g->a};
	made_from_begin(&text, &made);
	for (int i = 0; i < g->files.count; i++) {
		const Input *input = list_at(&g->files, i);
		made_from_name(&text, input->file.name, input->said);
	}
	strbuf_add(&text, standing->made_from);
	Bytes bytes = {(const unsigned char *)strbuf_text(&text), text.length};
	return (Attachment){MADE_FROM_NAME, ATTACHMENT_DATA, "What this PDF was made from", bytes,
			    digest_bytes(bytes.at, bytes.length)};
}

/* The files in the order of their names, the manifest among them. */
static void attachments_order(const Gathering *g, const Attachment *manifest)
{
	const Input list = {.file = *manifest, .plain = true};
	int count = g->files.count, before = 0;
	Attachment *all = ARENA_ARRAY(g->a, count + 1, Attachment);
	while (before < count && by_name(list_at(&g->files, before), &list) < 0)
		before++;
	for (int i = 0; i < count; i++)
		all[i + (i >= before)] = ((const Input *)list_at(&g->files, i))->file;
	all[before] = *manifest;
	g->job->attachments = all;
	g->job->attachment_count = count + 1;
}

bool inputs_gather(Arena *a, Job *job, const Shelf *shelf, const Record *record, Diags *diags)
{
	Gathering g = {.a = a,
		       .job = job,
		       .shelf = shelf,
		       .standing = shelf_tongue(shelf, job->language, diags)->standing,
		       .record = record,
		       .files = list_new(a, sizeof(Input)),
		       .diags = diags};
	files_gather(&g);
	if (!files_name(&g))
		return false;
	Attachment manifest = manifest_make(&g);
	job->digest = manifest.digest;
	attachments_order(&g, &manifest);
	return true;
}
