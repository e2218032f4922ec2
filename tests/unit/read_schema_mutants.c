/* SPDX-License-Identifier: MIT */
/*
 * A record and a file of names in which all that their schema knows occurs, each
 * spoiled at every element and attribute in turn, in every way of a list.
 *
 * Judge of what is valid is libxml2's validator, asked here directly; and, for
 * all mutants at once, xmllint. We must tell something just of those that it
 * refuses (and of empty values, which are ours to refuse), on the line of what was
 * spoiled, of its parent or of its siblings, and once.
 */
#include "mutant.h"
#include "read_setup.h"

#include "read/record.h"
#include "read/schema_map.h"
#include "read/xml.h"
#include "unit/write_asked.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>

/* All of cluster.rng. */
static const char full_record[] =
    "<cluster xmlns='urn:clusterpress:cluster:1' id='full' source='desk'>"
    "<name source='desk'>Full</name><name xml:lang='zh'>B</name>"
    "<economy source='desk'>CN</economy><economy>HK</economy>"
    "<position lat='25.04' lon='-102.72' source='desk'/>"
    "<note for='name' xml:lang='en' source='desk'>As printed</note><note for='ranks'>So</note>"
    "<ranks size='98' intensity='88' economy='25' of='26' previous='95' "
    "previous-basis='published' change='-3' new='yes' world-share='0.25' source='desk'/>"
    "<growth output='-2.5' source='desk'/>"
    "<patents per-million='110' total='1200' period='2018-2022' world-share='0.2' "
    "collaboration='11' fields-share='40' source='desk'>"
    "<applicant count='120' share='31' kind='person' source='desk'>One</applicant>"
    "<applicant>Two</applicant><with source='desk'>Chengdu</with><with>Beijing</with>"
    "<field share='12.5' source='desk'>Pharmaceuticals</field><field>Optics</field></patents>"
    "<articles per-million='5909' total='9' period='2022' world-share='0.3' collaboration='59' "
    "fields-share='50' source='desk'>"
    "<organization count='5959' share='29' source='desk'>Three</organization>"
    "<organization>Four</organization><with source='desk'>Shenzhen</with>"
    "<field share='9' source='desk'>Physics</field>"
    "</articles>"
    "<deals per-million='12' total='3' period='2024' world-share='1' collaboration='2' "
    "fields-share='3' source='desk'/>"
    "<reference>The table</reference><reference>The page</reference></cluster>";

/* All of names.rng: in each entry all the forms that words can have. */
static const char full_forms[] =
    "<phrase xml:lang='en'>a</phrase><adjective xml:lang='en'>b</adjective><in xml:lang='en'>c</in>"
    "<of xml:lang='en'>d</of><from xml:lang='en'>e</from><with xml:lang='en'>f</with>"
    "<genitive xml:lang='en'>g</genitive><dative xml:lang='en'>h</dative>"
    "<accusative xml:lang='en'>i</accusative><instrumental xml:lang='en'>j</instrumental>"
    "<prepositional xml:lang='en'>k</prepositional><sector xml:lang='en'>l</sector>";
static const char full_names[] =
    "<names xmlns='urn:clusterpress:names:1' xml:lang='en'><translation lang='fr' href='no'/>"
    "<economy code='CN'><name>China</name><name xml:lang='zh'>B</name>%1$s</economy>"
    "<cluster id='kunming'><name>Kunming</name><name xml:lang='zh'>C</name>%1$s</cluster>"
    "<field id='Optics'><name xml:lang='fr'>D</name><name>Optics</name>%1$s</field>"
    "<note id='Twice.'><name xml:lang='fr'>Deux fois.</name>%1$s</note>"
    "</names>";

/* The judge */

typedef struct Judge {
	xmlRelaxNGPtr schema;
	Schema *ours;
	bool record;   /* read as a record, else only checked against the schema */
	List files;    /* of const char *: all mutants */
	List valid;    /* of bool: what libxml2 said of each */
	int counts[2]; /* refused, taken */
	int told_more; /* mutants of which more than one fault is told */
} Judge;

static void be_silent(void *who, const char *format, ...)
{
	(void)who, (void)format;
}

static bool libxml_takes(const Judge *j, const char *text)
{
	xmlDocPtr doc = xmlReadMemory(text, (int)strlen(text), NULL, NULL,
				      XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	if (doc == NULL)
		return false;
	xmlRelaxNGValidCtxtPtr valid = xmlRelaxNGNewValidCtxt(j->schema);
	xmlRelaxNGSetValidErrors(valid, be_silent, be_silent, NULL);
	int result = xmlRelaxNGValidateDoc(valid, doc);
	xmlRelaxNGFreeValidCtxt(valid);
	xmlFreeDoc(doc);
	assert_true(result >= 0);
	return result == 0;
}

/* What a record may not be, whatever its schema says. */
static bool is_ours_to_refuse(const Mutant *m)
{
	if (m->attr && strcmp(m->attr->name, "id") == 0)
		return true;
	/* Who hears the page hears its words in that language, so it is written without spaces. */
	if (m->attr && strcmp(m->attr->name, "xml:lang") == 0 && m->change == ATTR_SPACED)
		return true;
	bool emptied = m->change == ATTR_EMPTIED || m->change == ATTR_BLANK ||
		       m->change == EMPTIED ||
		       (m->change == CONTENT_EMPTIED && m->node->attr_count == 0);
	return emptied;
}

static bool we_take(const Judge *j, const Source *source, Setup *setup)
{
	if (j->record)
		return record_read(setup->arena, source, j->ours, NULL, setup->diags) != NULL;
	const Node *root = xml_read(setup->arena, source, NULL, setup->diags);
	return root && schema_check(j->ours, root, setup->diags);
}

static const char *mutant_name(Setup *setup, const Mutant *m)
{
	return str_format(setup->arena, "<%s> in <%s>, %s%s%s", m->node->name,
			  m->node->parent ? m->node->parent->name : "nothing",
			  m->attr ? m->attr->name : "", m->attr ? ": " : "",
			  change_names[m->change]);
}

/* More than one fault is told only where more than one is there: an element that must have parts, or
 * stands for all that the others need, has lost several of them at once. */
static bool may_tell_more(const Mutant *m)
{
	return m->change == EMPTIED || m->change == CONTENT_EMPTIED;
}

static void lines_judge(Setup *setup, const Writing *w, const char *name)
{
	for (int i = 0; i < diags_count(setup->diags); i++) {
		bool near = false;
		for (int k = 0; k < w->line_count; k++)
			near = near || diags_at(setup->diags, i)->place.line == w->lines[k];
		if (!near)
			fail_msg("%s: told far away: %s\n%s", name, setup_told(setup, i),
				 w->text.text);
	}
}

static void told_judge(Judge *j, Setup *setup, const Writing *w)
{
	const char *name = mutant_name(setup, &w->mutant);
	int told = diags_count(setup->diags);
	lines_judge(setup, w, name);
	j->told_more += told > 1;
	if (told > 1 && !may_tell_more(&w->mutant))
		fail_msg("%s: told twice: %s, %s\n%s", name, setup_told(setup, 0),
			 setup_told(setup, 1), w->text.text);
	if (told > 0 && strstr(setup_told(setup, 0), "does not have the form"))
		fail_msg("%s: told in the validator's words: %s", name, setup_told(setup, 0));
}

static void mutant_judge(Judge *j, Setup *setup, const Writing *w)
{
	const char *folder = str_format(setup->arena, "%04d/full.xml", j->files.count);
	Source source = setup_file(setup, folder, w->text.text);
	bool valid = libxml_takes(j, w->text.text);
	bool taken = we_take(j, &source, setup);
	bool wanted = valid && !(j->record && is_ours_to_refuse(&w->mutant));
	if (taken != wanted)
		fail_msg("%s: %s by libxml2, %s by us: %s\n%s", mutant_name(setup, &w->mutant),
			 valid ? "taken" : "refused", taken ? "taken" : "refused",
			 diags_count(setup->diags) ? setup_told(setup, 0) : "", w->text.text);
	assert_int_equal(taken, diags_count(setup->diags) == 0);
	told_judge(j, setup, w);
	j->counts[taken]++;
	*(const char **)list_add(&j->files) = str_copy(j->files.arena, source.path);
	*(bool *)list_add(&j->valid) = valid;
}

static void mutant_make(Judge *j, const Node *root, Mutant mutant)
{
	Arena *a = arena_new();
	Setup setup = {a, diags_new(a)};
	Writing w = {.mutant = mutant, .text = {.arena = a}, .line = 1};
	write_node(&w, root);
	mutant_judge(j, &setup, &w);
	arena_free(a);
}

static void mutants_make(Judge *j, const Node *root, const Node *node)
{
	for (int change = 0; change < FIRST_OF_ATTRS; change++)
		if (is_change_of(node, (Change)change))
			mutant_make(j, root, (Mutant){(Change)change, node, NULL});
	for (int change = FIRST_OF_ATTRS; change < CHANGES; change++)
		for (int i = 0; i < node->attr_count; i++)
			mutant_make(j, root, (Mutant){(Change)change, node, &node->attrs[i]});
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT)
			mutants_make(j, root, child);
}

/* All that the schema knows occurs */

/* Gathers the elements called `name` whose parent is among `parents`. */
static List children_of(Arena *a, const List *parents, const char *name)
{
	List found = list_new(a, sizeof(const Node *));
	for (int i = 0; i < parents->count; i++) {
		const Node *parent = *(const Node **)list_at(parents, i);
		for (const Node *c = node_child(parent, name); c; c = node_next(c, name))
			*(const Node **)list_add(&found) = c;
	}
	return found;
}

static void schema_is_covered(Arena *a, const Node *schema, const Node *pattern, const List *nodes)
{
	Inside inside = map_inside(a, schema, pattern);
	for (int i = 0; i < inside.attrs.count; i++) {
		const char *name = ((Allowed *)list_at(&inside.attrs, i))->name;
		bool found = false;
		for (int k = 0; k < nodes->count; k++)
			found = found || node_attr(*(const Node **)list_at(nodes, k), name);
		if (!found)
			fail_msg("<%s> nowhere has the attribute %s", node_value(pattern, "name"),
				 name);
	}
	for (int i = 0; i < inside.children.count; i++) {
		const Allowed *child = list_at(&inside.children, i);
		List found = children_of(a, nodes, child->name);
		if (found.count == 0)
			fail_msg("<%s> nowhere holds <%s>", node_value(pattern, "name"),
				 child->name);
		schema_is_covered(a, schema, child->pattern, &found);
	}
}

static void root_is_covered(Arena *a, const Schema *schema, const Node *root)
{
	bool any;
	List roots = map_roots(a, schema_tree(schema), &any);
	List nodes = list_new(a, sizeof(const Node *));
	*(const Node **)list_add(&nodes) = root;
	assert_int_equal(roots.count, 1);
	schema_is_covered(a, schema_tree(schema), ((Allowed *)list_at(&roots, 0))->pattern, &nodes);
}

/* xmllint over all of them, some hundred at a time */

static const char *xmllint_says(Arena *a, const Judge *j, const char *path)
{
	enum { AT_ONCE = 300 };
	StrBuf said = {.arena = a};
	for (int from = 0; from < j->files.count; from += AT_ONCE) {
		StrBuf command = {.arena = a};
		strbuf_format(&command, "xmllint --noout --relaxng %s", path);
		for (int i = from; i < from + AT_ONCE && i < j->files.count; i++)
			strbuf_format(&command, " %s", *(const char **)list_at(&j->files, i));
		strbuf_add(&command, " 2>&1");
		int status;
		strbuf_add(&said, asked(a, strbuf_text(&command), &status));
	}
	return strbuf_text(&said);
}

static void xmllint_agrees(Arena *a, const Judge *j, const char *path)
{
	if (!is_installed("xmllint"))
		return;
	const char *said = xmllint_says(a, j, path);
	for (int i = 0; i < j->files.count; i++) {
		const char *file = *(const char **)list_at(&j->files, i);
		bool valid = strstr(said, str_format(a, "%s validates\n", file)) != NULL;
		if (valid != *(bool *)list_at(&j->valid, i))
			fail_msg("xmllint and libxml2 are not of one mind about %s", file);
	}
	print_message("# xmllint says the same of all %d\n", j->files.count);
}

static void spoil(Setup *setup, const char *path, const char *full, bool record)
{
	Source rules = {path, NULL, {0}};
	Source source = setup_file(setup, "full.xml", full);
	Arena *a = setup->arena;
	Judge j = {.record = record,
		   .files = list_new(a, sizeof(const char *)),
		   .valid = list_new(a, sizeof(bool))};
	xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewParserCtxt(path);
	j.schema = xmlRelaxNGParse(parser);
	xmlRelaxNGFreeParserCtxt(parser);
	j.ours = schema_open(a, &rules, setup->diags);
	const Node *root = xml_read(a, &source, NULL, setup->diags);
	assert_true(root && we_take(&j, &source, setup));
	assert_told(setup, "");
	root_is_covered(a, j.ours, root);
	mutants_make(&j, root, root);
	print_message("# %s: %d mutants: %d refused, of %d of them more than one fault is told; %d "
		      "taken\n",
		      path, j.files.count, j.counts[false], j.told_more, j.counts[true]);
	xmllint_agrees(a, &j, path);
	schema_close(j.ours);
	xmlRelaxNGFree(j.schema);
}

static void records_spoiled_at_every_place_are_told_of_there(void **state)
{
	spoil(*state, "data/schema/cluster.rng", full_record, true);
}

static void names_spoiled_at_every_place_are_told_of_there(void **state)
{
	Setup *setup = *state;
	const char *full = str_format(setup->arena, full_names, full_forms);
	spoil(setup, "data/schema/names.rng", full, false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(records_spoiled_at_every_place_are_told_of_there),
	    SENTENCE(names_spoiled_at_every_place_are_told_of_there),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
