/* SPDX-License-Identifier: MIT */
#include "read/layout.h"

#include "base/lang.h"
#include "read/layout_parts.h"
#include "read/tag.h"

#include <stdlib.h>
#include <string.h>

static int by_id(const void *a, const void *b)
{
	const Named *x = a, *y = b;
	int order = strcmp(x->id, y->id);
	if (order == 0)
		order = (x->place.line > y->place.line) - (x->place.line < y->place.line);
	if (order == 0)
		order = (x->place.column > y->place.column) - (x->place.column < y->place.column);
	return order;
}

static void tell_twice(Reading *r, const Named *first, const Named *again)
{
	bool here = strcmp(first->place.file, again->place.file) == 0;
	if (here && first->place.line == again->place.line &&
	    first->place.column == again->place.column)
		diag_error(r->diags, again->place, DIAG_LAYOUT,
			   "the id \"%s\" is taken: this file is included more than once",
			   again->id);
	else
		diag_error(r->diags, again->place, DIAG_LAYOUT,
			   "the id \"%s\" is taken: it stands at line %d%s%s already", again->id,
			   first->place.line, here ? "" : " of ", here ? "" : first->place.file);
	diag_hint(r->diags, "an id stands once in a layout: translations go by it");
}

static void ids_check(Reading *r)
{
	Named *ids = r->ids.items;
	if (r->ids.count > 1)
		qsort(ids, (size_t)r->ids.count, sizeof *ids, by_id);
	for (int i = 1; i < r->ids.count; i++)
		if (strcmp(ids[i - 1].id, ids[i].id) == 0)
			tell_twice(r, &ids[i - 1], &ids[i]);
}

static void header_read(Reading *r, const Node *root)
{
	const Attr *lang = node_attr(root, "lang");
	r->layout->name = node_value(root, "name");
	r->layout->original = lang ? lang->value : NULL;
	r->layout->language = r->target ? r->target->language : r->layout->original;
	if (lang == NULL || tag_is_language(lang->value))
		return;
	diag_error(r->diags, lang->value_place, DIAG_FORM,
		   "lang is \"%.60s\", which is no language", lang->value);
	diag_hint(r->diags, "languages are written as in \"en\", \"zh\" or \"en-GB\" (BCP 47)");
}

/* True when the parts are there without which nothing can be read. */
static bool layout_stands(const Node *root)
{
	return strcmp(root->name, "layout") == 0 && node_child(root, "page") &&
	       node_child(root, "styles") && node_child(root, "title") && node_child(root, "body");
}

/* Styles need inks, fitting needs styles, boxes need all of them. */
static void parts_read(Reading *r, const Node *root)
{
	static const char *const none[] = {NULL};
	const Node *inks = node_child(root, "inks"), *words = node_child(root, "words");
	const Node *foot = node_child(root, "foot"), *title = node_child(root, "title");
	r->layout->locales = none;
	header_read(r, root);
	page_read(r, node_child(root, "page"));
	if (inks) {
		inks_read(r, inks);
		palettes_read(r, inks);
	}
	styles_read(r, node_child(root, "styles"));
	fit_read(r, node_child(root, "fit"));
	rounds_read(r, root);
	if (words)
		words_read(r, words);
	id_keep(r, title);
	r->layout->title = pattern_inside(r, title, NULL, NULL);
	r->layout->body = element_make(r, node_child(root, "body"), NULL);
	if (foot)
		r->layout->foot = element_make(r, foot, NULL);
	fit_names_check(r, node_child(root, "fit"));
	needs_check(r, root);
	contrast_check(r, inks);
	ids_check(r);
}

/* "en-GB" is no other language than "en". */
static bool is_translation(const Node *root, const Target *target)
{
	const char *own = node_value(root, "lang");
	return target && own && !lang_alike(own, target->language);
}

const Node *words_in_target(Reading *r, const Node *root)
{
	if (!r->target)
		return root;
	return translate(r->a, root, r->source, r->target, r->files, r->diags);
}

const Layout *layout_read_in(Arena *a, const Source *source, const Target *target, Diags *diags)
{
	int before = diags_errors(diags);
	List files = list_new(a, sizeof(Ingredient));
	const Node *root = layout_whole(a, source, &files, diags);
	if (root == NULL)
		return NULL;
	/* What is out of form says so; the rest can be read only where the skeleton stands. */
	bool form = layout_form_check(a, root, diags);
	if (!form && !layout_stands(root))
		return NULL;
	if (!form)
		root = without_blanks(a, root);
	Layout *layout = ARENA_NEW(a, Layout);
	Reading r = {.a = a,
		     .source = source,
		     .diags = diags,
		     .inks = list_new(a, sizeof(const Ink *)),
		     .palettes = list_new(a, sizeof(const Palette *)),
		     .needs = list_new(a, sizeof(Need)),
		     .wishes = list_new(a, sizeof(Wish)),
		     .ids = list_new(a, sizeof(Named)),
		     .characters = list_new(a, sizeof(uint32_t)),
		     .images = list_new(a, sizeof(Pictured)),
		     .lands = list_new(a, sizeof(Landed)),
		     .files = &files,
		     .target = is_translation(root, target) ? target : NULL,
		     .layout = layout};
	layout->file = source->path;
	parts_read(&r, words_in_target(&r, root));
	layout->characters = r.characters.items;
	layout->character_count = r.characters.count;
	layout->files = files.items;
	layout->file_count = files.count;
	return diags_errors(diags) == before ? layout : NULL;
}

const Layout *layout_read(Arena *a, const Source *source, Diags *diags)
{
	return layout_read_in(a, source, NULL, diags);
}
