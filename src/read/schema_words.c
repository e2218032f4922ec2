/* SPDX-License-Identifier: MIT */
#include "read/schema_words.h"

#include "base/decimal.h"
#include "base/str.h"
#include "read/place.h"
#include "read/schema.h"
#include "read/schema_order.h"

#include <string.h>

/* One element of the data beside what the schema says of it. */
typedef struct Known {
	const Node *pattern;
	Inside inside;
} Known;

static const Inside *inside_of(Telling *t, const Node *pattern)
{
	for (int i = 0; i < t->known.count; i++) {
		const Known *known = *(Known **)list_at(&t->known, i);
		if (known->pattern == pattern)
			return &known->inside;
	}
	Known *known = ARENA_NEW(t->a, Known);
	*known = (Known){pattern, map_inside(t->a, t->schema, pattern)};
	*(Known **)list_add(&t->known) = known;
	return &known->inside;
}

/* What is no number at all is often a slip of the finger or of another language's marks; else what
 * the schema itself says of the value may help. */
static void value_hint(Telling *t, const Node *pattern, const char *expected, const char *value)
{
	Decimal number;
	const Node *words = node_child(pattern, "documentation");
	bool reads = decimal_read(value, &number);
	if (expected && str_starts(expected, "a number") && !reads)
		diag_hint(t->diags, "write digits only, with a full stop as the decimal mark: 5909 "
				    "or 14.2");
	else if (expected && str_starts(expected, "a whole number") && !reads)
		diag_hint(t->diags, "write digits only: 98");
	else if (words && (!expected || strstr(expected, "of the form")))
		diag_hint(t->diags, "%s: %s", node_value(pattern, "name"),
			  str_fold(t->a, node_text(t->a, words)));
}

/* `what`: "share" or "<economy>". */
static void value_tell(Telling *t, Place place, const char *what, const Node *pattern,
		       const char *value)
{
	ValueFault fault = value_judge(t->values, pattern, value);
	if (fault == VALUE_HOLDS)
		return;
	const char *expected = value_expected(t->values, pattern, fault);
	const char *const *words = value_words(t->values, pattern);
	const char *nearest = words[0] && words[1] ? str_nearest(value, words) : NULL;
	diag_error(t->diags, place, DIAG_DATA, "%s is \"%.60s\", but %s is expected here%s", what,
		   value, expected ? expected : "another value", str_guess(t->a, nearest));
	if (!nearest)
		value_hint(t, pattern, expected, value);
}

static void empty_tell(Telling *t, Place place, const char *what)
{
	diag_error(t->diags, place, DIAG_DATA, "%s is empty", what);
	diag_hint(t->diags, "give it a value, or leave it out when it is not known");
}

static void attr_tell(Telling *t, const Attr *attr, const Inside *inside)
{
	const Allowed *known = map_find(&inside->attrs, attr->name);
	if (known == NULL && !inside->any)
		unknown_tell(t, attr->place, "attribute", attr->name, &inside->attrs);
	else if (attr->value[strspn(attr->value, " \t\r\n")] == '\0')
		empty_tell(t, attr->place, str_format(t->a, "the attribute \"%s\"", attr->name));
	else if (known && !known->several)
		value_tell(t, attr->value_place, attr->name, known->pattern, attr->value);
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
	for (int i = 0; i < node->attr_count && !telling_is_enough(t); i++)
		attr_tell(t, &node->attrs[i], inside);
	for (int i = 0; i < inside->attrs.count; i++) {
		const Allowed *attr = list_at(&inside->attrs, i);
		if (!attr->required || attr->several || node_attr(node, attr->name) ||
		    attr_is_misspelt(node, inside, attr->name))
			continue;
		const char *expected = value_expected(t->values, attr->pattern, VALUE_KIND);
		diag_error(t->diags, node->place, DIAG_FORM, "<%s> lacks the attribute \"%s\"",
			   node->name, attr->name);
		if (expected)
			diag_hint(t->diags, "write %s=\"…\", %s", attr->name, expected);
	}
}

/* The first text inside an element that is not white space, or NULL. */
static const Node *word_of(const Node *node)
{
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_TEXT && child->text[strspn(child->text, " \t\r\n")])
			return child;
	return NULL;
}

static bool has_elements(const Node *node)
{
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT)
			return true;
	return false;
}

static void text_tell(Telling *t, const Node *node, const Inside *inside, const Node *pattern)
{
	const Node *word = word_of(node);
	if (word && !inside->text && !inside->any)
		diag_error(t->diags, place_of_word(word), DIAG_FORM, "there may be no text in <%s>",
			   node->name);
	if (!inside->text || inside->children.count > 0 || has_elements(node))
		return;
	const char *what = str_format(t->a, "<%s>", node->name);
	if (word)
		value_tell(t, node_text_place(node), what, pattern,
			   str_fold(t->a, node_text(t->a, node)));
	else if (value_judge(t->values, pattern, "") != VALUE_HOLDS)
		empty_tell(t, node->place, what);
}

static void node_tell(Telling *t, const Node *node, const Node *pattern)
{
	const Inside *inside = inside_of(t, pattern);
	attrs_tell(t, node, inside);
	children_tell(t, node, inside);
	choices_tell(t, node, inside);
	text_tell(t, node, inside, pattern);
	for (const Node *child = node->first; child && !telling_is_enough(t); child = child->next) {
		const Allowed *known =
		    child->kind == NODE_ELEMENT ? map_find(&inside->children, child->name) : NULL;
		if (known && !known->several && child_is_of(child, known))
			node_tell(t, child, known->pattern);
	}
}

static void root_tell(Telling *t, const Node *root)
{
	bool any;
	List roots = map_roots(t->a, t->schema, &any);
	const Allowed *known = map_find(&roots, root->name);
	if (known && known->several)
		return;
	if (known && child_is_of(root, known)) {
		node_tell(t, root, known->pattern);
	} else if (known) {
		space_tell(t, root, known);
	} else if (!any) {
		diag_error(t->diags, root->place, DIAG_FORM,
			   "<%s> is not the root that the schema asks for", root->name);
		diag_hint(t->diags, "the root can be: %s", names_joined(t, &roots));
	}
}

void words_tell(const Node *schema, const Node *root, Diags *diags)
{
	Arena *scratch = arena_new();
	Telling t = {.a = scratch,
		     .schema = schema,
		     .values = values_open(scratch, schema),
		     .diags = diags,
		     .known = list_new(scratch, sizeof(Known *)),
		     .before = diags_errors(diags)};
	root_tell(&t, root);
	if (telling_is_enough(&t))
		faults_are_many(diags);
	values_close(t.values);
	arena_free(scratch);
}
