/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * oracle.h: what libxml2 finds where a layout's path leads.
 *
 * Paths are XPath but for where they begin: the edition's header, the editions before, the
 * nodes of a group, the node that a condition is asked for. These are variables here, and the editions before
 * are put together anew from their files.
 */
#include "base/file.h"
#include "base/list.h"
#include "base/str.h"
#include "model/layout.h"

#include <ctype.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <math.h>
#include <string.h>

/* The record, with the edition's header as $edition and $history; the namespaces are forgotten, as paths do. */
typedef struct Oracle {
	Arena *a;
	xmlDocPtr record, edition, history;
	xmlXPathContextPtr context;
	const char *language; /* of the page; NULL: that of the data */
} Oracle;

static inline void forget_namespaces(xmlNodePtr node)
{
	for (; node; node = node->next) {
		node->ns = NULL;
		if (node->type == XML_ELEMENT_NODE)
			forget_namespaces(node->children);
	}
}

static inline xmlDocPtr oracle_parse(const char *path)
{
	xmlDocPtr doc = xmlReadFile(path, NULL, XML_PARSE_NONET);
	if (doc)
		forget_namespaces(xmlDocGetRootElement(doc));
	return doc;
}

static inline xmlNodePtr oracle_child(xmlNodePtr node, const char *name)
{
	for (xmlNodePtr kid = node ? node->children : NULL; kid; kid = kid->next)
		if (kid->type == XML_ELEMENT_NODE && str_equal((const char *)kid->name, name))
			return kid;
	return NULL;
}

static inline const char *oracle_attribute(Arena *a, xmlNodePtr node, const char *name)
{
	xmlChar *value = node ? xmlGetNoNsProp(node, BAD_CAST name) : NULL;
	const char *copy = value ? str_copy(a, (const char *)value) : NULL;
	xmlFree(value);
	return copy;
}

/* <edition id year> with the record's root in it, for each edition before that has the record: the oldest first. */
static inline void history_add(Arena *a, xmlNodePtr history, const char *edition, const char *id)
{
	xmlDocPtr doc = oracle_parse(edition);
	xmlNodePtr root = xmlDocGetRootElement(doc);
	const char *before = oracle_attribute(a, oracle_child(root, "history"), "href");
	const char *records = oracle_attribute(a, oracle_child(root, "records"), "href");
	if (before)
		history_add(a, history, file_beside(a, edition, before), id);
	const char *folder = file_beside(a, edition, records);
	const char *path = file_beside(a, folder, str_format(a, "%s.xml", id));
	FILE *file = fopen(path, "rb");
	xmlDocPtr record = file ? oracle_parse(path) : NULL;
	if (record) {
		xmlNodePtr one = xmlNewChild(history, NULL, BAD_CAST "edition", NULL);
		for (xmlAttrPtr attr = root->properties; attr; attr = attr->next)
			xmlNewProp(one, attr->name, attr->children->content);
		xmlAddChild(one, xmlDocCopyNode(xmlDocGetRootElement(record), history->doc, 1));
		forget_namespaces(history);
	}
	if (file)
		fclose(file);
	xmlFreeDoc(record);
	xmlFreeDoc(doc);
}

static inline xmlDocPtr history_read(Arena *a, const char *record, const char *edition,
				     xmlDocPtr header)
{
	xmlDocPtr doc = xmlNewDoc(BAD_CAST "1.0");
	xmlNodePtr history = xmlNewNode(NULL, BAD_CAST "history");
	xmlDocSetRootElement(doc, history);
	const char *before =
	    oracle_attribute(a, oracle_child(xmlDocGetRootElement(header), "history"), "href");
	if (before)
		history_add(a, history, file_beside(a, edition, before), file_stem(a, record));
	return doc;
}

static inline void oracle_name(Oracle *oracle, const char *name, xmlNodePtr node)
{
	xmlXPathRegisterVariable(oracle->context, BAD_CAST name, xmlXPathNewNodeSet(node));
}

static inline Oracle oracle_open(Arena *a, const char *record, const char *edition)
{
	Oracle oracle = {.a = a, .record = oracle_parse(record), .edition = oracle_parse(edition)};
	oracle.history = history_read(a, record, edition, oracle.edition);
	oracle.context = xmlXPathNewContext(oracle.record);
	oracle_name(&oracle, "edition", xmlDocGetRootElement(oracle.edition));
	oracle_name(&oracle, "history", xmlDocGetRootElement(oracle.history));
	return oracle;
}

static inline void oracle_close(Oracle *oracle)
{
	xmlXPathFreeContext(oracle->context);
	xmlFreeDoc(oracle->record);
	xmlFreeDoc(oracle->edition);
	xmlFreeDoc(oracle->history);
}

static inline bool is_name_char(char c)
{
	return isalnum((unsigned char)c) || strchr("-_.:@/", c);
}

/* What the layout's own beginnings of paths are to XPath. */
static inline const char *oracle_source(Arena *a, const char *source)
{
	static const char *const roots[][2] = {{"edition/", "$edition/"},
					       {"history/", "$history/"},
					       {"current-group()", "$group"},
					       {"current()", "$current"}};
	StrBuf out = {.arena = a};
	for (const char *s = source; *s; s++) {
		bool begins = s == source || !is_name_char(s[-1]);
		for (size_t i = 0; begins && i < sizeof roots / sizeof *roots; i++)
			if (str_starts(s, roots[i][0])) {
				strbuf_add(&out, roots[i][1]);
				s += strlen(roots[i][0]);
			}
		strbuf_add_n(&out, s, *s ? 1 : 0);
		if (!*s)
			break;
	}
	return strbuf_text(&out);
}

static inline xmlXPathObjectPtr oracle_ask(Oracle *o, const Expr *expr, xmlNodePtr at)
{
	o->context->node = at;
	oracle_name(o, "current", at);
	return xmlXPathEval(BAD_CAST oracle_source(o->a, expr->source), o->context);
}

static inline bool oracle_holds(Oracle *o, const Expr *expr, xmlNodePtr at)
{
	xmlXPathObjectPtr got = expr ? oracle_ask(o, expr, at) : NULL;
	bool holds = !expr || xmlXPathCastToBoolean(got);
	xmlXPathFreeObject(got);
	return holds;
}

/* NaN: nothing is found. */
static inline double oracle_number(Oracle *o, const Expr *expr, xmlNodePtr at)
{
	xmlXPathObjectPtr got = oracle_ask(o, expr, at);
	double number = xmlXPathCastToNumber(got);
	xmlXPathFreeObject(got);
	return number;
}

/* A list of xmlNodePtr. */
static inline List oracle_nodes(Oracle *o, const Expr *expr, xmlNodePtr at)
{
	List nodes = list_new(o->a, sizeof(xmlNodePtr));
	xmlXPathObjectPtr got = oracle_ask(o, expr, at);
	for (int i = 0; got && got->nodesetval && i < got->nodesetval->nodeNr; i++)
		*(xmlNodePtr *)list_add(&nodes) = got->nodesetval->nodeTab[i];
	xmlXPathFreeObject(got);
	return nodes;
}

static inline xmlNodePtr node_in(const List *nodes, int i)
{
	return *(xmlNodePtr *)list_at(nodes, i);
}

/* The numbers that a path finds, one after the other. */
static inline List oracle_numbers(Oracle *o, const Expr *expr, xmlNodePtr at)
{
	List numbers = list_new(o->a, sizeof(double)), nodes = oracle_nodes(o, expr, at);
	for (int i = 0; i < nodes.count; i++)
		*(double *)list_add(&numbers) = xmlXPathCastNodeToNumber(node_in(&nodes, i));
	return numbers;
}

static inline double number_in(const List *numbers, int i)
{
	return *(double *)list_at(numbers, i);
}

/* What a pattern of words and of values as they stand says; NULL for any other. */
/* A word's name in the page's language: the samples' names stand in one file a language, English in the data itself. */
static inline const char *oracle_looked_up(Oracle *o, const char *word)
{
	if (!o->language || str_equal(o->language, "en"))
		return word;
	const char *path = str_format(o->a, "data/names/%s.xml", o->language), *name = NULL;
	xmlDocPtr names = xmlReadFile(path, NULL, XML_PARSE_NONET);
	xmlNodePtr root = names ? xmlDocGetRootElement(names) : NULL;
	for (xmlNodePtr entry = root ? root->children : NULL; entry && !name; entry = entry->next) {
		xmlChar *id = entry->type == XML_ELEMENT_NODE
				  ? xmlGetProp(entry, (const xmlChar *)"id")
				  : NULL;
		if (id && str_equal((const char *)id, word)) {
			xmlChar *text = xmlNodeGetContent(xmlFirstElementChild(entry));
			name = str_copy(o->a, (const char *)text);
			xmlFree(text);
		}
		xmlFree(id);
	}
	xmlFreeDoc(names);
	return name;
}

static inline const char *oracle_words(Oracle *o, const Pattern *pattern, xmlNodePtr at)
{
	StrBuf out = {.arena = o->a};
	for (; pattern; pattern = pattern->next) {
		if (pattern->kind == PATTERN_TEXT) {
			strbuf_add(&out, pattern->text);
		} else if (pattern->kind == PATTERN_VALUE &&
			   (pattern->format == FORMAT_NONE || pattern->format == FORMAT_NAMES)) {
			xmlXPathObjectPtr got = oracle_ask(o, pattern->value, at);
			xmlChar *text = xmlXPathCastToString(got);
			const char *word = (const char *)text;
			if (pattern->format == FORMAT_NAMES)
				word = oracle_looked_up(o, str_fold(o->a, word));
			strbuf_add(&out, word ? word : "?");
			xmlFree(text);
			xmlXPathFreeObject(got);
		} else {
			return NULL;
		}
	}
	return str_fold(o->a, strbuf_text(&out));
}

/* Of an attribute: of the same one of a sibling; else of the sibling itself. */
static inline double like_number(xmlNodePtr sibling, xmlNodePtr like)
{
	xmlChar *text = like->type == XML_ATTRIBUTE_NODE ? xmlGetProp(sibling, like->name)
							 : xmlNodeGetContent(sibling);
	double number = text ? xmlXPathCastStringToNumber(text) : 0;
	xmlFree(text);
	return number;
}

/* What per cent a value is of the sum of the like-named ones inside the same parent. */
static inline double oracle_share(Oracle *o, const Expr *value, xmlNodePtr at)
{
	List found = oracle_nodes(o, value, at);
	if (found.count == 0)
		return NAN;
	xmlNodePtr one = node_in(&found, 0);
	xmlNodePtr owner = one->type == XML_ATTRIBUTE_NODE ? one->parent : one;
	double sum = 0;
	for (xmlNodePtr kid = owner->parent->children; kid; kid = kid->next)
		if (kid->type == XML_ELEMENT_NODE && xmlStrEqual(kid->name, owner->name))
			sum += like_number(kid, one);
	return 100 * xmlXPathCastNodeToNumber(one) / sum;
}
