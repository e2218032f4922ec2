/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * schema_facet.h: a bound on a value, <param name="maxInclusive">, as libxml2 knows it.
 */
#include "model/node.h"

#include <libxml/xmlschemastypes.h>

/* NULL when there is no such facet, or its own value is none of the type's. Give it back with xmlSchemaFreeFacet. */
xmlSchemaFacetPtr facet_read(Arena *a, const Node *param, xmlSchemaTypePtr type);
