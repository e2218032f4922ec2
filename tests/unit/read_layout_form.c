/* SPDX-License-Identifier: MIT */
/*
 * layouts/layout.rng, which editors read, against the forms that the reader goes by.
 *
 * First name by name: each element and attribute of one is one of the other's, and
 * is told with the line to add. Then as judges: for every element the smallest file
 * that has it is made, and spoiled in all ways (each attribute and element of the
 * language put in, taken out, doubled, emptied, words added); the reader's form check
 * and libxml2 must be of one mind about each.
 */
#include "layout_rng.h"

#include "read/xml.h"
#include "unit/write_asked.h"

#include <libxml/parser.h>

/* As judges */

/* A value that the pattern allows. */
static const char *value_of(const Match *m, const Node *pattern)
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

static const char *sample(const Match *m, const Form *form, const char *attr)
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
	bool twice, words, child_elsewhere;
} Spoil;

static void put_form(StrBuf *out, const Match *m, const Form *form, const Spoil *spoil,
		     const char *inside, const char *instead_of);

static void put_start(StrBuf *out, const Match *m, const Form *form, const Spoil *s)
{
	List attrs = parts_of(m->a, form->attrs);
	strbuf_format(out, "<%s", tag_of(form));
	if (strcmp(form->name, m->language->root) == 0)
		strbuf_format(out, " xmlns=\"%s\"", m->language->space);
	for (int i = 0; i < attrs.count; i++) {
		const Part *part = list_at(&attrs, i);
		bool empty = str_equal(s->empty_attr, part->name);
		bool wanted = part->mark == '!' || str_equal(s->attr, part->name) || empty;
		if (wanted && !str_equal(s->no_attr, part->name))
			strbuf_format(out, " %s=\"%s\"", part->name,
				      empty ? " " : sample(m, form, part->name));
	}
	if (s->attr && !part_find(&attrs, s->attr))
		strbuf_format(out, " %s=\"1\"", s->attr);
	strbuf_add(out, ">");
}

static void put_child(StrBuf *out, const Match *m, const Form *form, const char *name)
{
	static const Spoil none;
	const Form *child = form_of(m->a, m->language, form->name, name);
	if (child)
		put_form(out, m, child, &none, NULL, NULL);
	else
		strbuf_format(out, "<%s/>", name);
}

static void put_form(StrBuf *out, const Match *m, const Form *form, const Spoil *s,
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
static const Form **parents_find(const Match *m)
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
static const char *file_around(const Match *m, const Form *form, const Form **parents,
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

static void be_silent(void *who, const char *format, ...)
{
	(void)who, (void)format;
}

static bool schema_likes(const Match *m, const char *text)
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

/* Not by file_write, which waits for the disk. */
static void put_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static void judge(Match *m, const Form *form, const Form **parents, const Spoil *s)
{
	Arena *whole = m->a, *a = m->a = arena_new();
	Diags *diags = diags_new(a);
	const char *text = file_around(m, form, parents, s);
	Source source = {SETUP_FOLDER "form.xml", NULL, {0}};
	put_file(source.path, text);
	const Node *root = xml_read(a, &source, NULL, diags);
	assert_non_null(root);
	bool reader = form_check(a, root, m->language, diags);
	bool schema = schema_likes(m, text);
	m->judged++;
	if (reader != schema)
		strbuf_format(&m->faults, "the %s alone finds fault with %s%s\n",
			      reader ? "schema" : "reader", text,
			      reader ? ""
				     : str_format(a, "\n        %s", diags_at(diags, 0)->message));
	m->a = whole;
	arena_free(a);
}

/* All names of the language, and one that it has not. */
static List names_of(const Match *m, bool attrs)
{
	List names = list_new(m->a, sizeof(const char *));
	*(const char **)list_add(&names) = "zzz";
	for (const Form *form = m->language->forms; form->name; form++) {
		List parts = parts_of(m->a, attrs ? form->attrs : form->children);
		for (int i = 0; i < parts.count; i++) {
			const char *name = ((Part *)list_at(&parts, i))->name;
			bool new = true;
			for (int k = 0; k < names.count && new; k++)
				new = strcmp(*(const char **)list_at(&names, k), name) != 0;
			if (new)
				*(const char **)list_add(&names) = name;
		}
	}
	return names;
}

static void form_judge(Match *m, const Form *form, const Form **parents, const List *attrs,
		       const List *elements)
{
	List own = parts_of(m->a, form->attrs), inside = parts_of(m->a, form->children);
	judge(m, form, parents, &(Spoil){.words = false});
	judge(m, form, parents, &(Spoil){.words = true});
	judge(m, form, parents, &(Spoil){.child_elsewhere = true});
	for (int i = 0; i < attrs->count; i++) {
		const char *name = *(const char **)list_at(attrs, i);
		judge(m, form, parents, &(Spoil){.attr = name});
		if (!part_find(&own, name))
			continue;
		judge(m, form, parents, &(Spoil){.no_attr = name});
		judge(m, form, parents, &(Spoil){.empty_attr = name});
	}
	for (int i = 0; i < elements->count; i++) {
		const char *name = *(const char **)list_at(elements, i);
		judge(m, form, parents, &(Spoil){.child = name});
		if (!part_find(&inside, name))
			continue;
		judge(m, form, parents, &(Spoil){.child = name, .twice = true});
		judge(m, form, parents, &(Spoil){.no_child = name});
	}
}

static xmlRelaxNGPtr judge_open(void)
{
	xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewParserCtxt(LAYOUT_RNG);
	xmlRelaxNGPtr schema = xmlRelaxNGParse(parser);
	xmlRelaxNGFreeParserCtxt(parser);
	assert_non_null(schema);
	return schema;
}

static Match match_open(Setup *setup, const Language *language)
{
	Source source = {LAYOUT_RNG, NULL, {0}};
	Match m = {.a = setup->arena, .language = language, .faults = {.arena = setup->arena}};
	m.schema = xml_read(m.a, &source, NULL, setup->diags);
	assert_non_null(m.schema);
	return m;
}

static void compare(Setup *setup, const Language *language)
{
	Match m = match_open(setup, language);
	forms_compare(&m);
	if (m.faults.length)
		fail_msg(LAYOUT_RNG " is not what the reader goes by:\n%s", strbuf_text(&m.faults));
}

static void judge_all(Setup *setup, const Language *language)
{
	Match m = match_open(setup, language);
	setup_file(setup, "form.xml", "");
	m.judge = judge_open();
	const Form **parents = parents_find(&m);
	List attrs = names_of(&m, true), elements = names_of(&m, false);
	for (const Form *form = language->forms; form->name && m.faults.length < 2000; form++)
		form_judge(&m, form, parents, &attrs, &elements);
	xmlRelaxNGFree(m.judge);
	if (m.faults.length)
		fail_msg("%s", strbuf_text(&m.faults));
	print_message("# %d files judged\n", m.judged);
}

static void schema_has_the_names_that_the_reader_knows(void **state)
{
	compare(*state, layout_language());
}

static void schema_has_the_names_of_common_texts(void **state)
{
	compare(*state, words_language());
}

static void reader_and_schema_find_fault_with_the_same_layouts(void **state)
{
	judge_all(*state, layout_language());
}

static void reader_and_schema_find_fault_with_the_same_words(void **state)
{
	judge_all(*state, words_language());
}

/* A comment on each element and attribute: what an editor shows beside the name. */
static void all_in_the_schema_is_explained(void **state)
{
	Setup *setup = *state;
	Match m = match_open(setup, layout_language());
	for (const Form *form = m.language->forms; form->name; form++) {
		const Node *element =
		    node_child(define_find(m.schema, define_of(&m, form)), "element");
		Said said = said_of(m.a, m.schema, define_of(&m, form));
		if (!node_child(element, "documentation"))
			fail_msg("<%s> has no documentation in " LAYOUT_RNG, form->name);
		for (int i = 0; i < said.attrs.count; i++) {
			const Node *attr = *(const Node **)list_at(&said.attrs, i);
			if (!node_child(attr, "documentation"))
				fail_msg("%s of <%s> has no documentation in " LAYOUT_RNG,
					 node_value(attr, "name"), form->name);
		}
	}
}

static void shipped_layouts_have_the_form_of_the_schema(void **state)
{
	Setup *setup = *state;
	if (!is_installed("xmllint"))
		skip();
	int status;
	const char *said = asked(setup->arena,
				 "xmllint --noout --relaxng " LAYOUT_RNG
				 " $(grep -l -r --include='*.xml' 'urn:clusterpress:layout:1' "
				 "layouts tests/cases/[a-z]* "
				 "tests/model | grep -v /bad-) 2>&1 | grep -v validates; true",
				 &status);
	assert_string_equal(said, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(schema_has_the_names_that_the_reader_knows),
	    SENTENCE(schema_has_the_names_of_common_texts),
	    SENTENCE(reader_and_schema_find_fault_with_the_same_layouts),
	    SENTENCE(reader_and_schema_find_fault_with_the_same_words),
	    SENTENCE(all_in_the_schema_is_explained),
	    SENTENCE(shipped_layouts_have_the_form_of_the_schema),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
