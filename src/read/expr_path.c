/* SPDX-License-Identifier: MIT */
#include "read/expr_parts.h"

#include "base/str.h"

#include <string.h>

static Expr *parse_predicate(ExprParsing *p)
{
	if (!expr_enter(p))
		return NULL;
	Expr *expr = expr_parse_or(p);
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

/* "edition" itself is no step: it says where the path starts. */
static bool starts_at_edition(const Step *step)
{
	return step->kind == STEP_CHILD && strcmp(step->name, "edition") == 0;
}

static const char group_name[] = "current-group";

bool expr_at_group(const ExprParsing *p)
{
	size_t length = sizeof group_name - 1;
	const char *behind = p->at + length;
	if (expr_name_length(p->at) != length || !str_starts(p->at, group_name))
		return false;
	while (str_is_space(*behind))
		behind++;
	return *behind == '(';
}

/* False when refused. */
static bool take_group(ExprParsing *p)
{
	p->at += sizeof group_name - 1;
	expr_take(p, "(");
	if (!expr_take(p, ")"))
		return expr_refuse(p, p->at, "\")\" is missing here",
				   "current-group() takes nothing between its brackets");
	expr_skip_space(p);
	if (*p->at == '[')
		return expr_refuse(p, p->at, "current-group() takes no condition",
				   "choose with a condition in the repeat's select");
	return true;
}

Expr *expr_parse_path(ExprParsing *p)
{
	const char *from = p->at;
	Expr *path = expr_new(p, EXPR_PATH, from);
	const Step **tail = &path->steps;
	bool first = true;
	if (expr_at_group(p)) {
		path->group = true;
		if (!take_group(p))
			return NULL;
		if (!expr_take(p, "/"))
			return expr_done(p, path, from);
		first = false;
	}
	do {
		if (!first && *p->at == '/') {
			p->at--;
			return (void *)refuse_step(p);
		}
		Step *step = parse_step(p);
		if (step == NULL)
			return NULL;
		if (first && starts_at_edition(step)) {
			path->edition = true;
			if (step->predicates)
				return expr_refuse(p, from, "\"edition\" itself takes no condition",
						   NULL);
		} else {
			*tail = step;
			tail = &step->next;
		}
		first = false;
		expr_skip_space(p);
		if (step->kind == STEP_ATTRIBUTE && *p->at == '/')
			return expr_refuse(p, p->at, "an attribute has nothing inside it", NULL);
	} while (expr_take(p, "/"));
	return expr_done(p, path, from);
}
