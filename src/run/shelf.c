/* SPDX-License-Identifier: MIT */
#include "run/shelf.h"

#include "base/str.h"
#include "model/fit.h"
#include "read/edition.h"
#include "read/fonts.h"
#include "read/layout.h"
#include "read/layout_paths.h"
#include "read/names.h"
#include "run/version.h"

/* Bytes: the words of some hundred pages of one language. */
enum { CACHE_MOST = 4 << 20 };

typedef struct Opening {
	Arena *a;
	Shelf *shelf;
	const ShelfFiles *files;
	Diags *diags;
	bool whole; /* nothing is wrong with the header itself */
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
	const Layout *layout = o->shelf->layout;
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
	const Layout *layout = o->shelf->layout;
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

/* Every language of the edition can be hyphenated if a style asks for it. */
static void hyphens_check(Opening *o)
{
	Shelf *shelf = o->shelf;
	const Style *asks = NULL;
	for (int i = shelf->layout->style_count - 1; i >= 0; i--)
		if (shelf->layout->styles[i]->hyphens)
			asks = shelf->layout->styles[i];
	shelf->hyphenates = asks != NULL;
	for (const char *const *l = shelf->edition->languages; asks && *l; l++)
		fonts_hyphens(shelf->fonts, *l, asks, o->diags);
}

static Source source_of(const Opening *o, const char *path, Place from)
{
	return (Source){.path = path, .root = o->files->root, .from = from};
}

/* Read with their schema, if they have one; words whose schema is of no use cannot be trusted. */
static const Names *names_open(const Opening *o)
{
	const Edition *edition = o->shelf->edition;
	Source source = source_of(o, edition->names, edition->names_place);
	if (!edition->names_schema)
		return names_read(o->a, &source, NULL, edition->languages, o->diags);
	Source form = source_of(o, edition->names_schema, edition->names_schema_place);
	Schema *schema = schema_open(o->a, &form, o->diags);
	const Names *names = names_read(o->a, &source, schema, edition->languages, o->diags);
	if (schema == NULL)
		return NULL;
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

static void words_open(Opening *o)
{
	Shelf *shelf = o->shelf;
	const Edition *edition = shelf->edition;
	Source layout = source_of(o, edition->layout, edition->layout_place);
	if (o->files->layout)
		layout = (Source){.path = o->files->layout, .root = o->files->root};
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
	shelf->font_list = fonts_read(o->a, &fonts, o->diags);
	if (!shelf->font_list)
		return;
	shelf->fonts = fonts_open(o->a, shelf->font_list);
	shelf->cache = cache_open(CACHE_MOST);
	int before = diags_errors(o->diags);
	if (shelf->layout) {
		faces_check(o);
		hyphens_check(o);
	}
	shelf->sets = shelf->layout && diags_errors(o->diags) == before;
}

static void tongues_open(Opening *o)
{
	const Edition *edition = o->shelf->edition;
	const Layout *layout = o->shelf->layout;
	int count = 0;
	while (edition->languages[count])
		count++;
	Tongue *tongues = ARENA_ARRAY(o->a, count + 1, Tongue);
	for (int i = 0; i < count; i++) {
		const char *language = edition->languages[i];
		tongues[i].language = language;
		if (layout && str_equal(language, layout->language))
			tongues[i].locale =
			    locale_open(o->a, language, layout_locale(layout, language));
	}
	o->shelf->tongues = tongues;
}

const Shelf *shelf_open(Arena *a, const ShelfFiles *files, Diags *diags)
{
	Opening o = {a, ARENA_NEW(a, Shelf), files, diags, false};
	Source source = {.path = files->edition, .root = files->root};
	o.shelf->root = files->root;
	o.shelf->edition = edition_skim(a, &source, &o.whole, diags);
	if (!o.shelf->edition)
		return NULL;
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
	for (const Tongue *tongue = shelf->tongues; tongue->language; tongue++)
		if (tongue->locale)
			locale_close(tongue->locale);
	locales_end();
	cache_close(shelf->cache);
	if (shelf->fonts)
		fonts_close(shelf->fonts);
	if (shelf->schema)
		schema_close(shelf->schema);
	rules_close(shelf->rules);
}

Locale *shelf_locale(const Shelf *shelf, const char *language, Diags *diags)
{
	const Tongue *tongue = shelf->tongues;
	while (tongue->language && !str_equal(tongue->language, language))
		tongue++;
	if (tongue->locale || !shelf->layout)
		return tongue->locale;
	const Node *languages = node_child(shelf->edition->root, "languages");
	Place place = languages ? node_text_place(languages) : shelf->edition->layout_place;
	diag_error(diags, place, DIAG_LAYOUT,
		   "the layout %s has no words in the language \"%s\": its own is \"%s\"",
		   shelf->layout->file, language, shelf->layout->language);
	diag_hint(diags,
		  "take \"%s\" out of the languages of this edition, or name a layout that has it",
		  language);
	return NULL;
}
