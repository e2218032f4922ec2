/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * layout_made.h: the smallest file in which an element of a language stands, sound or
 * spoiled in one way, and what layouts/layout.rng says of it.
 */
#include "layout_rng.h"

#include "read/xml.h"

#include <libxml/parser.h>

/* A value that the pattern allows. */
static inline const char *value_of(const Match *m, const Node *pattern)
{
	static const char *const samples[][2] = {
	    {"length", "1mm"}, {"shift", "-1pt"},         {"em", "0.1em"}, {"edges", "1mm 2mm"},
	    {"ratio", "70%"},  {"width", "1fr"},          {"count", "5"},  {"widths", "1fr 1fr"},
	    {"line", "1pt x"}, {"two-lengths", "1in 1in"}};
	for (const Node *n = pattern->first; n; n = n->next) {
		if (n->kind != NODE_ELEMENT || strcmp(n->name, "documentation") == 0)
			continue;
		if (strcmp(n->name, "value") == 0)
			return node_text(m->a, n);
		if (strcmp(n->name, "choice") == 0)
			return value_of(m, n);
		if (strcmp(n->name, "data") == 0 && node_child(n, "param"))
			return strstr(node_text(m->a, n), "[0-9]{1,4}")          ? "400"
			       : strstr(node_text(m->a, n), "[0-9]{1,3}( ")      ? "1 2 3 4"
			       : strstr(node_text(m->a, n), "#([0-9a-fA-F]{3})") ? "#123456"
										 : "x";
		if (strcmp(n->name, "ref") != 0)
			return "x";
		for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
			if (strcmp(samples[i][0], node_value(n, "name")) == 0)
				return samples[i][1];
		return value_of(m, define_find(m->schema, node_value(n, "name")));
	}
	return "x";
}

static inline const char *sample(const Match *m, const Form *form, const char *attr)
{
	if (strcmp(attr, "extends") == 0)
		return "other.xml";
	Said said = said_of(m->a, m->schema, define_of(m, form));
	const Node *pattern = said_attr(&said, attr);
	return pattern ? value_of(m, pattern) : "x";
}

/* One way to spoil an element: `attr` or `child` is put in (or taken out, or emptied). */
typedef struct Spoil {
	const char *attr, *no_attr, *empty_attr, *child, *no_child;
	const char *value; /* of `attr`, which then stands on a line of its own */
	bool twice, words, child_elsewhere;
} Spoil;

static inline void put_form(StrBuf *out, const Match *m, const Form *form, const Spoil *spoil,
			    const char *inside, const char *instead_of);

static inline void put_start(StrBuf *out, const Match *m, const Form *form, const Spoil *s)
{
	List attrs = parts_of(m->a, form->attrs);
	strbuf_format(out, "<%s", tag_of(form));
	if (strcmp(form->name, m->language->root) == 0)
		strbuf_format(out, " xmlns=\"%s\"", m->language->space);
	for (int i = 0; i < attrs.count; i++) {
		const Part *part = list_at(&attrs, i);
		bool empty = str_equal(s->empty_attr, part->name);
		bool wanted = part->mark == '!' || str_equal(s->attr, part->name) || empty;
		if (str_equal(s->attr, part->name) && s->value)
			strbuf_format(out, "\n%s=\"%s\"\n", part->name, s->value);
		else if (wanted && !str_equal(s->no_attr, part->name))
			strbuf_format(out, " %s=\"%s\"", part->name,
				      empty ? " " : sample(m, form, part->name));
	}
	if (s->attr && !part_find(&attrs, s->attr))
		strbuf_format(out, " %s=\"1\"", s->attr);
	strbuf_add(out, ">");
}

static inline void put_child(StrBuf *out, const Match *m, const Form *form, const char *name)
{
	static const Spoil none;
	const Form *child = form_of(m->a, m->language, form->name, name);
	if (child)
		put_form(out, m, child, &none, NULL, NULL);
	else
		strbuf_format(out, "<%s/>", name);
}

static inline void put_form(StrBuf *out, const Match *m, const Form *form, const Spoil *s,
			    const char *inside, const char *instead_of)
{
	List children = parts_of(m->a, form->children);
	put_start(out, m, form, s);
	strbuf_add(out, s->words ? "words" : "");
	for (int i = 0; i < children.count; i++) {
		const Part *part = list_at(&children, i);
		bool needed = part->mark == '!' || part->mark == '+';
		if (needed && !str_equal(part->name, instead_of) &&
		    !str_equal(part->name, s->no_child))
			put_child(out, m, form, part->name);
	}
	for (int i = 0; s->child && i < 1 + s->twice; i++)
		put_child(out, m, form, s->child);
	strbuf_add(out, s->child_elsewhere ? "<b xmlns=\"urn:other\"/>" : "");
	strbuf_add(out, inside ? inside : "");
	strbuf_format(out, "</%s>", tag_of(form));
}

/* The way from the root to each form: its parent, the shortest. */
static inline const Form **parents_find(const Match *m)
{
	enum { FORMS_MOST = 200 };
	const Form **parents = arena_alloc(m->a, FORMS_MOST * sizeof *parents);
	List queue = list_new(m->a, sizeof(const Form *));
	*(const Form **)list_add(&queue) = form_of(m->a, m->language, "", m->language->root);
	for (int i = 0; i < queue.count; i++) {
		const Form *form = *(const Form **)list_at(&queue, i);
		List children = parts_of(m->a, form->children);
		for (int k = 0; k < children.count; k++) {
			const char *name = ((Part *)list_at(&children, k))->name;
			const Form *child = form_of(m->a, m->language, form->name, name);
			assert_true(child && child - m->language->forms < FORMS_MOST);
			if (parents[child - m->language->forms] || child == form)
				continue;
			parents[child - m->language->forms] = form;
			*(const Form **)list_add(&queue) = child;
		}
	}
	return parents;
}

/* The whole file around an element, which stands where it may. */
static inline const char *file_around(const Match *m, const Form *form, const Form **parents,
				      const Spoil *s)
{
	static const Spoil none;
	StrBuf text = {.arena = m->a};
	put_form(&text, m, form, s, NULL, NULL);
	const Form *root = form_of(m->a, m->language, "", m->language->root);
	while (form != root) {
		const Form *parent = parents[form - m->language->forms];
		StrBuf around = {.arena = m->a};
		put_form(&around, m, parent, &none, strbuf_text(&text), tag_of(form));
		text = around;
		form = parent;
	}
	return strbuf_text(&text);
}

static inline void be_silent(void *who, const char *format, ...)
{
	(void)who, (void)format;
}

static inline bool schema_likes(const Match *m, const char *text)
{
	xmlDocPtr doc = xmlReadMemory(text, (int)strlen(text), NULL, NULL,
				      XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	assert_non_null(doc);
	xmlRelaxNGValidCtxtPtr valid = xmlRelaxNGNewValidCtxt(m->judge);
	xmlRelaxNGSetValidErrors(valid, be_silent, be_silent, NULL);
	int result = xmlRelaxNGValidateDoc(valid, doc);
	xmlRelaxNGFreeValidCtxt(valid);
	xmlFreeDoc(doc);
	return result == 0;
}

static inline xmlRelaxNGPtr judge_open(void)
{
	xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewParserCtxt(LAYOUT_RNG);
	xmlRelaxNGPtr schema = xmlRelaxNGParse(parser);
	xmlRelaxNGFreeParserCtxt(parser);
	assert_non_null(schema);
	return schema;
}

static inline Match match_open(Setup *setup, const Language *language)
{
	Source source = {LAYOUT_RNG, NULL, {0}};
	Match m = {.a = setup->arena, .language = language, .faults = {.arena = setup->arena}};
	m.schema = xml_read(m.a, &source, NULL, setup->diags);
	assert_non_null(m.schema);
	return m;
}
