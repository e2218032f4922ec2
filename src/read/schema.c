/* SPDX-License-Identifier: MIT */
#include "read/schema.h"

#include "base/str.h"
#include "read/schema_words.h"
#include "read/xml.h"
#include "read/xml_trouble.h"

#include <libxml/relaxng.h>
#include <string.h>

/* How often a file is looked at again after its bad attributes were taken out. */
enum { ROUNDS_MOST = 20 };

struct Schema {
	const char *file;
	const Node *root;
	xmlRelaxNGPtr compiled;
};

/* The first element at that line: libxml2 tells no column. */
static Place place_at(const Node *node, int line, const char *file)
{
	for (const Node *child = node->first; child; child = child->next) {
		if (child->kind != NODE_ELEMENT)
			continue;
		if (child->place.line == line)
			return child->place;
		Place inner = place_at(child, line, NULL);
		if (inner.line)
			return inner;
	}
	return (Place){.file = file, .line = file ? line : 0, .column = file ? 1 : 0};
}

typedef struct Compiling {
	const Node *root;
	const char *file;
	Diags *diags;
} Compiling;

static void on_schema_error(void *who, GivenError error)
{
	const Compiling *c = who;
	const char *words = error->message ? error->message : "unknown trouble";
	/* Its own word for having been stopped by what it told just before. */
	if (str_starts(words, "Internal found no define"))
		return;
	diag_error(c->diags, place_at(c->root, error->line, c->file), DIAG_FORM,
		   "this is no RELAX NG schema that can be used: %.*s", (int)strcspn(words, "\n"),
		   words);
}

/* One file a schema: what it would include is not looked for. */
static bool refuse_includes(const Node *node, Diags *diags)
{
	bool good = true;
	for (const Node *child = node->first; child; child = child->next) {
		if (child->kind != NODE_ELEMENT)
			continue;
		if (strcmp(child->name, "include") == 0 ||
		    strcmp(child->name, "externalRef") == 0) {
			diag_error(diags, child->place, DIAG_FORM,
				   "a schema may not fetch another file");
			diag_hint(diags, "copy what <%s> names into this file", child->name);
			good = false;
		}
		good = refuse_includes(child, diags) && good;
	}
	return good;
}

static xmlRelaxNGPtr compile(const Compiling *c, Bytes bytes)
{
	int before = diags_errors(c->diags);
	xmlRelaxNGParserCtxtPtr parser =
	    xml_have(xmlRelaxNGNewMemParserCtxt((const char *)bytes.at, (int)bytes.length));
	xmlRelaxNGSetParserStructuredErrors(parser, on_schema_error, (void *)(uintptr_t)c);
	xmlRelaxNGPtr compiled = xmlRelaxNGParse(parser);
	xmlRelaxNGFreeParserCtxt(parser);
	if (compiled == NULL && diags_errors(c->diags) == before)
		diag_error(c->diags, c->root->place, DIAG_FORM,
			   "this is no RELAX NG schema that can be used");
	return compiled;
}

Schema *schema_open(Arena *a, const Source *source, Diags *diags)
{
	const Node *root = xml_read(a, source, NULL, diags);
	if (root == NULL || !refuse_includes(root, diags))
		return NULL;
	Bytes bytes = file_read(a, source, XML_LIMIT, diags);
	if (bytes.at == NULL)
		return NULL;
	Compiling compiling = {root, source->path, diags};
	xmlRelaxNGPtr compiled = compile(&compiling, bytes);
	if (compiled == NULL)
		return NULL;
	Schema *schema = ARENA_NEW(a, Schema);
	*schema = (Schema){source->path, root, compiled};
	return schema;
}

const Node *schema_tree(const Schema *schema)
{
	return schema->root;
}

void schema_close(Schema *schema)
{
	if (schema)
		xmlRelaxNGFree(schema->compiled);
}

/* One sweep of libxml2 over the data, and the attributes it found bad. */
typedef struct Sweep {
	Telling *telling; /* NULL: only whether all is well */
	List bad;         /* of xmlAttr pointers */
	const char *first_words;
	const Node *first_node;
} Sweep;

static void on_invalid(void *who, GivenError error)
{
	Sweep *sweep = who;
	if (sweep->telling == NULL)
		return;
	xmlNodePtr node = error->node;
	Complaint complaint = {.code = error->code,
			       .node =
				   node && node->type == XML_ELEMENT_NODE ? node->_private : NULL,
			       .name = error->str1};
	if (sweep->first_words == NULL && error->message) {
		sweep->first_words =
		    str_copy_n(sweep->telling->a, error->message, strcspn(error->message, "\n"));
		sweep->first_node = complaint.node;
	}
	complaint_tell(sweep->telling, &complaint);
	if (error->code != XML_RELAXNG_ERR_INVALIDATTR || complaint.node == NULL)
		return;
	xmlAttrPtr attr = error->str1 ? xmlHasProp(node, xml_chars(error->str1)) : NULL;
	if (attr)
		*(xmlAttrPtr *)list_add(&sweep->bad) = attr;
}

static bool sweep_over(const Schema *schema, xmlDocPtr doc, Sweep *sweep)
{
	xmlRelaxNGValidCtxtPtr valid = xml_have(xmlRelaxNGNewValidCtxt(schema->compiled));
	xmlRelaxNGSetValidStructuredErrors(valid, on_invalid, sweep);
	int result = xmlRelaxNGValidateDoc(valid, doc);
	xmlRelaxNGFreeValidCtxt(valid);
	if (result < 0)
		die("libxml2 failed while it checked a file against %s", schema->file);
	return result == 0;
}

/* libxml2 stops at the first bad attribute of an element: take it out and look again. */
static bool bad_remove(Sweep *sweep)
{
	int removed = 0;
	for (int i = 0; i < sweep->bad.count; i++) {
		xmlAttrPtr attr = *(xmlAttrPtr *)list_at(&sweep->bad, i);
		bool again = false;
		for (int j = 0; j < i; j++)
			again = again || *(xmlAttrPtr *)list_at(&sweep->bad, j) == attr;
		if (again)
			continue;
		xmlRemoveProp(attr);
		removed++;
	}
	sweep->bad.count = 0;
	return removed > 0;
}

static void tell_all(const Schema *schema, const Node *root, xmlDocPtr doc, Diags *diags)
{
	Arena *scratch = arena_new();
	int before = diags_errors(diags);
	Telling telling = {scratch, schema->root, diags, list_new(scratch, sizeof(const Node *))};
	Sweep sweep = {.telling = &telling, .bad = list_new(scratch, sizeof(xmlAttrPtr))};
	bool ours = names_tell(&telling, root);
	for (int round = 0; ours && round < ROUNDS_MOST; round++)
		if (sweep_over(schema, doc, &sweep) || !bad_remove(&sweep))
			break;
	if (diags_errors(diags) == before)
		diag_error(diags, sweep.first_node ? sweep.first_node->place : root->place,
			   DIAG_FORM, "this does not have the form that %s asks for: %s",
			   schema->file,
			   sweep.first_words ? sweep.first_words : "libxml2 gives no reason");
	arena_free(scratch);
}

bool schema_check_doc(const Schema *schema, const Node *root, xmlDocPtr doc, Diags *diags)
{
	Sweep quick = {.telling = NULL};
	bool valid = sweep_over(schema, doc, &quick);
	if (!valid)
		tell_all(schema, root, doc, diags);
	return valid;
}

bool schema_check(const Schema *schema, const Node *root, Diags *diags)
{
	xmlDocPtr doc = xml_doc_new(root);
	bool valid = schema_check_doc(schema, root, doc, diags);
	xmlFreeDoc(doc);
	return valid;
}
