/* SPDX-License-Identifier: MIT */
#include "read/expr.h"

#include "base/str.h"
#include "read/expr_parts.h"
#include "read/place.h"

#include <string.h>

/*
 * A recursive descent over XPath 1.0's grammar (W3C, 1999, section 3), with the
 * productions left out that the language does not have. As there, "and" and "or"
 * are operators only where an operator can stand.
 */

enum { EXPR_DEPTH = 64, EXPR_LENGTH = 4096, DIGITS_MOST = 15, WORD_MOST = 60 };

static Place here(const ExprParsing *p, const char *at)
{
	return place_after(p->place, p->text, at);
}

/* Tells the first thing that is wrong: what follows it cannot be understood. */
void *expr_refuse(ExprParsing *p, const char *at, const char *message, const char *hint)
{
	if (!p->failed) {
		diag_error(p->diags, here(p, at), DIAG_FORM, "%s", message);
		if (hint)
			diag_hint(p->diags, "%s", hint);
	}
	p->failed = true;
	return NULL;
}

void expr_skip_space(ExprParsing *p)
{
	while (str_is_space(*p->at))
		p->at++;
}

/* Takes `sign` when it stands here. */
bool expr_take(ExprParsing *p, const char *sign)
{
	expr_skip_space(p);
	if (!str_starts(p->at, sign))
		return false;
	p->at += strlen(sign);
	return true;
}

static bool starts_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

size_t expr_name_length(const char *s)
{
	if (!starts_name(*s))
		return 0;
	size_t length = 1;
	while (starts_name(s[length]) || is_digit(s[length]) || s[length] == '-' ||
	       s[length] == '.')
		length++;
	return length;
}

Expr *expr_new(ExprParsing *p, ExprKind kind, const char *from)
{
	Expr *expr = ARENA_NEW(p->a, Expr);
	expr->kind = kind;
	expr->place = here(p, from);
	return expr;
}

/* Closes an expression: what it is in the layout's own words. */
Expr *expr_done(ExprParsing *p, Expr *expr, const char *from)
{
	const char *end = p->at;
	while (end > from && str_is_space(end[-1]))
		end--;
	expr->source = str_copy_n(p->a, from, (size_t)(end - from));
	return expr;
}

bool expr_enter(ExprParsing *p)
{
	if (++p->depth <= EXPR_DEPTH)
		return true;
	expr_refuse(p, p->at, "this condition is nested too deeply", "make it simpler");
	return false;
}

const char *expr_take_name(ExprParsing *p)
{
	size_t length = expr_name_length(p->at);
	const char *name = str_copy_n(p->a, p->at, length);
	p->at += length;
	return name;
}

static Expr *parse_string(ExprParsing *p)
{
	const char *from = p->at;
	const char *end = strchr(from + 1, *from);
	if (end == NULL)
		return expr_refuse(p, from, "this string is not closed",
				   "close it with the quotation mark that it began with");
	Expr *expr = expr_new(p, EXPR_STRING, from);
	expr->string = str_copy_n(p->a, from + 1, (size_t)(end - from - 1));
	p->at = end + 1;
	return expr_done(p, expr, from);
}

/* Up to 15 digits: then one division gives the double that is nearest. */
static Expr *parse_number(ExprParsing *p)
{
	const char *from = p->at;
	double digits = 0, scale = 1;
	int count = 0;
	bool point = false;
	for (; is_digit(*p->at) || (*p->at == '.' && !point); p->at++) {
		if (*p->at == '.') {
			point = true;
			continue;
		}
		digits = digits * 10 + (*p->at - '0');
		scale = point ? scale * 10 : scale;
		count++;
	}
	if (count > DIGITS_MOST)
		return expr_refuse(p, from, "this number has too many digits", "15 are enough");
	Expr *expr = expr_new(p, EXPR_NUMBER, from);
	expr->number = digits / scale;
	return expr_done(p, expr, from);
}

static Expr *close_call(ExprParsing *p, Expr *expr, const char *from)
{
	if (p->failed)
		return NULL;
	if (!expr_take(p, ")"))
		return expr_refuse(p, p->at, "\")\" is missing here", NULL);
	return expr_done(p, expr, from);
}

static Expr *parse_call(ExprParsing *p)
{
	static const char *const known[] = {"position", "last",          "count", "not",
					    "current",  "current-group", NULL};
	const char *from = p->at;
	const char *name = expr_take_name(p);
	expr_take(p, "(");
	if (strcmp(name, "position") == 0)
		return close_call(p, expr_new(p, EXPR_POSITION, from), from);
	if (strcmp(name, "last") == 0 && p->brackets == 0)
		return expr_refuse(p, from, "last() stands in a condition in brackets only",
				   "for example \"history/edition[last()]\"");
	if (strcmp(name, "last") == 0)
		return close_call(p, expr_new(p, EXPR_LAST, from), from);
	if (strcmp(name, "count") == 0) {
		Expr *expr = expr_new(p, EXPR_COUNT, from);
		expr_skip_space(p);
		expr->left = expr_parse_path(p);
		return close_call(p, expr, from);
	}
	if (strcmp(name, "not") == 0) {
		Expr *expr = expr_new(p, EXPR_NOT, from);
		expr->left = expr_enter(p) ? expr_parse_or(p) : NULL;
		p->depth--;
		return close_call(p, expr, from);
	}
	const char *nearest = str_nearest(name, known);
	return expr_refuse(
	    p, from,
	    str_format(p->a, "there is no function \"%.*s()\" here%s", WORD_MOST, name,
		       nearest ? str_format(p->a, "; did you mean \"%s()\"?", nearest) : ""),
	    "the functions are position(), last(), count(path), not(condition), current() and "
	    "current-group()");
}

static Expr *parse_group(ExprParsing *p)
{
	p->at++;
	Expr *expr = expr_enter(p) ? expr_parse_or(p) : NULL;
	p->depth--;
	if (expr == NULL)
		return NULL;
	if (!expr_take(p, ")"))
		return expr_refuse(p, p->at, "\")\" is missing here", NULL);
	expr_skip_space(p);
	if (*p->at == '/' || *p->at == '[')
		return expr_refuse(p, p->at, "nothing may follow a bracketed part but a comparison",
				   NULL);
	return expr;
}

static Expr *parse_operand(ExprParsing *p)
{
	expr_skip_space(p);
	char c = *p->at;
	if (c == '\'' || c == '"')
		return parse_string(p);
	if (is_digit(c) || (c == '.' && is_digit(p->at[1])))
		return parse_number(p);
	if (c == '(')
		return parse_group(p);
	if (c == '=' && p->at > p->text && p->at[-1] == '=')
		return expr_refuse(p, p->at - 1, "\"==\" is not in the language of paths",
				   "write \"=\" to compare");
	if (c == '/')
		return expr_refuse(p, p->at,
				   p->at[1] == '/' ? "\"//\" is not in the language of paths"
						   : "a path does not begin with \"/\"",
				   "begin with the name of an element inside the current one");
	if (c == '-' || c == '+')
		return expr_refuse(p, p->at, "arithmetic is not in the language of paths", NULL);
	if (c == '$')
		return expr_refuse(p, p->at, "variables are not in the language of paths", NULL);
	if (c == '\0')
		return expr_refuse(p, p->at,
				   p->at == p->text
				       ? "a path was expected here"
				       : "the text ends where a value or path was expected",
				   NULL);
	const char *behind = p->at + expr_name_length(p->at);
	while (str_is_space(*behind))
		behind++;
	bool call = expr_name_length(p->at) > 0 && *behind == '(';
	return call && !expr_at_current(p) ? parse_call(p) : expr_parse_path(p);
}

typedef struct Operator {
	const char *sign;
	ExprKind kind;
} Operator;

/* Longer signs stand before those they begin with. */
static const Operator comparing[] = {{"<=", EXPR_LESS_EQUAL},
				     {"<", EXPR_LESS},
				     {">=", EXPR_GREATER_EQUAL},
				     {">", EXPR_GREATER},
				     {NULL, 0}};
static const Operator equalling[] = {{"=", EXPR_EQUAL}, {"!=", EXPR_UNEQUAL}, {NULL, 0}};
static const Operator joining[] = {{"and", EXPR_AND}, {NULL, 0}};
static const Operator choosing[] = {{"or", EXPR_OR}, {NULL, 0}};

static bool take_operator(ExprParsing *p, const Operator *operators, ExprKind *kind)
{
	expr_skip_space(p);
	for (; operators->sign; operators++) {
		size_t length = strlen(operators->sign);
		bool word = starts_name(operators->sign[0]);
		if (word ? expr_name_length(p->at) != length || !str_starts(p->at, operators->sign)
			 : !str_starts(p->at, operators->sign))
			continue;
		p->at += length;
		*kind = operators->kind;
		return true;
	}
	return false;
}

/* A chain of operands that are joined by operators of one rank, from the left. */
static Expr *parse_chain(ExprParsing *p, const Operator *operators, Expr *(*operand)(ExprParsing *))
{
	expr_skip_space(p);
	const char *from = p->at;
	Expr *left = operand(p);
	ExprKind kind;
	while (left && take_operator(p, operators, &kind)) {
		Expr *expr = expr_new(p, kind, from);
		expr->left = left;
		expr->right = operand(p);
		left = expr->right ? expr_done(p, expr, from) : NULL;
	}
	return left;
}

static Expr *parse_relation(ExprParsing *p)
{
	return parse_chain(p, comparing, parse_operand);
}

static Expr *parse_equality(ExprParsing *p)
{
	return parse_chain(p, equalling, parse_relation);
}

static Expr *parse_and(ExprParsing *p)
{
	return parse_chain(p, joining, parse_equality);
}

Expr *expr_parse_or(ExprParsing *p)
{
	return parse_chain(p, choosing, parse_and);
}

static Expr *refuse_rest(ExprParsing *p)
{
	char c = *p->at;
	size_t word = expr_name_length(p->at);
	if (c == '|')
		return expr_refuse(p, p->at, "\"|\" is not in the language of paths",
				   "write one path, or join conditions with \"or\"");
	if (c == '+' || c == '-' || c == '*' ||
	    (word == 3 && (str_starts(p->at, "div") || str_starts(p->at, "mod"))))
		return expr_refuse(p, p->at, "arithmetic is not in the language of paths", NULL);
	if (c == ']' || c == ')')
		return expr_refuse(
		    p, p->at, c == ']' ? "\"]\" closes nothing here" : "\")\" closes nothing here",
		    NULL);
	return expr_refuse(p, p->at, "the path ends before this, but more is written here",
			   "parts of a path are joined by \"/\", conditions by \"and\" and \"or\"");
}

static Expr *parse(ExprParsing *p)
{
	if (strlen(p->text) > EXPR_LENGTH)
		return expr_refuse(p, p->text, "this path is too long to be meant", NULL);
	Expr *expr = expr_parse_or(p);
	expr_skip_space(p);
	if (expr && *p->at)
		return refuse_rest(p);
	return p->failed ? NULL : expr;
}

const Expr *expr_read(Arena *a, const char *text, Place place, Diags *diags)
{
	ExprParsing p = {.a = a, .text = text, .at = text, .place = place, .diags = diags};
	return parse(&p);
}

const Expr *expr_read_path(Arena *a, const char *text, Place place, Diags *diags)
{
	ExprParsing p = {.a = a, .text = text, .at = text, .place = place, .diags = diags};
	Expr *expr = parse(&p);
	if (expr && expr->kind != EXPR_PATH)
		return expr_refuse(&p, text, "a path was expected here, and this is something else",
				   "for example \"field/@share\"");
	return expr;
}
