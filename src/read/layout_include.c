/* SPDX-License-Identifier: MIT */
/*
 * What stands in an included file takes the place of the <include>, in the tree and before
 * anything is looked at: then a layout is read as if it were written in one piece, and each
 * element still knows the file and line it came from.
 *
 * An include that cannot be followed is told and left out, so that one run tells all of them.
 */
#include "read/layout_parts.h"

#include "base/str.h"
#include "read/xml.h"

#include <string.h>

/* PARTS_DEEP in one chain, PARTS_MOST in all: more is a mistake. All that is read counts, used or not. */
enum { PARTS_DEEP = 16, PARTS_MOST = 1000 };

typedef struct Including {
	Arena *a;
	List *read; /* of Ingredient */
	Diags *diags;
	int files, elements; /* so many were read until now */
	size_t bytes;        /* of text */
	bool full;           /* that it is too much was told: no more is read */
} Including;

static bool may_include(const Node *parent)
{
	static const char *const names[] = {"inks", "styles",  "body",  "foot",   "band",
					    "row",  "column",  "grid",  "stack",  "columns",
					    "part", "callout", "frame", "repeat", "replace"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_equal(parent->name, names[i]))
			return true;
	return false;
}

/* Its form: an href and nothing else, where a box, a style or an ink may stand. */
static const Attr *include_href(Including *in, const Node *include)
{
	const Attr *href = node_attr(include, "href");
	for (int i = 0; i < include->attr_count; i++)
		if (!str_equal(include->attrs[i].name, "href"))
			diag_error(in->diags, include->attrs[i].place, DIAG_FORM,
				   "there is no attribute \"%.60s\" here; known here: href",
				   include->attrs[i].name);
	if (include->first)
		diag_error(in->diags, include->place, DIAG_FORM, "<include> holds nothing itself");
	if (!may_include(include->parent)) {
		diag_error(in->diags, include->place, DIAG_LAYOUT,
			   "nothing can be included in <%s>", include->parent->name);
		diag_hint(in->diags, "an include stands where a box, a style or an ink may");
		return NULL;
	}
	if (href && *href->value)
		return href;
	diag_error(in->diags, include->place, DIAG_FORM, "<include> does not say which file");
	diag_hint(in->diags, "write <include href=\"part.xml\"/>, as seen from this file");
	return NULL;
}

/* False when the chain comes back to a file it came from, or has no end. */
static bool chain_goes_on(Including *in, const Chain *chain, const Attr *href, const char *path)
{
	int depth = 0;
	bool round = false;
	for (const Chain *c = chain; c; c = c->from, depth++)
		round = round || str_equal(c->source->path, path);
	if (in->full)
		return false;
	if (!round && depth <= PARTS_DEEP && in->files < PARTS_MOST)
		return true;
	if (round)
		diag_error(in->diags, href->value_place, DIAG_LAYOUT,
			   "%s comes to include itself here", path);
	else if (depth > PARTS_DEEP)
		diag_error(in->diags, href->value_place, DIAG_LAYOUT,
			   "more than %d files include each other", PARTS_DEEP);
	else
		diag_error(in->diags, href->value_place, DIAG_LAYOUT,
			   "more than %d files are included", PARTS_MOST);
	in->full = in->files >= PARTS_MOST;
	diag_hint(in->diags, "take this include out, or put what it shall bring here");
	return false;
}

static bool is_part(Including *in, const Node *root, const Node *include)
{
	if (str_equal(root->name, "part") && str_equal(root->space, include->space)) {
		for (int i = 0; i < root->attr_count; i++)
			diag_error(in->diags, root->attrs[i].place, DIAG_FORM,
				   "there is no attribute \"%.60s\" here: a <part> has none",
				   root->attrs[i].name);
		return true;
	}
	diag_error(in->diags, root->place, DIAG_FORM,
		   "this is not a part of a layout: its root is <%s>", root->name);
	diag_hint(in->diags, "%s:%d includes it; write <part xmlns=\"%s\">", include->place.file,
		  include->place.line, include->space);
	return false;
}

static void nodes_count(Including *in, const Node *node)
{
	in->elements += node->kind == NODE_ELEMENT;
	in->bytes += node->kind == NODE_TEXT ? strlen(node->text) : 0;
	for (const Node *child = node->first; child; child = child->next)
		nodes_count(in, child);
}

/* What is too much for one file is too much for all that are included. */
static bool is_too_much(Including *in, const Node *part, const Attr *href)
{
	in->files++;
	nodes_count(in, part);
	in->full = in->elements > XML_PARTS || in->bytes > XML_LIMIT;
	if (!in->full)
		return false;
	diag_error(in->diags, href->value_place, DIAG_LAYOUT,
		   "with this file more than %d %s are included",
		   in->bytes > XML_LIMIT ? XML_LIMIT : XML_PARTS,
		   in->bytes > XML_LIMIT ? "bytes of text" : "elements");
	diag_hint(in->diags, "take this include out: no page shows so much");
	return true;
}

static void includes_follow(Including *in, const Chain *chain, Node *parent);

/* The root of the file, its own includes followed; NULL when there is none to be had, which is told. */
static Node *part_read(Including *in, const Chain *chain, const Node *include)
{
	const Attr *href = include_href(in, include);
	const char *path = href ? file_beside(in->a, href->place.file, href->value) : NULL;
	if (!path || !chain_goes_on(in, chain, href, path))
		return NULL;
	Source source = {path, chain->source->root, href->value_place};
	const Node *root = xml_read(in->a, &source, list_add(in->read), in->diags);
	if (!root || is_too_much(in, root, href) || !is_part(in, root, include))
		return NULL;
	/* The tree was read here, so it may still be changed. */
	Node *part = node_own(root);
	includes_follow(in, &(Chain){&source, chain}, part);
	return part;
}

static void siblings_add(Tree *tree, const Node *first)
{
	while (first) {
		Node *node = node_own(first);
		first = first->next;
		tree_add(tree, node);
	}
}

/* Whose includes are followed. */
typedef struct Following {
	Including *in;
	const Chain *chain;
} Following;

static void include_put(const void *who, Tree *anew, Node *here)
{
	const Following *f = who;
	if (here->kind == NODE_ELEMENT && str_equal(here->name, "include")) {
		const Node *part = part_read(f->in, f->chain, here);
		siblings_add(anew, part ? part->first : NULL);
		return;
	}
	if (here->kind == NODE_ELEMENT)
		includes_follow(f->in, f->chain, here);
	tree_add(anew, here);
}

static void includes_follow(Including *in, const Chain *chain, Node *parent)
{
	tree_renew(parent, include_put, &(Following){in, chain});
}

void layout_include(Arena *a, const Source *source, const Node *root, List *files, Diags *diags)
{
	Including in = {.a = a, .read = files, .diags = diags};
	includes_follow(&in, &(Chain){source, NULL}, node_own(root));
}
