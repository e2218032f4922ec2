/* SPDX-License-Identifier: MIT */
#include "fill/path_value.h"

#include "base/str.h"

#include <math.h>
#include <string.h>

const char *found_string(Arena *a, const Found *found)
{
	if (found->attr)
		return found->attr->value;
	seen_text(found->seen, found->node);
	return node_text(a, found->node);
}

/* number() of a string: -?(digits(.digits?)? | .digits) between white space,
 * else not a number. The digits are gathered as a whole number and divided once,
 * so that a value in the data and the same value in a layout are the same double. */
static double text_number(const char *s)
{
	while (str_is_space(*s))
		s++;
	bool minus = *s == '-';
	s += minus;
	double whole = 0, unit = 1;
	int digits = 0;
	bool point = false;
	for (; (*s >= '0' && *s <= '9') || (*s == '.' && !point); s++) {
		if (*s == '.') {
			point = true;
			continue;
		}
		whole = whole * 10 + (*s - '0');
		unit *= point ? 10 : 1;
		digits++;
	}
	while (str_is_space(*s))
		s++;
	if (*s || digits == 0)
		return NAN;
	double value = isinf(unit) ? 0 : whole / unit;
	return minus ? -value : value;
}

/* string() of a number: no exponent, no needless zero, as few digits as tell it. */
static const char *number_string(Arena *a, double number)
{
	if (isnan(number))
		return "NaN";
	if (isinf(number))
		return number > 0 ? "Infinity" : "-Infinity";
	if (number == 0)
		return "0";
	int before = (int)floor(log10(fabs(number))) + 1;
	int after = before >= 15 ? 0 : 15 - before;
	char *text = str_format(a, "%.*f", after, number);
	if (!strchr(text, '.'))
		return text;
	size_t length = strlen(text);
	while (text[length - 1] == '0')
		length--;
	text[text[length - 1] == '.' ? length - 1 : length] = '\0';
	return text;
}

bool value_truth(const Value *value)
{
	switch (value->kind) {
	case VALUE_SET:
		return value->set.count > 0;
	case VALUE_BOOL:
		return value->truth;
	case VALUE_NUMBER:
		return value->number < 0 || value->number > 0;
	case VALUE_STRING:
		return *value->string;
	}
	return false;
}

double value_number(Arena *a, const Value *value)
{
	switch (value->kind) {
	case VALUE_BOOL:
		return value->truth ? 1 : 0;
	case VALUE_NUMBER:
		return value->number;
	case VALUE_SET:
	case VALUE_STRING:
		break;
	}
	return text_number(value_string(a, value));
}

const char *value_string(Arena *a, const Value *value)
{
	switch (value->kind) {
	case VALUE_SET:
		return value->set.count ? found_string(a, value->set.items) : "";
	case VALUE_BOOL:
		return value->truth ? "true" : "false";
	case VALUE_NUMBER:
		return number_string(a, value->number);
	case VALUE_STRING:
		break;
	}
	return value->string;
}

static bool compare_numbers(ExprKind op, double left, double right)
{
	switch (op) {
	case EXPR_EQUAL:
		return left <= right && left >= right;
	case EXPR_UNEQUAL:
		return !(left <= right && left >= right);
	case EXPR_LESS:
		return left < right;
	case EXPR_LESS_EQUAL:
		return left <= right;
	case EXPR_GREATER:
		return left > right;
	case EXPR_GREATER_EQUAL:
		return left >= right;
	default:
		die("expression %d is no comparison", (int)op);
	}
}

/* Two values that are no sets: as truths, as numbers or as strings, whichever the standard wants. */
static bool compare_plain(Arena *a, ExprKind op, const Value *left, const Value *right)
{
	bool equality = op == EXPR_EQUAL || op == EXPR_UNEQUAL;
	if (equality && (left->kind == VALUE_BOOL || right->kind == VALUE_BOOL))
		return compare_numbers(op, value_truth(left), value_truth(right));
	if (equality && left->kind == VALUE_STRING && right->kind == VALUE_STRING)
		return str_equal(left->string, right->string) == (op == EXPR_EQUAL);
	return compare_numbers(op, value_number(a, left), value_number(a, right));
}

/* A set compares as any one of its strings does; with a truth, by whether it has any. */
bool value_compare(Arena *a, ExprKind op, const Value *left, const Value *right)
{
	if (left->kind != VALUE_SET && right->kind != VALUE_SET)
		return compare_plain(a, op, left, right);
	const Value *set = left->kind == VALUE_SET ? left : right;
	const Value *other = set == left ? right : left;
	if (other->kind == VALUE_BOOL) {
		Value any = {.kind = VALUE_BOOL, .truth = set->set.count > 0};
		return set == left ? compare_plain(a, op, &any, right)
				   : compare_plain(a, op, left, &any);
	}
	for (int i = 0; i < set->set.count; i++) {
		Value one = {.kind = VALUE_STRING};
		one.string = found_string(a, &set->set.items[i]);
		if (set == left ? value_compare(a, op, &one, right)
				: value_compare(a, op, left, &one))
			return true;
	}
	return false;
}
