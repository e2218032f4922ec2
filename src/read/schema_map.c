/* SPDX-License-Identifier: MIT */
#include "read/schema_map.h"

#include "base/str.h"

#include <string.h>

/* References that lead round in a circle are no RELAX NG, but must not catch us. */
enum { MAP_DEPTH = 60 };

typedef struct Mapping {
	Arena *a;
	const Node *schema;
	Inside inside;
} Mapping;

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

static const Node *define_find(const Node *schema, const char *name)
{
	for (const Node *d = node_child(schema, "define"); d; d = node_next(d, "define"))
		if (str_equal(node_value(d, "name"), name))
			return d;
	return NULL;
}

static void walk(Mapping *m, const Node *node, bool required, int depth);

static void walk_children(Mapping *m, const Node *node, bool required, int depth)
{
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT)
			walk(m, child, required, depth + 1);
}

static void allow(Mapping *m, List *list, const Node *pattern, bool required)
{
	const char *name = name_of(m->a, pattern);
	if (name == NULL) {
		m->inside.any = true;
		return;
	}
	*(Allowed *)list_add(list) = (Allowed){name, required, pattern};
}

static void walk(Mapping *m, const Node *node, bool required, int depth)
{
	static const char *const through[] = {"group",  "interleave", "oneOrMore", "start",
					      "define", "div",        NULL};
	static const char *const maybe[] = {"optional", "zeroOrMore", "choice", NULL};
	static const char *const values[] = {"data", "text", "value", "list", NULL};
	if (depth > MAP_DEPTH)
		return;
	if (is(node, "attribute")) {
		allow(m, &m->inside.attrs, node, required);
	} else if (is(node, "element")) {
		allow(m, &m->inside.children, node, required);
	} else if (is(node, "ref")) {
		const Node *define = define_find(m->schema, node_value(node, "name"));
		if (define)
			walk_children(m, define, required, depth);
	} else if (is_among(node, values)) {
		m->inside.text = true;
	} else if (is(node, "mixed")) {
		m->inside.text = true;
		walk_children(m, node, required, depth);
	} else if (is_among(node, through) || is_among(node, maybe)) {
		walk_children(m, node, required && !is_among(node, maybe), depth);
	} else if (is(node, "externalRef") || is(node, "parentRef") || is(node, "grammar")) {
		m->inside.any = true;
	}
}

static Mapping mapping(Arena *a, const Node *schema)
{
	return (Mapping){.a = a,
			 .schema = schema,
			 .inside = {.attrs = list_new(a, sizeof(Allowed)),
				    .children = list_new(a, sizeof(Allowed))}};
}

Inside map_inside(Arena *a, const Node *schema, const Node *element)
{
	Mapping m = mapping(a, schema);
	walk_children(&m, element, true, 0);
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
	if (start)
		walk(&m, start, true, 0);
	else
		walk(&m, schema, true, 0);
	*any = m.inside.any || m.inside.children.count == 0;
	return m.inside.children;
}

const Node *map_root(Arena *a, const Node *schema, const char *name, bool *any)
{
	List roots = map_roots(a, schema, any);
	const Allowed *root = map_find(&roots, name);
	return root ? root->pattern : NULL;
}

/* The one <data>, <value> or <choice> of values that a pattern comes down to, or NULL. */
static const Node *value_pattern(const Node *schema, const Node *node, int depth)
{
	static const char *const passed[] = {"attribute", "optional", "zeroOrMore", NULL};
	for (const Node *child = node->first; child && depth < MAP_DEPTH; child = child->next) {
		if (child->kind != NODE_ELEMENT || is_among(child, passed))
			continue;
		if (is(child, "data") || is(child, "value") || is(child, "choice"))
			return child;
		const Node *found = NULL;
		if (is(child, "ref")) {
			const Node *define = define_find(schema, node_value(child, "name"));
			found = define ? value_pattern(schema, define, depth + 1) : NULL;
		} else if (is(child, "group")) {
			found = value_pattern(schema, child, depth + 1);
		}
		if (found)
			return found;
	}
	return NULL;
}

static const char *param(Arena *a, const Node *data, const char *name)
{
	for (const Node *p = node_child(data, "param"); p; p = node_next(p, "param"))
		if (str_equal(node_value(p, "name"), name))
			return str_fold(a, node_text(a, p));
	return NULL;
}

static const char *choice_words(Arena *a, const Node *choice)
{
	StrBuf words = {.arena = a};
	for (const Node *v = node_child(choice, "value"); v; v = node_next(v, "value"))
		strbuf_format(&words, "%s\"%s\"", words.length ? ", " : "one of ",
			      str_fold(a, node_text(a, v)));
	return words.length ? strbuf_text(&words) : NULL;
}

typedef struct Kind {
	const char *type, *words;
} Kind;

static const Kind kinds[] = {{"decimal", "a number"},
			     {"double", "a number"},
			     {"integer", "a whole number"},
			     {"int", "a whole number"},
			     {"positiveInteger", "a whole number from 1 on"},
			     {"nonNegativeInteger", "a whole number from 0 on"},
			     {"date", "a date such as \"2024-09-26\""},
			     {"gYear", "a year"},
			     {"language", "a language such as \"en\""},
			     {"boolean", "true or false"},
			     {"anyURI", "an address"}};

static const char *data_words(Arena *a, const Node *data)
{
	const char *low = param(a, data, "minInclusive"), *high = param(a, data, "maxInclusive");
	const char *form = param(a, data, "pattern"), *words = NULL;
	const char *type = node_value(data, "type");
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_equal(kinds[i].type, type))
			words = kinds[i].words;
	if (words && low && high)
		return str_format(a, "%s from %s to %s", words, low, high);
	if (words && (low || high))
		return str_format(a, "%s %s %s", words, low ? "from" : "up to", low ? low : high);
	if (words)
		return words;
	if (form)
		return str_format(a, "text of the form %s", form);
	return param(a, data, "minLength") ? "some text" : NULL;
}

const char *map_expected(Arena *a, const Node *schema, const Node *pattern)
{
	const Node *value = value_pattern(schema, pattern, 0);
	if (value == NULL)
		return NULL;
	if (is(value, "choice"))
		return choice_words(a, value);
	if (is(value, "value"))
		return str_format(a, "\"%s\"", str_fold(a, node_text(a, value)));
	return data_words(a, value);
}
