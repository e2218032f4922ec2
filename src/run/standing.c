/* SPDX-License-Identifier: MIT */
#include "run/standing.h"

#include "base/lang.h"
#include "base/list.h"
#include "base/pseudo.h"
#include "base/str.h"
#include "model/made_from.h"
#include "run/mentioned.h"
#include "write/made_from.h"

typedef struct Opening {
	Arena *a;
	const Shelf *shelf;
	const Tongue *tongue;
	List files; /* of StandingFile */
} Opening;

/* Files */

static void file_add(Opening *o, const Ingredient *file, const char *about)
{
	if (file->path == NULL)
		return;
	const char *path = file_absolute(o->a, file->path);
	for (int i = 0; i < o->files.count; i++)
		if (str_equal(((const StandingFile *)list_at(&o->files, i))->file.name, path))
			return;
	*(StandingFile *)list_add(&o->files) =
	    (StandingFile){{path, ATTACHMENT_SUPPLEMENT, about, file->bytes, file->digest},
			   made_from_said(o->a, file->bytes.length, &file->digest)};
}

static void checks_add(Opening *o)
{
	const Shelf *shelf = o->shelf;
	file_add(o, &shelf->edition->file, "Header of the edition");
	if (shelf->schema)
		file_add(o, schema_file(shelf->schema), "Schema of the records");
	if (shelf->rules)
		file_add(o, rules_file(shelf->rules), "Rules of the records");
	if (shelf->names_schema)
		file_add(o, shelf->names_schema, "Schema of the names");
}

/* Fonts */

static void family_add(const Opening *o, const char *family, const char *instead, List *fonts)
{
	const FontList *list = o->shelf->font_list;
	for (int i = 0; i < list->count; i++) {
		const FontFile *file = &list->files[i];
		Digest digest;
		if (str_equal(file->family, family) && digest_of_text(file->sha256, &digest))
			*(MadeFromFont *)list_add(fonts) = (MadeFromFont){
			    family, instead, file->weight, file->stretch, file->face, digest};
	}
}

/* A family, and in their order those that show what it lacks. */
static void family_reach(const Opening *o, const char *family, List *fonts)
{
	const FontList *list = o->shelf->font_list;
	family_add(o, family, NULL, fonts);
	for (int i = 0; i < list->fallback_count; i++) {
		const Fallback *fallback = &list->fallbacks[i];
		bool serves =
		    str_equal(fallback->family, family) &&
		    (!fallback->language || lang_covers(fallback->language, o->tongue->language));
		for (int k = 0; serves && k < fallback->to_count; k++)
			family_add(o, fallback->to[k], family, fonts);
	}
}

static bool family_came(const Layout *layout, int style)
{
	for (int i = 0; i < style; i++)
		if (str_equal(layout->styles[i]->family, layout->styles[style]->family))
			return true;
	return false;
}

static List fonts_gather(const Opening *o)
{
	const Layout *layout = o->tongue->layout;
	List fonts = list_new(o->a, sizeof(MadeFromFont));
	for (int i = 0; i < layout->style_count; i++)
		if (layout->styles[i]->family && !family_came(layout, i))
			family_reach(o, layout->styles[i]->family, &fonts);
	return fonts;
}

/* Where lines end depends on the patterns, which the system may change. NULL: no style has hyphens. */
static const Digest *hyphens_digested(const Opening *o)
{
	const Layout *layout = o->tongue->layout;
	for (int i = 0; i < layout->style_count; i++) {
		const Style *style = layout->styles[i];
		if (!style->hyphens)
			continue;
		const Hyphens *hyphens =
		    fonts_hyphens(o->shelf->fonts, o->tongue->language, style, diags_new(o->a));
		Digest *digest = ARENA_NEW(o->a, Digest);
		if (hyphens)
			*digest = hyphens_digest(hyphens);
		return hyphens ? digest : NULL;
	}
	return NULL;
}

static const char *fonts_say(const Opening *o)
{
	List fonts = fonts_gather(o);
	MadeFrom made = {
	    .fonts = fonts.items, .font_count = fonts.count, .hyphens = hyphens_digested(o)};
	StrBuf text = {.arena = o->a};
	made_from_end(&text, &made);
	return strbuf_text(&text);
}

static void names_stand(const Opening *o, Standing *standing)
{
	const Names *names = o->shelf->names;
	if (!names)
		return;
	bool *mentioned = ARENA_ARRAY(o->a, names->count + 1, bool);
	Arena *scratch = arena_new();
	names_mark(scratch, names, o->shelf->edition->root, mentioned);
	arena_free(scratch);
	standing->mentioned = mentioned;
	standing->names = file_absolute(o->a, names->file);
	standing->names_in =
	    pseudo_is(o->tongue->language) ? o->tongue->layout->original : o->tongue->language;
}

const Standing *standing_open(Arena *a, const Shelf *shelf, const Tongue *tongue)
{
	const Layout *layout = tongue->layout;
	Opening o = {a, shelf, tongue, list_new(a, sizeof(StandingFile))};
	Standing *standing = ARENA_NEW(a, Standing);
	checks_add(&o);
	standing->checks = o.files.count;
	for (int i = 0; i < layout->file_count; i++)
		file_add(&o, &layout->files[i], "Part of the layout");
	standing->files = o.files.items;
	standing->count = o.files.count;
	names_stand(&o, standing);
	standing->edition = file_absolute(a, shelf->edition->file.path);
	standing->layout = shelf->own_layout ? NULL : file_absolute(a, layout->file);
	standing->made_from = fonts_say(&o);
	return standing;
}
