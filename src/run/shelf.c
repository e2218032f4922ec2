/* SPDX-License-Identifier: MIT */
#include "run/shelf.h"

#include "base/list.h"
#include "base/pseudo.h"
#include "base/str.h"
#include "model/fit.h"
#include "read/edition.h"
#include "read/fonts.h"
#include "read/layout.h"
#include "read/layout_paths.h"
#include "read/names.h"
#include "run/standing.h"
#include "run/version.h"

/* Bytes: the words of some hundred pages of one language. */
enum { CACHE_MOST = 4 << 20 };

typedef struct Opening {
	Arena *a;
	Shelf *shelf;
	const ShelfFiles *files;
	Diags *diags;
	bool whole;                   /* nothing is wrong with the header itself */
	const char *const *languages; /* that are asked for, of those the edition has */
	const Layout *layout;         /* whose fonts are looked for */
} Opening;

static const FontFile *face_listed(const FontList *list, const char *family, int weight,
				   int stretch)
{
	for (int i = 0; i < list->count; i++) {
		const FontFile *file = &list->files[i];
		if (str_equal(file->family, family) && file->weight == weight &&
		    file->stretch == stretch)
			return file;
	}
	return NULL;
}

/* "300, 400, 400 at 75 %": the faces of a family, or the families when there is none like it. */
static const char *faces_there_are(Arena *a, const FontList *list, const char *family)
{
	StrBuf faces = {.arena = a};
	for (int i = 0; i < list->count; i++) {
		const FontFile *file = &list->files[i];
		if (!str_equal(file->family, family))
			continue;
		strbuf_format(&faces, "%s%d", faces.length ? ", " : "", file->weight);
		if (file->stretch != 100)
			strbuf_format(&faces, " at %d%%", file->stretch);
	}
	if (faces.length)
		return str_format(a, "fonts.xml lists these weights of \"%s\": %s", family,
				  strbuf_text(&faces));
	for (int i = 0; i < list->count; i++)
		if (i == 0 || !str_equal(list->files[i].family, list->files[i - 1].family))
			strbuf_format(&faces, "%s\"%s\"", faces.length ? ", " : "",
				      list->files[i].family);
	return str_format(a, "fonts.xml lists these families: %s", strbuf_text(&faces));
}

static bool family_listed(const FontList *list, const char *family)
{
	for (int i = 0; i < list->count; i++)
		if (str_equal(list->files[i].family, family))
			return true;
	return false;
}

/* How many styles from the one at `from` on are of that family. */
static int styles_of(const Layout *layout, int from, const char *family)
{
	int count = 0;
	for (int i = from; i < layout->style_count; i++)
		count += str_equal(layout->styles[i]->family, family);
	return count;
}

static const char *family_nearest(Arena *a, const FontList *list, const char *family)
{
	const char **names = ARENA_ARRAY(a, list->count + 1, const char *);
	for (int i = 0; i < list->count; i++)
		names[i] = list->files[i].family;
	return str_nearest(family, names);
}

/* A family that is not there at all is told once, where the first style that asks for it has it from. */
static void family_check(Opening *o, int index)
{
	const Layout *layout = o->layout;
	const Style *style = layout->styles[index];
	const FontList *list = o->shelf->font_list;
	int asking = styles_of(layout, 0, style->family);
	if (styles_of(layout, index, style->family) < asking)
		return;
	const char *nearest = family_nearest(o->a, list, style->family);
	diag_error(o->diags, style->family_place, DIAG_LAYOUT,
		   "there is no family of fonts \"%.60s\"%s", style->family,
		   str_guess(o->a, nearest));
	diag_hint(o->diags, "%d style%s for it; %s", asking, asking == 1 ? " asks" : "s ask",
		  faces_there_are(o->a, list, style->family));
}

static void face_check(Opening *o, const Style *style, int stretch, Place place)
{
	const Shelf *shelf = o->shelf;
	if (!style->family ||
	    fonts_find(shelf->fonts, style->family, style->weight, stretch, o->diags))
		return;
	/* One that is listed but of no use was told at its place in fonts.xml. */
	if (face_listed(shelf->font_list, style->family, style->weight, stretch))
		return;
	const char *cut = stretch == 100 ? "" : str_format(o->a, " and font-stretch %d%%", stretch);
	diag_error(
	    o->diags, place, DIAG_LAYOUT,
	    "the style \"%s\" asks for \"%s\" with font-weight %d%s, and there is no such font",
	    style->name, style->family, style->weight, cut);
	diag_hint(o->diags, "%s", faces_there_are(o->a, shelf->font_list, style->family));
}

/* Every style has its face, and its condensed one where fitting may condense it. */
static void faces_check(Opening *o)
{
	const Layout *layout = o->layout;
	for (int i = 0; i < layout->style_count; i++) {
		const Style *style = layout->styles[i];
		if (style->family && !family_listed(o->shelf->font_list, style->family))
			family_check(o, i);
		else
			face_check(o, style, style->stretch, style->place);
	}
	for (int step = 0; step < layout->fit_count; step++) {
		const FitStep *fit = &layout->fit[step];
		for (int i = 0; fit->kind == FIT_CONDENSE && i < layout->style_count; i++)
			if (fit->styles[i] && layout->styles[i]->family &&
			    family_listed(o->shelf->font_list, layout->styles[i]->family))
				face_check(o, layout->styles[i], STRETCH_CONDENSED, fit->place);
	}
}

/* A language can be hyphenated if a style asks for it. */
static void hyphens_check(Opening *o, const char *language)
{
	for (int i = 0; i < o->layout->style_count; i++)
		if (o->layout->styles[i]->hyphens) {
			fonts_hyphens(o->shelf->fonts, language, o->layout->styles[i], o->diags);
			return;
		}
}

static Source source_of(const Opening *o, const char *path, Place from)
{
	return (Source){.path = path, .root = o->files->root, .from = from};
}

/* Read with their schema, if they have one; words whose schema is of no use cannot be trusted. */
static const Names *names_open(Opening *o)
{
	const Edition *edition = o->shelf->edition;
	Source source = source_of(o, edition->names, edition->names_place);
	if (!edition->names_schema)
		return names_read(o->a, &source, NULL, o->languages, o->diags);
	Source form = source_of(o, edition->names_schema, edition->names_schema_place);
	Schema *schema = schema_open(o->a, &form, o->diags);
	const Names *names = names_read(o->a, &source, schema, o->languages, o->diags);
	if (schema == NULL)
		return NULL;
	o->shelf->names_schema = schema_file(schema);
	schema_close(schema);
	return names;
}

static void checks_open(Opening *o)
{
	Shelf *shelf = o->shelf;
	const Edition *edition = shelf->edition;
	if (edition->schema) {
		Source schema = source_of(o, edition->schema, edition->schema_place);
		shelf->schema = schema_open(o->a, &schema, o->diags);
	}
	if (edition->rules) {
		Source rules = source_of(o, edition->rules, edition->rules_place);
		shelf->rules = rules_open(o->a, &rules, o->diags);
	}
	shelf->checks = (shelf->schema || !edition->schema) && (shelf->rules || !edition->rules);
}

static Source layout_source(const Opening *o)
{
	const Edition *edition = o->shelf->edition;
	if (o->files->layout)
		return (Source){.path = o->files->layout, .root = o->files->root};
	return source_of(o, edition->layout, edition->layout_place);
}

static void words_open(Opening *o)
{
	Shelf *shelf = o->shelf;
	const Edition *edition = shelf->edition;
	Source layout = layout_source(o);
	shelf->layout = layout_read(o->a, &layout, o->diags);
	if (edition->names)
		shelf->names = names_open(o);
	bool leads = shelf->layout && layout_paths_check(shelf->layout, shelf->schema,
							 &shelf->asks_history, o->diags);
	if (shelf->asks_history)
		shelf->past = past_open(o->a, edition, o->files->root, o->diags);
	shelf->fills = o->whole && leads && (shelf->names || !edition->names);
}

static void fonts_gather(Opening *o)
{
	Shelf *shelf = o->shelf;
	Source fonts = source_of(o, shelf->edition->fonts, shelf->edition->fonts_place);
	if (o->files->fonts)
		fonts = (Source){.path = o->files->fonts};
	shelf->font_list = fonts_read(o->a, &fonts, o->diags);
	if (!shelf->font_list)
		return;
	shelf->fonts = fonts_open(o->a, shelf->font_list);
	shelf->cache = cache_open(CACHE_MOST);
	shelf->sets = shelf->layout != NULL;
}

/* Those of the edition's that are asked for; a language that it has not is the order's affair. */
static const char *const *languages_asked(const Opening *o)
{
	const char *const *all = o->shelf->edition->languages, *const *asked = o->files->languages;
	List chosen = list_new(o->a, sizeof(const char *));
	if (!asked || !*asked)
		return all;
	for (; *asked; asked++) {
		bool found = pseudo_is(*asked);
		for (const char *const *l = all; *l && !found; l++)
			found = str_equal(*asked, *l);
		if (found)
			*(const char **)list_add(&chosen) = *asked;
	}
	*(const char **)list_add(&chosen) = NULL;
	return chosen.items;
}

/* A language whose fonts or patterns are of no use has no pages; the others do. */
static void tongue_fonts_check(Opening *o, Tongue *tongue)
{
	int before = diags_errors(o->diags);
	if (!tongue->layout || !o->shelf->fonts)
		return;
	o->layout = tongue->layout;
	faces_check(o);
	hyphens_check(o, tongue->language);
	if (diags_errors(o->diags) != before)
		tongue->layout = NULL;
}

static void tongues_open(Opening *o)
{
	Shelf *shelf = o->shelf;
	int count = 0;
	while (o->languages[count])
		count++;
	TongueRoots roots = {shelf->edition, layout_source(o), shelf->layout, shelf->names};
	shelf->tongues = ARENA_ARRAY(o->a, count + 1, Tongue);
	for (int i = 0; i < count; i++) {
		shelf->tongues[i] = tongue_open(o->a, o->languages[i], &roots, o->diags);
		tongue_fonts_check(o, &shelf->tongues[i]);
		if (shelf->tongues[i].layout && shelf->sets)
			shelf->tongues[i].standing = standing_open(o->a, shelf, &shelf->tongues[i]);
	}
}

const Shelf *shelf_open(Arena *a, const ShelfFiles *files, Diags *diags)
{
	Opening o = {.a = a, .shelf = ARENA_NEW(a, Shelf), .files = files, .diags = diags};
	Source source = {.path = files->edition, .root = files->root};
	o.shelf->root = files->root;
	o.shelf->own_layout = files->layout == NULL;
	o.shelf->edition = edition_skim(a, &source, &o.whole, diags);
	if (!o.shelf->edition)
		return NULL;
	o.languages = languages_asked(&o);
	o.shelf->versions = version_of_pages(a);
	checks_open(&o);
	words_open(&o);
	fonts_gather(&o);
	tongues_open(&o);
	return o.shelf;
}

void shelf_close(const Shelf *shelf)
{
	if (!shelf)
		return;
	for (Tongue *tongue = shelf->tongues; tongue->language; tongue++)
		tongue_close(tongue);
	if (shelf->fonts)
		fonts_close(shelf->fonts);
	locales_end();
	cache_close(shelf->cache);
	if (shelf->schema)
		schema_close(shelf->schema);
	rules_close(shelf->rules);
}

const Tongue *shelf_tongue(const Shelf *shelf, const char *language, Diags *diags)
{
	const Tongue *tongue = shelf->tongues;
	while (tongue->language && !str_equal(tongue->language, language))
		tongue++;
	if (tongue->language)
		return tongue;
	const Node *languages = node_child(shelf->edition->root, "languages");
	diag_error(diags, languages ? node_text_place(languages) : shelf->edition->layout_place,
		   DIAG_LAYOUT, "the edition has no language \"%s\"", language);
	return NULL;
}
