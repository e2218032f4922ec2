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
#include "layout_made.h"

#include "read/layout.h"

#include "unit/write_asked.h"

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

/* Values */

/* `form`: that the value itself is none; not, that nothing here asks for it. */
static bool is_told_on(const Diags *diags, int line, bool form)
{
	for (int i = 0; i < diags_count(diags); i++)
		if (diags_at(diags, i)->place.line == line &&
		    (!form || diags_at(diags, i)->kind == DIAG_FORM))
			return true;
	return false;
}

static int line_of(const char *text, const char *at)
{
	int line = 1;
	for (; text < at; text++)
		line += *text == '\n';
	return line;
}

/* All the words that the schema lists for an attribute, and nothing but them: false when it takes others. */
static bool values_listed(const Match *m, const Node *pattern, List *values)
{
	bool only = true;
	for (const Node *n = pattern->first; n; n = n->next) {
		if (n->kind != NODE_ELEMENT || strcmp(n->name, "documentation") == 0)
			continue;
		if (strcmp(n->name, "value") == 0)
			*(const char **)list_add(values) = node_text(m->a, n);
		else if (strcmp(n->name, "choice") == 0)
			only = values_listed(m, n, values) && only;
		else if (strcmp(n->name, "ref") == 0)
			only = values_listed(m, define_find(m->schema, node_value(n, "name")),
					     values) &&
			       only;
		else
			only = false;
	}
	return only;
}

/* What the schema refuses the reader refuses; where the schema lists words, the reader takes just these. */
static void value_judge(Match *m, const Form *form, const Form **parents, const char *attr,
			const char *value, bool listed)
{
	Arena *whole = m->a, *a = m->a = arena_new();
	Diags *diags = diags_new(a);
	const char *text = file_around(m, form, parents, &(Spoil){.attr = attr, .value = value});
	const char *at = strstr(text, str_format(a, "\n%s=\"%s\"\n", attr, value));
	Source source = {SETUP_FOLDER "form.xml", NULL, {0}};
	put_file(source.path, text);
	layout_read(a, &source, diags);
	int line = line_of(text, at + 1);
	bool schema = schema_likes(m, text);
	m->judged++;
	if (!schema && !is_told_on(diags, line, false))
		strbuf_format(&m->faults,
			      "the reader takes \"%s\" as %s of <%s>, the schema does not\n", value,
			      attr, form->name);
	if (schema && listed && is_told_on(diags, line, true))
		strbuf_format(&m->faults,
			      "the schema lists \"%s\" as %s of <%s>; the reader refuses it\n",
			      value, attr, form->name);
	m->a = whole;
	arena_free(a);
}

static void values_judge(Match *m, const Form *form, const Form **parents, const Node *pattern)
{
	static const char *const values[] = {
	    "zzz",  "0",    "0mm",   "1mm",  "-1mm",    "1.5pt",  "+1in",    "12",
	    "70%",  "0.7",  "1fr",   "auto", "0.1em",   "-0.1em", "1mm 2mm", "1fr 2fr auto",
	    "1000", "#123", "1pt x", "400",  "1 2 3 4", "yes",    "A4",      "number"};
	List listed = list_new(m->a, sizeof(const char *));
	bool only = values_listed(m, pattern, &listed);
	const char *attr = node_value(pattern, "name");
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		value_judge(m, form, parents, attr, values[i], only);
	for (int i = 0; i < listed.count; i++)
		value_judge(m, form, parents, attr, *(const char **)list_at(&listed, i), only);
}

static void what_the_schema_says_of_values_the_reader_says_too(void **state)
{
	Setup *setup = *state;
	setup_file(setup, "form.xml", "");
	Match m = match_open(setup, layout_language());
	m.judge = judge_open();
	const Form **parents = parents_find(&m);
	for (const Form *form = m.language->forms; form->name; form++) {
		Said said = said_of(m.a, m.schema, define_of(&m, form));
		for (int i = 0; i < said.attrs.count; i++)
			if (node_value(*(const Node **)list_at(&said.attrs, i), "name"))
				values_judge(&m, form, parents,
					     *(const Node **)list_at(&said.attrs, i));
	}
	xmlRelaxNGFree(m.judge);
	if (m.faults.length)
		fail_msg("%s", strbuf_text(&m.faults));
	print_message("# %d values judged\n", m.judged);
}

/* Layouts that extend another, which the forms do not list: what is put inside, and its own attributes. */
static void reader_and_schema_agree_on_derived_layouts(void **state)
{
	static const struct {
		const char *attrs, *inside;
		bool sound;
	} cases[] = {
	    {"name='d' lang='en'", "", true},
	    {"lang='en'", "", false},
	    {"name='d'", "", false},
	    {"name='d' lang='en' zzz='1'", "", false},
	    {"name='d' lang='en'", "words", false},
	    {"name='d' lang='en'", "<zzz/>", false},
	    {"name='d' lang='en'", "<p>a</p>", false},
	    {"name='d' lang='en'", "<page size='A5'/>", true},
	    {"name='d' lang='en'", "<page size='A5'/><page size='A5'/>", false},
	    {"name='d' lang='en'", "<styles/><inks/><fit/>", true},
	    {"name='d' lang='en'", "<styles><style name='x'/></styles>", true},
	    {"name='d' lang='en'", "<styles><zzz/></styles>", false},
	    {"name='d' lang='en'", "<replace id='text'/>", true},
	    {"name='d' lang='en'", "<replace/>", false},
	    {"name='d' lang='en'", "<replace id='text' when='name'/>", false},
	    {"name='d' lang='en'", "<replace id='text'>words</replace>", false},
	    {"name='d' lang='en'", "<replace id='text'><p>a</p><rule ink='teal'/></replace>", true},
	    {"name='d' lang='en'", "<replace id='text'><zzz/></replace>", false},
	    {"name='d' lang='en'", "<body><take id='text'/></body>", true},
	    {"name='d' lang='en'", "<body><take id='text' space-before='2mm'/></body>", true},
	    {"name='d' lang='en'", "<body><take/></body>", false},
	    {"name='d' lang='en'", "<body><row><take id='text'/><p>a</p></row></body>", true},
	};
	Setup *setup = *state;
	Match m = match_open(setup, layout_language());
	m.judge = judge_open();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *text =
		    str_format(m.a,
			       "<layout xmlns='urn:clusterpress:layout:1' "
			       "extends='../../../../layouts/examples/base.xml' %s>%s</layout>",
			       cases[i].attrs, cases[i].inside);
		Source source = setup_file(setup, "derived.xml", text);
		bool reader = layout_read(m.a, &source, diags_new(m.a)) != NULL;
		bool schema = schema_likes(&m, text);
		if (reader != cases[i].sound || schema != cases[i].sound)
			fail_msg("reader %s, schema %s: %s", reader ? "takes it" : "refuses it",
				 schema ? "takes it" : "refuses it", text);
	}
	xmlRelaxNGFree(m.judge);
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
	    SENTENCE(what_the_schema_says_of_values_the_reader_says_too),
	    SENTENCE(reader_and_schema_agree_on_derived_layouts),
	    SENTENCE(all_in_the_schema_is_explained),
	    SENTENCE(shipped_layouts_have_the_form_of_the_schema),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
