/* SPDX-License-Identifier: MIT */
#include "run/inputs.h"

#include "base/lang.h"
#include "base/list.h"
#include "base/pseudo.h"
#include "base/str.h"
#include "model/made_from.h"
#include "run/mentioned.h"
#include "write/made_from.h"
#include "write/record.h"

#include <stdlib.h>
#include <string.h>

typedef struct Gathering {
	Arena *a;
	Job *job;
	const Shelf *shelf;
	const Record *record;
	const Layout *layout;
	List files;    /* of Attachment; until they are named, by their absolute paths */
	size_t folder; /* so many bytes of each of these are the folder that holds all */
	Diags *diags;
} Gathering;

static void file_add(Gathering *g, const Ingredient *file, AttachmentKind kind, const char *about)
{
	if (file->path == NULL)
		return;
	const char *path = file_absolute(g->a, file->path);
	for (int i = 0; i < g->files.count; i++)
		if (str_equal(((const Attachment *)list_at(&g->files, i))->name, path))
			return;
	*(Attachment *)list_add(&g->files) =
	    (Attachment){path, kind, about, file->bytes, file->digest};
}

static void supplement_add(Gathering *g, const Ingredient *file, const char *about)
{
	file_add(g, file, ATTACHMENT_SUPPLEMENT, about);
}

/* Only what the record mentions: the rest may change, and be long. */
static void names_add(Gathering *g)
{
	const Names *names = g->shelf->names;
	const Node *trees[] = {g->record->root, g->shelf->edition->root, g->record->history, NULL};
	if (names == NULL)
		return;
	const char *language = g->job->language;
	if (pseudo_is(language))
		language = g->layout->original;
	const Node *root = names_mentioned(g->a, names, trees, language);
	g->job->names = root;
	StrBuf text = {.arena = g->a};
	record_write(&text, root, "The names that the record mentions.");
	Bytes bytes = {(const unsigned char *)strbuf_text(&text), text.length};
	Ingredient file = {names->file, bytes, digest_bytes(bytes.at, bytes.length)};
	supplement_add(g, &file, "Names that the record mentions");
}

static void files_gather(Gathering *g)
{
	const Shelf *shelf = g->shelf;
	file_add(g, &g->record->file, ATTACHMENT_SOURCE, "Record");
	supplement_add(g, &shelf->edition->file, "Header of the edition");
	if (shelf->schema)
		supplement_add(g, schema_file(shelf->schema), "Schema of the records");
	if (shelf->rules)
		supplement_add(g, rules_file(shelf->rules), "Rules of the records");
	if (shelf->names_schema)
		supplement_add(g, shelf->names_schema, "Schema of the names");
	names_add(g);
	for (int i = 0; i < g->layout->file_count; i++)
		supplement_add(g, &g->layout->files[i], "Part of the layout");
	for (int i = 0; i < g->record->before_count; i++)
		supplement_add(g, &g->record->before[i], "Edition before");
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
	const char *first = ((const Attachment *)list_at(&g->files, 0))->name;
	g->folder = strlen(first);
	for (int i = 0; i < g->files.count; i++)
		g->folder = folder_shared(first, ((const Attachment *)list_at(&g->files, i))->name,
					  g->folder);
	g->job->folder = str_copy_n(g->a, first, g->folder);
}

static const char *name_of(const Gathering *g, const char *path)
{
	return file_absolute(g->a, path) + g->folder;
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
	const char *left = ((const Attachment *)one)->name,
		   *right = ((const Attachment *)other)->name;
	int plain = is_ascii(right) - is_ascii(left);
	return plain ? plain : strcmp(left, right);
}

static bool files_name(Gathering *g)
{
	bool good = true;
	folder_find(g);
	for (int i = 0; i < g->files.count; i++) {
		Attachment *file = list_at(&g->files, i);
		file->name += g->folder;
		if (!str_equal(file->name, MADE_FROM_NAME))
			continue;
		diag_error(g->diags, (Place){0}, DIAG_FILE,
			   "a page is made from a file called %s, which its PDF calls another one",
			   MADE_FROM_NAME);
		diag_hint(g->diags, "give that file another name");
		good = false;
	}
	qsort(g->files.items, (size_t)g->files.count, sizeof(Attachment), by_name);
	return good;
}

/* Fonts */

static void family_add(const Gathering *g, const char *family, const char *instead, List *fonts)
{
	const FontList *list = g->shelf->font_list;
	for (int i = 0; i < list->count; i++) {
		const FontFile *file = &list->files[i];
		Digest digest;
		if (str_equal(file->family, family) && digest_of_text(file->sha256, &digest))
			*(MadeFromFont *)list_add(fonts) = (MadeFromFont){
			    family, instead, file->weight, file->stretch, file->face, digest};
	}
}

/* A family, and in their order those that show what it lacks. */
static void family_reach(const Gathering *g, const char *family, List *fonts)
{
	const FontList *list = g->shelf->font_list;
	family_add(g, family, NULL, fonts);
	for (int i = 0; i < list->fallback_count; i++) {
		const Fallback *fallback = &list->fallbacks[i];
		bool serves =
		    str_equal(fallback->family, family) &&
		    (!fallback->language || lang_covers(fallback->language, g->job->language));
		for (int k = 0; serves && k < fallback->to_count; k++)
			family_add(g, fallback->to[k], family, fonts);
	}
}

static bool family_came(const Layout *layout, int style)
{
	for (int i = 0; i < style; i++)
		if (str_equal(layout->styles[i]->family, layout->styles[style]->family))
			return true;
	return false;
}

static List fonts_gather(const Gathering *g)
{
	List fonts = list_new(g->a, sizeof(MadeFromFont));
	for (int i = 0; i < g->layout->style_count; i++)
		if (g->layout->styles[i]->family && !family_came(g->layout, i))
			family_reach(g, g->layout->styles[i]->family, &fonts);
	return fonts;
}

/* Where lines end depends on the patterns, which the system may change. NULL: no style has hyphens. */
static const Digest *hyphens_digested(const Gathering *g)
{
	for (int i = 0; i < g->layout->style_count; i++) {
		const Style *style = g->layout->styles[i];
		if (!style->hyphens)
			continue;
		const Hyphens *hyphens =
		    fonts_hyphens(g->shelf->fonts, g->job->language, style, diags_new(g->a));
		Digest *digest = ARENA_NEW(g->a, Digest);
		if (hyphens)
			*digest = hyphens_digest(hyphens);
		return hyphens ? digest : NULL;
	}
	return NULL;
}

/* The manifest */

static const MadeFromFile *files_listed(const Gathering *g)
{
	MadeFromFile *files = ARENA_ARRAY(g->a, g->files.count, MadeFromFile);
	for (int i = 0; i < g->files.count; i++) {
		const Attachment *file = list_at(&g->files, i);
		files[i] = (MadeFromFile){file->name, file->bytes.length, file->digest};
	}
	return files;
}

static Attachment manifest_make(const Gathering *g)
{
	List fonts = fonts_gather(g);
	const Layout *layout = g->layout;
	MadeFrom made = {.edition = name_of(g, g->shelf->edition->file.path),
			 .record = g->record->id,
			 .language = g->job->language,
			 .layout = g->shelf->own_layout ? NULL : name_of(g, layout->file),
			 .moment = g->job->moment,
			 .program = g->shelf->versions,
			 .files = files_listed(g),
			 .file_count = g->files.count,
			 .fonts = fonts.items,
			 .font_count = fonts.count,
			 .hyphens = hyphens_digested(g)};
	StrBuf text = {.arena = g->a};
	made_from_write(&text, &made);
	Bytes bytes = {(const unsigned char *)strbuf_text(&text), text.length};
	return (Attachment){MADE_FROM_NAME, ATTACHMENT_DATA, "What this PDF was made from", bytes,
			    digest_bytes(bytes.at, bytes.length)};
}

bool inputs_gather(Arena *a, Job *job, const Shelf *shelf, const Record *record, Diags *diags)
{
	const Tongue *tongue = shelf_tongue(shelf, job->language, diags);
	Gathering g = {.a = a,
		       .job = job,
		       .shelf = shelf,
		       .record = record,
		       .layout = tongue->layout,
		       .files = list_new(a, sizeof(Attachment)),
		       .diags = diags};
	files_gather(&g);
	if (!files_name(&g))
		return false;
	Attachment manifest = manifest_make(&g);
	job->digest = manifest.digest;
	*(Attachment *)list_add(&g.files) = manifest;
	qsort(g.files.items, (size_t)g.files.count, sizeof(Attachment), by_name);
	job->attachments = g.files.items;
	job->attachment_count = g.files.count;
	return true;
}
