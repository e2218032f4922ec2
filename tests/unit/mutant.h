/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * mutant.h: a tree written anew, spoiled at one element or attribute.
 *
 * An element a line, so that a line says which one a fault was told of; with the
 * lines where it may be told: that of what was spoiled, and, when it is an element,
 * of its parent and siblings.
 */
#include "base/str.h"
#include "model/node.h"

#include <string.h>

typedef enum Change {
	/* of an element */
	REMOVED,
	DOUBLED,
	EMPTIED,         /* nothing is left but its name */
	CONTENT_EMPTIED, /* its attributes stay */
	TEXT_ADDED,
	TEXT_CHANGED, /* its words become another kind of thing */
	ELEMENT_ADDED,
	RENAMED,
	MOVED_FIRST,
	MOVED_LAST,
	OTHER_SPACE,
	/* of an attribute */
	ATTR_REMOVED,
	ATTR_DOUBLED,
	ATTR_EMPTIED,
	ATTR_BLANK,
	ATTR_WORD,
	ATTR_HUGE,
	ATTR_NEGATIVE,
	ATTR_SLIP,
	ATTR_SPACED,
	ATTR_RENAMED,
	CHANGES
} Change;

enum { FIRST_OF_ATTRS = ATTR_REMOVED };

static const char *const change_names[CHANGES] = {"removed",
						  "doubled",
						  "emptied",
						  "content emptied",
						  "text added",
						  "text changed",
						  "element added",
						  "renamed",
						  "moved first",
						  "moved last",
						  "other namespace",
						  "attribute removed",
						  "attribute doubled",
						  "attribute emptied",
						  "attribute blank",
						  "attribute a word",
						  "attribute huge",
						  "attribute negative",
						  "attribute with a slip",
						  "attribute spaced",
						  "attribute renamed"};

/* One way of spoiling one thing. */
typedef struct Mutant {
	Change change;
	const Node *node;
	const Attr *attr; /* NULL: the element */
} Mutant;

/* A mutant being written, an element a line. */
typedef struct Writing {
	Mutant mutant;
	StrBuf text;
	int line;
	int lines[100]; /* where a fault may be told */
	int line_count;
} Writing;

static void write_break(Writing *w)
{
	strbuf_add(&w->text, "\n");
	w->line++;
}

static bool is_near(const Writing *w, const Node *node)
{
	const Node *spoiled = w->mutant.node;
	if (node == spoiled || w->mutant.attr)
		return node == spoiled;
	return node == spoiled->parent || (node->parent == spoiled->parent && node->parent);
}

static const char *value_of(const Writing *w, const Attr *attr)
{
	Arena *a = w->text.arena;
	switch (w->mutant.attr == attr ? w->mutant.change : CHANGES) {
	case ATTR_EMPTIED:
		return "";
	case ATTR_BLANK:
		return "  ";
	case ATTR_WORD:
		return "some?";
	case ATTR_HUGE:
		return "99999999999999999999";
	case ATTR_NEGATIVE:
		return "-1";
	case ATTR_SLIP:
		return str_format(a, "%s%c", attr->value, attr->value[strlen(attr->value) - 1]);
	case ATTR_SPACED:
		return str_format(a, " %s ", attr->value);
	default:
		return attr->value;
	}
}

/* "ranks" becomes "rankss". */
static const char *slip_of(const Writing *w, const char *name)
{
	return str_format(w->text.arena, "%s%c", name, name[strlen(name) - 1]);
}

static void write_attr(Writing *w, const Attr *attr)
{
	bool spoiled = w->mutant.attr == attr;
	if (spoiled && w->mutant.change == ATTR_REMOVED)
		return;
	bool renamed = spoiled && w->mutant.change == ATTR_RENAMED;
	int times = spoiled && w->mutant.change == ATTR_DOUBLED ? 2 : 1;
	for (int i = 0; i < times; i++)
		strbuf_format(&w->text, " %s=\"%s\"", renamed ? slip_of(w, attr->name) : attr->name,
			      value_of(w, attr));
}

static bool has_elements(const Node *node)
{
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT)
			return true;
	return false;
}

static void write_node(Writing *w, const Node *node);

static bool is_moved(const Writing *w, const Node *child, Change where)
{
	return w->mutant.node == child && !w->mutant.attr && w->mutant.change == where;
}

/* The children in their order, but for one that was moved. */
static void write_children(Writing *w, const Node *node)
{
	for (const Node *child = node->first; child; child = child->next)
		if (is_moved(w, child, MOVED_FIRST))
			write_node(w, child);
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT && !is_moved(w, child, MOVED_FIRST) &&
		    !is_moved(w, child, MOVED_LAST))
			write_node(w, child);
	for (const Node *child = node->first; child; child = child->next)
		if (is_moved(w, child, MOVED_LAST))
			write_node(w, child);
}

static void write_content(Writing *w, const Node *node, Change change)
{
	strbuf_add(&w->text, change == TEXT_ADDED ? "stray" : "");
	strbuf_add(&w->text, change == ELEMENT_ADDED ? "<stray/>" : "");
	if (has_elements(node)) {
		write_break(w);
		write_children(w, node);
	} else if (change == TEXT_CHANGED) {
		strbuf_add(&w->text, "7?");
	} else {
		strbuf_add(&w->text, node_text(w->text.arena, node));
	}
}

static void write_once(Writing *w, const Node *node, Change change)
{
	const char *name = change == RENAMED ? slip_of(w, node->name) : node->name;
	bool empty = change == EMPTIED || change == CONTENT_EMPTIED;
	if (is_near(w, node))
		w->lines[w->line_count++] = w->line;
	strbuf_format(&w->text, "<%s", name);
	if (change == OTHER_SPACE)
		strbuf_add(&w->text, " xmlns=\"urn:other\"");
	else if (node->parent == NULL)
		strbuf_format(&w->text, " xmlns=\"%s\"", node->space);
	for (int i = 0; i < node->attr_count && change != EMPTIED; i++)
		write_attr(w, &node->attrs[i]);
	strbuf_add(&w->text, ">");
	if (!empty)
		write_content(w, node, change);
	strbuf_format(&w->text, "</%s>", name);
	write_break(w);
}

static void write_node(Writing *w, const Node *node)
{
	bool spoiled = w->mutant.node == node && !w->mutant.attr;
	Change change = spoiled ? w->mutant.change : CHANGES;
	if (change != REMOVED)
		write_once(w, node, change);
	if (change == DOUBLED)
		write_once(w, node, CHANGES);
}

/* The root cannot be removed, doubled or moved; words can be added only where there are none. */
static bool is_change_of(const Node *node, Change change)
{
	bool of_siblings =
	    change == REMOVED || change == DOUBLED || change == MOVED_FIRST || change == MOVED_LAST;
	bool words = node->first && !has_elements(node);
	if (change == TEXT_ADDED || change == TEXT_CHANGED)
		return words == (change == TEXT_CHANGED);
	return node->parent || !of_siblings;
}
