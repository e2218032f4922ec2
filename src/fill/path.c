/* SPDX-License-Identifier: MIT */
#include "fill/path.h"

#include "base/list.h"
#include "base/str.h"
#include "fill/path_value.h"

/* Where an expression is evaluated. In a predicate that may be an attribute, which a Standing
 * cannot be. */
typedef struct Context {
	Found at;
	int last;             /* how many there are beside it, itself among them */
	const Standing *from; /* of the whole expression */
} Context;

static Value evaluate(Arena *a, const Expr *expr, const Context *context);

static Context context_of(const Standing *at)
{
	return (Context){{at->node, NULL, at->position, at->seen}, at->position, at};
}

Standing standing_on(const Standing *around, const Found *found)
{
	Standing standing = *around;
	standing.node = found->node;
	standing.position = found->position;
	return standing;
}

static void add_found(List *list, const Node *node, const Attr *attr, Seen *seen)
{
	Found *found = list_add(list);
	*found = (Found){node, attr, list->count, seen};
}

/* What one step finds from one place, before its predicates. */
static void step_once(List *out, const Step *step, const Found *from)
{
	if (step->kind == STEP_SELF) {
		add_found(out, from->node, from->attr, from->seen);
		return;
	}
	if (from->attr)
		return;
	if (step->kind == STEP_ATTRIBUTE) {
		const Attr *attr = node_attr(from->node, step->name);
		if (attr)
			add_found(out, from->node, attr, from->seen);
		return;
	}
	for (const Node *kid = node_child(from->node, step->name); kid;
	     kid = node_next(kid, step->name))
		add_found(out, kid, NULL, from->seen);
}

static bool predicate_holds(Arena *a, const Expr *predicate, const Context *context)
{
	Value value = evaluate(a, predicate, context);
	if (value.kind == VALUE_NUMBER) {
		double position = context->at.position;
		return value.number <= position && value.number >= position;
	}
	return value_truth(&value);
}

/* Keeps what a predicate allows, and counts anew. */
static List narrow(Arena *a, const List *list, const Expr *predicate, const Context *around)
{
	List kept = list_new(a, sizeof(Found));
	for (int i = 0; i < list->count; i++) {
		const Found *found = list_at(list, i);
		Context context = {*found, list->count, around->from};
		if (predicate_holds(a, predicate, &context))
			add_found(&kept, found->node, found->attr, found->seen);
	}
	return kept;
}

/* Positions in predicates count from each place a step starts at, as in XPath. All places are
 * equally deep, so their children follow each other in document order. */
static List step_all(Arena *a, const Step *step, const List *from, const Context *around)
{
	List all = list_new(a, sizeof(Found));
	for (int i = 0; i < from->count; i++) {
		List some = list_new(a, sizeof(Found));
		bool plain = !step->predicates;
		step_once(plain ? &all : &some, step, list_at(from, i));
		for (const Expr *p = step->predicates; p; p = p->next)
			some = narrow(a, &some, p, around);
		for (int k = 0; k < some.count; k++) {
			const Found *found = list_at(&some, k);
			add_found(&all, found->node, found->attr, found->seen);
		}
	}
	return all;
}

/* How far a path comes. */
typedef struct Walk {
	List found;          /* at its end */
	const Node *reach;   /* the last element that was there */
	const Step *missing; /* the first step without a find */
} Walk;

static void add_group(List *list, const FoundList *group, Seen *seen)
{
	for (int i = 0; group && i < group->count; i++)
		add_found(list, group->items[i].node, group->items[i].attr, seen);
}

/* What a path starts at: nothing, one place or all of a group. */
static List starts_of(Arena *a, const Expr *path, const Context *context)
{
	List starts = list_new(a, sizeof(Found));
	const Standing *from = context->from;
	Seen *seen = context->at.seen;
	switch (path->start) {
	case START_GROUP:
		add_group(&starts, from->group, seen);
		break;
	case START_CURRENT:
		if (from->node)
			add_found(&starts, from->node, NULL, seen);
		break;
	case START_EDITION:
		if (from->edition)
			add_found(&starts, from->edition, NULL, seen);
		break;
	case START_HISTORY:
		if (from->history)
			add_found(&starts, from->history, NULL, seen);
		break;
	case START_HERE:
		if (context->at.node)
			add_found(&starts, context->at.node, context->at.attr, seen);
		break;
	}
	return starts;
}

static Walk walk(Arena *a, const Expr *path, const Context *context)
{
	Walk walk = {.found = starts_of(a, path, context), .missing = path->steps};
	for (const Step *step = path->steps; step && walk.found.count; step = step->next) {
		walk.reach = ((const Found *)list_at(&walk.found, 0))->node;
		walk.missing = step;
		walk.found = step_all(a, step, &walk.found, context);
	}
	if (walk.found.count) {
		walk.reach = ((const Found *)list_at(&walk.found, 0))->node;
		walk.missing = NULL;
	}
	return walk;
}

static void see_attrs(const List *list)
{
	for (int i = 0; i < list->count; i++) {
		const Found *found = list_at(list, i);
		if (found->attr && found->seen)
			seen_attr(found->seen, found->attr);
	}
}

static FoundList select_from(Arena *a, const Expr *path, const Context *context)
{
	Walk end = walk(a, path, context);
	see_attrs(&end.found);
	return (FoundList){end.found.items, end.found.count};
}

static Value truth(bool is)
{
	return (Value){.kind = VALUE_BOOL, .truth = is};
}

static Value number(double is)
{
	return (Value){.kind = VALUE_NUMBER, .number = is};
}

static bool holds(Arena *a, const Expr *expr, const Context *context)
{
	Value value = evaluate(a, expr, context);
	return value_truth(&value);
}

static Value evaluate(Arena *a, const Expr *expr, const Context *context)
{
	switch (expr->kind) {
	case EXPR_PATH:
		return (Value){.kind = VALUE_SET, .set = select_from(a, expr, context)};
	case EXPR_STRING:
		return (Value){.kind = VALUE_STRING, .string = expr->string};
	case EXPR_NUMBER:
		return number(expr->number);
	case EXPR_POSITION:
		return number(context->at.position);
	case EXPR_LAST:
		return number(context->last);
	case EXPR_COUNT:
		return number(select_from(a, expr->left, context).count);
	case EXPR_NOT:
		return truth(!holds(a, expr->left, context));
	case EXPR_AND:
		return truth(holds(a, expr->left, context) && holds(a, expr->right, context));
	case EXPR_OR:
		return truth(holds(a, expr->left, context) || holds(a, expr->right, context));
	case EXPR_EQUAL:
	case EXPR_UNEQUAL:
	case EXPR_LESS:
	case EXPR_LESS_EQUAL:
	case EXPR_GREATER:
	case EXPR_GREATER_EQUAL:
		break;
	}
	Value left = evaluate(a, expr->left, context), right = evaluate(a, expr->right, context);
	return truth(value_compare(a, expr->kind, &left, &right));
}

FoundList path_select(Arena *a, const Expr *path, const Standing *at)
{
	Context context = context_of(at);
	return select_from(a, path, &context);
}

bool path_test(Arena *a, const Expr *expr, const Standing *at)
{
	Context context = context_of(at);
	return !expr || holds(a, expr, &context);
}

const char *path_text(Arena *a, const Expr *expr, const Standing *at)
{
	Context context = context_of(at);
	Value value = evaluate(a, expr, &context);
	return value_string(a, &value);
}

const Node *path_reach(Arena *a, const Expr *path, const Standing *at)
{
	Context context = context_of(at);
	return walk(a, path, &context).reach;
}

const Step *path_missing(Arena *a, const Expr *path, const Standing *at)
{
	Context context = context_of(at);
	return walk(a, path, &context).missing;
}

const char *found_text(Arena *a, const Found *found)
{
	return str_fold(a, found_string(a, found));
}

Place found_place(const Found *found)
{
	return found->attr ? found->attr->place : node_text_place(found->node);
}

/* "[2]" where several siblings have the name. */
/* "[12]" */
static void add_number(StrBuf *buf, int number)
{
	char digits[16];
	size_t at = sizeof digits;
	digits[--at] = ']';
	for (; number > 0; number /= 10)
		digits[--at] = (char)('0' + number % 10);
	digits[--at] = '[';
	strbuf_add_n(buf, digits + at, sizeof digits - at);
}

static void add_place_among(StrBuf *buf, const Node *node)
{
	int before = 0, all = 0;
	for (const Node *kid = node_child(node->parent, node->name); kid;
	     kid = node_next(kid, node->name)) {
		all++;
		if (kid == node)
			before = all;
	}
	if (all > 1)
		add_number(buf, before);
}

static bool year_is_its_own(const Node *edition, const char *year)
{
	const Node *kid = edition->parent->first;
	for (; kid; kid = kid->next)
		if (kid != edition && str_equal(node_value(kid, "year"), year))
			return false;
	return true;
}

/* "[@year='2023']", or by its id where there is no year or it has others beside it. */
static void add_edition(StrBuf *buf, const Node *edition)
{
	const char *year = node_value(edition, "year"), *id = node_value(edition, "id");
	if (year && year_is_its_own(edition, year))
		strbuf_format(buf, "[@year='%s']", year);
	else
		strbuf_format(buf, "[@id='%s']", id ? id : "");
}

/* The path of an element seen from its root; nothing for the root itself. */
static void add_node_path(StrBuf *buf, const Node *node, const Node *edition, const Node *history)
{
	if (!node->parent) {
		strbuf_add(buf, node == edition ? "edition" : node == history ? "history" : "");
		return;
	}
	add_node_path(buf, node->parent, edition, history);
	strbuf_add(buf, buf->length ? "/" : "");
	strbuf_add(buf, node->name);
	if (node->parent == history)
		add_edition(buf, node);
	else
		add_place_among(buf, node);
}

const char *found_path(Arena *a, const Found *found, const Node *edition, const Node *history)
{
	StrBuf buf = {.arena = a};
	add_node_path(&buf, found->node, edition, history);
	if (found->attr) {
		strbuf_add(&buf, buf.length ? "/@" : "@");
		strbuf_add(&buf, found->attr->name);
	}
	return buf.length ? buf.text : ".";
}
