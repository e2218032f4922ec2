/* SPDX-License-Identifier: MIT */
#include "fill/datum.h"

#include "base/list.h"
#include "base/str.h"

#include <string.h>
#include <strings.h>

enum { ITEMS_MOST = 1000, TEXT_MOST = 20000, SHOWN_MOST = 20000 };

Diags *speaker_trouble(Speaker *speaker)
{
	speaker->failed = true;
	return speaker->diags;
}

bool speaker_is_full(const Speaker *speaker)
{
	return speaker->shown > SHOWN_MOST;
}

const char *place_text(Arena *a, Place place)
{
	return str_format(a, "%s:%d:%d", place.file ? place.file : "the layout", place.line,
			  place.column);
}

Place datum_place(const Datum *datum)
{
	return datum->element ? datum->origin.data : datum->origin.layout;
}

const char *speaker_path(Speaker *speaker, const Found *found)
{
	const Node *history = speaker->top ? speaker->top->history : NULL;
	return found_path(speaker->arena, found, speaker->saying->edition->root, history);
}

static const char *source_of(const Expr *expr)
{
	return expr->source ? expr->source : "the value";
}

/* A path as it is written in an attribute in double quotes. */
static const char *source_quoted(Arena *a, const Expr *path)
{
	const char *source = source_of(path);
	bool apostrophes = strchr(source, '\'') != NULL;
	StrBuf out = {.arena = a};
	for (; *source; source++) {
		if (*source == '"')
			strbuf_add(&out, apostrophes ? "&quot;" : "'");
		else if (*source == '<')
			strbuf_add(&out, "&lt;");
		else
			strbuf_add_n(&out, source, 1);
	}
	return strbuf_text(&out);
}

/* That no edition before has the record, or none that the layout asks for: told at the record. */
static void tell_no_past(Speaker *speaker, const Expr *path, const Standing *at)
{
	Diags *diags = speaker_trouble(speaker);
	const Node *root = at->node;
	while (root && root->parent)
		root = root->parent;
	diag_error(diags, root ? root->place : path->place, DIAG_DATA,
		   "no edition before this one has what the layout asks for with %s",
		   source_of(path));
	diag_hint(diags, "use it at %s only when=\"%s\"", place_text(speaker->arena, path->place),
		  source_quoted(speaker->arena, path));
}

/* Tells which part of a path is not there, where it should stand. */
static void tell_missing(Speaker *speaker, const Expr *path, const Standing *at)
{
	Arena *a = speaker->arena;
	const Node *reach = path_reach(a, path, at);
	const Step *step = path_missing(a, path, at);
	const char *needs = place_text(a, path->place);
	const char *when = source_quoted(a, path);
	if (path->start == START_HISTORY && (!reach || !reach->parent || !reach->parent->parent)) {
		tell_no_past(speaker, path, at);
		return;
	}
	Diags *diags = speaker_trouble(speaker);
	if (!reach || !step) {
		diag_error(diags, path->place, DIAG_LAYOUT,
			   "there is nothing here for %s to look at", source_of(path));
		return;
	}
	const char *name = step->name ? step->name : ".";
	if (step->predicates) {
		diag_error(diags, reach->place, DIAG_DATA,
			   "nothing in %s is what the layout asks for with %s", reach->name,
			   source_of(path));
		diag_hint(diags, "add it, or use it at %s only when=\"%s\"", needs, when);
	} else if (step->kind == STEP_ATTRIBUTE) {
		diag_error(diags, reach->place, DIAG_DATA,
			   "%s has no attribute \"%s\", which the layout needs", reach->name, name);
		diag_hint(diags, "add %s=\"…\" to <%s>, or use it at %s only when=\"%s\"", name,
			  reach->name, needs, when);
	} else {
		diag_error(diags, reach->place, DIAG_DATA, "%s has no <%s>, which the layout needs",
			   reach->name, name);
		diag_hint(diags, "add <%s> to <%s>, or use it at %s only when=\"%s\"", name,
			  reach->name, needs, when);
	}
}

static Datum datum_of(Speaker *speaker, const Expr *path, const Found *found)
{
	Arena *a = speaker->arena;
	Datum datum = {.text = found_text(a, found)};
	datum.name = found->attr ? found->attr->name : found->node->name;
	datum.element = found->node;
	datum.attr = found->attr;
	datum.origin.path = speaker_path(speaker, found);
	datum.origin.data = found_place(found);
	datum.origin.layout = path->place;
	datum.origin.basis = basis_of(a, found->node, found->attr);
	return datum;
}

/* False for a value that says nothing, or more than any page has room for, which is told. */
static bool says_enough(Speaker *speaker, const Expr *path, const Datum *datum)
{
	size_t length = strlen(datum->text);
	if (length > 0 && length <= TEXT_MOST)
		return true;
	const char *used = place_text(speaker->arena, path->place);
	Diags *diags = speaker_trouble(speaker);
	if (length == 0) {
		diag_error(diags, datum->origin.data, DIAG_DATA,
			   "%s is empty, but the layout needs it", datum->name);
		diag_hint(diags, "write its value, or leave it out altogether; it is used at %s",
			  used);
		return false;
	}
	diag_error(diags, datum->origin.data, DIAG_DATA,
		   "%s has %zu bytes of text, but no page shows more than %d", datum->name, length,
		   TEXT_MOST);
	diag_hint(diags, "shorten it; it is used at %s", used);
	return false;
}

const Basis *basis_found(Arena *a, const Found *found, int count, Making making)
{
	int kept = count < BASIS_MOST ? count : BASIS_MOST;
	Fact *facts = ARENA_ARRAY(a, kept, Fact);
	Basis *basis = ARENA_NEW(a, Basis);
	for (int i = 0; i < kept; i++)
		facts[i] = (Fact){found[i].node, found[i].attr};
	*basis = (Basis){.facts = facts, .count = kept, .all = count, .making = making};
	return basis;
}

/* What a value that is reckoned rests on; NULL: on nothing in the data. */
static const Basis *basis_reckoned(Arena *a, const Expr *value, const FoundList *counted,
				   const Standing *at)
{
	if (value->kind == EXPR_COUNT)
		return basis_found(a, counted->items, counted->count, MADE_COUNT);
	if (value->kind == EXPR_POSITION && at->node)
		return basis_made(a, basis_of(a, at->node, NULL), MADE_POSITION);
	return NULL;
}

/* A value that is reckoned, such as count(): it comes from what was counted. */
static Datum datum_reckoned(Speaker *speaker, const Expr *value, const Standing *at)
{
	Arena *a = speaker->arena;
	Datum datum = {.text = str_fold(a, path_text(a, value, at)), .name = source_of(value)};
	datum.origin.layout = value->place;
	FoundList counted = {0};
	if (value->kind == EXPR_COUNT)
		counted = path_select(a, value->left, at);
	datum.origin.basis = basis_reckoned(a, value, &counted, at);
	if (counted.count == 0)
		return datum;
	char *path = str_copy(a, speaker_path(speaker, counted.items));
	char *bracket = strrchr(path, '[');
	if (bracket && !strchr(bracket, '/'))
		*bracket = '\0';
	datum.origin.path = path;
	datum.origin.data = found_place(counted.items);
	return datum;
}

/* How well a value suits a language: 3 in it, 2 in its main part ("zh" for "zh-Hant"), 1 in no
 * language of its own, 0 in another. */
static int suits(const Found *found, const char *language)
{
	const char *own = node_language(found->node);
	size_t main_part = strcspn(language, "-");
	if (own && strcasecmp(own, language) == 0)
		return 3;
	if (own && strlen(own) == main_part && strncasecmp(own, language, main_part) == 0)
		return 2;
	return node_value(found->node, "xml:lang") ? 0 : 1;
}

/* Those that are not in another language; all of them when each is. */
static FoundList readable(Speaker *speaker, FoundList all)
{
	const char *language = locale_language(speaker->saying->locale);
	List kept = list_new(speaker->arena, sizeof(Found));
	for (int i = 0; i < all.count; i++)
		if (suits(&all.items[i], language) > 0)
			*(Found *)list_add(&kept) = all.items[i];
	return kept.count > 0 ? (FoundList){kept.items, kept.count} : all;
}

/* Those that suit the language best. */
static FoundList best_suited(Speaker *speaker, FoundList all)
{
	const char *language = locale_language(speaker->saying->locale);
	int best = 0;
	for (int i = 0; i < all.count; i++)
		best =
		    suits(&all.items[i], language) > best ? suits(&all.items[i], language) : best;
	List kept = list_new(speaker->arena, sizeof(Found));
	for (int i = 0; i < all.count; i++)
		if (suits(&all.items[i], language) == best)
			*(Found *)list_add(&kept) = all.items[i];
	return (FoundList){kept.items, kept.count};
}

static void tell_several(Speaker *speaker, const Expr *path, const FoundList *found)
{
	Diags *diags = speaker_trouble(speaker);
	diag_error(diags, found_place(&found->items[1]), DIAG_DATA,
		   "this is the second of %d values of %s, where the layout needs one",
		   found->count, source_of(path));
	diag_hint(diags,
		  "keep one of them; or, at %s, say them all with {%s, list} or choose one with "
		  "a condition such as [1]",
		  place_text(speaker->arena, path->place), source_of(path));
}

/* What repeats inside repeats come to: told when it is too much for the first time. */
static bool all_fit(Speaker *speaker, const Expr *path, int count)
{
	bool was_full = speaker_is_full(speaker);
	speaker->shown += was_full ? 0 : count;
	if (!speaker_is_full(speaker))
		return true;
	Diags *diags = speaker_trouble(speaker);
	if (was_full)
		return false;
	diag_error(diags, path->place, DIAG_LAYOUT,
		   "with %s there are more than %d rows, bars and items, which no page shows",
		   source_of(path), SHOWN_MOST);
	diag_hint(diags, "repeat fewer nodes: what stands inside a repeat counts each time");
	return false;
}

bool datum_count_fits(Speaker *speaker, const Expr *path, const FoundList *found)
{
	if (found->count <= ITEMS_MOST)
		return all_fit(speaker, path, found->count);
	Diags *diags = speaker_trouble(speaker);
	diag_error(diags, found_place(&found->items[ITEMS_MOST]), DIAG_DATA,
		   "there are %d of %s, but no page shows more than %d", found->count,
		   source_of(path), ITEMS_MOST);
	diag_hint(diags, "leave some out, or, at %s, choose some with a condition such as %s",
		  place_text(speaker->arena, path->place), "[position() <= 10]");
	return false;
}

bool datum_find(Speaker *speaker, const Expr *value, const Standing *at, Datum *out)
{
	if (value->kind != EXPR_PATH) {
		*out = datum_reckoned(speaker, value, at);
		return true;
	}
	FoundList found = path_select(speaker->arena, value, at);
	if (found.count == 0) {
		tell_missing(speaker, value, at);
		return false;
	}
	if (found.count > 1)
		found = best_suited(speaker, found);
	if (found.count > 1) {
		tell_several(speaker, value, &found);
		return false;
	}
	*out = datum_of(speaker, value, found.items);
	return says_enough(speaker, value, out);
}

DatumList datum_list(Speaker *speaker, const Expr *value, bool whole, const Standing *at)
{
	Arena *a = speaker->arena;
	DatumList list = {0};
	if (value->kind != EXPR_PATH) {
		Datum *one = ARENA_NEW(a, Datum);
		Found *here = ARENA_NEW(a, Found);
		*one = datum_reckoned(speaker, value, at);
		*here = (Found){at->node, NULL, 1, at->seen};
		return (DatumList){one, here, 1};
	}
	FoundList found = readable(speaker, path_select(a, value, at));
	if (found.count == 0)
		tell_missing(speaker, value, at);
	if (!datum_count_fits(speaker, value, &found))
		return list;
	Datum *items = ARENA_ARRAY(a, found.count, Datum);
	for (int i = 0; i < found.count; i++) {
		items[i] = datum_of(speaker, value, &found.items[i]);
		if (whole && !says_enough(speaker, value, &items[i]))
			items[i].text = "";
	}
	list.items = items;
	list.found = found.items;
	list.count = found.count;
	return list;
}

const char *datum_asked(Speaker *speaker, const Datum *datum, const char *what)
{
	if (!datum->element || !datum->origin.layout.file)
		return "";
	return str_format(speaker->arena, "; the layout asks for %s at %s", what,
			  place_text(speaker->arena, datum->origin.layout));
}

bool datum_number(Speaker *speaker, const Datum *datum, Decimal *out)
{
	if (decimal_read(datum->text, out))
		return true;
	Diags *diags = speaker_trouble(speaker);
	diag_error(diags, datum_place(datum), DIAG_DATA, "%s is \"%s\", but a number is expected",
		   datum->name, datum->text);
	diag_hint(diags,
		  "write digits only, at most twelve, with a full stop as the decimal mark "
		  "and at most six after it: 5909 or 14.2%s",
		  datum_asked(speaker, datum, "a number"));
	return false;
}

bool datum_whole(Speaker *speaker, const Datum *datum, int64_t *out)
{
	Decimal number;
	if (!datum_number(speaker, datum, &number))
		return false;
	if (number % DECIMAL_ONE == 0) {
		*out = number / DECIMAL_ONE;
		return true;
	}
	Diags *diags = speaker_trouble(speaker);
	diag_error(diags, datum_place(datum), DIAG_DATA,
		   "%s is \"%s\", but a whole number is expected", datum->name, datum->text);
	diag_hint(diags, "write it without decimals: 98%s",
		  datum_asked(speaker, datum, "a whole number"));
	return false;
}
