/* SPDX-License-Identifier: MIT */
#include "read/rules_xpath.h"

#include "base/str.h"
#include "read/xml_doc.h"
#include "read/xml_trouble.h"

#include <libxml/xpathInternals.h>
#include <string.h>

/* What XPath 1.0 has, but for id(), which finds nothing without a document type; and of XSLT
 * current() and key(). */
static const char *const functions[] = {"last",
					"position",
					"count",
					"local-name",
					"namespace-uri",
					"name",
					"string",
					"concat",
					"starts-with",
					"contains",
					"substring-before",
					"substring-after",
					"substring",
					"string-length",
					"normalize-space",
					"translate",
					"boolean",
					"not",
					"true",
					"false",
					"lang",
					"number",
					"sum",
					"floor",
					"ceiling",
					"round",
					"current",
					"key",
					NULL};

static const char *const node_types[] = {"text", "node", "comment", "processing-instruction", NULL};
static const char *const operators[] = {"and", "or", "div", "mod", NULL};

static bool is_among(const char *word, const char *const *words)
{
	for (; *words; words++)
		if (strcmp(word, *words) == 0)
			return true;
	return false;
}

/* An expression that is being looked over, a word at a time. */
typedef struct Look {
	Standpoint standpoint; /* none: nothing is current yet */
	Compiler *c;
	const char *at;
	Place place;
	int depth;    /* of brackets */
	bool pattern; /* a context, not any expression */
	bool joins;
	bool good;
} Look;

static void tell(Look *l, const char *what, const char *words, const char *nearest)
{
	diag_error(l->c->diags, l->place, DIAG_FORM, "there is no %s \"%.60s\" here%s%s%s", what,
		   words, nearest ? "; did you mean \"" : "", nearest ? nearest : "",
		   nearest ? "\"?" : "");
	l->good = false;
}

static void tell_pattern(Look *l, const char *words)
{
	diag_error(l->c->diags, l->place, DIAG_FORM,
		   "a context is a pattern, in which \"%.60s\" may not stand", words);
	diag_hint(l->c->diags,
		  "name elements and attributes with \"/\" or \"//\" between them; conditions go "
		  "into square brackets");
	l->good = false;
}

static bool is_name_start(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
	       ((unsigned char)c & 0x80);
}

static bool is_name_part(char c)
{
	return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

static const char *name_take(Look *l)
{
	const char *from = l->at;
	while (is_name_part(*l->at))
		l->at++;
	return str_copy_n(l->c->a, from, (size_t)(l->at - from));
}

static void prefix_look(Look *l, const char *prefix)
{
	const List *known = &l->c->prefixes;
	const char **names = ARENA_ARRAY(l->c->a, known->count + 1, const char *);
	for (int i = 0; i < known->count; i++)
		names[i] = ((Prefix *)list_at(known, i))->name;
	if (strcmp(prefix, "xml") == 0 || is_among(prefix, names))
		return;
	tell(l, "prefix", prefix, str_nearest(prefix, names));
	diag_hint(l->c->diags, "declare it: <ns prefix=\"%.60s\" uri=\"…\"/>", prefix);
}

static bool call_follows(const Look *l)
{
	const char *s = l->at;
	while (str_is_space(*s))
		s++;
	return *s == '(';
}

/* The name of a key stands in key() as it is, in quotes. */
static void key_look(Look *l)
{
	const char *from = l->at + strcspn(l->at, "(") + 1;
	while (str_is_space(*from))
		from++;
	const char *end = *from == '"' || *from == '\'' ? strchr(from + 1, *from) : NULL;
	const char *name = end ? str_copy_n(l->c->a, from + 1, (size_t)(end - from - 1)) : NULL;
	if (name && is_among(name, l->c->keys))
		return;
	if (name) {
		tell(l, "key", name, str_nearest(name, l->c->keys));
		return;
	}
	diag_error(l->c->diags, l->place, DIAG_FORM,
		   "key() takes the name of a key, in quotes, and what to look up");
	l->good = false;
}

static void function_look(Look *l, const char *name)
{
	if (is_among(name, node_types) || is_among(name, operators))
		return;
	if (!is_among(name, functions))
		tell(l, "function", name, str_nearest(name, functions));
	else if (l->pattern && (l->depth == 0 || strcmp(name, "current") == 0))
		tell_pattern(l, str_format(l->c->a, "%s()", name));
	else if (strcmp(name, "key") == 0)
		key_look(l);
}

static void axis_look(Look *l, const char *axis)
{
	static const char *const down[] = {"child",     "attribute",          "self", "descendant",
					   "namespace", "descendant-or-self", NULL};
	l->joins = l->joins || !is_among(axis, down);
	bool may = strcmp(axis, "child") == 0 || strcmp(axis, "attribute") == 0;
	if (l->pattern && l->depth == 0 && !may)
		tell_pattern(l, str_format(l->c->a, "%s::", axis));
}

static void name_look(Look *l)
{
	const char *name = name_take(l);
	if (l->at[0] == ':' && l->at[1] == ':') {
		axis_look(l, name);
		return;
	}
	if (l->at[0] == ':') {
		prefix_look(l, name);
		l->at++;
		name =
		    is_name_start(*l->at) ? str_format(l->c->a, "%s:%s", name, name_take(l)) : name;
	}
	if (call_follows(l))
		function_look(l, name);
}

static void number_step(Look *l)
{
	const char *from = l->at;
	while ((*l->at >= '0' && *l->at <= '9') || *l->at == '.')
		l->at++;
	bool step = strspn(from, ".") == (size_t)(l->at - from);
	l->joins = l->joins || (step && l->at - from == 2);
	if (l->pattern && l->depth == 0 && step)
		tell_pattern(l, str_copy_n(l->c->a, from, (size_t)(l->at - from)));
}

static void literal_step(Look *l)
{
	const char *end = strchr(l->at + 1, *l->at);
	l->at = end ? end + 1 : l->at + strlen(l->at);
}

/* Over one word of the expression. */
static void look_step(Look *l)
{
	char c = *l->at;
	if (c == '"' || c == '\'') {
		literal_step(l);
	} else if (is_name_start(c)) {
		name_look(l);
	} else if ((c >= '0' && c <= '9') || c == '.') {
		number_step(l);
	} else {
		if (c == '$') {
			l->at++;
			tell(l, "variable", name_take(l), NULL);
			return;
		}
		l->joins = l->joins || c == '|';
		l->depth += (c == '[' || c == '(') - (c == ']' || c == ')');
		l->at++;
	}
}

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
