/* SPDX-License-Identifier: MIT */
#include "read/rules_xpath.h"

#include "base/str.h"
#include "read/rules_look.h"
#include "read/xml_doc.h"
#include "read/xml_trouble.h"

#include <libxml/xpathInternals.h>
#include <string.h>

static void on_fault(void *who, GivenError error)
{
	Look *l = who;
	if (!l->good)
		return;
	const char *words = error->str1 ? error->str1 : "";
	size_t length = strlen(words);
	size_t at = error->int1 > 0 ? (size_t)error->int1 : 0;
	if (at < length)
		diag_error(l->c->diags, l->place, DIAG_FORM,
			   "this is no XPath: it cannot be understood from \"%.40s\" on",
			   words + at);
	else
		diag_error(l->c->diags, l->place, DIAG_FORM,
			   "this is no XPath: it breaks off too early, after \"%.40s\"",
			   words + (length > 40 ? length - 40 : 0));
	l->good = false;
}

void xpath_fault(Diags *diags, Place place, int code)
{
	const char *why = "for a reason libxml2 does not give";
	code -= XML_XPATH_EXPRESSION_OK;
	if (code == XPATH_INVALID_TYPE)
		why = "since a function is given what it cannot take";
	else if (code == XPATH_INVALID_ARITY)
		why = "since a function is given too much or too little";
	else if (code == XPATH_INVALID_CTXT_POSITION || code == XPATH_INVALID_CTXT_SIZE)
		why = "since position() and last() mean something in square brackets only";
	diag_error(diags, place, DIAG_FORM, "this expression cannot be worked out, %s", why);
}

static void on_trial_fault(void *who, GivenError error)
{
	Look *l = who;
	if (l->good)
		xpath_fault(l->c->diags, l->place, error->code);
	l->good = false;
}

/* "c:a = 1" is no pattern: it finds no nodes, so its rule would never hold for one. */
static void nodes_check(Look *l, xmlXPathObjectPtr found)
{
	if (!l->pattern || !l->good || !found || found->type == XPATH_NODESET)
		return;
	diag_error(l->c->diags, l->place, DIAG_FORM,
		   "a context is a pattern, and this one finds no nodes but a value");
	diag_hint(l->c->diags, "conditions go into square brackets: c:name[. = 'x']");
	l->good = false;
}

static XPath compile(Look *l, const char *words)
{
	XPath path = {.place = l->place, .joins = l->joins};
	xmlXPathContextPtr context = l->c->context;
	context->error = on_fault;
	context->userData = l;
	path.compiled = xmlXPathCtxtCompile(context, xml_chars(words));
	if (path.compiled) {
		*(xmlXPathCompExprPtr *)list_add(&l->c->compiled) = path.compiled;
		context->error = on_trial_fault;
		context->node = xmlDocGetRootElement(context->doc);
		xmlXPathObjectPtr found = xmlXPathCompiledEval(path.compiled, context);
		nodes_check(l, found);
		xmlXPathFreeObject(found);
	} else if (l->good) {
		diag_error(l->c->diags, l->place, DIAG_FORM, "this is no XPath");
	}
	context->userData = NULL;
	return path;
}

XPath xpath_compile(Compiler *c, const Attr *attr)
{
	if (attr == NULL)
		return (XPath){.compiled = NULL};
	Look l = {.c = c, .at = attr->value, .place = attr->value_place, .good = true};
	while (*l.at)
		look_step(&l);
	return l.good ? compile(&l, attr->value) : (XPath){.place = l.place};
}

/* A pattern matches a node when the pattern, begun anywhere, leads to it. Attributes stand on
 * elements only, so texts need not be asked for theirs. */
static const char *branch_path(Look *l, const char *from, size_t length)
{
	while (length > 0 && str_is_space(*from))
		from++, length--;
	while (length > 0 && str_is_space(from[length - 1]))
		length--;
	/* Blanks inside stay as they are: they may stand in quotes. */
	const char *words = str_copy_n(l->c->a, from, length);
	if (length == 0) {
		diag_error(l->c->diags, l->place, DIAG_FORM,
			   "this is no pattern: nothing stands beside a \"|\"");
		l->good = false;
	}
	if (words[0] == '/')
		return words;
	return str_format(l->c->a, "%s%s", words[0] == '@' ? "/descendant::*/" : "//", words);
}

List xpath_branches(Compiler *c, const Attr *attr)
{
	List branches = list_new(c->a, sizeof(XPath));
	if (attr == NULL)
		return branches;
	Look l = {
	    .c = c, .at = attr->value, .place = attr->value_place, .pattern = true, .good = true};
	List paths = list_new(c->a, sizeof(const char *));
	for (const char *from = l.at; from; from = *l.at ? ++l.at : NULL) {
		while (*l.at && !(*l.at == '|' && l.depth == 0))
			look_step(&l);
		*(const char **)list_add(&paths) = branch_path(&l, from, (size_t)(l.at - from));
	}
	for (int i = 0; i < paths.count && l.good; i++)
		*(XPath *)list_add(&branches) = compile(&l, *(const char **)list_at(&paths, i));
	if (!l.good)
		branches.count = 0;
	return branches;
}

static void on_current(xmlXPathParserContextPtr parser, int count)
{
	const Standpoint *standpoint = parser->context->userData;
	if (count != 0)
		xmlXPathErr(parser, XPATH_INVALID_ARITY);
	else
		valuePush(parser, xmlXPathNewNodeSet(standpoint->current ? standpoint->current
									 : parser->context->node));
}

static void on_key(xmlXPathParserContextPtr parser, int count)
{
	Standpoint *standpoint = parser->context->userData;
	if (count != 2) {
		xmlXPathErr(parser, XPATH_INVALID_ARITY);
		return;
	}
	xmlXPathObjectPtr sought = valuePop(parser), name = valuePop(parser);
	if (!sought || !name || name->type != XPATH_STRING)
		xmlXPathErr(parser, XPATH_INVALID_TYPE);
	else if (standpoint->key)
		valuePush(parser,
			  standpoint->key(standpoint, (const char *)name->stringval, sought));
	else
		valuePush(parser, xmlXPathNewNodeSet(NULL));
	xmlXPathFreeObject(sought);
	xmlXPathFreeObject(name);
}

void xpath_functions(xmlXPathContextPtr context)
{
	xmlXPathRegisterFunc(context, xml_chars("current"), on_current);
	xmlXPathRegisterFunc(context, xml_chars("key"), on_key);
}

Compiler compiler_open(Arena *a, Diags *diags)
{
	static const char *const none[] = {NULL};
	static const Node empty = {.name = "empty", .space = ""};
	Compiler c = {.a = a,
		      .diags = diags,
		      .context = xml_have(xmlXPathNewContext(xml_doc_new(&empty))),
		      .prefixes = list_new(a, sizeof(Prefix)),
		      .keys = none,
		      .compiled = list_new(a, sizeof(xmlXPathCompExprPtr))};
	xpath_functions(c.context);
	return c;
}

void compiler_prefix(Compiler *c, const char *prefix, const char *uri)
{
	*(Prefix *)list_add(&c->prefixes) = (Prefix){prefix, uri};
	xmlXPathRegisterNs(c->context, xml_chars(prefix), xml_chars(uri));
}

void compiler_close(Compiler *c)
{
	xmlFreeDoc(c->context->doc);
	xmlXPathFreeContext(c->context);
	c->context = NULL;
}
