/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * schema_datum.h: whether a value is surely what a RELAX NG schema asks for.
 *
 * A <data>, a <value> or a choice of these, made ready once: libxml2's own validator
 * compiles the patterns of a <data> anew for each value it looks at. The very same
 * functions are asked in the same way, so the answer is its answer. Where one value
 * is not all (ids, names with prefixes), or the types are of another library, nothing
 * is sure.
 */
#include "base/list.h"
#include "model/node.h"

typedef struct Datum Datum;

/* What the pattern inside an <attribute>, or the one that is an element's content, says of values; NULL when it
 * says more than one value can show. `pattern` is one of RELAX NG's elements; its references are looked up in
 * `schema`, the root of the schema's tree. What libxml2 makes for it is added to `facets`, of xmlSchemaFacetPtr,
 * and lives as long as these. */
const Datum *datum_open(Arena *a, const Node *schema, const Node *pattern, List *facets);
/* Any text will do. */
const Datum *datum_any(Arena *a);
void datum_facets_close(List *facets);

/* False: nothing is known. */
bool datum_holds(const Datum *datum, const char *text);
