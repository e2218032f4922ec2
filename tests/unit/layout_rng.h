/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * layout_rng.h: layouts/layout.rng beside the reader's forms, name by name.
 *
 * What is known to one of them only is gathered as sentences, with the lines to
 * add to the schema.
 */
#include "read_setup.h"

#include "read/layout_parts.h"

#include <libxml/relaxng.h>

#define LAYOUT_RNG "layouts/layout.rng"

/* A word of a form's list. */
typedef struct Part {
	const char *name;
	char mark;
} Part;

static inline List parts_of(Arena *a, const char *list)
{
	List parts = list_new(a, sizeof(Part));
	while (*(list += strspn(list, " "))) {
		size_t length = strcspn(list, " ");
		char last = list[length - 1];
		bool marked = strchr("!?+~", last) != NULL;
		*(Part *)list_add(&parts) = (Part){str_copy_n(a, list, length - marked), '\0'};
		if (marked)
			((Part *)list_at(&parts, parts.count - 1))->mark = last;
		list += length;
	}
	return parts;
}

static inline const Part *part_find(const List *parts, const char *name)
{
	for (int i = 0; i < parts->count; i++)
		if (strcmp(((Part *)list_at(parts, i))->name, name) == 0)
			return list_at(parts, i);
	return NULL;
}

static inline const char *tag_of(const Form *form)
{
	const char *slash = strchr(form->name, '/');
	return slash ? slash + 1 : form->name;
}

/* The form of a child, as the reader finds it. */
static inline const Form *form_of(Arena *a, const Language *language, const char *parent,
				  const char *child)
{
	const char *inside = str_format(a, "%s/%s", parent, child);
	const Form *plain = NULL;
	for (const Form *form = language->forms; form->name; form++) {
		if (strcmp(form->name, inside) == 0)
			return form;
		if (strcmp(form->name, child) == 0)
			plain = form;
	}
	return plain;
}

/* What the schema says of one element */

typedef struct Said {
	List attrs;    /* of const Node *: the schema's <attribute> */
	List children; /* of Part: the name, and '+' for one that must be there */
} Said;

static inline const Node *define_find(const Node *schema, const char *name)
{
	for (const Node *d = node_child(schema, "define"); d; d = node_next(d, "define"))
		if (str_equal(node_value(d, "name"), name))
			return d;
	fail_msg(LAYOUT_RNG " has no <define name=\"%s\">", name);
	return NULL;
}

static inline void said_gather(Arena *a, const Node *schema, const Node *node, Said *said)
{
	for (const Node *n = node->first; n; n = n->next) {
		if (n->kind != NODE_ELEMENT)
			continue;
		if (strcmp(n->name, "attribute") == 0) {
			*(const Node **)list_add(&said->attrs) = n;
		} else if (strcmp(n->name, "ref") == 0) {
			const Node *define = define_find(schema, node_value(n, "name"));
			const Node *element = node_child(define, "element");
			if (element)
				*(Part *)list_add(&said->children) =
				    (Part){node_value(element, "name"), '\0'};
			else
				said_gather(a, schema, define, said);
		} else {
			said_gather(a, schema, n, said);
		}
	}
}

static inline Said said_of(Arena *a, const Node *schema, const char *define)
{
	Said said = {list_new(a, sizeof(const Node *)), list_new(a, sizeof(Part))};
	said_gather(a, schema, node_child(define_find(schema, define), "element"), &said);
	return said;
}

static inline const Node *said_attr(const Said *said, const char *name)
{
	for (int i = 0; i < said->attrs.count; i++) {
		const Node *attr = *(const Node **)list_at(&said->attrs, i);
		if (str_equal(node_value(attr, "name"), name))
			return attr;
	}
	return NULL;
}

/* Both sides, with one name for each element of the language. */
typedef struct Match {
	Arena *a;
	const Language *language;
	const Node *schema;
	xmlRelaxNGPtr judge;
	StrBuf faults;
	int judged;
} Match;

static inline bool names_define(const Node *schema, const char *name)
{
	for (const Node *d = node_child(schema, "define"); d; d = node_next(d, "define"))
		if (str_equal(node_value(d, "name"), name) && node_child(d, "element"))
			return true;
	return false;
}

/* "table/column" is the define "table-column"; the element <words> of a layout is "words-file". */
static inline const char *define_of(const Match *m, const Form *form)
{
	char *name = str_copy(m->a, form->name);
	for (char *s = name; *s; s++)
		*s = *s == '/' ? '-' : *s;
	if (strcmp(name, "words") == 0)
		return strcmp(m->language->root, "words") == 0 ? "common" : "words-file";
	return name;
}

/* Name by name */

static inline void attrs_compare(Match *m, const Form *form, const Said *said)
{
	List attrs = parts_of(m->a, form->attrs);
	for (int i = 0; i < attrs.count; i++) {
		const Part *part = list_at(&attrs, i);
		const char *attr =
		    str_format(m->a,
			       "<attribute name=\"%s\"><a:documentation>…</a:documentation>"
			       "<ref name=\"…\"/></attribute>",
			       part->name);
		if (!said_attr(said, part->name))
			strbuf_format(&m->faults,
				      "the reader knows %s of <%s>: add to <define name=\"%s\">\n"
				      "        %s%s%s\n",
				      part->name, form->name, define_of(m, form),
				      part->mark == '!' ? "" : "<choice>", attr,
				      part->mark == '!' ? "" : "<empty/></choice>");
	}
	for (int i = 0; i < said->attrs.count; i++) {
		const char *name = node_value(*(const Node **)list_at(&said->attrs, i), "name");
		if (name && !part_find(&attrs, name))
			strbuf_format(&m->faults,
				      "the reader does not know %s of <%s>: take it out\n", name,
				      form->name);
	}
}

static inline void children_compare(Match *m, const Form *form, const Said *said)
{
	List children = parts_of(m->a, form->children);
	for (int i = 0; i < children.count; i++) {
		const Part *part = list_at(&children, i);
		const Form *child = form_of(m->a, m->language, form->name, part->name);
		if (child && !part_find(&said->children, part->name))
			strbuf_format(
			    &m->faults,
			    "the reader knows <%s> in <%s>: add to <define name=\"%s\">, "
			    "or to \"boxes\" if it is a box\n        <ref name=\"%s\"/>\n",
			    part->name, form->name, define_of(m, form), define_of(m, child));
	}
	for (int i = 0; i < said->children.count; i++) {
		const char *name = ((Part *)list_at(&said->children, i))->name;
		if (!part_find(&children, name) && strcmp(name, "take") != 0)
			strbuf_format(&m->faults,
				      "the reader does not know <%s> in <%s>: take it out\n", name,
				      form->name);
	}
}

static inline void forms_compare(Match *m)
{
	for (const Form *form = m->language->forms; form->name; form++) {
		const char *define = define_of(m, form);
		if (!names_define(m->schema, define)) {
			strbuf_format(
			    &m->faults,
			    "the reader knows <%s>: add\n"
			    "  <define name=\"%s\">\n    <element name=\"%s\">\n"
			    "      <a:documentation>…</a:documentation>\n"
			    "      <interleave>…</interleave>\n    </element>\n  </define>\n",
			    form->name, define, tag_of(form));
			continue;
		}
		Said said = said_of(m->a, m->schema, define);
		/* What a layout that extends nothing does not say. */
		if (strcmp(define, "layout") == 0)
			*(const Node **)list_add(&said.attrs) = said_attr(
			    &(Said){said_of(m->a, m->schema, "derived").attrs, {0}}, "extends");
		attrs_compare(m, form, &said);
		children_compare(m, form, &said);
	}
}
