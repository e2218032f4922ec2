/* SPDX-License-Identifier: MIT */
#include "read/expr.h"

#include "base/str.h"
#include "read/place.h"

#include <string.h>

/*
 * A recursive descent over XPath 1.0's grammar (W3C, 1999, section 3), with the
 * productions left out that the language does not have. As there, "and" and "or"
 * are operators only where an operator can stand.
 */

enum { EXPR_DEPTH = 64, EXPR_LENGTH = 4096, DIGITS_MOST = 15, WORD_MOST = 60 };

typedef struct Parsing {
	Arena *a;
	const char *text, *at;
	Place place; /* of `text` */
	Diags *diags;
	int depth;
	bool failed;
} Parsing;

static Expr *parse_or(Parsing *p);

static Place here(const Parsing *p, const char *at)
{
	return place_after(p->place, p->text, at);
}

/* Tells the first thing that is wrong: what follows it cannot be understood. */
static void *refuse(Parsing *p, const char *at, const char *message, const char *hint)
{
	if (!p->failed) {
		diag_error(p->diags, here(p, at), DIAG_FORM, "%s", message);
		if (hint)
			diag_hint(p->diags, "%s", hint);
	}
	p->failed = true;
	return NULL;
}

static void skip_space(Parsing *p)
{
	while (str_is_space(*p->at))
		p->at++;
}

/* Takes `sign` when it stands here. */
static bool take(Parsing *p, const char *sign)
{
	skip_space(p);
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

static size_t name_length(const char *s)
{
	if (!starts_name(*s))
		return 0;
	size_t length = 1;
	while (starts_name(s[length]) || is_digit(s[length]) || s[length] == '-' ||
	       s[length] == '.')
		length++;
	return length;
}

static Expr *expr_new(Parsing *p, ExprKind kind, const char *from)
{
	Expr *expr = ARENA_NEW(p->a, Expr);
	expr->kind = kind;
	expr->place = here(p, from);
	return expr;
}

/* Closes an expression: what it is in the layout's own words. */
static Expr *expr_done(Parsing *p, Expr *expr, const char *from)
{
	const char *end = p->at;
	while (end > from && str_is_space(end[-1]))
		end--;
	expr->source = str_copy_n(p->a, from, (size_t)(end - from));
	return expr;
}

static bool enter(Parsing *p)
{
	if (++p->depth <= EXPR_DEPTH)
		return true;
	refuse(p, p->at, "this condition is nested too deeply", "make it simpler");
	return false;
}

static Expr *parse_predicate(Parsing *p)
{
	if (!enter(p))
		return NULL;
	Expr *expr = parse_or(p);
	p->depth--;
	if (expr == NULL)
		return NULL;
	if (!take(p, "]"))
		return refuse(p, p->at, "\"]\" is missing here",
			      "a condition stands between \"[\" and \"]\"");
	return expr;
}

static bool parse_predicates(Parsing *p, Step *step)
{
	const Expr **tail = &step->predicates;
	skip_space(p);
	while (*p->at == '[') {
		if (step->kind == STEP_SELF)
			return refuse(p, p->at, "\".\" takes no condition",
				      "name the element instead");
		p->at++;
		Expr *expr = parse_predicate(p);
		if (expr == NULL)
			return false;
		*tail = expr;
		tail = &expr->next;
		skip_space(p);
	}
	return true;
}

static const char *take_name(Parsing *p)
{
	size_t length = name_length(p->at);
	const char *name = str_copy_n(p->a, p->at, length);
	p->at += length;
	return name;
}

/* Of names with a prefix only "@xml:lang" and "@xml:space" are known to the data. */
static const char *take_attribute_name(Parsing *p)
{
	if (!str_starts(p->at, "xml:"))
		return take_name(p);
	p->at += 4;
	return str_format(p->a, "xml:%s", take_name(p));
}

static Step *refuse_step(Parsing *p)
{
	const char *at = p->at;
	if (*at == '*')
		return refuse(p, at, "\"*\" is not in the language of paths", "name the element");
	if (*at == '/')
		return refuse(p, at, "\"//\" is not in the language of paths",
			      "name each element on the way, with one \"/\" between them");
	if (*at == '\0')
		return refuse(p, at, "the path ends where a name was expected", NULL);
	return refuse(p, at,
		      "the name of an element, \"@\" and the name of an attribute, or \".\" was "
		      "expected here",
		      NULL);
}

static Step *parse_step(Parsing *p)
{
	Step *step = ARENA_NEW(p->a, Step);
	skip_space(p);
	const char *from = p->at;
	if (str_starts(from, ".."))
		return refuse(p, from, "\"..\" is not in the language of paths",
			      "paths only go down: begin at the element that holds both");
	if (*from == '.') {
		p->at++;
		step->kind = STEP_SELF;
	} else if (*from == '@') {
		p->at++;
		skip_space(p);
		if (name_length(p->at) == 0)
			return refuse(p, p->at, "after \"@\" the name of an attribute is missing",
				      NULL);
		step->kind = STEP_ATTRIBUTE;
		step->name = take_attribute_name(p);
	} else if (name_length(from) > 0) {
		step->kind = STEP_CHILD;
		step->name = take_name(p);
	} else {
		return refuse_step(p);
	}
	skip_space(p);
	if (str_starts(p->at, "::"))
		return refuse(p, from, "axes (\"name::\") are not in the language of paths", NULL);
	if (*p->at == ':')
		return refuse(p, from, "names with a prefix are not in the language of paths",
			      "write the name alone");
	return parse_predicates(p, step) ? step : NULL;
}

/* "edition" itself is no step: it says where the path starts. */
static bool starts_at_edition(const Step *step)
{
	return step->kind == STEP_CHILD && strcmp(step->name, "edition") == 0;
}

static Expr *parse_path(Parsing *p)
{
	const char *from = p->at;
	Expr *path = expr_new(p, EXPR_PATH, from);
	const Step **tail = &path->steps;
	bool first = true;
	do {
		if (!first && *p->at == '/')
			return (void *)refuse_step(p);
		Step *step = parse_step(p);
		if (step == NULL)
			return NULL;
		if (first && starts_at_edition(step)) {
			path->edition = true;
			if (step->predicates)
				return refuse(p, from, "\"edition\" itself takes no condition",
					      NULL);
		} else {
			*tail = step;
			tail = &step->next;
		}
		first = false;
		skip_space(p);
		if (step->kind == STEP_ATTRIBUTE && *p->at == '/')
			return refuse(p, p->at, "an attribute has nothing inside it", NULL);
	} while (take(p, "/"));
	return expr_done(p, path, from);
}

static Expr *parse_string(Parsing *p)
{
	const char *from = p->at;
	const char *end = strchr(from + 1, *from);
	if (end == NULL)
		return refuse(p, from, "this string is not closed",
			      "close it with the quotation mark that it began with");
	Expr *expr = expr_new(p, EXPR_STRING, from);
	expr->string = str_copy_n(p->a, from + 1, (size_t)(end - from - 1));
	p->at = end + 1;
	return expr_done(p, expr, from);
}

/* Up to 15 digits: then one division gives the double that is nearest. */
static Expr *parse_number(Parsing *p)
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
		return refuse(p, from, "this number has too many digits", "15 are enough");
	Expr *expr = expr_new(p, EXPR_NUMBER, from);
	expr->number = digits / scale;
	return expr_done(p, expr, from);
}

static Expr *close_call(Parsing *p, Expr *expr, const char *from)
{
	if (p->failed)
		return NULL;
	if (!take(p, ")"))
		return refuse(p, p->at, "\")\" is missing here", NULL);
	return expr_done(p, expr, from);
}

static Expr *parse_call(Parsing *p)
{
	static const char *const known[] = {"position", "count", "not", NULL};
	const char *from = p->at;
	const char *name = take_name(p);
	take(p, "(");
	if (strcmp(name, "position") == 0)
		return close_call(p, expr_new(p, EXPR_POSITION, from), from);
	if (strcmp(name, "count") == 0) {
		Expr *expr = expr_new(p, EXPR_COUNT, from);
		skip_space(p);
		expr->left = parse_path(p);
		return close_call(p, expr, from);
	}
	if (strcmp(name, "not") == 0) {
		Expr *expr = expr_new(p, EXPR_NOT, from);
		expr->left = enter(p) ? parse_or(p) : NULL;
		p->depth--;
		return close_call(p, expr, from);
	}
	const char *nearest = str_nearest(name, known);
	return refuse(
	    p, from,
	    str_format(p->a, "there is no function \"%.*s()\" here%s", WORD_MOST, name,
		       nearest ? str_format(p->a, "; did you mean \"%s()\"?", nearest) : ""),
	    "the functions are position(), count(path) and not(condition)");
}

static Expr *parse_group(Parsing *p)
{
	p->at++;
	Expr *expr = enter(p) ? parse_or(p) : NULL;
	p->depth--;
	if (expr == NULL)
		return NULL;
	if (!take(p, ")"))
		return refuse(p, p->at, "\")\" is missing here", NULL);
	skip_space(p);
	if (*p->at == '/' || *p->at == '[')
		return refuse(p, p->at, "nothing may follow a bracketed part but a comparison",
			      NULL);
	return expr;
}

static Expr *parse_operand(Parsing *p)
{
	skip_space(p);
	char c = *p->at;
	if (c == '\'' || c == '"')
		return parse_string(p);
	if (is_digit(c) || (c == '.' && is_digit(p->at[1])))
		return parse_number(p);
	if (c == '(')
		return parse_group(p);
	if (c == '/')
		return refuse(p, p->at,
			      p->at[1] == '/' ? "\"//\" is not in the language of paths"
					      : "a path does not begin with \"/\"",
			      "begin with the name of an element inside the current one");
	if (c == '-' || c == '+')
		return refuse(p, p->at, "arithmetic is not in the language of paths", NULL);
	if (c == '$')
		return refuse(p, p->at, "variables are not in the language of paths", NULL);
	if (c == '\0')
		return refuse(p, p->at,
			      p->at == p->text ? "a path was expected here"
					       : "the text ends where a value or path was expected",
			      NULL);
	const char *behind = p->at + name_length(p->at);
	while (str_is_space(*behind))
		behind++;
	return name_length(p->at) > 0 && *behind == '(' ? parse_call(p) : parse_path(p);
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

static bool take_operator(Parsing *p, const Operator *operators, ExprKind *kind)
{
	skip_space(p);
	for (; operators->sign; operators++) {
		size_t length = strlen(operators->sign);
		bool word = starts_name(operators->sign[0]);
		if (word ? name_length(p->at) != length || !str_starts(p->at, operators->sign)
			 : !str_starts(p->at, operators->sign))
			continue;
		p->at += length;
		*kind = operators->kind;
		return true;
	}
	return false;
}

/* A chain of operands that are joined by operators of one rank, from the left. */
static Expr *parse_chain(Parsing *p, const Operator *operators, Expr *(*operand)(Parsing *))
{
	skip_space(p);
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

static Expr *parse_relation(Parsing *p)
{
	return parse_chain(p, comparing, parse_operand);
}

static Expr *parse_equality(Parsing *p)
{
	return parse_chain(p, equalling, parse_relation);
}

static Expr *parse_and(Parsing *p)
{
	return parse_chain(p, joining, parse_equality);
}

static Expr *parse_or(Parsing *p)
{
	return parse_chain(p, choosing, parse_and);
}

static Expr *refuse_rest(Parsing *p)
{
	char c = *p->at;
	size_t word = name_length(p->at);
	if (c == '|')
		return refuse(p, p->at, "\"|\" is not in the language of paths",
			      "write one path, or join conditions with \"or\"");
	if (c == '+' || c == '-' || c == '*' ||
	    (word == 3 && (str_starts(p->at, "div") || str_starts(p->at, "mod"))))
		return refuse(p, p->at, "arithmetic is not in the language of paths", NULL);
	if (c == ']' || c == ')')
		return refuse(p, p->at,
			      c == ']' ? "\"]\" closes nothing here" : "\")\" closes nothing here",
			      NULL);
	return refuse(p, p->at, "the path ends before this, but more is written here",
		      "parts of a path are joined by \"/\", conditions by \"and\" and \"or\"");
}

static Expr *parse(Parsing *p)
{
	if (strlen(p->text) > EXPR_LENGTH)
		return refuse(p, p->text, "this path is too long to be meant", NULL);
	Expr *expr = parse_or(p);
	skip_space(p);
	if (expr && *p->at)
		return refuse_rest(p);
	return p->failed ? NULL : expr;
}

const Expr *expr_read(Arena *a, const char *text, Place place, Diags *diags)
{
	Parsing p = {.a = a, .text = text, .at = text, .place = place, .diags = diags};
	return parse(&p);
}

const Expr *expr_read_path(Arena *a, const char *text, Place place, Diags *diags)
{
	Parsing p = {.a = a, .text = text, .at = text, .place = place, .diags = diags};
	Expr *expr = parse(&p);
	if (expr && expr->kind != EXPR_PATH)
		return refuse(&p, text, "a path was expected here, and this is something else",
			      "for example \"patents/@count\"");
	return expr;
}
