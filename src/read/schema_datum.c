/* SPDX-License-Identifier: MIT */
#include "read/schema_datum.h"

#include "base/str.h"
#include "read/schema_facet.h"
#include "read/schema_map.h"
#include "read/schema_tree.h"
#include "read/xml_doc.h"

#include <libxml/xmlschemastypes.h>
#include <stdlib.h>
#include <string.h>

typedef enum DatumKind { DATUM_ANY, DATUM_WORD, DATUM_SOME, DATUM_TYPE, DATUM_CHOICE } DatumKind;

struct Datum {
	DatumKind kind;
	const char *word; /* WORD: the value, which has to read just so */
	/* TYPE */
	xmlSchemaTypePtr type;
	xmlSchemaFacetPtr *facets;
	/* CHOICE: these; TYPE: so many facets */
	const Datum **choices;
	int count;
};

enum { DEPTH_MOST = 20 };

static const char xsd[] = "http://www.w3.org/2001/XMLSchema-datatypes";
static const char xsd_types[] = "http://www.w3.org/2001/XMLSchema";

typedef struct Opening {
	Arena *a;
	const Node *schema;
	List *facets;
} Opening;

const Datum *datum_any(Arena *a)
{
	return ARENA_NEW(a, Datum);
}

/* Of these a value is all that is looked at. */
static bool type_is_plain(const char *type)
{
	static const char *const plain[] = {"string",
					    "normalizedString",
					    "token",
					    "language",
					    "decimal",
					    "integer",
					    "positiveInteger",
					    "nonNegativeInteger",
					    "negativeInteger",
					    "int",
					    "long",
					    "boolean",
					    "date",
					    "gYear",
					    NULL};
	for (int i = 0; plain[i]; i++)
		if (strcmp(plain[i], type) == 0)
			return true;
	return false;
}

/* Of digits that are counted and lengths that are fixed nothing is known here. */
static xmlSchemaFacetPtr facet_open(const Opening *o, const Node *param, xmlSchemaTypePtr type)
{
	xmlSchemaFacetPtr facet = facet_read(o->a, param, type);
	if (facet == NULL)
		return NULL;
	*(xmlSchemaFacetPtr *)list_add(o->facets) = facet;
	bool counts = facet->type == XML_SCHEMA_FACET_TOTALDIGITS ||
		      facet->type == XML_SCHEMA_FACET_FRACTIONDIGITS ||
		      facet->type == XML_SCHEMA_FACET_LENGTH;
	return counts ? NULL : facet;
}

/* Words that must be there, of whatever kind: <param name="minLength">1</param>. */
static bool is_some(const Node *data)
{
	const Node *param = node_child(data, "param");
	return strcmp(node_value(data, "type"), "token") == 0 && param &&
	       !node_next(param, "param") && str_equal(node_value(param, "name"), "minLength") &&
	       param->first && !param->first->next && str_equal(param->first->text, "1");
}

static const Datum *data_open(const Opening *o, const Node *data)
{
	const char *type = node_value(data, "type");
	if (!type || strcmp(tree_library(data), xsd) != 0 || !type_is_plain(type) ||
	    node_child(data, "except"))
		return NULL;
	Datum *datum = ARENA_NEW(o->a, Datum);
	*datum = (Datum){.kind = is_some(data) ? DATUM_SOME : DATUM_TYPE};
	datum->type = xmlSchemaGetPredefinedType(xml_chars(type), xml_chars(xsd_types));
	List facets = list_new(o->a, sizeof(xmlSchemaFacetPtr));
	for (const Node *p = node_child(data, "param"); p; p = node_next(p, "param")) {
		xmlSchemaFacetPtr facet = facet_open(o, p, datum->type);
		if (!facet)
			return NULL;
		*(xmlSchemaFacetPtr *)list_add(&facets) = facet;
	}
	datum->facets = facets.items;
	datum->count = facets.count;
	return datum->type ? datum : NULL;
}

static const Datum *pattern_open(const Opening *o, const Node *pattern, int depth);

static const Datum *choice_open(const Opening *o, const Node *choice, int depth)
{
	List choices = list_new(o->a, sizeof(const Datum *));
	for (const Node *n = choice->first; n; n = n->next) {
		if (!tree_is_pattern(n))
			continue;
		const Datum *one = pattern_open(o, n, depth + 1);
		if (!one)
			return NULL;
		*(const Datum **)list_add(&choices) = one;
	}
	Datum *datum = ARENA_NEW(o->a, Datum);
	*datum = (Datum){.kind = DATUM_CHOICE, .choices = choices.items, .count = choices.count};
	return datum;
}

static const Datum *ref_open(const Opening *o, const Node *ref, int depth)
{
	const Node *define = tree_define(o->schema, ref);
	const Node *only = define ? tree_only_pattern(define) : NULL;
	return only ? pattern_open(o, only, depth + 1) : NULL;
}

static const Datum *pattern_open(const Opening *o, const Node *pattern, int depth)
{
	if (depth > DEPTH_MOST)
		return NULL;
	if (strcmp(pattern->name, "data") == 0)
		return data_open(o, pattern);
	if (strcmp(pattern->name, "choice") == 0)
		return choice_open(o, pattern, depth);
	if (strcmp(pattern->name, "ref") == 0)
		return ref_open(o, pattern, depth);
	if (strcmp(pattern->name, "text") == 0)
		return datum_any(o->a);
	if (strcmp(pattern->name, "value") != 0)
		return NULL;
	Datum *datum = ARENA_NEW(o->a, Datum);
	*datum = (Datum){.kind = DATUM_WORD, .word = node_text(o->a, pattern)};
	return datum;
}

const Datum *datum_open(Arena *a, const Node *schema, const Node *pattern, List *facets)
{
	Opening o = {a, schema, facets};
	return pattern_open(&o, pattern, 0);
}

/* Their values are the arena's. */
void datum_facets_close(List *facets)
{
	for (int i = 0; i < facets->count; i++)
		xmlSchemaFreeFacet(*(xmlSchemaFacetPtr *)list_at(facets, i));
}

/* As the validator does it, but for making the facets. */
static bool type_holds(const Datum *datum, const char *text)
{
	xmlSchemaValPtr value = NULL;
	const xmlChar *chars = xml_chars(text);
	bool holds = xmlSchemaValPredefTypeNodeNoNorm(datum->type, chars, &value, NULL) == 0 &&
		     value != NULL;
	for (int i = 0; holds && i < datum->count; i++)
		holds = xmlSchemaValidateFacet(datum->type, datum->facets[i], chars, value) == 0;
	xmlSchemaFreeValue(value);
	return holds;
}

bool datum_holds(const Datum *datum, const char *text)
{
	switch (datum->kind) {
	case DATUM_WORD:
		return strcmp(datum->word, text) == 0;
	case DATUM_SOME:
		return text[strspn(text, " \t\r\n")] != '\0';
	case DATUM_TYPE:
		return type_holds(datum, text);
	case DATUM_CHOICE:
		for (int i = 0; i < datum->count; i++)
			if (datum_holds(datum->choices[i], text))
				return true;
		return false;
	default:
		return true;
	}
}
