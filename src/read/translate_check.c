/* SPDX-License-Identifier: MIT */
/*
 * A translation may say things in another order, with other forms and other choices; it may not lose a
 * value, a span or a plural, nor bring in a value that the text does not know. Values are compared by
 * their paths, so that a name may stand in another case and a number in another format.
 */
#include "read/translate_parts.h"

#include "base/decimal.h"
#include "base/list.h"
#include "base/str.h"
#include "read/pattern.h"
#include "read/units.h"

#include <string.h>

typedef struct Paths {
	List shown; /* of const char *: paths whose values the words say */
	List known; /* of const char *: those, and paths that choices are made by */
} Paths;

typedef struct Checking {
	Arena *a;
	const Unit *unit;
	const XliffUnit *by;
	const Target *target;
	Diags *diags;
	bool good;
} Checking;

static const Style *any_style(void *who, const Style *base, const char *name, Place place,
			      Diags *diags)
{
	(void)who, (void)name, (void)place, (void)diags;
	return base;
}

static bool among(const List *words, const char *word)
{
	for (int i = 0; i < words->count; i++)
		if (str_equal(*(const char *const *)list_at(words, i), word))
			return true;
	return false;
}

static void keep(List *words, const char *word)
{
	if (!among(words, word))
		*(const char **)list_add(words) = word;
}

/* A path without its conditions: "economy" for "economy[1]". */
static const char *path_bare(Arena *a, const Expr *expr)
{
	static const char *const starts[] = {"", "current()/", "current-group()/", "edition/",
					     "history/"};
	if (expr->kind == EXPR_COUNT)
		return str_format(a, "count(%s)", path_bare(a, expr->left));
	if (expr->kind != EXPR_PATH)
		return expr->source ? expr->source : "";
	StrBuf bare = {.arena = a};
	strbuf_add(&bare, starts[expr->start]);
	for (const Step *step = expr->steps; step; step = step->next)
		strbuf_format(&bare, "%s%s%s", step == expr->steps ? "" : "/",
			      step->kind == STEP_ATTRIBUTE ? "@" : "",
			      step->name ? step->name : ".");
	return strbuf_text(&bare);
}

static void paths_gather(Arena *a, const Pattern *pattern, const char *hash, Paths *paths)
{
	for (; pattern; pattern = pattern->next) {
		const char *path = pattern->value ? path_bare(a, pattern->value) : hash;
		if (path)
			keep(&paths->known, path);
		if (path && (pattern->kind == PATTERN_VALUE || pattern->kind == PATTERN_HASH))
			keep(&paths->shown, path);
		paths_gather(a, pattern->inside, hash, paths);
		paths_gather(a, pattern->item, NULL, paths);
		const char *number = pattern->kind == PATTERN_PLURAL ? path : hash;
		for (const Branch *branch = pattern->branches; branch; branch = branch->next)
			paths_gather(a, branch->text, number, paths);
	}
}

static Paths paths_of(Arena *a, const Pattern *pattern)
{
	Paths paths = {list_new(a, sizeof(const char *)), list_new(a, sizeof(const char *))};
	paths_gather(a, pattern, NULL, &paths);
	return paths;
}

static Diags *trouble(Checking *c)
{
	c->good = false;
	return c->diags;
}

static const char *place_of_unit(const Checking *c)
{
	Place place = c->unit->attr ? c->unit->attr->place : c->unit->node->place;
	return str_format(c->a, "%s:%d:%d", place.file, place.line, place.column);
}

static void spans_check(Checking *c)
{
	List own = list_new(c->a, sizeof(const char *)), said = own;
	for (int i = 0; i < c->unit->count; i++)
		if (c->unit->parts[i].kind == PART_OPEN)
			keep(&own, c->unit->parts[i].text);
	for (int i = 0; i < c->by->target_count; i++) {
		const Part *part = &c->by->target[i];
		if (part->kind != PART_OPEN)
			continue;
		keep(&said, part->text);
		if (!among(&own, part->text))
			diag_error(
			    trouble(c), part->place, DIAG_LAYOUT,
			    "the translation of \"%s\" has a span %s, but the text at %s has "
			    "none",
			    c->unit->id, part->text, place_of_unit(c));
	}
	for (int i = 0; i < own.count; i++) {
		const char *span = *(const char *const *)list_at(&own, i);
		if (among(&said, span))
			continue;
		diag_error(trouble(c), c->by->target_place, DIAG_LAYOUT,
			   "the translation of \"%s\" has lost its span %s", c->unit->id, span);
		diag_hint(c->diags, "it stands in the text at %s", place_of_unit(c));
	}
}

static void values_check(Checking *c, const Paths *own, const Paths *target)
{
	for (int i = 0; i < own->shown.count; i++) {
		const char *path = *(const char *const *)list_at(&own->shown, i);
		if (among(&target->shown, path))
			continue;
		diag_error(trouble(c), c->by->target_place, DIAG_LAYOUT,
			   "the translation of \"%s\" does not say the value {%s}", c->unit->id,
			   path);
		diag_hint(c->diags, "the text at %s does", place_of_unit(c));
	}
	for (int i = 0; i < target->known.count; i++) {
		const char *path = *(const char *const *)list_at(&target->known, i);
		if (among(&own->known, path))
			continue;
		diag_error(trouble(c), c->by->target_place, DIAG_LAYOUT,
			   "the translation of \"%s\" uses the value {%s}, which its text lacks",
			   c->unit->id, path);
		diag_hint(c->diags, "the text stands at %s", place_of_unit(c));
	}
}

static bool has_branch(const Pattern *plural, const char *key)
{
	for (const Branch *branch = plural->branches; branch; branch = branch->next)
		if (str_equal(branch->key, key))
			return true;
	return false;
}

/* "=0 {} other {…}": asks whether there is any, and says no number. */
static bool is_condition(const Pattern *plural)
{
	for (const Branch *branch = plural->branches; branch; branch = branch->next)
		if (!str_equal(branch->key, "=0") && !str_equal(branch->key, "other"))
			return false;
	return true;
}

/* "=1 {…} other {… {path, plural, …} …}": its forms are said inside; or "other {… {path, number} …}": words that need none. */
static bool is_inside(Arena *a, const Pattern *pattern, const char *path)
{
	for (; pattern; pattern = pattern->next) {
		if ((pattern->kind == PATTERN_PLURAL || pattern->kind == PATTERN_VALUE) &&
		    str_equal(path_bare(a, pattern->value), path))
			return true;
		if (is_inside(a, pattern->inside, path))
			return true;
		for (const Branch *branch = pattern->branches; branch; branch = branch->next)
			if (is_inside(a, branch->text, path))
				return true;
	}
	return false;
}

static bool says_forms_inside(Arena *a, const Pattern *plural)
{
	for (const Branch *branch = plural->branches; branch; branch = branch->next)
		if (str_equal(branch->key, "other"))
			return is_inside(a, branch->text, path_bare(a, plural->value));
	return false;
}

/* By itself, or by each number that is in it. */
static bool form_is_there(Arena *a, const Pattern *plural, const PluralForm *form)
{
	if (has_branch(plural, form->category))
		return true;
	for (int i = 0; i < form->few_count; i++)
		if (!has_branch(plural, str_format(a, "=%d", form->few[i])))
			return false;
	return form->few_count > 0;
}

static const char *forms_list(Arena *a, const PluralForms *forms)
{
	StrBuf list = {.arena = a};
	for (int i = 0; i < forms->count; i++)
		strbuf_format(&list, "%s%s", i ? ", " : "", forms->items[i].category);
	return strbuf_text(&list);
}

static void plural_check(Checking *c, const Pattern *plural)
{
	const PluralForms *forms = c->target->plurals;
	if (!forms || is_condition(plural) || says_forms_inside(c->a, plural))
		return;
	for (int i = 0; i < forms->count; i++) {
		const PluralForm *form = &forms->items[i];
		if (form_is_there(c->a, plural, form))
			continue;
		diag_error(trouble(c), plural->place, DIAG_LAYOUT,
			   "this plural lacks the form \"%s\", which \"%s\" has", form->category,
			   c->target->language);
		diag_hint(c->diags, "add %s {…}; the forms of \"%s\" are: %s", form->category,
			  c->target->language, forms_list(c->a, forms));
	}
}

static void plurals_check(Checking *c, const Pattern *pattern)
{
	for (; pattern; pattern = pattern->next) {
		if (pattern->kind == PATTERN_PLURAL)
			plural_check(c, pattern);
		plurals_check(c, pattern->inside);
		plurals_check(c, pattern->item);
		for (const Branch *branch = pattern->branches; branch; branch = branch->next)
			plurals_check(c, branch->text);
	}
}

static const Pattern *pattern_of(Arena *a, const Unit *unit, const Node *node, Diags *diags)
{
	SpanStyles spans = {any_style, NULL};
	Node words = unit_words(a, node);
	if (!unit->attr)
		return pattern_read(a, &words, NULL, &spans, diags);
	const Attr *attr = node_attr(node, unit->attr->name);
	return pattern_read_text(a, attr->value, attr->value_place, diags);
}

bool translation_suits(Arena *a, const Unit *unit, const XliffUnit *by, const Target *target,
		       Diags *diags)
{
	Checking c = {a, unit, by, target, diags, true};
	spans_check(&c);
	if (!c.good)
		return false;
	int before = diags_errors(diags);
	const Pattern *own = pattern_of(a, unit, unit->node, diags_new(a));
	const Pattern *anew = pattern_of(a, unit, translated_content(a, unit, by), diags);
	/* Words out of joint are told; of a text that is so itself nothing can be said. */
	if (diags_errors(diags) != before || !own)
		return false;
	Paths shown = paths_of(a, own), said = paths_of(a, anew);
	values_check(&c, &shown, &said);
	plurals_check(&c, anew);
	return c.good;
}
