/* SPDX-License-Identifier: MIT */
/*
 * The walk stands at a set of places in the schema: its <element> patterns for
 * what the current node may be. One name may be described in several places, so a
 * step is known when any of them knows it.
 */
#include "read/layout_paths.h"

#include "base/list.h"
#include "base/str.h"
#include "read/edition.h"
#include "read/schema_map.h"

typedef struct Known {
	const Node *pattern;
	Inside inside;
} Known;

typedef struct Walk {
	Arena *a;
	const Node *schema;        /* NULL: none */
	const struct Stand *group; /* where the nodes of the current group stand; NULL: none */
	List insides;              /* of Known: each is looked up once */
	const Expr *word; /* a path that may be a word without its apostrophes; NULL: none */
	Diags *diags;
} Walk;

/* Where a path stands. */
typedef struct Stand {
	const Node **patterns;
	int count;
	bool any;           /* beyond what is known: no name can be called wrong */
	const char *header; /* the element of the edition's header, NULL in a record */
	const char *name;   /* what to call it */
} Stand;

static const Stand anywhere = {.any = true};

static const Inside *inside_of(Walk *w, const Node *pattern)
{
	for (int i = 0; i < w->insides.count; i++) {
		Known *known = list_at(&w->insides, i);
		if (known->pattern == pattern)
			return &known->inside;
	}
	Known *known = list_add(&w->insides);
	*known = (Known){pattern, map_inside(w->a, w->schema, pattern)};
	return &known->inside;
}

/* A schema may say a name in several places; whoever reads of it needs it once. */
static void name_add(List *names, const char *name)
{
	for (int i = 0; i < names->count; i++)
		if (str_equal(*(const char **)list_at(names, i), name))
			return;
	*(const char **)list_add(names) = name;
}

/* The names of the attributes or else the elements there; they end with a NULL that is not counted. */
static List names_there(Walk *w, const Stand *at, bool attributes)
{
	List names = list_new(w->a, sizeof(const char *));
	const char *const *known =
	    at->header ? form_words(w->a, edition_language(), at->header, attributes) : NULL;
	for (; known && *known; known++)
		name_add(&names, *known);
	for (int i = 0; i < at->count; i++) {
		const Inside *inside = inside_of(w, at->patterns[i]);
		const List *allowed = attributes ? &inside->attrs : &inside->children;
		for (int k = 0; k < allowed->count; k++)
			name_add(&names, ((const Allowed *)list_at(allowed, k))->name);
	}
	*(const char **)list_add(&names) = NULL;
	names.count--;
	return names;
}

/* What was likely meant, in words; "" when nothing is like it. An "@" is soon forgotten: the very name
 * among those of the other kind is nearer than one that is written nearly so. */
static const char *meant(Walk *w, const Step *step, const Stand *at, const List *names)
{
	bool attribute = step->kind == STEP_ATTRIBUTE;
	const List others = names_there(w, at, !attribute);
	const char *nearest = str_nearest(step->name, names->items);
	const char *other = str_nearest(step->name, others.items);
	if (other && (!nearest || str_equal(other, step->name)))
		return str_format(w->a, "; did you mean \"%s%s\"%s?", attribute ? "" : "@", other,
				  attribute ? ", the element" : "");
	return str_guess(w->a, nearest);
}

static Stand step_unknown(Walk *w, const Expr *path, const Step *step, const Stand *at)
{
	bool attribute = step->kind == STEP_ATTRIBUTE;
	const List names = names_there(w, at, attribute);
	const char *nearest = meant(w, step, at, &names);
	StrBuf known = {.arena = w->a};
	for (int i = 0; i < names.count; i++)
		strbuf_format(&known, "%s%s", i ? ", " : "", ((const char **)names.items)[i]);
	diag_error(w->diags, path->place, DIAG_LAYOUT, "%s: there is no %s \"%s\" in <%s>%s",
		   path->source ? path->source : "this path", attribute ? "attribute" : "element",
		   step->name, at->name, nearest);
	if (path == w->word)
		diag_hint(w->diags, "a word to compare with stands in apostrophes: '%s'",
			  step->name);
	else if (*nearest == '\0')
		diag_hint(w->diags, names.count ? "known there: %s" : "there are none at all%s",
			  strbuf_text(&known));
	return anywhere;
}

static Stand header_step(Walk *w, const Expr *path, const Step *step, const Stand *at)
{
	bool attribute = step->kind == STEP_ATTRIBUTE;
	const char *const *known = form_words(w->a, edition_language(), at->header, attribute);
	for (; known && *known; known++)
		if (str_equal(*known, step->name))
			return attribute ? anywhere : (Stand){.header = *known, .name = *known};
	return step_unknown(w, path, step, at);
}

static Stand record_step(Walk *w, const Expr *path, const Step *step, const Stand *at)
{
	List found = list_new(w->a, sizeof(Node *));
	bool attribute = step->kind == STEP_ATTRIBUTE;
	for (int i = 0; i < at->count; i++) {
		const Inside *inside = inside_of(w, at->patterns[i]);
		const List *allowed = attribute ? &inside->attrs : &inside->children;
		if (inside->any)
			return anywhere;
		for (int k = 0; k < allowed->count; k++) {
			const Allowed *one = list_at(allowed, k);
			if (str_equal(one->name, step->name))
				*(const Node **)list_add(&found) = one->pattern;
		}
	}
	if (found.count == 0)
		return step_unknown(w, path, step, at);
	if (attribute)
		return anywhere;
	return (Stand){.patterns = found.items, .count = found.count, .name = step->name};
}

/* `name = Baikal`: a path of one name that a path is compared with was likely meant as a word. */
static const Expr *word_of(const Expr *comparison)
{
	const Expr *left = comparison->left, *right = comparison->right;
	bool equal = comparison->kind == EXPR_EQUAL || comparison->kind == EXPR_UNEQUAL;
	if (!equal || left->kind != EXPR_PATH || right->kind != EXPR_PATH || right->edition)
		return NULL;
	const Step *step = right->steps;
	bool one = step && step->kind == STEP_CHILD && !step->predicates && !step->next;
	return one && !right->group ? right : NULL;
}

static void expr_check(Walk *w, const Expr *expr, const Stand *at);

/* Where current-group() leads; told where there is none. */
static Stand group_stand(Walk *w, const Expr *path)
{
	if (w->group)
		return *w->group;
	diag_error(w->diags, path->place, DIAG_LAYOUT, "there is no current group here");
	diag_hint(w->diags,
		  "current-group() stands inside a <repeat> that has group=\"…\", and in a "
		  "<group-head>");
	return anywhere;
}

/* Where a path leads from there. */
static Stand path_check(Walk *w, const Expr *path, const Stand *from)
{
	Stand at = path->edition ? (Stand){.header = "edition", .name = "edition"}
		   : path->group ? group_stand(w, path)
				 : *from;
	for (const Step *step = path->steps; step; step = step->next) {
		if (!at.any && step->kind != STEP_SELF)
			at = at.header ? header_step(w, path, step, &at)
				       : record_step(w, path, step, &at);
		for (const Expr *p = step->predicates; p; p = p->next)
			expr_check(w, p, &at);
	}
	return at;
}

static void expr_check(Walk *w, const Expr *expr, const Stand *at)
{
	if (!expr)
		return;
	if (expr->kind == EXPR_PATH) {
		path_check(w, expr, at);
		return;
	}
	expr_check(w, expr->left, at);
	w->word = word_of(expr);
	expr_check(w, expr->right, at);
	w->word = NULL;
}

/* Where the nodes stand that an expression selects. */
static Stand select_check(Walk *w, const Expr *select, const Stand *at)
{
	return select && select->kind == EXPR_PATH ? path_check(w, select, at) : anywhere;
}

static void pattern_check(Walk *w, const Pattern *pattern, const Stand *at)
{
	for (; pattern; pattern = pattern->next) {
		if (pattern->value && pattern->value->kind != EXPR_PATH)
			expr_check(w, pattern->value, at);
		else if (pattern->value) {
			Stand found = path_check(w, pattern->value, at);
			pattern_check(w, pattern->item, &found);
		}
		for (const Branch *branch = pattern->branches; branch; branch = branch->next)
			pattern_check(w, branch->text, at);
		pattern_check(w, pattern->inside, at);
		pattern_check(w, pattern->href, at);
	}
}

/* Where the nodes stand that an element shows in some order. */
static void order_check(Walk *w, const OrderSpec *order, const Stand *at)
{
	expr_check(w, order->sort, at);
	expr_check(w, order->group, at);
}

static void table_check(Walk *w, const TableSpec *table, const Stand *at)
{
	Stand row = select_check(w, table->select, at);
	const Stand *around = w->group;
	order_check(w, &table->order, &row);
	w->group = &row;
	pattern_check(w, table->group_head, &row);
	w->group = around;
	pattern_check(w, table->caption, at);
	for (int i = 0; i < table->column_count; i++) {
		const Column *column = &table->columns[i];
		expr_check(w, column->when, at);
		pattern_check(w, column->head, at);
		/* A cell's pattern may be no more than its value: then it would be told twice. */
		if (column->value)
			expr_check(w, column->value, &row);
		pattern_check(w, column->cell, &row);
		if (column->spark)
			expr_check(w, column->spark->values, &row);
		pattern_check(w, column->missing, &row);
	}
}

static void chart_check(Walk *w, const ChartSpec *chart, const Stand *at)
{
	Stand bar = select_check(w, chart->select, at);
	pattern_check(w, chart->title, at);
	pattern_check(w, chart->placeholder, at);
	pattern_check(w, chart->label, &bar);
	expr_check(w, chart->value, &bar);
	expr_check(w, chart->from, &bar);
	expr_check(w, chart->of, at);
	pattern_check(w, chart->figure, &bar);
}

static void element_check(Walk *w, const Element *element, const Stand *at);

static void repeat_check(Walk *w, const Element *element, const Stand *at)
{
	const OrderSpec *order = &element->repeat->order;
	const Stand *around = w->group;
	Stand each = select_check(w, element->repeat->select, at);
	order_check(w, order, &each);
	w->group = order->group ? &each : around;
	element_check(w, element->first, &each);
	w->group = around;
}

static void element_check(Walk *w, const Element *element, const Stand *at)
{
	for (; element; element = element->next) {
		expr_check(w, element->when, at);
		pattern_check(w, element->text, at);
		for (int i = 0; i < element->short_count; i++)
			pattern_check(w, element->shorts[i], at);
		pattern_check(w, element->mark, at);
		if (element->table)
			table_check(w, element->table, at);
		if (element->ladder) {
			expr_check(w, element->ladder->value, at);
			expr_check(w, element->ladder->of, at);
		}
		if (element->donut) {
			expr_check(w, element->donut->value, at);
			pattern_check(w, element->donut->text, at);
		}
		if (element->icons) {
			expr_check(w, element->icons->value, at);
			expr_check(w, element->icons->of, at);
			pattern_check(w, element->icons->placeholder, at);
		}
		if (element->locator) {
			expr_check(w, element->locator->lat, at);
			expr_check(w, element->locator->lon, at);
			pattern_check(w, element->locator->label, at);
			pattern_check(w, element->locator->placeholder, at);
		}
		if (element->icon || element->image)
			pattern_check(w, element->alt, at);
		if (element->chart)
			chart_check(w, element->chart, at);
		if (element->repeat)
			repeat_check(w, element, at);
		else
			element_check(w, element->first, at);
	}
}

/* Every root that the schema allows. */
static Stand root_stand(Walk *w)
{
	bool any = true;
	List roots = w->schema ? map_roots(w->a, w->schema, &any) : list_new(w->a, sizeof(Allowed));
	const Node **patterns = ARENA_ARRAY(w->a, roots.count + 1, const Node *);
	for (int i = 0; i < roots.count; i++)
		patterns[i] = ((Allowed *)list_at(&roots, i))->pattern;
	const char *name = roots.count ? ((Allowed *)list_at(&roots, 0))->name : NULL;
	return (Stand){.patterns = patterns, .count = roots.count, .any = any, .name = name};
}

bool layout_paths_check(const Layout *layout, const Schema *schema, Diags *diags)
{
	Arena *a = arena_new();
	int before = diags_errors(diags);
	Walk w = {.a = a,
		  .schema = schema ? schema_tree(schema) : NULL,
		  .insides = list_new(a, sizeof(Known)),
		  .diags = diags};
	Stand root = root_stand(&w);
	for (int i = 0; i < layout->round_count; i++)
		path_check(&w, layout->rounds[i].select, &root);
	pattern_check(&w, layout->title, &root);
	element_check(&w, layout->body, &root);
	element_check(&w, layout->foot, &root);
	arena_free(a);
	return diags_errors(diags) == before;
}
