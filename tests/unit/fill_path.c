/* SPDX-License-Identifier: MIT */
#include "fill_setup.h"

#include "fill/path.h"
#include "read/expr.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

static const char record[] =
    "<cluster xmlns='urn:clusterpress:cluster:1' id='kunming'>\n"
    " <name>Kunming</name>\n <name xml:lang='zh'>昆明</name>\n"
    " <economy>CN</economy><!-- and no other -->\n"
    " <patents per-million='110'>\n"
    "  <applicant count='120' share='31'>HUAWEI</applicant>\n"
    "  <applicant count='40' share='10.50' kind='person' same='40'>LUO, CAN</applicant>\n"
    "  <applicant count='25' share='6'>KUST</applicant>\n"
    "  <with>Beijing</with>\n  <with>Chengdu</with>\n </patents>\n"
    " <group n='1'><item>a</item> <item>b</item></group>\n"
    " <group n='2'><item>Yunnan</item> <item> 12 </item></group>\n"
    "</cluster>";

/* What two editions before said of it. */
static const char history_xml[] =
    "<history>\n"
    " <edition id='2022' year='2022'><cluster id='kunming'><ranks "
    "size='101'/></cluster></edition>\n"
    " <edition id='2023' year='2023' size='99'><cluster id='kunming'><ranks size='99'/>\n"
    "  <patents><applicant share='9'>KUST</applicant><applicant share='8'>OTHER</applicant>"
    "</patents></cluster></edition>\n"
    "</history>";

/* libxml2's side: the same data without namespaces, and the other trees and the node that an
 * expression is seen from as variables. */
typedef struct Oracle {
	xmlDocPtr data, edition, history;
	xmlXPathContextPtr context;
} Oracle;

static void forget_namespaces(xmlNodePtr node)
{
	for (; node; node = node->next) {
		node->ns = NULL;
		if (node->type == XML_ELEMENT_NODE)
			forget_namespaces(node->children);
	}
}

static xmlDocPtr oracle_parse(const char *xml)
{
	xmlDocPtr doc = xmlReadMemory(xml, (int)strlen(xml), "data", NULL, XML_PARSE_NONET);
	assert_non_null(doc);
	forget_namespaces(xmlDocGetRootElement(doc));
	return doc;
}

static Oracle oracle_open(void)
{
	Oracle oracle = {.data = oracle_parse(record), .edition = oracle_parse(setup_edition_xml)};
	oracle.context = xmlXPathNewContext(oracle.data);
	oracle.history = oracle_parse(history_xml);
	xmlNodePtr header = xmlDocGetRootElement(oracle.edition);
	xmlXPathRegisterVariable(oracle.context, BAD_CAST "edition", xmlXPathNewNodeSet(header));
	xmlXPathRegisterVariable(oracle.context, BAD_CAST "history",
				 xmlXPathNewNodeSet(xmlDocGetRootElement(oracle.history)));
	return oracle;
}

static void oracle_close(Oracle *oracle)
{
	xmlXPathFreeContext(oracle->context);
	xmlFreeDoc(oracle->data);
	xmlFreeDoc(oracle->edition);
	xmlFreeDoc(oracle->history);
}

/* "edition/…", "history/…" and "current()" as libxml2 must be asked: "$edition/…" and so on. */
static const char *oracle_source(Arena *a, const char *source)
{
	StrBuf out = {.arena = a};
	for (const char *s = source; *s; s++) {
		bool first = s == source || s[-1] != '/';
		bool current = str_starts(s, "current()");
		if (current || (first && (str_starts(s, "edition/") || str_starts(s, "history/"))))
			strbuf_add(&out, "$");
		strbuf_add_n(&out, s, current ? strlen("current") : 1);
		s += current ? strlen("current()") - 1 : 0;
	}
	return strbuf_text(&out);
}

static void add_value(StrBuf *out, int index, const char *text)
{
	strbuf_format(out, "%s%s", index ? "; " : "", str_fold(out->arena, text));
}

/* What libxml2 finds: every value of a set, or the string of anything else. */
static const char *oracle_answer(Arena *a, Oracle *oracle, xmlNodePtr at, int position,
				 const char *source, bool *truth)
{
	StrBuf out = {.arena = a};
	oracle->context->node = at;
	xmlXPathRegisterVariable(oracle->context, BAD_CAST "current", xmlXPathNewNodeSet(at));
	oracle->context->proximityPosition = position;
	oracle->context->contextSize = 100;
	xmlXPathObjectPtr got = xmlXPathEval(BAD_CAST oracle_source(a, source), oracle->context);
	assert_non_null(got);
	*truth = xmlXPathCastToBoolean(got);
	int count = got->type == XPATH_NODESET && got->nodesetval ? got->nodesetval->nodeNr : 0;
	for (int i = 0; i < count; i++) {
		xmlChar *text = xmlXPathCastNodeToString(got->nodesetval->nodeTab[i]);
		add_value(&out, i, (const char *)text);
		xmlFree(text);
	}
	if (got->type != XPATH_NODESET) {
		xmlChar *text = xmlXPathCastToString(got);
		add_value(&out, 0, (const char *)text);
		xmlFree(text);
	}
	xmlXPathFreeObject(got);
	return strbuf_text(&out);
}

static const char *our_answer(Arena *a, const Expr *expr, const Standing *at)
{
	StrBuf out = {.arena = a};
	if (expr->kind != EXPR_PATH)
		return str_fold(a, path_text(a, expr, at));
	FoundList list = path_select(a, expr, at);
	for (int i = 0; i < list.count; i++) {
		assert_int_equal(list.items[i].position, i + 1);
		add_value(&out, i, found_text(a, &list.items[i]));
	}
	return strbuf_text(&out);
}

static const Node *history_of(Setup *setup)
{
	return setup_xml(setup, "fill-history.xml", history_xml);
}

/* Asks both, from this element and from all below it. */
static int disagreements(Setup *setup, Oracle *oracle, const Node *node, xmlNodePtr theirs,
			 const Expr *expr, const char *source)
{
	const Node *history = history_of(setup);
	int bad = 0, position = 0;
	for (; node; node = node->next) {
		if (node->kind != NODE_ELEMENT)
			continue;
		while (theirs->type != XML_ELEMENT_NODE)
			theirs = theirs->next;
		Standing at = {node, setup->edition.root, ++position, NULL, NULL, history};
		bool truth;
		const char *wanted =
		    oracle_answer(setup->arena, oracle, theirs, position, source, &truth);
		const char *found = our_answer(setup->arena, expr, &at);
		if (strcmp(found, wanted) != 0 || path_test(setup->arena, expr, &at) != truth) {
			print_error("%s from <%s>: \"%s\" instead of \"%s\"\n", source, node->name,
				    found, wanted);
			bad++;
		}
		if (node->first)
			bad += disagreements(setup, oracle, node->first, theirs->children, expr,
					     source);
		theirs = theirs->next;
	}
	return bad;
}

static bool line_holds(Setup *setup, Oracle *oracle, const Node *root, char *line, int number)
{
	Diags *diags = diags_new(setup->arena);
	const char *source = setup_column(setup->arena, &line);
	const char *expected = setup_column(setup->arena, &line);
	const Expr *expr = expr_read(setup->arena, source, (Place){"paths", number, 1}, diags);
	if (!expr) {
		print_error("paths.txt:%d: %s\n", number, diags_at(diags, 0)->message);
		return false;
	}
	Standing at = {root, setup->edition.root, 1, NULL, NULL, history_of(setup)};
	const char *found = our_answer(setup->arena, expr, &at);
	bool good = strcmp(found, expected) == 0;
	if (!good)
		print_error("paths.txt:%d: \"%s\" instead of \"%s\"\n", number, found, expected);
	xmlNodePtr theirs = xmlDocGetRootElement(oracle->data);
	return disagreements(setup, oracle, root, theirs, expr, source) == 0 && good;
}

static void path_finds_what_the_table_says_and_libxml2_finds_the_same(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	Oracle oracle = oracle_open();
	const Node *root = setup_xml(setup, "fill-data.xml", record);
	char line[1024];
	int number = 0, bad = 0, cases = 0;
	FILE *file = fopen("tests/lines/paths.txt", "r");
	assert_non_null(file);
	while (fgets(line, sizeof line, file)) {
		number++;
		line[strcspn(line, "\n")] = '\0';
		if (*line == '#' || !*line)
			continue;
		char *bar = strrchr(line, '|');
		if (bar && !bar[1])
			*--bar = '\0';
		cases++;
		bad += !line_holds(setup, &oracle, root, line, number);
	}
	fclose(file);
	oracle_close(&oracle);
	setup_close(setup);
	xmlCleanupParser();
	assert_int_equal(bad, 0);
	assert_true(cases > 80);
}

static const Expr *path_of(Setup *setup, const char *source)
{
	Diags *diags = diags_new(setup->arena);
	const Expr *expr = expr_read_path(setup->arena, source, (Place){"paths", 1, 1}, diags);
	assert_non_null(expr);
	return expr;
}

static void path_of_a_datum_counts_only_among_several(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Node *root = setup_xml(setup, "fill-data.xml", record);
	const Node *history = history_of(setup);
	Standing at = {root, setup->edition.root, 1, NULL, NULL, history};
	static const char *const cases[][2] = {
	    {"patents/applicant[@kind]/@count", "patents/applicant[2]/@count"},
	    {"economy", "economy"},
	    {"@id", "@id"},
	    {".", "."},
	    {"group[@n='2']/item[. = 'Yunnan']", "group[2]/item[1]"},
	    {"edition/@year", "edition/@year"},
	    {"edition/title", "edition/title"},
	    {"history/edition[1]/cluster/ranks/@size",
	     "history/edition[@year='2022']/cluster/ranks/@size"},
	    {"history/edition[last()]/@size", "history/edition[@year='2023']/@size"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		FoundList list = path_select(setup->arena, path_of(setup, cases[i][0]), &at);
		assert_int_equal(list.count, 1);
		const char *path =
		    found_path(setup->arena, list.items, setup->edition.root, history);
		assert_string_equal(path, cases[i][1]);
	}
	setup_close(setup);
}

static void path_knows_the_place_of_what_it_found(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Node *root = setup_xml(setup, "fill-data.xml", record);
	Standing at = {root, setup->edition.root, 1, NULL, NULL, NULL};
	FoundList list = path_select(setup->arena, path_of(setup, "patents/applicant/@share"), &at);
	Place share = found_place(&list.items[1]);
	assert_int_equal(share.line, 7);
	assert_int_equal(share.column, 25);
	list = path_select(setup->arena, path_of(setup, "economy"), &at);
	Place economy = found_place(list.items);
	assert_int_equal(economy.line, 4);
	assert_int_equal(economy.column, 11);
	setup_close(setup);
}

static void path_reaches_the_last_element_that_is_there(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Node *root = setup_xml(setup, "fill-data.xml", record);
	Standing at = {root, setup->edition.root, 1, NULL, NULL, NULL};
	static const char *const cases[][3] = {
	    {"patents/@total", "patents", "total"},
	    {"articles/field/@share", "cluster", "articles"},
	    {"group/item/x/y", "item", "x"},
	    {"edition/@isbn", "edition", "isbn"},
	    {"patents/with", "with", NULL},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const Expr *path = path_of(setup, cases[i][0]);
		const Step *missing = path_missing(setup->arena, path, &at);
		assert_string_equal(path_reach(setup->arena, path, &at)->name, cases[i][1]);
		assert_true(str_equal(missing ? missing->name : NULL, cases[i][2]));
	}
	setup_close(setup);
}

static void path_from_nowhere_finds_nothing(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	Standing nowhere = {0};
	const Expr *path = path_of(setup, "name"), *edition = path_of(setup, "edition/title");
	assert_int_equal(path_select(setup->arena, path, &nowhere).count, 0);
	assert_int_equal(path_select(setup->arena, edition, &nowhere).count, 0);
	assert_null(path_reach(setup->arena, path, &nowhere));
	assert_false(path_test(setup->arena, path, &nowhere));
	assert_true(path_test(setup->arena, NULL, &nowhere));
	setup_close(setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(path_finds_what_the_table_says_and_libxml2_finds_the_same),
	    cmocka_unit_test(path_of_a_datum_counts_only_among_several),
	    cmocka_unit_test(path_knows_the_place_of_what_it_found),
	    cmocka_unit_test(path_reaches_the_last_element_that_is_there),
	    cmocka_unit_test(path_from_nowhere_finds_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
