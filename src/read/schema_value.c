/* SPDX-License-Identifier: MIT */
#include "read/schema_value.h"

#include "base/list.h"
#include "base/str.h"
#include "read/schema_facet.h"
#include "read/schema_map.h"
#include "read/schema_tree.h"
#include "read/xml_doc.h"

#include <libxml/xmlregexp.h>
#include <libxml/xmlschemastypes.h>
#include <string.h>

enum { VALUE_DEPTH = 60, VALUE_STEPS = 4000 };

/* A <data> of the schema as libxml2 knows it. */
typedef struct Data {
	const Node *node;
	xmlSchemaTypePtr type; /* NULL: not known to it; every value is taken */
	List facets;           /* of xmlSchemaFacetPtr */
} Data;

struct Values {
	Arena *a;
	const Node *schema;
	List datas; /* of Data pointers: each is looked up once */
	int steps;
};

static const char xsd[] = "http://www.w3.org/2001/XMLSchema-datatypes";
static const char xsd_types[] = "http://www.w3.org/2001/XMLSchema";

Values *values_open(Arena *a, const Node *schema)
{
	Values *v = ARENA_NEW(a, Values);
	*v = (Values){a, schema, list_new(a, sizeof(Data *)), 0};
	return v;
}

void values_close(Values *v)
{
	for (int i = 0; i < v->datas.count; i++) {
		Data *data = *(Data **)list_at(&v->datas, i);
		for (int k = 0; k < data->facets.count; k++)
			xmlSchemaFreeFacet(*(xmlSchemaFacetPtr *)list_at(&data->facets, k));
	}
}

static bool is(const Node *node, const char *name)
{
	return tree_is_pattern(node) && strcmp(node->name, name) == 0;
}

static bool is_among(const Node *node, const char *const *names)
{
	for (; *names; names++)
		if (is(node, *names))
			return true;
	return false;
}

static void facet_add(Values *v, Data *data, const Node *param)
{
	xmlSchemaFacetPtr facet = facet_read(v->a, param, data->type);
	if (facet)
		*(xmlSchemaFacetPtr *)list_add(&data->facets) = facet;
}

static Data *data_find(Values *v, const Node *node)
{
	for (int i = 0; i < v->datas.count; i++)
		if ((*(Data **)list_at(&v->datas, i))->node == node)
			return *(Data **)list_at(&v->datas, i);
	Data *data = ARENA_NEW(v->a, Data);
	*data = (Data){.node = node, .facets = list_new(v->a, sizeof(xmlSchemaFacetPtr))};
	*(Data **)list_add(&v->datas) = data;
	const char *type = node_value(node, "type");
	if (type && strcmp(tree_library(node), xsd) == 0)
		data->type = xmlSchemaGetPredefinedType(xml_chars(type), xml_chars(xsd_types));
	for (const Node *p = data->type ? node_child(node, "param") : NULL; p;
	     p = node_next(p, "param"))
		facet_add(v, data, p);
	return data;
}

static ValueFault data_judge(Values *v, const Node *node, const char *text)
{
	const Data *data = data_find(v, node);
	xmlSchemaValPtr value = NULL;
	ValueFault fault = VALUE_HOLDS;
	if (data->type == NULL || node_child(node, "except"))
		return VALUE_HOLDS;
	if (xmlSchemaValPredefTypeNode(data->type, xml_chars(text), &value, NULL) != 0)
		return VALUE_KIND;
	for (int i = 0; i < data->facets.count; i++) {
		xmlSchemaFacetPtr facet = *(xmlSchemaFacetPtr *)list_at(&data->facets, i);
		if (xmlSchemaValidateFacet(data->type, facet, xml_chars(text), value) == 0)
			continue;
		bool form = facet->type == XML_SCHEMA_FACET_PATTERN;
		fault = form && fault != VALUE_KIND ? VALUE_FORM : VALUE_KIND;
	}
	if (value)
		xmlSchemaFreeValue(value);
	return fault;
}

/* As RELAX NG's own types compare: "token" folds white space, "string" does not. */
static ValueFault word_judge(Values *v, const Node *node, const char *text)
{
	const char *type = node_value(node, "type"), *word = node_text(v->a, node);
	bool token = type == NULL || strcmp(type, "token") == 0;
	if (!token && strcmp(type, "string") != 0)
		return VALUE_HOLDS;
	bool same = token ? strcmp(str_fold(v->a, word), str_fold(v->a, text)) == 0
			  : strcmp(word, text) == 0;
	return same ? VALUE_HOLDS : VALUE_KIND;
}

/* A pattern's answer; `found`: it says anything of values at all. */
typedef struct Verdict {
	bool found;
	ValueFault fault;
} Verdict;

static Verdict judge(Values *v, const Node *pattern, const char *text, int depth);

/* What stands side by side: one part that speaks of values is asked; more say more than we can. */
static Verdict judge_all(Values *v, const Node *parent, const char *text, int depth)
{
	Verdict all = {false, VALUE_HOLDS};
	for (const Node *child = parent->first; child; child = child->next) {
		Verdict one = judge(v, child, text, depth + 1);
		all.fault = all.found && one.found ? VALUE_HOLDS
			    : one.found            ? one.fault
						   : all.fault;
		all.found = all.found || one.found;
	}
	return all;
}

static Verdict judge_choice(Values *v, const Node *choice, const char *text, int depth)
{
	Verdict all = {false, VALUE_KIND};
	bool silent = false;
	for (const Node *child = choice->first; child; child = child->next) {
		if (!tree_is_pattern(child))
			continue;
		Verdict one = judge(v, child, text, depth + 1);
		if (one.found && one.fault == VALUE_HOLDS)
			return one;
		silent = silent || !one.found;
		all.found = all.found || one.found;
		if (one.found && one.fault == VALUE_FORM)
			all.fault = VALUE_FORM;
	}
	return silent ? (Verdict){all.found, VALUE_HOLDS} : all;
}

static Verdict judge_ref(Values *v, const Node *ref, const char *text, int depth)
{
	const char *name = node_value(ref, "name");
	const Node *first = map_define(v->schema, name, NULL);
	if (first == NULL)
		return (Verdict){false, VALUE_HOLDS};
	Verdict verdict = judge_all(v, first, text, depth);
	if (map_define(v->schema, name, first))
		verdict.fault = VALUE_HOLDS;
	return verdict;
}

static Verdict judge(Values *v, const Node *pattern, const char *text, int depth)
{
	static const Verdict nothing = {false, VALUE_HOLDS}, anything = {true, VALUE_HOLDS};
	static const char *const aside[] = {"attribute", "element", "name",
					    "anyName",   "nsName",  NULL};
	static const char *const maybe[] = {"optional", "zeroOrMore", NULL};
	if (!tree_is_pattern(pattern) || is_among(pattern, aside))
		return nothing;
	if (depth > VALUE_DEPTH || ++v->steps > VALUE_STEPS)
		return anything;
	if (is(pattern, "data"))
		return (Verdict){true, data_judge(v, pattern, text)};
	if (is(pattern, "value"))
		return (Verdict){true, word_judge(v, pattern, text)};
	if (is(pattern, "choice"))
		return judge_choice(v, pattern, text, depth);
	if (is(pattern, "ref"))
		return judge_ref(v, pattern, text, depth);
	if (is(pattern, "group"))
		return judge_all(v, pattern, text, depth);
	if (is_among(pattern, maybe))
		return (Verdict){judge_all(v, pattern, text, depth).found, VALUE_HOLDS};
	return anything;
}

ValueFault value_judge(Values *v, const Node *pattern, const char *text)
{
	v->steps = 0;
	return judge_all(v, pattern, text, 0).fault;
}

/* The one <data>, <value> or <choice> that a pattern comes down to, or NULL. */
static const Node *value_pattern(Values *v, const Node *node, int depth)
{
	static const char *const ends[] = {"data", "value", "choice", NULL};
	for (const Node *child = node->first; child && depth < VALUE_DEPTH; child = child->next) {
		if (is_among(child, ends))
			return child;
		const Node *inside = is(child, "group") ? child : NULL;
		if (is(child, "ref"))
			inside = map_define(v->schema, node_value(child, "name"), NULL);
		const Node *found =
		    inside && ++v->steps < VALUE_STEPS ? value_pattern(v, inside, depth + 1) : NULL;
		if (found)
			return found;
	}
	return NULL;
}

const char *const *value_words(Values *v, const Node *pattern)
{
	List words = list_new(v->a, sizeof(const char *));
	v->steps = 0;
	const Node *value = value_pattern(v, pattern, 0);
	const Node *first = value && is(value, "choice") ? value->first : NULL;
	if (value && is(value, "value"))
		*(const char **)list_add(&words) = str_fold(v->a, node_text(v->a, value));
	for (const Node *one = first; one; one = one->next) {
		if (is(one, "value"))
			*(const char **)list_add(&words) = str_fold(v->a, node_text(v->a, one));
		else if (tree_is_pattern(one))
			return ARENA_ARRAY(v->a, 1, const char *);
	}
	list_add(&words);
	return words.items;
}

static const char *param(Values *v, const Node *data, const char *name)
{
	for (const Node *p = node_child(data, "param"); p; p = node_next(p, "param"))
		if (str_equal(node_value(p, "name"), name))
			return str_fold(v->a, node_text(v->a, p));
	return NULL;
}

static const char *kind_words(const char *type)
{
	static const struct {
		const char *type, *words;
	} kinds[] = {{"decimal", "a number"},
		     {"double", "a number"},
		     {"float", "a number"},
		     {"integer", "a whole number"},
		     {"int", "a whole number"},
		     {"long", "a whole number"},
		     {"positiveInteger", "a whole number from 1 on"},
		     {"nonNegativeInteger", "a whole number from 0 on"},
		     {"date", "a date such as \"2024-09-26\""},
		     {"gYear", "a year"},
		     {"language", "a language such as \"en\""},
		     {"boolean", "true or false"},
		     {"anyURI", "an address"}};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_equal(kinds[i].type, type))
			return kinds[i].words;
	return NULL;
}

static const char *range_words(Values *v, const Node *data, const char *words)
{
	const char *low = param(v, data, "minInclusive"), *high = param(v, data, "maxInclusive");
	if (low && high)
		return str_format(v->a, "%s from %s to %s", words, low, high);
	if (low || high)
		return low ? str_format(v->a, "%s from %s on", words, low)
			   : str_format(v->a, "%s up to %s", words, high);
	return words;
}

/* What the schema itself says of a value, in an annotation inside its <data>; or NULL. */
static const char *data_own_words(Values *v, const Node *data)
{
	for (const Node *child = data->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT && !tree_is_pattern(child))
			return str_fold(v->a, node_text(v->a, child));
	return NULL;
}

static const char *data_words(Values *v, const Node *data, ValueFault fault)
{
	const char *form = param(v, data, "pattern"), *most = param(v, data, "maxLength");
	const char *words = kind_words(node_value(data, "type")), *own = data_own_words(v, data);
	if (own && fault == VALUE_FORM)
		return own;
	if (words && fault == VALUE_FORM && form)
		return str_format(v->a, "%s of the form %s", words, form);
	if (words)
		return range_words(v, data, words);
	if (form)
		return str_format(v->a, "text of the form %s", form);
	if (most)
		return str_format(v->a, "text of at most %s characters", most);
	return param(v, data, "minLength") ? "some text" : NULL;
}

const char *value_expected(Values *v, const Node *pattern, ValueFault fault)
{
	const char *const *words = value_words(v, pattern);
	v->steps = 0;
	const Node *value = value_pattern(v, pattern, 0);
	StrBuf all = {.arena = v->a};
	if (value && is(value, "data"))
		return data_words(v, value, fault);
	for (int i = 0; words[i]; i++)
		strbuf_format(&all, "%s\"%s\"", i ? ", " : words[1] ? "one of " : "", words[i]);
	return all.length ? strbuf_text(&all) : NULL;
}
