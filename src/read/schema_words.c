/* SPDX-License-Identifier: MIT */
#include "read/schema_words.h"

#include "base/decimal.h"
#include "base/str.h"
#include "read/place.h"
#include "read/schema_map.h"

#include <libxml/relaxng.h>
#include <string.h>

static bool is_spoken(const Telling *t, const Node *node)
{
	for (int i = 0; i < t->spoken.count; i++)
		if (*(const Node **)list_at(&t->spoken, i) == node)
			return true;
	return false;
}

static void speak(Telling *t, const Node *node)
{
	*(const Node **)list_add(&t->spoken) = node;
}

static const char *known_names(Telling *t, const List *allowed)
{
	StrBuf names = {.arena = t->a};
	for (int i = 0; i < allowed->count; i++)
		strbuf_format(&names, "%s%s", i ? ", " : "",
			      ((Allowed *)list_at(allowed, i))->name);
	return strbuf_text(&names);
}

static void tell_unknown(Telling *t, Place place, const char *kind, const char *name,
			 const List *allowed)
{
	const char **names = ARENA_ARRAY(t->a, allowed->count + 1, const char *);
	for (int i = 0; i < allowed->count; i++)
		names[i] = ((Allowed *)list_at(allowed, i))->name;
	const char *nearest = str_nearest(name, names);
	diag_error(t->diags, place, DIAG_FORM, "there is no %s \"%.60s\" here%s%s%s", kind, name,
		   nearest ? "; did you mean \"" : "", nearest ? nearest : "",
		   nearest ? "\"?" : "");
	if (!nearest && allowed->count > 0)
		diag_hint(t->diags, "known here: %s", known_names(t, allowed));
}

/* True when an unknown attribute of the element is likely the missing one, misspelt. */
static bool attr_is_misspelt(const Node *node, const Inside *inside, const char *missing)
{
	const char *const words[] = {missing, NULL};
	for (int i = 0; i < node->attr_count; i++)
		if (map_find(&inside->attrs, node->attrs[i].name) == NULL &&
		    str_nearest(node->attrs[i].name, words))
			return true;
	return false;
}

static void attrs_tell(Telling *t, const Node *node, const Inside *inside)
{
	for (int i = 0; i < node->attr_count && !inside->any; i++)
		if (map_find(&inside->attrs, node->attrs[i].name) == NULL)
			tell_unknown(t, node->attrs[i].place, "attribute", node->attrs[i].name,
				     &inside->attrs);
	for (int i = 0; i < inside->attrs.count; i++) {
		const Allowed *attr = list_at(&inside->attrs, i);
		if (!attr->required || node_attr(node, attr->name) ||
		    attr_is_misspelt(node, inside, attr->name))
			continue;
		const char *expected = map_expected(t->a, t->schema, attr->pattern);
		diag_error(t->diags, node->place, DIAG_FORM, "<%s> lacks the attribute \"%s\"",
			   node->name, attr->name);
		if (expected)
			diag_hint(t->diags, "write %s=\"…\", %s", attr->name, expected);
	}
}

static void children_tell(Telling *t, const Node *node, const Inside *inside)
{
	bool told = false;
	for (const Node *child = node->first; child && !inside->any; child = child->next) {
		if (child->kind != NODE_ELEMENT || map_find(&inside->children, child->name) != NULL)
			continue;
		tell_unknown(t, child->place, "element", child->name, &inside->children);
		told = true;
	}
	for (int i = 0; i < inside->children.count; i++) {
		const Allowed *child = list_at(&inside->children, i);
		/* An unknown element is likely the missing one, misspelt. */
		if (told || !child->required || node_child(node, child->name))
			continue;
		diag_error(t->diags, node->place, DIAG_FORM, "<%s> lacks the element <%s>",
			   node->name, child->name);
		diag_hint(t->diags, "the order inside is: %s", known_names(t, &inside->children));
		told = true;
	}
	if (told)
		speak(t, node);
}

static void names_walk(Telling *t, const Node *node, const Node *pattern)
{
	Inside inside = map_inside(t->a, t->schema, pattern);
	attrs_tell(t, node, &inside);
	children_tell(t, node, &inside);
	for (const Node *child = node->first; child; child = child->next) {
		const Allowed *known =
		    child->kind == NODE_ELEMENT ? map_find(&inside.children, child->name) : NULL;
		if (known)
			names_walk(t, child, known->pattern);
	}
}

bool names_tell(Telling *t, const Node *root)
{
	bool any;
	const Node *pattern = map_root(t->a, t->schema, root->name, &any);
	const char *space = node_value(t->schema, "ns");
	if (pattern == NULL && any)
		return true;
	if (pattern == NULL)
		diag_error(t->diags, root->place, DIAG_FORM,
			   "<%s> is not the root that the schema asks for", root->name);
	else if (space && strcmp(space, root->space) != 0)
		diag_error(t->diags, root->place, DIAG_FORM,
			   "<%s> is not of the language that the schema describes", root->name);
	else
		return names_walk(t, root, pattern), true;
	if (pattern == NULL) {
		List roots = map_roots(t->a, t->schema, &any);
		diag_hint(t->diags, "the root can be: %s", known_names(t, &roots));
	} else {
		diag_hint(t->diags, "its namespace should be \"%s\"", space);
	}
	return false;
}

/* The schema's <element> for a node of the data, found along its ancestors; or NULL. */
static const Node *pattern_of(const Telling *t, const Node *node)
{
	bool any;
	if (node->parent == NULL)
		return map_root(t->a, t->schema, node->name, &any);
	const Node *above = pattern_of(t, node->parent);
	if (above == NULL)
		return NULL;
	Inside inside = map_inside(t->a, t->schema, above);
	const Allowed *known = map_find(&inside.children, node->name);
	return known ? known->pattern : NULL;
}

/* What is no number at all is often a slip of the finger or of another language's marks. */
static void number_hint(Telling *t, const char *expected, const char *value)
{
	Decimal number;
	if (expected == NULL || decimal_read(value, &number))
		return;
	if (str_starts(expected, "a number"))
		diag_hint(t->diags, "write digits only, with a full stop as the decimal mark: 5909 "
				    "or 14.2");
	else if (str_starts(expected, "a whole number"))
		diag_hint(t->diags, "write digits only: 98");
}

static bool tell_attr(Telling *t, const Complaint *c)
{
	const Attr *attr = c->name ? node_attr(c->node, c->name) : NULL;
	const Node *pattern = pattern_of(t, c->node);
	if (attr == NULL || pattern == NULL)
		return false;
	Inside inside = map_inside(t->a, t->schema, pattern);
	const Allowed *known = map_find(&inside.attrs, attr->name);
	if (known == NULL)
		return false;
	const char *expected = map_expected(t->a, t->schema, known->pattern);
	if (attr->value[0] == '\0')
		diag_error(t->diags, attr->place, DIAG_DATA, "the attribute \"%s\" is empty",
			   attr->name);
	else
		diag_error(t->diags, attr->value_place, DIAG_DATA,
			   "%s is \"%.60s\", but %s is expected here", attr->name, attr->value,
			   expected ? expected : "another value");
	if (attr->value[0] == '\0')
		diag_hint(t->diags, "give it a value, or leave it out when it is not known");
	else
		number_hint(t, expected, attr->value);
	return true;
}

static bool tell_value(Telling *t, const Complaint *c)
{
	if (is_spoken(t, c->node))
		return false;
	const Node *pattern = pattern_of(t, c->node);
	const char *expected = pattern ? map_expected(t->a, t->schema, pattern) : NULL;
	const char *words = str_fold(t->a, node_text(t->a, c->node));
	speak(t, c->node);
	if (words[0] == '\0') {
		diag_error(t->diags, c->node->place, DIAG_DATA, "<%s> is empty", c->node->name);
		diag_hint(t->diags, "give it a value, or leave it out when it is not known");
		return true;
	}
	diag_error(t->diags, node_text_place(c->node), DIAG_DATA,
		   "<%s> is \"%.60s\", but %s is expected here", c->node->name, words,
		   expected ? expected : "something else");
	number_hint(t, expected, words);
	return true;
}

static bool tell_order(Telling *t, const Complaint *c)
{
	const Node *parent = c->node->parent;
	const Node *pattern = parent ? pattern_of(t, parent) : NULL;
	if (parent == NULL || is_spoken(t, parent))
		return false;
	speak(t, parent);
	diag_error(t->diags, c->node->place, DIAG_FORM, "<%s> may not stand at this place in <%s>",
		   c->node->name, parent->name);
	if (pattern) {
		Inside inside = map_inside(t->a, t->schema, pattern);
		diag_hint(t->diags, "the order inside is: %s", known_names(t, &inside.children));
	}
	return true;
}

static bool tell_text(Telling *t, const Complaint *c)
{
	if (is_spoken(t, c->node))
		return false;
	speak(t, c->node);
	for (const Node *child = c->node->first; child; child = child->next)
		if (child->kind == NODE_TEXT && child->text[strspn(child->text, " \t\r\n")]) {
			diag_error(t->diags, place_of_word(child), DIAG_FORM,
				   "there may be no text in <%s>", c->node->name);
			break;
		}
	return true;
}

bool complaint_tell(Telling *t, const Complaint *c)
{
	if (c->node == NULL)
		return false;
	switch (c->code) {
	case XML_RELAXNG_ERR_INVALIDATTR:
		return tell_attr(t, c);
	case XML_RELAXNG_ERR_TEXTWRONG:
		return tell_text(t, c);
	case XML_RELAXNG_ERR_ELEMWRONG:
		return tell_order(t, c);
	case XML_RELAXNG_ERR_DATATYPE:
	case XML_RELAXNG_ERR_VALUE:
	case XML_RELAXNG_ERR_TYPEVAL:
	case XML_RELAXNG_ERR_CONTENTVALID:
	case XML_RELAXNG_ERR_LACKDATA:
		return c->node->first == NULL || c->node->first->kind == NODE_TEXT
			   ? tell_value(t, c)
			   : false;
	default:
		return false;
	}
}
