/* SPDX-License-Identifier: MIT */
#include "read/schema_map.h"

#include "base/str.h"

#include <string.h>

/* References that lead round in a circle are no RELAX NG, but must not catch us; nor must those
 * that double at each step. */
enum { MAP_DEPTH = 60, MAP_STEPS = 4000 };

typedef struct Mapping {
	Arena *a;
	const Node *schema;
	Inside inside;
	int steps;
	int turn;
	int unordered; /* how many patterns around here leave the order open */
} Mapping;

/* What the patterns around say of what they hold. */
typedef struct Around {
	bool required, many;
	int depth;
} Around;

static bool is(const Node *node, const char *name)
{
	return node->kind == NODE_ELEMENT && strcmp(node->name, name) == 0;
}

static bool is_among(const Node *node, const char *const *names)
{
	for (; *names; names++)
		if (is(node, *names))
			return true;
	return false;
}

static const char *name_of(Arena *a, const Node *pattern)
{
	const char *name = node_value(pattern, "name");
	const Node *child = node_child(pattern, "name");
	if (name == NULL && child)
		name = node_text(a, child);
	return name ? str_fold(a, name) : NULL;
}

const char *map_space(const Node *element)
{
	const Node *name = node_child(element, "name");
	const char *space = name ? node_value(name, "ns") : NULL;
	for (; element && !space; element = element->parent)
		space = node_value(element, "ns");
	return space ? space : "";
}

/* The define by that name among `node` and its siblings, and in the <div>s among them. With `*after`
 * set it is passed over first, and set to NULL. */
static const Node *define_among(const Node *node, const char *name, const Node **after)
{
	for (; node; node = node->next) {
		const Node *found = NULL;
		if (is(node, "div"))
			found = define_among(node->first, name, after);
		else if (is(node, "define") && str_equal(node_value(node, "name"), name))
			found = *after ? NULL : node;
		if (found)
			return found;
		if (node == *after)
			*after = NULL;
	}
	return NULL;
}

const Node *map_define(const Node *schema, const char *name, const Node *after)
{
	return define_among(schema->first, name, &after);
}

static void walk(Mapping *m, const Node *node, Around around);

static void walk_children(Mapping *m, const Node *node, Around around)
{
	around.depth++;
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT)
			walk(m, child, around);
}

/* Content of which the order is open: all of it has one turn. */
static void walk_unordered(Mapping *m, const Node *node, Around around)
{
	m->unordered++;
	walk_children(m, node, around);
	if (--m->unordered == 0)
		m->turn++;
}

static void allow(Mapping *m, List *list, const Node *pattern, Around around)
{
	const char *name = name_of(m->a, pattern);
	if (name == NULL) {
		m->inside.any = true;
		return;
	}
	Allowed *allowed = list_add(list);
	*allowed = (Allowed){.name = name,
			     .pattern = pattern,
			     .required = around.required,
			     .many = around.many,
			     .turn = m->turn};
	m->turn += m->unordered == 0;
}

/* A name may be defined in several pieces, which are then put together. */
static void walk_ref(Mapping *m, const Node *ref, Around around)
{
	const char *name = node_value(ref, "name");
	const Node *first = map_define(m->schema, name, NULL);
	const Node *second = first ? map_define(m->schema, name, first) : NULL;
	if (first && !second) {
		walk_children(m, first, around);
		return;
	}
	for (const Node *d = first; d; d = map_define(m->schema, name, d))
		if (str_equal(node_value(d, "combine"), "choice"))
			around.required = false;
	for (const Node *d = first; d; d = map_define(m->schema, name, d))
		walk_unordered(m, d, around);
}

/* True when what was added to a list is one name. */
static bool one_was_added(const List *list, int before, const char **name)
{
	if (list->count == before + 1)
		*name = ((Allowed *)list_at(list, before))->name;
	return list->count == before + 1;
}

/* A choice among names, one an alternative, is kept as that; of any other is known only that none of
 * it must be there. */
static void walk_choice(Mapping *m, const Node *choice, Around around)
{
	Choice simple = {.required = around.required, .many = around.many};
	List names = list_new(m->a, sizeof(const char *));
	bool text = m->inside.text, is_simple = true, alike = true;
	Around inside = {false, around.many, around.depth + 1};
	m->unordered++;
	for (const Node *child = choice->first; child; child = child->next) {
		int attrs = m->inside.attrs.count, children = m->inside.children.count;
		if (child->kind != NODE_ELEMENT)
			continue;
		walk(m, child, inside);
		const char *name = NULL;
		bool attr = one_was_added(&m->inside.attrs, attrs, &name);
		bool element = one_was_added(&m->inside.children, children, &name);
		is_simple = is_simple && attr != element;
		alike = alike && (names.count == 0 || simple.attrs == attr);
		simple.attrs = attr;
		*(const char **)list_add(&names) = name;
	}
	if (--m->unordered == 0)
		m->turn++;
	list_add(&names);
	simple.names = names.items;
	if (is_simple && alike && names.count > 2 && !m->inside.any && m->inside.text == text)
		*(Choice *)list_add(&m->inside.choices) = simple;
}

static void walk_group(Mapping *m, const Node *node, Around around)
{
	static const char *const through[] = {"group", "start", "define", "div", NULL};
	static const char *const foreign[] = {"externalRef", "parentRef", "grammar", NULL};
	if (is_among(node, through)) {
		walk_children(m, node, around);
	} else if (is(node, "optional")) {
		around.required = false;
		walk_children(m, node, around);
	} else if (is(node, "zeroOrMore") || is(node, "oneOrMore")) {
		around.required = around.required && is(node, "oneOrMore");
		around.many = true;
		walk_unordered(m, node, around);
	} else if (is(node, "interleave")) {
		walk_unordered(m, node, around);
	} else if (is(node, "mixed")) {
		m->inside.text = true;
		walk_unordered(m, node, around);
	} else if (is_among(node, foreign)) {
		m->inside.any = true;
	}
}

static void walk(Mapping *m, const Node *node, Around around)
{
	static const char *const values[] = {"data", "text", "value", "list", NULL};
	if (around.depth > MAP_DEPTH || ++m->steps > MAP_STEPS)
		m->inside.any = true;
	else if (is(node, "attribute"))
		allow(m, &m->inside.attrs, node, around);
	else if (is(node, "element"))
		allow(m, &m->inside.children, node, around);
	else if (is(node, "ref"))
		walk_ref(m, node, around);
	else if (is(node, "choice"))
		walk_choice(m, node, around);
	else if (is_among(node, values))
		m->inside.text = true;
	else
		walk_group(m, node, around);
}

static Mapping mapping(Arena *a, const Node *schema)
{
	return (Mapping){.a = a,
			 .schema = schema,
			 .inside = {.attrs = list_new(a, sizeof(Allowed)),
				    .children = list_new(a, sizeof(Allowed)),
				    .choices = list_new(a, sizeof(Choice))}};
}

static void several_mark(List *list)
{
	Allowed *items = list->items;
	for (int i = 0; i < list->count; i++)
		for (int k = 0; k < i; k++)
			if (strcmp(items[i].name, items[k].name) == 0)
				items[i].several = items[k].several = true;
}

Inside map_inside(Arena *a, const Node *schema, const Node *element)
{
	Mapping m = mapping(a, schema);
	walk_children(&m, element, (Around){.required = true});
	several_mark(&m.inside.attrs);
	several_mark(&m.inside.children);
	return m.inside;
}

const Allowed *map_find(const List *allowed, const char *name)
{
	for (int i = 0; i < allowed->count; i++)
		if (str_equal(((Allowed *)list_at(allowed, i))->name, name))
			return list_at(allowed, i);
	return NULL;
}

List map_roots(Arena *a, const Node *schema, bool *any)
{
	Mapping m = mapping(a, schema);
	const Node *start = node_child(schema, "start");
	if (start == NULL)
		walk(&m, schema, (Around){.required = true});
	for (; start; start = node_next(start, "start"))
		walk(&m, start, (Around){.required = true});
	several_mark(&m.inside.children);
	*any = m.inside.any || m.inside.children.count == 0;
	return m.inside.children;
}
