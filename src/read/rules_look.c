/* SPDX-License-Identifier: MIT */
#include "read/rules_look.h"

#include "base/str.h"

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

static void tell(Look *l, const char *what, const char *words, const char *nearest)
{
	diag_error(l->c->diags, l->place, DIAG_FORM, "there is no %s \"%.60s\" here%s", what, words,
		   str_guess(l->c->a, nearest));
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

void look_step(Look *l)
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
