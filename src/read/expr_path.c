/* SPDX-License-Identifier: MIT */
#include "read/expr_parts.h"

#include "base/str.h"

#include <string.h>

static Expr *parse_predicate(ExprParsing *p)
{
	if (!expr_enter(p))
		return NULL;
	p->brackets++;
	Expr *expr = expr_parse_or(p);
	p->brackets--;
	p->depth--;
	if (expr == NULL)
		return NULL;
	if (!expr_take(p, "]"))
		return expr_refuse(p, p->at, "\"]\" is missing here",
				   "a condition stands between \"[\" and \"]\"");
	return expr;
}

static bool parse_predicates(ExprParsing *p, Step *step)
{
	const Expr **tail = &step->predicates;
	expr_skip_space(p);
	while (*p->at == '[') {
		if (step->kind == STEP_SELF)
			return expr_refuse(p, p->at, "\".\" takes no condition",
					   "name the element instead");
		p->at++;
		Expr *expr = parse_predicate(p);
		if (expr == NULL)
			return false;
		*tail = expr;
		tail = &expr->next;
		expr_skip_space(p);
	}
	return true;
}

/* Of names with a prefix only "@xml:lang" and "@xml:space" are known to the data. */
static const char *take_attribute_name(ExprParsing *p)
{
	if (!str_starts(p->at, "xml:"))
		return expr_take_name(p);
	p->at += 4;
	return str_format(p->a, "xml:%s", expr_take_name(p));
}

static Step *refuse_step(ExprParsing *p)
{
	const char *at = p->at;
	if (*at == '*')
		return expr_refuse(p, at, "\"*\" is not in the language of paths",
				   "name the element");
	if (*at == '/')
		return expr_refuse(p, at, "\"//\" is not in the language of paths",
				   "name each element on the way, with one \"/\" between them");
	if (*at == '\0')
		return expr_refuse(p, at, "the path ends where a name was expected", NULL);
	return expr_refuse(
	    p, at,
	    "the name of an element, \"@\" and the name of an attribute, or \".\" was "
	    "expected here",
	    NULL);
}

static Step *parse_step(ExprParsing *p)
{
	Step *step = ARENA_NEW(p->a, Step);
	expr_skip_space(p);
	const char *from = p->at;
	if (str_starts(from, ".."))
		return expr_refuse(p, from, "\"..\" is not in the language of paths",
				   "paths only go down: begin at the element that holds both");
	if (*from == '.') {
		p->at++;
		step->kind = STEP_SELF;
	} else if (*from == '@') {
		p->at++;
		expr_skip_space(p);
		if (expr_name_length(p->at) == 0)
			return expr_refuse(p, p->at,
					   "after \"@\" the name of an attribute is missing", NULL);
		step->kind = STEP_ATTRIBUTE;
		step->name = take_attribute_name(p);
	} else if (expr_name_length(from) > 0) {
		step->kind = STEP_CHILD;
		step->name = expr_take_name(p);
	} else {
		return refuse_step(p);
	}
	expr_skip_space(p);
	if (str_starts(p->at, "::"))
		return expr_refuse(p, from, "axes (\"name::\") are not in the language of paths",
				   NULL);
	if (*p->at == ':')
		return expr_refuse(p, from, "names with a prefix are not in the language of paths",
				   "write the name alone");
	return parse_predicates(p, step) ? step : NULL;
}

/* "edition" and "history" themselves are no steps: they say where the path starts. */
static PathStart start_named(const Step *step)
{
	if (step->kind != STEP_CHILD)
		return START_HERE;
	if (strcmp(step->name, "edition") == 0)
		return START_EDITION;
	return strcmp(step->name, "history") == 0 ? START_HISTORY : START_HERE;
}

static const char current_name[] = "current", group_name[] = "current-group";

/* Whether a call of that function stands here. */
static bool at_call(const ExprParsing *p, const char *name)
{
	size_t length = strlen(name);
	const char *behind = p->at + length;
	if (expr_name_length(p->at) != length || !str_starts(p->at, name))
		return false;
	while (str_is_space(*behind))
		behind++;
	return *behind == '(';
}

bool expr_at_current(const ExprParsing *p)
{
	return at_call(p, current_name) || at_call(p, group_name);
}

/* False when refused. */
static bool take_current(ExprParsing *p, const char *name)
{
	p->at += strlen(name);
	expr_take(p, "(");
	if (!expr_take(p, ")"))
		return expr_refuse(
		    p, p->at, "\")\" is missing here",
		    str_format(p->a, "%s() takes nothing between its brackets", name));
	expr_skip_space(p);
	if (*p->at == '[')
		return expr_refuse(
		    p, p->at, str_format(p->a, "%s() takes no condition", name),
		    name == group_name ? "choose with a condition in the repeat's select" : NULL);
	return true;
}

/* Adds steps until the path ends; `first`: none stands before them. False when refused. */
static bool take_steps(ExprParsing *p, Expr *path, const char *from, bool first)
{
	const Step **tail = &path->steps;
	do {
		if (!first && *p->at == '/') {
			p->at--;
			return refuse_step(p) != NULL;
		}
		Step *step = parse_step(p);
		if (step == NULL)
			return false;
		path->start = first ? start_named(step) : path->start;
		if (first && path->start != START_HERE && step->predicates)
			return expr_refuse(
			    p, from,
			    str_format(p->a, "\"%s\" itself takes no condition", step->name), NULL);
		if (!first || path->start == START_HERE) {
			*tail = step;
			tail = &step->next;
		}
		first = false;
		expr_skip_space(p);
		if (step->kind == STEP_ATTRIBUTE && *p->at == '/')
			return expr_refuse(p, p->at, "an attribute has nothing inside it", NULL);
	} while (expr_take(p, "/"));
	return true;
}

Expr *expr_parse_path(ExprParsing *p)
{
	const char *from = p->at;
	Expr *path = expr_new(p, EXPR_PATH, from);
	const char *name = at_call(p, group_name) ? group_name : current_name;
	bool named = expr_at_current(p);
	if (named) {
		path->start = name == group_name ? START_GROUP : START_CURRENT;
		if (!take_current(p, name))
			return NULL;
		if (!expr_take(p, "/"))
			return expr_done(p, path, from);
	}
	return take_steps(p, path, from, !named) ? expr_done(p, path, from) : NULL;
}
