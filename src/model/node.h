/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * node.h: what an XML file says, with the place of each part.
 *
 * The tree a file was read into: elements, their attributes and their text, and
 * nothing else (comments and processing instructions are gone). Made by
 * read/xml.c, const from then on. Knows nothing of records or layouts.
 */
#include "base/diag.h"

typedef struct Attr {
	const char *name; /* local name; "xml:lang" and "xml:space" with their prefix */
	const char *value;
	Place place;       /* of the name's first letter */
	Place value_place; /* of the value's first character */
} Attr;

typedef enum NodeKind { NODE_ELEMENT, NODE_TEXT } NodeKind;

typedef struct Node Node;
struct Node {
	NodeKind kind;
	const char *name;  /* local name of an element, NULL for text */
	const char *space; /* namespace of an element, "" when it has none */
	/* Of a text node, as written (references resolved). It stands in one piece in the file:
	 * a comment or a reference begins another, so that places inside can be counted. */
	const char *text;
	Place place; /* of the element's "<", or of the first character of the text */
	const Attr *attrs;
	int attr_count;
	const Node *parent, *first, *next;
};

/* The attribute called `name`, or NULL. */
const Attr *node_attr(const Node *node, const char *name);
/* Its value, or NULL. */
const char *node_value(const Node *node, const char *name);
/* The first child element called `name`, or NULL. NULL for a NULL node. */
const Node *node_child(const Node *node, const char *name);
/* The next element after `node` called `name` among its siblings, or NULL. */
const Node *node_next(const Node *node, const char *name);
/* XPath's string-value of an element or text node: all the text inside it, as written. */
const char *node_text(Arena *a, const Node *node);
/* Place of the first character of the text inside an element that is not white space; its own
 * place where there is none. */
Place node_text_place(const Node *node);
/* The language that holds at `node`: its xml:lang or the nearest ancestor's, or NULL. */
const char *node_language(const Node *node);
