/* SPDX-License-Identifier: MIT */
#include "read/translate.h"

#include "base/list.h"
#include "base/pseudo.h"
#include "base/str.h"
#include "read/layout_parts.h"
#include "read/translate_parts.h"
#include "read/units.h"

#include <string.h>
#include <unistd.h>

/* The translation of one file's words. */
typedef struct Translation {
	const char *file; /* of the layout */
	const char *path;
	const Xliff *xliff; /* NULL: there is none, or it is of no use */
	bool told;          /* … which was told */
} Translation;

typedef struct Translating {
	Arena *a;
	const Source *file;
	const Target *target;
	List *files; /* of Ingredient */
	Diags *diags;
	Units units;
	const Node **by;   /* for each unit its element with other words; NULL: it stays */
	List translations; /* of Translation */
} Translating;

const char *translation_path(Arena *a, const char *file, const char *language)
{
	return file_beside(a, file, str_format(a, "text/%s.%s.xlf", file_stem(a, file), language));
}

/* The words as nodes */

static Node *text_node(Arena *a, const char *text, Place place)
{
	Node *node = ARENA_NEW(a, Node);
	*node = (Node){.kind = NODE_TEXT, .text = text, .place = place};
	return node;
}

/* The element that a span of the translation stands for. */
static const Node *span_find(const Unit *unit, const char *text)
{
	for (int i = 0; i < unit->count; i++)
		if (unit->parts[i].kind == PART_OPEN && str_equal(unit->parts[i].text, text))
			return unit->parts[i].span;
	return NULL;
}

/* Parts up to the end of the span they stand in. Spans that are none here are passed over: they were told. */
static int parts_add(Arena *a, const Unit *unit, const XliffUnit *by, int at, Tree *into)
{
	for (; at < by->target_count; at++) {
		const Part *part = &by->target[at];
		if (part->kind == PART_CLOSE)
			return at;
		if (part->kind != PART_OPEN) {
			tree_add(into, text_node(a, part->text, part->place));
			continue;
		}
		const Node *span = span_find(unit, part->text);
		Tree inside = tree_begin(a, span ? span : unit->node);
		inside.node->place = part->place;
		at = parts_add(a, unit, by, at + 1, &inside);
		if (span)
			tree_add(into, inside.node);
	}
	return at;
}

static const Node *attr_translated(Arena *a, const Unit *unit, const XliffUnit *by)
{
	Node *node = node_copy(a, unit->node);
	Attr *attrs = ARENA_ARRAY(a, node->attr_count, Attr);
	for (int i = 0; i < node->attr_count; i++) {
		attrs[i] = node->attrs[i];
		if (!str_equal(attrs[i].name, unit->attr->name))
			continue;
		attrs[i].value = parts_text(a, by->target, by->target_count);
		attrs[i].value_place = by->target[0].place;
	}
	node->attrs = attrs;
	return node;
}

/* What is no part of an element's own words stays: its shorter words, a cell's bar. */
static bool is_own_word(const Node *child)
{
	return child->kind == NODE_TEXT || str_equal(child->name, "a") ||
	       str_equal(child->name, "b") || str_equal(child->name, "span");
}

const Node *translated_content(Arena *a, const Unit *unit, const XliffUnit *by)
{
	if (unit->attr)
		return attr_translated(a, unit, by);
	Tree anew = tree_begin(a, unit->node);
	parts_add(a, unit, by, 0, &anew);
	return anew.node;
}

/* Which words */

static bool file_is_there(const char *path)
{
	return access(path, F_OK) == 0;
}

/* Words that need a translation, in a file without any: told once, at the first of them. */
static void tell_no_file(const Translating *t, const Unit *unit, const char *path)
{
	Place place = unit->attr ? unit->attr->place : unit->node->place;
	diag_error(t->diags, place, DIAG_LAYOUT,
		   "from here on nothing is translated into \"%s\": there is no file %s",
		   t->target->language, path);
	diag_hint(t->diags, "clusterpress messages extract %s %s makes it", t->file->path,
		  t->target->language);
}

static Translation *translation_open(Translating *t, const char *file)
{
	Translation *one = list_add(&t->translations);
	one->file = file;
	one->path = translation_path(t->a, file, t->target->language);
	if (!file_is_there(one->path))
		return one;
	Source source = {one->path, t->file->root, t->file->from};
	one->told = true;
	one->xliff = xliff_read(t->a, &source, t->target->language, t->diags);
	if (one->xliff)
		*(Ingredient *)list_add(t->files) = one->xliff->read;
	return one;
}

static const Translation *translation_of(Translating *t, const Unit *unit)
{
	const char *file = unit->node->place.file;
	Translation *one = NULL;
	for (int i = 0; i < t->translations.count && !one; i++) {
		Translation *known = list_at(&t->translations, i);
		one = str_equal(known->file, file) ? known : NULL;
	}
	if (!one)
		one = translation_open(t, file);
	if (!one->xliff && unit->letters && !one->told) {
		one->told = true;
		tell_no_file(t, unit, one->path);
	}
	return one;
}

static void tell_untranslated(const Translating *t, const Unit *unit, const Translation *from,
			      const XliffUnit *by)
{
	Place place = unit->attr ? unit->attr->place : unit->node->place;
	if (!unit->letters)
		return;
	if (by) {
		diag_error(t->diags, by->target_place, DIAG_LAYOUT,
			   "\"%s\" is not translated into \"%s\"", unit->id, t->target->language);
		diag_hint(t->diags, "write its <target>; the text stands at %s:%d:%d", place.file,
			  place.line, place.column);
		return;
	}
	diag_error(t->diags, place, DIAG_LAYOUT, "\"%s\" is not translated into \"%s\"", unit->id,
		   t->target->language);
	diag_hint(t->diags, "clusterpress messages extract %s %s adds it to %s", t->file->path,
		  t->target->language, from->path);
}

static void tell_nameless(const Translating *t, const Unit *unit)
{
	Place place = unit->attr ? unit->attr->place : unit->node->place;
	if (!unit->letters)
		return;
	diag_error(t->diags, place, DIAG_LAYOUT,
		   "<%s> has words, but no id to be translated by into \"%s\"", unit->node->name,
		   t->target->language);
	diag_hint(t->diags, "give it an id=\"…\" that no other element has");
}

static void tell_stale(const Translating *t, const Unit *unit, const XliffUnit *by)
{
	Place place = unit->attr ? unit->attr->place : unit->node->place;
	diag_warning(t->diags, by->place, DIAG_LAYOUT,
		     "\"%s\" says something else now than when it was translated into \"%s\"",
		     unit->id, t->target->language);
	diag_hint(t->diags,
		  "look at the text at %s:%d:%d; clusterpress messages extract brings it "
		  "into the file",
		  place.file, place.line, place.column);
}

/* Words made of the source's own. */
static const Node *unit_pretend(const Translating *t, const Unit *unit)
{
	const char *language = t->target->language;
	List parts = list_new(t->a, sizeof(Part));
	int depth = 0;
	Place place = unit->attr ? unit->attr->value_place : unit->parts[0].place;
	if (!unit->letters)
		return NULL;
	*(Part *)list_add(&parts) = (Part){PART_TEXT, pseudo_before(language), place, NULL};
	for (int i = 0; i < unit->count; i++) {
		Part *part = list_add(&parts);
		*part = unit->parts[i];
		if (part->kind == PART_TEXT)
			part->text = pseudo_say(t->a, language, part->text, &depth);
	}
	*(Part *)list_add(&parts) = (Part){PART_TEXT, pseudo_behind(language), place, NULL};
	const XliffUnit by = {.target = parts.items, .target_count = parts.count};
	return translated_content(t->a, unit, &by);
}

static const Node *unit_translate(Translating *t, const Unit *unit)
{
	if (pseudo_is(t->target->language))
		return unit_pretend(t, unit);
	if (!unit->id) {
		tell_nameless(t, unit);
		return NULL;
	}
	const Translation *from = translation_of(t, unit);
	const XliffUnit *by = from->xliff ? xliff_find(from->xliff, unit->id) : NULL;
	if (!from->xliff)
		return NULL;
	if (!by || by->target_count == 0) {
		tell_untranslated(t, unit, from, by);
		return NULL;
	}
	if (by->stale || !str_equal(by->source, unit_text(t->a, unit)))
		tell_stale(t, unit, by);
	if (!by->whole || !translation_suits(t->a, unit, by, t->target, t->diags))
		return NULL;
	return translated_content(t->a, unit, by);
}

/* The tree anew */

static int unit_of(const Translating *t, const Node *node, bool attr, int from)
{
	for (int i = from; i < t->units.count; i++)
		if (t->units.items[i].node == node && (t->units.items[i].attr != NULL) == attr)
			return i;
	return -1;
}

/* With the attributes that are translated: each was taken by itself. */
static Node *node_begin(const Translating *t, const Node *node)
{
	Node *anew = tree_begin(t->a, node).node;
	Attr *attrs = ARENA_ARRAY(t->a, node->attr_count + 1, Attr);
	for (int k = 0; k < node->attr_count; k++)
		attrs[k] = node->attrs[k];
	for (int i = unit_of(t, node, true, 0); i >= 0; i = unit_of(t, node, true, i + 1))
		for (int k = 0; t->by[i] && k < node->attr_count; k++)
			if (str_equal(attrs[k].name, t->units.items[i].attr->name))
				attrs[k] = *node_attr(t->by[i], attrs[k].name);
	anew->attrs = attrs;
	return anew;
}

static Node *node_translate(const Translating *t, const Node *node)
{
	if (node->kind == NODE_TEXT)
		return node_copy(t->a, node);
	int unit = unit_of(t, node, false, 0);
	const Node *words = unit >= 0 ? t->by[unit] : NULL;
	Tree anew = {node_begin(t, node), NULL};
	for (const Node *child = words ? words->first : NULL, *next; child; child = next) {
		next = child->next;
		tree_add(&anew, node_own(child));
	}
	for (const Node *child = node->first; child; child = child->next)
		if (!words || !is_own_word(child))
			tree_add(&anew, node_translate(t, child));
	return anew.node;
}

const Node *translate(Arena *a, const Node *root, const Source *file, const Target *target,
		      List *files, Diags *diags)
{
	Translating t = {a,      file,
			 target, files,
			 diags,  units_find(a, root),
			 NULL,   list_new(a, sizeof(Translation))};
	t.by = ARENA_ARRAY(a, t.units.count + 1, const Node *);
	for (int i = 0; i < t.units.count; i++)
		t.by[i] = unit_translate(&t, &t.units.items[i]);
	return node_translate(&t, root);
}
