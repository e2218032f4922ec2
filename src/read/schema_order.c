/* SPDX-License-Identifier: MIT */
#include "read/schema_order.h"

#include "base/str.h"
#include "read/schema.h"

#include <string.h>

bool telling_is_enough(const Telling *t)
{
	return diags_errors(t->diags) - t->before >= FAULTS_MOST;
}

bool child_is_of(const Node *child, const Allowed *known)
{
	/* Which namespace a prefix in a schema stands for is not known here. */
	return strchr(known->name, ':') || strcmp(child->space, map_space(known->pattern)) == 0;
}

void space_tell(Telling *t, const Node *node, const Allowed *known)
{
	diag_error(t->diags, node->place, DIAG_FORM,
		   "<%s> is not of the language that the schema describes", node->name);
	diag_hint(t->diags, "its namespace should be \"%s\"", map_space(known->pattern));
}

static bool is_first_of_its_name(const List *allowed, int index)
{
	const Allowed *one = list_at(allowed, index);
	return map_find(allowed, one->name) == one;
}

const char *names_joined(Telling *t, const List *allowed)
{
	StrBuf names = {.arena = t->a};
	for (int i = 0; i < allowed->count; i++)
		if (is_first_of_its_name(allowed, i))
			strbuf_format(&names, "%s%s", names.length ? ", " : "",
				      ((Allowed *)list_at(allowed, i))->name);
	return strbuf_text(&names);
}

static const char *nearest_of(Telling *t, const char *name, const List *allowed)
{
	const char **names = ARENA_ARRAY(t->a, allowed->count + 1, const char *);
	for (int i = 0; i < allowed->count; i++)
		names[i] = ((Allowed *)list_at(allowed, i))->name;
	return str_nearest(name, names);
}

void unknown_tell(Telling *t, Place place, const char *kind, const char *name, const List *allowed)
{
	const char *nearest = nearest_of(t, name, allowed);
	diag_error(t->diags, place, DIAG_FORM, "there is no %s \"%.60s\" here%s", kind, name,
		   str_guess(t->a, nearest));
	if (!nearest && allowed->count > 0)
		diag_hint(t->diags, "known here: %s", names_joined(t, allowed));
	else if (!nearest)
		diag_hint(t->diags, "there may be no %ss here", kind);
}

/* A child whose name is known, and what the schema says of it. */
typedef struct Standing {
	const Node *node;
	const Allowed *known;
	int before; /* the first of the longest row that may follow it: an index, or -1 */
	bool right; /* it is among those that stand right */
} Standing;

/* That one stands twice is told of the second one, and no more is said of that. */
static bool is_doubled(Telling *t, const List *standing, const Node *child, const Allowed *known)
{
	for (int i = 0; i < standing->count && !known->many; i++) {
		const Standing *first = list_at(standing, i);
		if (first->known != known)
			continue;
		diag_error(t->diags, child->place, DIAG_FORM,
			   "<%s> may stand only once in <%s>; the first is at line %d", child->name,
			   child->parent->name, first->node->place.line);
		return true;
	}
	return false;
}

/* Tells the children that are not known; gives those that are, each in its place. */
static List children_sort(Telling *t, const Node *node, const Inside *inside)
{
	List standing = list_new(t->a, sizeof(Standing));
	for (const Node *child = node->first; child && !telling_is_enough(t); child = child->next) {
		if (child->kind != NODE_ELEMENT)
			continue;
		const Allowed *known = map_find(&inside->children, child->name);
		if (known == NULL && !inside->any)
			unknown_tell(t, child->place, "element", child->name, &inside->children);
		else if (known && !known->several && !child_is_of(child, known))
			space_tell(t, child, known);
		else if (known && !known->several && !is_doubled(t, &standing, child, known))
			*(Standing *)list_add(&standing) = (Standing){child, known, -1, false};
	}
	return standing;
}

/* The longest row of children whose turns do not fall: patience sorting (Fredman, "On computing the
 * length of longest increasing subsequences", Discrete Mathematics 11, 1975), from the last child to the
 * first, so that of two rows as long the one that begins earlier is taken. `tops[n]` is the first of the
 * best row of n + 1 children so far. Gives the first of the longest, or -1. */
static int row_longest(Arena *a, Standing *all, int count)
{
	int *tops = ARENA_ARRAY(a, count + 1, int);
	int rows = 0;
	for (int i = count - 1; i >= 0; i--) {
		int low = 0, high = rows;
		while (low < high) {
			int middle = low + (high - low) / 2;
			if (all[tops[middle]].known->turn >= all[i].known->turn)
				low = middle + 1;
			else
				high = middle;
		}
		all[i].before = low > 0 ? tops[low - 1] : -1;
		tops[low] = i;
		rows += low == rows;
	}
	return rows > 0 ? tops[rows - 1] : -1;
}

static void order_tell(Telling *t, const Node *node, const Inside *inside, const List *standing)
{
	Standing *all = standing->items;
	int first = row_longest(t->a, all, standing->count);
	for (int i = first; i >= 0; i = all[i].before)
		all[i].right = true;
	for (int i = 0; i < standing->count && !telling_is_enough(t); i++) {
		if (all[i].right)
			continue;
		diag_error(t->diags, all[i].node->place, DIAG_FORM,
			   "<%s> may not stand at this place in <%s>", all[i].node->name,
			   node->name);
		diag_hint(t->diags, "the order inside is: %s", names_joined(t, &inside->children));
	}
}

/* True when an unknown child is likely the missing one, misspelt. */
static bool child_is_misspelt(const Node *node, const Inside *inside, const char *missing)
{
	const char *const words[] = {missing, NULL};
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT && !map_find(&inside->children, child->name) &&
		    str_nearest(child->name, words))
			return true;
	return false;
}

static void missing_tell(Telling *t, const Node *node, const Inside *inside)
{
	for (int i = 0; i < inside->children.count && !telling_is_enough(t); i++) {
		const Allowed *child = list_at(&inside->children, i);
		if (!child->required || child->several || node_child(node, child->name) ||
		    child_is_misspelt(node, inside, child->name))
			continue;
		diag_error(t->diags, node->place, DIAG_FORM, "<%s> lacks the element <%s>",
			   node->name, child->name);
		diag_hint(t->diags, "the order inside is: %s", names_joined(t, &inside->children));
	}
}

void children_tell(Telling *t, const Node *node, const Inside *inside)
{
	List standing = children_sort(t, node, inside);
	order_tell(t, node, inside, &standing);
	missing_tell(t, node, inside);
}

/* The place of one of the names of a choice, if it is there. */
static bool choice_find(const Node *node, const Choice *choice, const char *name, Place *place)
{
	const Attr *attr = choice->attrs ? node_attr(node, name) : NULL;
	const Node *child = choice->attrs ? NULL : node_child(node, name);
	if (attr)
		*place = attr->place;
	if (child)
		*place = child->place;
	return attr || child;
}

static void choice_tell(Telling *t, const Node *node, const Choice *choice)
{
	const char *first = NULL, *of = choice->attrs ? "attributes" : "elements";
	StrBuf names = {.arena = t->a};
	for (const char *const *name = choice->names; *name; name++) {
		Place place;
		strbuf_format(&names, "%s%s", names.length ? ", " : "", *name);
		if (!choice_find(node, choice, *name, &place))
			continue;
		if (first && !choice->many)
			diag_error(t->diags, place, DIAG_FORM,
				   "\"%s\" may not stand beside \"%s\" in <%s>", *name, first,
				   node->name);
		first = *name;
	}
	if (first || !choice->required)
		return;
	diag_error(t->diags, node->place, DIAG_FORM, "<%s> lacks one of the %s %s", node->name, of,
		   strbuf_text(&names));
}

void choices_tell(Telling *t, const Node *node, const Inside *inside)
{
	for (int i = 0; i < inside->choices.count; i++)
		choice_tell(t, node, list_at(&inside->choices, i));
}
