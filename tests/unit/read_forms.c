/* SPDX-License-Identifier: MIT */
/*
 * The schemas of edition.xml and names.xml, which other programs read, against
 * what ships and against the form that the readers ask for by themselves.
 */
#include "read_setup.h"

#include "read/edition.h"
#include "read/names.h"
#include "read/schema.h"
#include "read/xml.h"
#include "unit/write_asked.h"

#define EDITION_FORM "data/schema/edition.rng"
#define NAMES_FORM "data/schema/names.rng"

static Schema *open_form(Setup *setup, const char *path)
{
	Source source = {path, NULL, {0}};
	Schema *schema = schema_open(setup->arena, &source, setup->diags);
	assert_non_null(schema);
	return schema;
}

static void assert_valid(Setup *setup, const char *form, const char *path)
{
	Schema *schema = open_form(setup, form);
	Source source = {path, NULL, {0}};
	const Node *root = xml_read(setup->arena, &source, NULL, setup->diags);
	assert_true(root && schema_check(schema, root, setup->diags));
	assert_told(setup, "");
	schema_close(schema);
	if (!is_installed("xmllint"))
		return;
	int status;
	const char *said = asked(
	    setup->arena,
	    str_format(setup->arena, "xmllint --noout --relaxng %s %s 2>&1", form, path), &status);
	if (status != 0)
		fail_msg("%s", said);
}

static void shipped_editions_have_the_form_of_their_schema(void **state)
{
	assert_valid(*state, EDITION_FORM, "data/2023/edition.xml");
	assert_valid(*state, EDITION_FORM, "data/2024/edition.xml");
	assert_valid(*state, EDITION_FORM, "data/2025/edition.xml");
	assert_valid(*state, EDITION_FORM, "data/lakes/edition.xml");
	assert_valid(*state, EDITION_FORM, "tests/model/2024/edition.xml");
}

static void lakes_have_the_form_of_their_schema(void **state)
{
	assert_valid(*state, "data/schema/lake.rng", "data/lakes/lakes/aral.xml");
	assert_valid(*state, "data/schema/lake.rng", "data/lakes/lakes/baikal.xml");
	assert_valid(*state, "data/schema/lake.rng", "data/lakes/lakes/victoria.xml");
}

static void shipped_names_have_the_form_of_their_schema(void **state)
{
	assert_valid(*state, NAMES_FORM, "data/names.xml");
	assert_valid(*state, NAMES_FORM, "tests/model/names.xml");
}

/* All that a header can say. */
static const char whole[] =
    "<edition xmlns='urn:clusterpress:edition:1' id='2024' year='2024' date='2024-09-26' "
    "size='100'>"
    "<title>T</title><subject>S</subject><publisher>P</publisher><rights>R</rights>"
    "<languages>en zh-Hant</languages>"
    "<records href='clusters/*.xml' schema='cluster.rng' rules='cluster.sch'/>"
    "<names href='names.xml' schema='names.rng'/><layout href='layout.xml'/>"
    "<fonts href='fonts.xml'/><history href='old.xml'/>"
    "<sources><source id='one' title='One' href='one.tsv'/><source id='two' title='Two'/></sources>"
    "</edition>";

typedef enum Change {
	ELEMENT_GONE,
	ELEMENT_TWICE,
	ELEMENT_ELSEWHERE, /* in no namespace */
	CHILD_UNKNOWN,
	TEXT_ADDED,
	TEXT_GONE,
	ATTR_UNKNOWN,
	CHANGES_OF_ELEMENTS,
	ATTR_GONE = CHANGES_OF_ELEMENTS,
	ATTR_EMPTY,
	ATTR_WRONG,
	CHANGES,
} Change;

static const char *const changes[CHANGES] = {"without the element",
					     "with the element twice",
					     "with the element in no namespace",
					     "with a new child",
					     "with words in it",
					     "without its words",
					     "with a new attribute",
					     "without the attribute",
					     "with the attribute empty",
					     "with an attribute of another kind"};

/* One change to one element, or to one of its attributes. */
typedef struct Mutant {
	const Node *node;
	const Attr *attr;
	Change change;
} Mutant;

static void put_attrs(StrBuf *out, const Node *node, const Mutant *m)
{
	for (int i = 0; i < node->attr_count; i++) {
		const Attr *attr = &node->attrs[i];
		bool changed = m->attr == attr;
		if (changed && m->change == ATTR_GONE)
			continue;
		const char *value = changed ? (m->change == ATTR_EMPTY ? "" : "9?") : attr->value;
		strbuf_format(out, " %s='%s'", attr->name, value);
	}
}

static void put(StrBuf *out, const Node *node, const Mutant *m);

static void put_once(StrBuf *out, const Node *node, const Mutant *m, bool changed)
{
	strbuf_format(out, "<%s", node->name);
	if (node->parent == NULL)
		strbuf_format(out, " xmlns='%s'", node->space);
	if (changed && m->change == ELEMENT_ELSEWHERE)
		strbuf_add(out, " xmlns=''");
	put_attrs(out, node, m);
	strbuf_add(out, changed && m->change == ATTR_UNKNOWN ? " zzz='1'>" : ">");
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT)
			put(out, child, m);
		else if (!changed || m->change != TEXT_GONE)
			strbuf_add(out, child->text);
	if (changed && m->change == CHILD_UNKNOWN)
		strbuf_add(out, "<zzz/>");
	if (changed && m->change == TEXT_ADDED)
		strbuf_add(out, " ! ");
	strbuf_format(out, "</%s>", node->name);
}

static void put(StrBuf *out, const Node *node, const Mutant *m)
{
	bool changed = m->node == node && m->attr == NULL;
	if (changed && m->change == ELEMENT_GONE)
		return;
	put_once(out, node, m, changed);
	if (changed && m->change == ELEMENT_TWICE)
		put_once(out, node, m, false);
}

/* What only the reader can see: a second source of the same id, the same words twice in one language, a file that
 * is not there. And what is right to both. */
static bool is_beyond_a_schema(const Mutant *m)
{
	static const char *const once[] = {"source", "title", "subject", "publisher", "rights"};
	for (size_t i = 0; m->change == ELEMENT_TWICE && i < sizeof once / sizeof *once; i++)
		if (strcmp(m->node->name, once[i]) == 0)
			return true;
	return m->change == ATTR_WRONG && strcmp(m->node->name, "records") == 0;
}

static void judge(const Schema *schema, const Node *root, const Mutant *m)
{
	if (is_beyond_a_schema(m))
		return;
	Arena *a = arena_new();
	Setup setup = {a, diags_new(a)};
	StrBuf text = {.arena = a};
	put(&text, root, m);
	Source source = setup_file(&setup, "edition.xml", strbuf_text(&text));
	const Node *mutant = xml_read(a, &source, NULL, setup.diags);
	assert_non_null(mutant);
	bool schema_likes = schema_check(schema, mutant, setup.diags);
	bool reader_likes = edition_read(a, &source, diags_new(a)) != NULL;
	if (schema_likes != reader_likes)
		fail_msg("<%s%s%s> %s: the %s alone finds fault:\n%s", m->node->name,
			 m->attr ? " " : "", m->attr ? m->attr->name : "", changes[m->change],
			 schema_likes ? "reader" : "schema", strbuf_text(&text));
	arena_free(a);
}

static int judge_all(const Schema *schema, const Node *root, const Node *node)
{
	int count = 0;
	for (Change c = 0; c < CHANGES_OF_ELEMENTS; c++)
		if (node != root || c > ELEMENT_ELSEWHERE) {
			judge(schema, root, &(Mutant){node, NULL, c});
			count++;
		}
	for (int i = 0; i < node->attr_count; i++)
		for (Change c = ATTR_GONE; c < CHANGES; c++, count++)
			judge(schema, root, &(Mutant){node, &node->attrs[i], c});
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT)
			count += judge_all(schema, root, child);
	return count;
}

static void edition_and_its_schema_find_fault_with_the_same_mutants(void **state)
{
	Setup *setup = *state;
	setup_file(setup, "clusters/kunming.xml", "<a/>");
	Source source = setup_file(setup, "whole.xml", whole);
	const Node *root = xml_read(setup->arena, &source, NULL, setup->diags);
	Schema *schema = open_form(setup, EDITION_FORM);
	assert_true(schema_check(schema, root, setup->diags));
	assert_told(setup, "");
	assert_true(judge_all(schema, root, root) > 140);
	schema_close(schema);
}

static const Names *read_names(Setup *setup, const char *inside)
{
	Schema *schema = open_form(setup, NAMES_FORM);
	Source source =
	    setup_file(setup, "names.xml",
		       str_format(setup->arena,
				  "<names xmlns='urn:clusterpress:names:1'>\n%s</names>", inside));
	const Names *names = names_read(setup->arena, &source, schema, NULL, setup->diags);
	schema_close(schema);
	return names;
}

static void names_with_a_schema_are_told_of_once(void **state)
{
	assert_null(read_names(*state, "<economy code='CN'><name lang='fr'>Chine</name></economy>\n"
				       "<clutser id='a'><name>A</name></clutser>\n"
				       "<field id='x'><name> </name></field>"));
	assert_told(*state, "3:1: there is no element \"clutser\" here; did you mean \"cluster\"?\n"
			    "2:26: there is no attribute \"lang\" here\n"
			    "4:15: <name> is empty");
}

static void names_with_faults_of_form_are_still_searched_for_twins(void **state)
{
	assert_null(read_names(*state, "<cluster id='a'><name>A</name><name>B</name></cluster>\n"
				       "<cluster id='a'/>"));
	assert_told(*state,
		    "3:1: <cluster> lacks the element <name>\n"
		    "2:31: <name> stands twice in this <cluster>\n"
		    "3:1: there are two <cluster> with the key \"a\"; the first is at line 2");
}

static void names_that_the_schema_allows_are_read(void **state)
{
	const Names *names =
	    read_names(*state, "<field id='Optics'><name>Optics</name><name xml:lang='fr'>Optique"
			       "</name><sector>Instruments</sector></field>");
	assert_told(*state, "");
	assert_int_equal(names->count, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(shipped_editions_have_the_form_of_their_schema),
	    SENTENCE(lakes_have_the_form_of_their_schema),
	    SENTENCE(shipped_names_have_the_form_of_their_schema),
	    SENTENCE(edition_and_its_schema_find_fault_with_the_same_mutants),
	    SENTENCE(names_with_a_schema_are_told_of_once),
	    SENTENCE(names_with_faults_of_form_are_still_searched_for_twins),
	    SENTENCE(names_that_the_schema_allows_are_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
