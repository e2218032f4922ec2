/* SPDX-License-Identifier: MIT */
#include "read/schema_facet.h"

#include "base/str.h"
#include "read/xml_doc.h"

static xmlSchemaFacetPtr facet_make(Arena *a, const Node *param, xmlSchemaTypeType kind,
				    xmlSchemaTypePtr type)
{
	xmlSchemaFacetPtr facet = xml_have(xmlSchemaNewFacet());
	facet->type = kind;
	facet->value = xml_chars(node_text(a, param));
	if (xmlSchemaCheckFacet(facet, type, NULL, NULL) == 0)
		return facet;
	xmlSchemaFreeFacet(facet);
	return NULL;
}

xmlSchemaFacetPtr facet_read(Arena *a, const Node *param, xmlSchemaTypePtr type)
{
	static const struct {
		const char *name;
		xmlSchemaTypeType kind;
	} facets[] = {{"totalDigits", XML_SCHEMA_FACET_TOTALDIGITS},
		      {"fractionDigits", XML_SCHEMA_FACET_FRACTIONDIGITS},
		      {"minInclusive", XML_SCHEMA_FACET_MININCLUSIVE},
		      {"minExclusive", XML_SCHEMA_FACET_MINEXCLUSIVE},
		      {"maxInclusive", XML_SCHEMA_FACET_MAXINCLUSIVE},
		      {"maxExclusive", XML_SCHEMA_FACET_MAXEXCLUSIVE},
		      {"pattern", XML_SCHEMA_FACET_PATTERN},
		      {"length", XML_SCHEMA_FACET_LENGTH},
		      {"maxLength", XML_SCHEMA_FACET_MAXLENGTH},
		      {"minLength", XML_SCHEMA_FACET_MINLENGTH}};
	for (size_t i = 0; i < sizeof facets / sizeof *facets; i++)
		if (str_equal(node_value(param, "name"), facets[i].name))
			return facet_make(a, param, facets[i].kind, type);
	return NULL;
}
