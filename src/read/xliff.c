/* SPDX-License-Identifier: MIT */
#include "read/xliff.h"

#include "base/str.h"
#include "read/units.h"
#include "read/xliff_parts.h"
#include "read/xml.h"

#include <string.h>

/* Our notes say what they are about; whoever writes one beside them says something else, or nothing. */
static const char *const own_notes[] = {"where", "values", "plural", NULL};

typedef struct Reading {
	Arena *a;
	const char *language;
	Diags *diags;
	List units; /* of XliffUnit */
} Reading;

static bool is_own_note(const Node *note)
{
	const char *category = node_value(note, "category");
	for (int i = 0; category && own_notes[i]; i++)
		if (str_equal(category, own_notes[i]))
			return true;
	return false;
}

static const char *const *notes_read(const Reading *r, const Node *unit)
{
	List notes = list_new(r->a, sizeof(const char *));
	const Node *note = node_child(node_child(unit, "notes"), "note");
	for (; note; note = node_next(note, "note"))
		if (!is_own_note(note))
			*(const char **)list_add(&notes) = str_fold(r->a, node_text(r->a, note));
	*(const char **)list_add(&notes) = NULL;
	return notes.items;
}

static const char *const states[] = {"initial", "translated", "reviewed", "final", NULL};

/* The least of its segments' states. */
static void state_read(const Reading *r, const Node *node, XliffUnit *unit)
{
	int least = 3;
	const Node *segment = node_child(node, "segment");
	for (; segment; segment = node_next(segment, "segment")) {
		const Attr *state = node_attr(segment, "state");
		int found = 0;
		while (state && states[found] && !str_equal(states[found], state->value))
			found++;
		if (states[found] == NULL) {
			diag_error(r->diags, state->value_place, DIAG_FORM,
				   "there is no state \"%.60s\"", state->value);
			diag_hint(r->diags, "states: initial, translated, reviewed, final");
			found = 0;
		}
		least = found < least ? found : least;
		unit->stale =
		    unit->stale ||
		    (found == 0 && str_equal(node_value(segment, "subState"), XLIFF_STALE));
	}
	unit->state = states[least];
}

static Place target_place(const Node *node)
{
	const Node *segment = node_child(node, "segment");
	const Node *target = node_child(segment, "target");
	return target ? target->place : segment ? segment->place : node->place;
}

static void unit_read(Reading *r, const Node *node)
{
	const Attr *id = node_attr(node, "id");
	if (id == NULL || !node_child(node, "segment")) {
		diag_error(r->diags, node->place, DIAG_FORM, "<unit> lacks its %s",
			   id ? "<segment>" : "attribute \"id\"");
		return;
	}
	for (int i = 0; i < r->units.count; i++)
		if (str_equal(((const XliffUnit *)list_at(&r->units, i))->id, id->value)) {
			diag_error(r->diags, id->value_place, DIAG_FORM,
				   "the unit \"%.60s\" stands here already, at line %d", id->value,
				   ((const XliffUnit *)list_at(&r->units, i))->place.line);
			return;
		}
	Content source = xliff_content(r->a, node, "source", r->diags);
	Content target = xliff_content(r->a, node, "target", r->diags);
	XliffUnit unit = {.id = id->value,
			  .place = node->place,
			  .source = parts_text(r->a, source.parts, source.count),
			  .target = target.parts,
			  .target_count = target.count,
			  .target_place = target_place(node),
			  .whole = source.whole && target.whole,
			  .notes = notes_read(r, node)};
	state_read(r, node, &unit);
	*(XliffUnit *)list_add(&r->units) = unit;
}

/* Units may stand in groups. */
static void units_read(Reading *r, const Node *parent)
{
	for (const Node *node = parent->first; node; node = node->next) {
		if (node->kind != NODE_ELEMENT || !str_equal(node->space, XLIFF_SPACE))
			continue;
		if (str_equal(node->name, "unit"))
			unit_read(r, node);
		else if (str_equal(node->name, "group"))
			units_read(r, node);
	}
}

static bool root_check(const Reading *r, const Node *root)
{
	const Attr *language = node_attr(root, "trgLang");
	if (!str_equal(root->name, "xliff") || !str_equal(root->space, XLIFF_SPACE)) {
		diag_error(r->diags, root->place, DIAG_FORM,
			   "this is no translation: its root is <%s>", root->name);
		diag_hint(r->diags,
			  "a translation is XLIFF 2: <xliff xmlns=\"%s\" version=\"2.1\">",
			  XLIFF_SPACE);
		return false;
	}
	if (language && str_equal(language->value, r->language))
		return true;
	diag_error(r->diags, language ? language->value_place : root->place, DIAG_FORM,
		   "this file should be in \"%s\"%s%.60s%s", r->language,
		   language ? ", but its trgLang is \"" : ": it says no trgLang",
		   language ? language->value : "", language ? "\"" : "");
	diag_hint(r->diags, "write trgLang=\"%s\", or give the file the name of its language",
		  r->language);
	return false;
}

const Xliff *xliff_read(Arena *a, const Source *source, const char *language, Diags *diags)
{
	int before = diags_errors(diags);
	Reading r = {a, language, diags, list_new(a, sizeof(XliffUnit))};
	Xliff *xliff = ARENA_NEW(a, Xliff);
	const Node *root = xml_read(a, source, &xliff->read, diags);
	if (root == NULL || !root_check(&r, root))
		return NULL;
	const Node *file = node_child(root, "file");
	for (; file; file = node_next(file, "file"))
		units_read(&r, file);
	xliff->file = source->path;
	xliff->units = r.units.items;
	xliff->count = r.units.count;
	xliff->whole = diags_errors(diags) == before;
	return xliff;
}

const XliffUnit *xliff_find(const Xliff *xliff, const char *id)
{
	for (int i = 0; i < xliff->count; i++)
		if (str_equal(xliff->units[i].id, id))
			return &xliff->units[i];
	return NULL;
}
