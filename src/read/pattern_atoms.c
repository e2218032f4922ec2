/* SPDX-License-Identifier: MIT */
#include "read/pattern_atoms.h"

#include "base/list.h"
#include "base/str.h"

#include <string.h>

enum { ATOMS_MOST = 100000 };

bool atom_is_space(const Atom *atom)
{
	return atom->kind == ATOM_CHAR && atom->code < 0x80 && str_is_space((char)atom->code);
}

static Atom *atom_add(List *list, AtomKind kind, Place place)
{
	Atom *atom = list_add(list);
	atom->kind = kind;
	atom->place = place;
	return atom;
}

static void text_add(List *list, const char *text, Place place)
{
	while (*text && list->count < ATOMS_MOST) {
		Atom *atom = atom_add(list, ATOM_CHAR, place);
		atom->code = str_next(&text);
		place.line += atom->code == '\n';
		place.column = atom->code == '\n' ? 1 : place.column + 1;
	}
}

static bool is_span(const Node *node)
{
	return strcmp(node->name, "a") == 0 || strcmp(node->name, "b") == 0 ||
	       strcmp(node->name, "span") == 0;
}

/* In form.c's words: said by both, it is kept once. */
static void tell_unknown(const Node *node, bool spans, Diags *diags)
{
	static const char *const known[] = {"a", "b", "span", NULL};
	const char *nearest = spans ? str_nearest(node->name, known) : NULL;
	if (nearest)
		diag_error(diags, node->place, DIAG_FORM,
			   "there is no element \"%s\" here; did you mean \"%s\"?", node->name,
			   nearest);
	else
		diag_error(diags, node->place, DIAG_FORM, "there is no element \"%s\" here",
			   node->name);
}

static bool children_add(List *list, const Node *element, bool spans, Diags *diags)
{
	bool good = true;
	for (const Node *child = element->first; child; child = child->next) {
		if (child->kind == NODE_TEXT) {
			text_add(list, child->text, child->place);
		} else if (spans && is_span(child)) {
			atom_add(list, ATOM_OPEN, child->place)->span = child;
			good = children_add(list, child, spans, diags) && good;
			atom_add(list, ATOM_CLOSE, child->place)->span = child;
		} else {
			tell_unknown(child, spans, diags);
			good = false;
		}
	}
	return good;
}

bool atoms_of_element(Arena *a, const Node *element, bool spans, Atoms *out, Diags *diags)
{
	List list = list_new(a, sizeof(Atom));
	bool good = children_add(&list, element, spans, diags);
	if (list.count >= ATOMS_MOST) {
		diag_error(diags, element->place, DIAG_FORM, "this text is too long to be meant");
		good = false;
	}
	atom_add(&list, ATOM_END, element->place);
	*out = (Atoms){list.items, list.count};
	return good;
}

Atoms atoms_of_text(Arena *a, const char *text, Place place)
{
	List list = list_new(a, sizeof(Atom));
	text_add(&list, text, place);
	atom_add(&list, ATOM_END, place);
	return (Atoms){list.items, list.count};
}
