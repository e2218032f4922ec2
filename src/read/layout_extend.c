/* SPDX-License-Identifier: MIT */
/*
 * A layout that extends another is merged with it as a tree, before anything is
 * looked at: then it is read like a layout written in one piece, and each part
 * still knows the file and line it came from.
 *
 *	page, words, fit, title, body, foot    its own, or those of the one it extends
 *	inks, styles                           by name: its own take the place of the others'
 *	replace                                its boxes take the place of the element with that id
 *	take                                   the element with that id of the one it extends stands there
 */
#include "read/layout_parts.h"

#include "base/str.h"
#include "read/xml.h"

#include <string.h>

enum { LAYOUTS_MOST = 16 }; /* in one chain: more is a mistake */

/* Its attributes, those that `take` says in their place or added. */
static void attrs_take(Arena *a, Node *taken, const Node *take)
{
	Attr *attrs = ARENA_ARRAY(a, taken->attr_count + take->attr_count + 1, Attr);
	int count = 0;
	for (int i = 0; i < taken->attr_count; i++)
		if (!node_attr(take, taken->attrs[i].name))
			attrs[count++] = taken->attrs[i];
	for (int i = 0; i < take->attr_count; i++)
		attrs[count++] = take->attrs[i];
	taken->attrs = attrs;
	taken->attr_count = count;
}

/* The one in `parent` that has the name of `node`, and the same languages. */
static const Node *namesake_find(const Node *parent, const Node *node)
{
	const char *name = node_value(node, "name"), *languages = node_value(node, "lang");
	for (const Node *n = node_child(parent, node->name); n; n = node_next(n, node->name))
		if (name && str_equal(node_value(n, "name"), name) &&
		    str_equal(node_value(n, "lang"), languages))
			return n;
	return NULL;
}

/* Inks or styles: those of `base`, each in its place, and then those that are new in `own`. */
static Node *named_merge(Arena *a, const Node *base, const Node *own)
{
	Tree merged = tree_begin(a, own);
	merged.node->attrs = base->attrs;
	merged.node->attr_count = base->attr_count;
	attrs_take(a, merged.node, own);
	for (const Node *n = base->first; n; n = n->next) {
		bool element = n->kind == NODE_ELEMENT;
		if (element && !namesake_find(own, n))
			tree_add(&merged, node_copy(a, n));
	}
	for (const Node *n = own->first; n; n = n->next)
		tree_add(&merged, node_copy(a, n));
	return merged.node;
}

static const Node *id_find(const Node *node, const char *id)
{
	for (const Node *child = node->first; child; child = child->next) {
		const Node *inside = NULL;
		if (child->kind == NODE_ELEMENT)
			inside =
			    str_equal(node_value(child, "id"), id) ? child : id_find(child, id);
		if (inside)
			return inside;
	}
	return NULL;
}

static void ids_list(const Node *node, List *ids)
{
	for (const Node *child = node->first; child; child = child->next) {
		const char *id = child->kind == NODE_ELEMENT ? node_value(child, "id") : NULL;
		if (id)
			*(const char **)list_add(ids) = id;
		ids_list(child, ids);
	}
}

static void tell_unknown(Arena *a, const Node *root, const Node *who, const Attr *id, Diags *diags)
{
	List ids = list_new(a, sizeof(const char *));
	ids_list(root, &ids);
	list_add(&ids);
	const char *nearest = str_nearest(id->value, ids.items);
	diag_error(diags, id->value_place, DIAG_LAYOUT,
		   "the layout that this one extends has no element \"%.60s\"%s", id->value,
		   str_guess(a, nearest));
	diag_hint(diags, "<%s> names an element by the id it has there", who->name);
}

/* The element of `base` that `who` names; NULL, and told, when there is none. */
static const Node *id_named(Arena *a, const Node *base, const Node *who, Diags *diags)
{
	const Attr *id = node_attr(who, "id");
	if (!id) {
		diag_error(diags, who->place, DIAG_FORM, "<%s> lacks the attribute \"id\"",
			   who->name);
		diag_hint(diags, "write <%s id=\"…\">: the id of an element that stands there",
			  who->name);
		return NULL;
	}
	const Node *found = id_find(base, id->value);
	if (!found)
		tell_unknown(a, base, who, id, diags);
	return found;
}

/* An element that stands where it cannot would be told at its place in the other layout. */
static bool may_stand(Arena *a, const Node *in, const Node *take, const Node *found, Diags *diags)
{
	if (form_allows(a, layout_language(), in, found->name))
		return true;
	diag_error(diags, take->place, DIAG_FORM,
		   "<take> brings a <%s> here, which may not stand in <%s>", found->name, in->name);
	diag_hint(diags, layout_is_box(found->name)
			     ? "boxes stand in <body>, in <foot>, in other boxes and in <replace>"
			     : "name an element that may stand here");
	return false;
}

/* What is taken, and from where. */
typedef struct Taking {
	Arena *a;
	const Node *base;
	Diags *diags;
} Taking;

static void takes_apply(const Taking *taking, Node *tree);

static void take_put(const void *who, Tree *anew, Node *here)
{
	const Taking *t = who;
	if (here->kind != NODE_ELEMENT || strcmp(here->name, "take") != 0) {
		takes_apply(t, here);
		tree_add(anew, here);
		return;
	}
	const Node *found = id_named(t->a, t->base, here, t->diags);
	if (here->first && found) {
		diag_error(t->diags, here->place, DIAG_FORM, "nothing stands inside <take>");
		diag_hint(t->diags, "use <replace> to say what is inside it anew");
	}
	if (!found || !may_stand(t->a, anew->node, here, found, t->diags))
		return;
	Node *copy = node_copy(t->a, found);
	attrs_take(t->a, copy, here);
	tree_add(anew, copy);
}

/* Puts copies of what `tree` takes in their places; `tree` is our own copy. */
static void takes_apply(const Taking *taking, Node *tree)
{
	tree_renew(tree, take_put, taking);
}

/* What stands where, instead of what. */
typedef struct Replacing {
	Arena *a;
	const Node *old, *with;
} Replacing;

static void replace_put(const void *who, Tree *anew, Node *here)
{
	const Replacing *r = who;
	if (here != r->old) {
		tree_add(anew, here);
		return;
	}
	for (const Node *n = r->with->first; n; n = n->next)
		tree_add(anew, node_copy(r->a, n));
}

/* `base` is as it was before anything was replaced: what is inside may take from it. */
static void replace_apply(Arena *a, const Node *root, const Node *base, const Node *replace,
			  Diags *diags)
{
	for (int i = 0; i < replace->attr_count; i++)
		if (strcmp(replace->attrs[i].name, "id") != 0)
			diag_error(diags, replace->attrs[i].place, DIAG_FORM,
				   "there is no attribute \"%.60s\" here; known here: id",
				   replace->attrs[i].name);
	const Node *old = id_named(a, root, replace, diags);
	if (!old)
		return;
	Node *with = node_copy(a, replace);
	takes_apply(&(Taking){a, base, diags}, with);
	/* The tree is our own copy, so it may still be changed. */
	tree_renew(node_own(old->parent), replace_put, &(Replacing){a, old, with});
}

static bool is_among(const char *name, const char *const *names)
{
	while (*names && strcmp(*names, name) != 0)
		names++;
	return *names;
}

/* The parts of `base` in their order, each `own` where that has it; then what only `own` has. */
static Node *parts_merge(Arena *a, const Node *base, const Node *own)
{
	static const char *const by_name[] = {"inks", "styles", NULL};
	Tree merged = tree_begin(a, own);
	for (const Node *n = base->first; n; n = n->next) {
		const Node *better = n->kind == NODE_ELEMENT ? node_child(own, n->name) : NULL;
		if (better && is_among(n->name, by_name))
			tree_add(&merged, named_merge(a, n, better));
		else if (!better)
			tree_add(&merged, node_copy(a, n));
	}
	for (const Node *n = own->first; n; n = n->next) {
		bool element = n->kind == NODE_ELEMENT;
		/* Only the first was merged: of a second one is told, once all is looked at. */
		bool taken = element && is_among(n->name, by_name) && node_child(base, n->name) &&
			     n == node_child(own, n->name);
		if (!taken && !(element && strcmp(n->name, "replace") == 0))
			tree_add(&merged, node_copy(a, n));
	}
	return merged.node;
}

static Node *layout_merge(Arena *a, const Node *base, const Node *own, Diags *diags)
{
	Node *replaced = node_copy(a, base);
	for (const Node *n = node_child(own, "replace"); n; n = node_next(n, "replace"))
		replace_apply(a, replaced, base, n, diags);
	Node *merged = parts_merge(a, replaced, own);
	takes_apply(&(Taking){a, replaced, diags}, merged);
	return merged;
}

/* False when the chain comes back to a layout it began with, or has no end. */
static bool chain_check(const Chain *chain, const Attr *extends, const char *next, Diags *diags)
{
	int length = 0;
	bool round = false;
	for (const Chain *l = chain; l; l = l->from, length++)
		round = round || str_equal(l->source->path, next);
	if (!round && length < LAYOUTS_MOST)
		return true;
	diag_error(diags, extends->value_place, DIAG_LAYOUT,
		   round ? "this layout comes to extend itself"
			 : "more than 16 layouts extend each other");
	diag_hint(diags, "let one of them stand without \"extends\"");
	return false;
}

/* Without another layout there is nothing to replace or to take: told, and true when it was. */
static bool tell_alone(const Node *node, Diags *diags)
{
	bool told = false;
	for (const Node *child = node->first; child; child = child->next) {
		bool needs = child->kind == NODE_ELEMENT && (strcmp(child->name, "replace") == 0 ||
							     strcmp(child->name, "take") == 0);
		if (needs) {
			diag_error(diags, child->place, DIAG_LAYOUT,
				   "<%s> stands in a layout that extends no other", child->name);
			diag_hint(diags, "write <layout … extends=\"…\">, or take it out");
		}
		told = needs || tell_alone(child, diags) || told;
	}
	return told;
}

static const Node *chain_read(Arena *a, const Chain *chain, List *files, Diags *diags)
{
	const Node *root = xml_read(a, chain->source, list_add(files), diags);
	if (!root)
		return NULL;
	layout_include(a, chain->source, root, files, diags);
	if (chain->from && strcmp(root->name, "layout") != 0) {
		diag_error(diags, root->place, DIAG_FORM, "this is not a layout: its root is <%s>",
			   root->name);
		diag_hint(diags, "name a file of <layout> in extends=\"…\"");
		return NULL;
	}
	const Attr *extends = node_attr(root, "extends");
	if (!extends || is_blank(extends->value))
		return tell_alone(root, diags) ? NULL : root;
	const char *path = file_beside(a, chain->source->path, extends->value);
	if (!chain_check(chain, extends, path, diags))
		return NULL;
	Source source = {path, chain->source->root, extends->value_place};
	const Node *base = chain_read(a, &(Chain){&source, chain}, files, diags);
	return base ? layout_merge(a, base, root, diags) : NULL;
}

const Node *layout_whole(Arena *a, const Source *source, List *files, Diags *diags)
{
	return chain_read(a, &(Chain){source, NULL}, files, diags);
}
