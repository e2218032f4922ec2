/* SPDX-License-Identifier: MIT */
#include "read/schema_pass.h"

#include "base/list.h"
#include "base/str.h"
#include "read/schema_datum.h"
#include "read/schema_map.h"
#include "read/schema_tree.h"

#include <stdint.h>
#include <string.h>

/*
 * The content of an element is a regular expression over the elements in it. Each
 * place where the schema names an element is a bit; of each bit is known which ones
 * may stand behind it (V. M. Glushkov, The abstract theory of automata, 1961). Reading
 * children means going from place to place.
 */

enum { PLACES_MOST = 64, DEPTH_MOST = 40 };

typedef struct Form Form;

/* An attribute that an element may have. */
typedef struct Slot {
	const char *name;
	bool required;
	const Datum *datum;
} Slot;

/* What one <element> of the schema, or its start, asks for. */
struct Form {
	const Node *element;      /* NULL: the start */
	const char *name, *space; /* NULL: it may be called anything */
	bool known;               /* else nothing can be said of what is there */
	List slots;               /* of Slot */
	const Datum *datum;       /* of its text; NULL: elements stand inside, or nothing */
	const Form *places[PLACES_MOST];
	uint64_t behind[PLACES_MOST];
	uint64_t first, last; /* where the first and the last one may stand */
	int count, required;  /* of places; of slots */
	bool may_be_empty;
};

struct Pass {
	Arena *a;
	const Node *schema;
	List forms;  /* of Form *, each found by its element */
	List facets; /* of libxml2, for schema_datum.c */
	const Form *start;
};

/* A part of the expression. */
typedef struct Part {
	uint64_t first, last;
	bool may_be_empty;
} Part;

static const Part nothing = {0, 0, true};

typedef struct Opening {
	Pass *pass;
	Form *form;
	int depth;
	int inside; /* of so many patterns that are more than a row of others */
} Opening;

static const Form *form_open(Pass *pass, const Node *element);

static Part give_up(Opening *o)
{
	o->form->known = false;
	return nothing;
}

static Part row_of(Opening *o, Part one, Part two)
{
	for (int i = 0; i < o->form->count; i++)
		if (one.last >> i & 1)
			o->form->behind[i] |= two.first;
	return (Part){one.first | (one.may_be_empty ? two.first : 0),
		      two.last | (two.may_be_empty ? one.last : 0),
		      one.may_be_empty && two.may_be_empty};
}

static Part pattern_open(Opening *o, const Node *pattern);

static Part patterns_open(Opening *o, const Node *parent)
{
	Part row = nothing;
	if (++o->depth > DEPTH_MOST)
		return give_up(o);
	for (const Node *n = parent->first; n && o->form->known; n = n->next)
		if (tree_is_pattern(n))
			row = row_of(o, row, pattern_open(o, n));
	o->depth--;
	return row;
}

static Part element_open(Opening *o, const Node *element)
{
	Form *form = o->form;
	if (form->count == PLACES_MOST)
		return give_up(o);
	uint64_t bit = (uint64_t)1 << form->count;
	const Form *named = form_open(o->pass, element);
	if (!named->name)
		return give_up(o);
	form->places[form->count++] = named;
	return (Part){bit, bit, false};
}

static const Datum *attribute_datum(const Opening *o, const Node *attribute)
{
	const Node *only = tree_only_pattern(attribute);
	if (only)
		return datum_open(o->pass->a, o->pass->schema, only, &o->pass->facets);
	for (const Node *n = attribute->first; n; n = n->next)
		if (tree_is_pattern(n))
			return NULL;
	return datum_any(o->pass->a);
}

static Part attribute_open(Opening *o, const Node *attribute, bool required)
{
	const char *name = node_value(attribute, "name");
	const Datum *datum = attribute_datum(o, attribute);
	bool plain = name && !node_value(attribute, "ns") &&
		     (strchr(name, ':') == NULL || strcmp(name, "xml:lang") == 0);
	if (!plain || !datum || o->inside)
		return give_up(o);
	for (int i = 0; i < o->form->slots.count; i++)
		if (strcmp(((const Slot *)list_at(&o->form->slots, i))->name, name) == 0)
			return give_up(o);
	*(Slot *)list_add(&o->form->slots) = (Slot){name, required, datum};
	o->form->required += required;
	return nothing;
}

static Part optional_open(Opening *o, const Node *optional)
{
	const Node *only = tree_only_pattern(optional);
	if (only && strcmp(only->name, "attribute") == 0)
		return attribute_open(o, only, false);
	o->inside++;
	Part part = patterns_open(o, optional);
	o->inside--;
	part.may_be_empty = true;
	return part;
}

static Part many_open(Opening *o, const Node *many, bool required)
{
	o->inside++;
	Part part = patterns_open(o, many);
	o->inside--;
	/* Of what may be nothing many times over, libxml2 refuses some that is valid. */
	if (part.may_be_empty)
		return give_up(o);
	part = row_of(o, part, part);
	part.may_be_empty = !required;
	return part;
}

static Part datum_take(Opening *o, const Node *pattern)
{
	Form *form = o->form;
	if (o->inside || form->datum)
		return give_up(o);
	form->datum = datum_open(o->pass->a, o->pass->schema, pattern, &o->pass->facets);
	return form->datum ? nothing : give_up(o);
}

/* Among elements, or among values. */
static Part choice_open(Opening *o, const Node *choice)
{
	Part all = {0, 0, false};
	const Node *first = choice->first;
	while (first && !tree_is_pattern(first))
		first = first->next;
	if (first && (strcmp(first->name, "value") == 0 || strcmp(first->name, "data") == 0))
		return datum_take(o, choice);
	o->inside++;
	for (const Node *n = first; n; n = n->next) {
		if (!tree_is_pattern(n))
			continue;
		Part one = pattern_open(o, n);
		all = (Part){all.first | one.first, all.last | one.last,
			     all.may_be_empty || one.may_be_empty};
	}
	o->inside--;
	return all;
}

static Part ref_open(Opening *o, const Node *ref)
{
	const Node *define = tree_define(o->pass->schema, ref);
	return define ? patterns_open(o, define) : give_up(o);
}

static Part pattern_open(Opening *o, const Node *pattern)
{
	const char *name = pattern->name;
	if (strcmp(name, "element") == 0)
		return element_open(o, pattern);
	if (strcmp(name, "attribute") == 0)
		return attribute_open(o, pattern, true);
	if (strcmp(name, "optional") == 0)
		return optional_open(o, pattern);
	if (strcmp(name, "zeroOrMore") == 0 || strcmp(name, "oneOrMore") == 0)
		return many_open(o, pattern, name[0] == 'o');
	if (strcmp(name, "choice") == 0)
		return choice_open(o, pattern);
	if (strcmp(name, "ref") == 0)
		return ref_open(o, pattern);
	if (strcmp(name, "group") == 0)
		return patterns_open(o, pattern);
	/* Among others libxml2 takes it for something. */
	if (strcmp(name, "empty") == 0)
		return o->inside == 0 ? nothing : give_up(o);
	if (strcmp(name, "data") == 0 || strcmp(name, "value") == 0 || strcmp(name, "text") == 0)
		return datum_take(o, pattern);
	return give_up(o);
}

static bool names_alike(const Form *one, const Form *two)
{
	return strcmp(one->name, two->name) == 0 && strcmp(one->space, two->space) == 0;
}

/* Whether among these places each name stands once: then a name says which place is meant. Where it does not,
 * the validator has ways of its own. */
static bool places_differ(const Form *form, uint64_t places)
{
	for (int i = 0; i < form->count; i++)
		for (int k = i + 1; k < form->count; k++)
			if ((places >> i & 1) && (places >> k & 1) &&
			    names_alike(form->places[i], form->places[k]))
				return false;
	return true;
}

static bool form_is_plain(const Form *form)
{
	bool plain = !(form->datum && form->count) && places_differ(form, form->first);
	for (int i = 0; plain && i < form->count; i++)
		plain = places_differ(form, form->behind[i]);
	return plain;
}

static void form_fill(Pass *pass, Form *form, const Node *content)
{
	Opening o = {.pass = pass, .form = form};
	Part all = patterns_open(&o, content);
	form->first = all.first;
	form->last = all.last;
	form->may_be_empty = all.may_be_empty;
	form->known = form->known && form_is_plain(form);
}

static Form *form_new(Pass *pass, const Node *element)
{
	Form *form = ARENA_NEW(pass->a, Form);
	*form = (Form){.element = element, .known = true, .slots = list_new(pass->a, sizeof(Slot))};
	*(Form **)list_add(&pass->forms) = form;
	return form;
}

/* One form an element of the schema, however often it is named: elements stand inside themselves. */
static const Form *form_open(Pass *pass, const Node *element)
{
	for (int i = 0; i < pass->forms.count; i++) {
		const Form *known = *(const Form **)list_at(&pass->forms, i);
		if (known->element == element)
			return known;
	}
	Form *form = form_new(pass, element);
	const char *name = node_value(element, "name");
	form->known = name && strchr(name, ':') == NULL;
	if (form->known) {
		form->name = name;
		form->space = map_space(element);
		form_fill(pass, form, element);
	}
	return form;
}

/* The only <start> of a grammar; or a schema that is an element. */
static void start_open(Pass *pass)
{
	const Node *schema = pass->schema, *start = node_child(schema, "start");
	Form *form = form_new(pass, NULL);
	bool grammar = strcmp(schema->name, "grammar") == 0;
	form->known = grammar && start && !node_next(start, "start");
	if (form->known)
		form_fill(pass, form, start);
	pass->start = form;
}

Pass *pass_open(Arena *a, const Node *schema)
{
	Pass *pass = ARENA_NEW(a, Pass);
	*pass = (Pass){a, schema, list_new(a, sizeof(Form *)), list_new(a, sizeof(void *)), NULL};
	start_open(pass);
	return pass;
}

void pass_close(Pass *pass)
{
	datum_facets_close(&pass->facets);
}

/* Records */

static bool form_holds(const Form *form, const Node *node);

static const Slot *slot_find(const Form *form, const char *name)
{
	const Slot *slots = form->slots.items;
	for (int i = 0; i < form->slots.count; i++)
		if (strcmp(slots[i].name, name) == 0)
			return &slots[i];
	return NULL;
}

static bool attrs_hold(const Form *form, const Node *node)
{
	int required = 0;
	for (int i = 0; i < node->attr_count; i++) {
		const Slot *slot = slot_find(form, node->attrs[i].name);
		if (!slot || !datum_holds(slot->datum, node->attrs[i].value))
			return false;
		required += slot->required;
	}
	return required == form->required;
}

/* References part a text: rarely there is more than one piece. */
static bool text_holds(const Form *form, const Node *node)
{
	const Node *text = node->first;
	for (const Node *n = text; n; n = n->next)
		if (n->kind != NODE_TEXT)
			return false;
	if (!text || !text->next)
		return datum_holds(form->datum, text ? text->text : "");
	Arena *scratch = arena_new();
	bool holds = datum_holds(form->datum, node_text(scratch, node));
	arena_free(scratch);
	return holds;
}

/* The number of the one of `places` where the child may stand, or -1. */
static int place_of(const Form *form, uint64_t places, const Node *child)
{
	for (int i = 0; i < form->count; i++)
		if ((places >> i & 1) && strcmp(form->places[i]->name, child->name) == 0 &&
		    strcmp(form->places[i]->space, child->space) == 0)
			return i;
	return -1;
}

static bool is_blank(const char *s)
{
	return s[strspn(s, " \t\r\n")] == '\0';
}

static bool children_hold(const Form *form, const Node *node)
{
	uint64_t places = form->first;
	int at = -1;
	for (const Node *child = node->first; child; child = child->next) {
		if (child->kind == NODE_TEXT && form->count && is_blank(child->text))
			continue;
		at = child->kind == NODE_ELEMENT ? place_of(form, places, child) : -1;
		if (at < 0 || !form_holds(form->places[at], child))
			return false;
		places = form->behind[at];
	}
	return at < 0 ? form->may_be_empty : (form->last >> at & 1) != 0;
}

static bool form_holds(const Form *form, const Node *node)
{
	return form->known && attrs_hold(form, node) &&
	       (form->datum ? text_holds(form, node) : children_hold(form, node));
}

bool pass_holds(const Pass *pass, const Node *root)
{
	const Form *start = pass->start;
	int at = start->known ? place_of(start, start->first, root) : -1;
	return at >= 0 && (start->last >> at & 1) && form_holds(start->places[at], root);
}
