/* SPDX-License-Identifier: MIT */
#include "read/paths_walk.h"

#include "base/str.h"
#include "read/edition.h"

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

/* What may stand at a place that no schema describes: the attributes or else the elements. */
static const char *const *words_there(Walk *w, const Stand *at, bool attributes)
{
	static const char *const editions[] = {"edition", NULL};
	if (at->tree == TREE_HISTORY)
		return attributes ? NULL : editions;
	if (at->tree == TREE_FORMER)
		return attributes ? form_words(w->a, edition_language(), "edition", true) : NULL;
	return at->tree == TREE_HEADER ? form_words(w->a, edition_language(), at->name, attributes)
				       : NULL;
}

/* The names of the attributes or else the elements there; they end with a NULL that is not counted. */
static List names_there(Walk *w, const Stand *at, bool attributes)
{
	List names = list_new(w->a, sizeof(const char *));
	const char *const *known = words_there(w, at, attributes);
	for (; known && *known; known++)
		name_add(&names, *known);
	for (int i = 0; at->tree == TREE_FORMER && !attributes && i < w->roots.count; i++)
		name_add(&names, ((const Allowed *)list_at(&w->roots, i))->name);
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

/* A step in the header, or in <history> above the records. */
static Stand header_step(Walk *w, const Expr *path, const Step *step, const Stand *at)
{
	bool attribute = step->kind == STEP_ATTRIBUTE;
	const char *const *known = words_there(w, at, attribute);
	while (known && *known && !str_equal(*known, step->name))
		known++;
	if (!known || !*known)
		return step_unknown(w, path, step, at);
	Tree inside = at->tree == TREE_HISTORY ? TREE_FORMER : at->tree;
	return attribute ? anywhere : (Stand){.tree = inside, .name = *known};
}

/* From an edition of <history> to the record in it. */
static Stand former_step(Walk *w, const Expr *path, const Step *step, const Stand *at)
{
	List roots = list_new(w->a, sizeof(const Node *));
	for (int i = 0; i < w->roots.count; i++) {
		const Allowed *root = list_at(&w->roots, i);
		if (str_equal(root->name, step->name))
			*(const Node **)list_add(&roots) = root->pattern;
	}
	if (roots.count == 0)
		return w->any_root ? anywhere : step_unknown(w, path, step, at);
	return (Stand){.patterns = roots.items, .count = roots.count, .name = step->name};
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
	if (!equal || left->kind != EXPR_PATH || right->kind != EXPR_PATH ||
	    right->start != START_HERE)
		return NULL;
	const Step *step = right->steps;
	bool one = step && step->kind == STEP_CHILD && !step->predicates && !step->next;
	return one ? right : NULL;
}

static void expr_inside(Walk *w, const Expr *expr, const Stand *at);

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

/* Where a path starts. */
static Stand start_stand(Walk *w, const Expr *path, const Stand *from)
{
	switch (path->start) {
	case START_EDITION:
		return (Stand){.tree = TREE_HEADER, .name = "edition"};
	case START_HISTORY:
		return (Stand){.tree = TREE_HISTORY, .name = "history"};
	case START_GROUP:
		return group_stand(w, path);
	case START_CURRENT:
		return w->current ? *w->current : *from;
	case START_HERE:
		break;
	}
	return *from;
}

static Stand step_check(Walk *w, const Expr *path, const Step *step, const Stand *at)
{
	bool attribute = step->kind == STEP_ATTRIBUTE;
	if (at->tree == TREE_RECORD)
		return record_step(w, path, step, at);
	return at->tree == TREE_FORMER && !attribute ? former_step(w, path, step, at)
						     : header_step(w, path, step, at);
}

/* Where a path leads from there. */
static Stand path_inside(Walk *w, const Expr *path, const Stand *from)
{
	Stand at = start_stand(w, path, from);
	w->history = w->history || path->start == START_HISTORY;
	for (const Step *step = path->steps; step; step = step->next) {
		if (!at.any && step->kind != STEP_SELF)
			at = step_check(w, path, step, &at);
		for (const Expr *p = step->predicates; p; p = p->next)
			expr_inside(w, p, &at);
	}
	return at;
}

static void expr_inside(Walk *w, const Expr *expr, const Stand *at)
{
	if (!expr)
		return;
	if (expr->kind == EXPR_PATH) {
		path_inside(w, expr, at);
		return;
	}
	expr_inside(w, expr->left, at);
	w->word = word_of(expr);
	expr_inside(w, expr->right, at);
	w->word = NULL;
}

/* A whole path, and a whole expression: current() is where they are seen from. */
Stand path_check(Walk *w, const Expr *path, const Stand *from)
{
	w->current = from;
	return path_inside(w, path, from);
}

void expr_check(Walk *w, const Expr *expr, const Stand *at)
{
	w->current = at;
	expr_inside(w, expr, at);
}
