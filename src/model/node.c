/* SPDX-License-Identifier: MIT */
#include "model/node.h"

#include "base/str.h"

#include <string.h>

const Attr *node_attr(const Node *node, const char *name)
{
	for (int i = 0; node && i < node->attr_count; i++)
		if (strcmp(node->attrs[i].name, name) == 0)
			return &node->attrs[i];
	return NULL;
}

const char *node_value(const Node *node, const char *name)
{
	const Attr *attr = node_attr(node, name);
	return attr ? attr->value : NULL;
}

/* The first of `node` and its later siblings that is an element called `name`. */
static const Node *node_among(const Node *node, const char *name)
{
	while (node && !(node->kind == NODE_ELEMENT && strcmp(node->name, name) == 0))
		node = node->next;
	return node;
}

const Node *node_child(const Node *node, const char *name)
{
	return node ? node_among(node->first, name) : NULL;
}

const Node *node_next(const Node *node, const char *name)
{
	return node ? node_among(node->next, name) : NULL;
}

static void text_collect(StrBuf *buf, const Node *node)
{
	if (node->kind == NODE_TEXT)
		strbuf_add(buf, node->text);
	for (const Node *child = node->first; child; child = child->next)
		text_collect(buf, child);
}

const char *node_text(Arena *a, const Node *node)
{
	if (node->kind == NODE_TEXT)
		return node->text;
	if (node->first && !node->first->next && node->first->kind == NODE_TEXT)
		return node->first->text;
	StrBuf buf = {.arena = a};
	text_collect(&buf, node);
	return strbuf_text(&buf);
}

/* Moves `place` to the first character of `text` that is not white space; false when all is. */
static bool place_over_space(Place *place, const char *text)
{
	for (; str_is_space(*text); text++) {
		bool ends = *text == '\n';
		place->line += ends;
		place->column = ends ? 1 : place->column + 1;
	}
	return *text != '\0';
}

static bool text_place_find(const Node *node, Place *place)
{
	if (node->kind == NODE_TEXT) {
		*place = node->place;
		return place_over_space(place, node->text);
	}
	for (const Node *child = node->first; child; child = child->next)
		if (text_place_find(child, place))
			return true;
	return false;
}

Place node_text_place(const Node *node)
{
	Place place;
	return text_place_find(node, &place) ? place : node->place;
}

const char *node_language(const Node *node)
{
	for (; node; node = node->parent) {
		const char *language = node_value(node, "xml:lang");
		if (language)
			return language;
	}
	return NULL;
}
