/* SPDX-License-Identifier: MIT */
#include "read/record.h"

#include "base/str.h"
#include "read/tag.h"
#include "read/xml.h"

#include <string.h>

static bool is_blank(const char *s)
{
	return s[strspn(s, " \t\r\n")] == '\0';
}

/* An element says something when it has an attribute, or anything inside but white space. */
static bool is_empty(const Node *node)
{
	if (node->attr_count > 0)
		return false;
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT || !is_blank(child->text))
			return false;
	return true;
}

/* What was told at this place already is one fault with its emptiness. */
static void empty_tell(Place place, const char *what, int from, Diags *diags)
{
	if (diags_have_at(diags, from, diags_count(diags), place))
		return;
	diag_error(diags, place, DIAG_DATA, "%s is empty", what);
	diag_hint(diags, "give it a value, or leave it out when it is not known");
}

/* Who hears the page hears these words in that language, so it must be one. */
static void language_tell(const Attr *attr, int from, Diags *diags)
{
	if (strcmp(attr->name, "xml:lang") != 0 || tag_is_language(attr->value) ||
	    diags_have_at(diags, from, diags_count(diags), attr->place) ||
	    diags_have_at(diags, from, diags_count(diags), attr->value_place))
		return;
	diag_error(diags, attr->value_place, DIAG_DATA, "\"%.60s\" is no language", attr->value);
	diag_hint(diags, "languages are written as in \"en\", \"zh\" or \"en-GB\" (BCP 47)");
}

static void node_faults(Arena *a, const Node *node, int from, Diags *diags)
{
	for (int i = 0; i < node->attr_count; i++) {
		const Attr *attr = &node->attrs[i];
		if (is_blank(attr->value))
			empty_tell(attr->place, str_format(a, "the attribute \"%s\"", attr->name),
				   from, diags);
		else
			language_tell(attr, from, diags);
	}
	if (is_empty(node))
		empty_tell(node->place, str_format(a, "<%s>", node->name), from, diags);
}

/* Whatever the schema says: layouts rely on it that what is there has a value. `from`: the first of the
 * record's diagnostics. */
static void values_tell(Arena *a, const Node *node, int from, Diags *diags)
{
	if (diags_count(diags) - from >= FAULTS_MOST)
		return;
	node_faults(a, node, from, diags);
	if (diags_count(diags) - from >= FAULTS_MOST)
		faults_are_many(diags);
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT)
			values_tell(a, child, from, diags);
}

/* A misspelt id is told by the schema: one that is missing is no second fault then. */
static bool id_is_misspelt(const Node *root, const Diags *diags, int from)
{
	static const char *const words[] = {"id", NULL};
	for (int i = 0; i < root->attr_count; i++)
		if (diags_have_at(diags, from, diags_count(diags), root->attrs[i].place) &&
		    str_nearest(root->attrs[i].name, words))
			return true;
	return false;
}

/* What is wrong with the id is told unless something was, from `from` on. */
static bool id_holds(const char *stem, const Node *root, int from, Diags *diags)
{
	const Attr *id = node_attr(root, "id");
	/* That the file's name can be no id was told when it was listed. */
	if (id && (strcmp(id->value, stem) == 0 || !tag_is_file_name(stem)))
		return true;
	if (id ? diags_have_at(diags, from, diags_count(diags), id->place) ||
		     diags_have_at(diags, from, diags_count(diags), id->value_place)
	       : id_is_misspelt(root, diags, from))
		return false;
	if (id)
		diag_error(diags, id->value_place, DIAG_DATA,
			   "the id is \"%.60s\", but the file is called \"%s\"", id->value, stem);
	else
		diag_error(diags, root->place, DIAG_DATA, "<%s> lacks the attribute \"id\"",
			   root->name);
	diag_hint(diags, "write id=\"%s\", or call the file as its id", stem);
	return false;
}

/* Schema and values. */
static bool form_holds(const Schema *schema, const Node *root, xmlDocPtr doc, Diags *diags)
{
	int before = diags_errors(diags), from = diags_count(diags);
	if (schema)
		schema_check_doc(schema, root, doc, diags);
	Arena *scratch = arena_new();
	values_tell(scratch, root, from, diags);
	arena_free(scratch);
	return diags_errors(diags) == before;
}

/* The rules are asked when the form is right; how they answer is not told here. */
static bool record_is_formed(const Schema *schema, const Rules *rules, const Node *root,
			     Diags *diags)
{
	xmlDocPtr doc = schema || rules ? xml_doc_new(root) : NULL;
	bool formed = form_holds(schema, root, doc, diags);
	if (rules && formed)
		rules_check_record(rules, doc, diags);
	xmlFreeDoc(doc);
	return formed;
}

bool record_check(const Schema *schema, const Rules *rules, const Node *root, Diags *diags)
{
	int before = diags_errors(diags);
	record_is_formed(schema, rules, root, diags);
	return diags_errors(diags) == before;
}

const Record *record_parse(Arena *a, const Source *source, Diags *diags)
{
	Record *record = ARENA_NEW(a, Record);
	record->root = xml_read(a, source, &record->file, diags);
	if (record->root == NULL)
		return NULL;
	record->id = node_value(record->root, "id");
	return record;
}

bool record_hold(const Record *record, const Schema *schema, const Rules *rules, Diags *diags)
{
	int from = diags_count(diags);
	Arena *scratch = arena_new();
	bool formed = record_is_formed(schema, rules, record->root, diags);
	bool named = id_holds(file_stem(scratch, record->file.path), record->root, from, diags);
	arena_free(scratch);
	return formed && named;
}

void record_warn(const Record *record, const Rules *rules, Diags *diags)
{
	if (rules == NULL || !rules_warn(rules))
		return;
	xmlDocPtr doc = xml_doc_new(record->root);
	rules_warn_record(rules, doc, diags);
	xmlFreeDoc(doc);
}

const Record *record_read(Arena *a, const Source *source, const Schema *schema, const Rules *rules,
			  Diags *diags)
{
	const Record *record = record_parse(a, source, diags);
	return record && record_hold(record, schema, rules, diags) ? record : NULL;
}
