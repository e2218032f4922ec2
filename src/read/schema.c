/* SPDX-License-Identifier: MIT */
#include "read/schema.h"

#include "base/str.h"
#include "read/schema_bounds.h"
#include "read/schema_pass.h"
#include "read/schema_words.h"
#include "read/xml.h"
#include "read/xml_trouble.h"

#include <libxml/relaxng.h>
#include <string.h>

struct Schema {
	const char *file;
	const Node *root;
	xmlRelaxNGPtr compiled;
	Ingredient read;
	Pass *pass; /* asked first: it is quick */
};

void faults_are_many(Diags *diags)
{
	diag_error(diags, diags_at(diags, diags_count(diags) - 1)->place, DIAG_FORM,
		   "there are many faults in this file: what follows is not looked at");
}

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
	Ingredient file;
	const Node *root = xml_read(a, source, &file, diags);
	if (root == NULL || !refuse_includes(root, diags) || !bounds_hold(root, diags))
		return NULL;
	Compiling compiling = {root, source->path, diags};
	xmlRelaxNGPtr compiled = compile(&compiling, file.bytes);
	if (compiled == NULL)
		return NULL;
	Schema *schema = ARENA_NEW(a, Schema);
	*schema = (Schema){source->path, root, compiled, file, pass_open(a, root)};
	return schema;
}

const Ingredient *schema_file(const Schema *schema)
{
	return &schema->read;
}

const Node *schema_tree(const Schema *schema)
{
	return schema->root;
}

void schema_close(Schema *schema)
{
	if (!schema)
		return;
	pass_close(schema->pass);
	xmlRelaxNGFree(schema->compiled);
}

/* The first complaint of libxml2. */
typedef struct Complaint {
	Arena *a;
	const char *words; /* NULL: there was none */
	const Node *node;  /* NULL: not known */
	int code;
} Complaint;

static void on_invalid(void *who, GivenError error)
{
	Complaint *complaint = who;
	if (complaint->words || error->message == NULL)
		return;
	complaint->words = str_copy_n(complaint->a, error->message, strcspn(error->message, "\n"));
	complaint->node = error->node ? xml_doc_node(error->node) : NULL;
	complaint->code = error->code;
}

static bool is_valid(const Schema *schema, xmlDocPtr doc, Complaint *complaint)
{
	xmlRelaxNGValidCtxtPtr valid = xml_have(xmlRelaxNGNewValidCtxt(schema->compiled));
	xmlRelaxNGSetValidStructuredErrors(valid, on_invalid, complaint);
	int result = xmlRelaxNGValidateDoc(valid, doc);
	xmlRelaxNGFreeValidCtxt(valid);
	if (result < 0)
		die("libxml2 failed while it checked a file against %s", schema->file);
	return result == 0;
}

/* Where the schema leaves more than one way, libxml2's own words must do. */
static void complaint_tell(const Schema *schema, const Node *root, const Complaint *complaint,
			   Diags *diags)
{
	const Node *node = complaint->node ? complaint->node : root;
	if (complaint->code == XML_RELAXNG_ERR_ELEMWRONG && node->parent)
		diag_error(diags, node->place, DIAG_FORM,
			   "<%s> may not stand at this place in <%s>", node->name,
			   node->parent->name);
	else
		diag_error(diags, node->place, DIAG_FORM,
			   "this does not have the form that %s asks for: %s", schema->file,
			   complaint->words ? complaint->words : "libxml2 gives no reason");
}

bool schema_check_doc(const Schema *schema, const Node *root, xmlDocPtr doc, Diags *diags)
{
	if (pass_holds(schema->pass, root))
		return true;
	Arena *scratch = arena_new();
	Complaint complaint = {.a = scratch};
	bool valid = is_valid(schema, doc, &complaint);
	int before = diags_errors(diags);
	if (!valid)
		words_tell(schema->root, root, diags);
	if (!valid && diags_errors(diags) == before)
		complaint_tell(schema, root, &complaint, diags);
	arena_free(scratch);
	return valid;
}

bool schema_check(const Schema *schema, const Node *root, Diags *diags)
{
	xmlDocPtr doc = xml_doc_new(root);
	bool valid = schema_check_doc(schema, root, doc, diags);
	xmlFreeDoc(doc);
	return valid;
}
