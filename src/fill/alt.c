/* SPDX-License-Identifier: MIT */
#include "fill/alt.h"

#include "base/str.h"
#include "fill/message.h"
#include "fill/rounding.h"

enum { ALT_ATTRS = 8 };

Node *alt_node(Arena *a, const char *name, Place place)
{
	Node *node = ARENA_NEW(a, Node);
	node->kind = NODE_ELEMENT;
	node->name = name;
	node->space = "";
	node->place = place;
	node->attrs = ARENA_ARRAY(a, ALT_ATTRS, Attr);
	return node;
}

void alt_attr(Arena *a, Node *node, const char *name, const char *value)
{
	if (!value || !*value)
		return;
	if (node->attr_count == ALT_ATTRS)
		die("more than %d attributes for a figure's text", ALT_ATTRS);
	Attr *attrs = ARENA_ARRAY(a, ALT_ATTRS, Attr);
	for (int i = 0; i < node->attr_count; i++)
		attrs[i] = node->attrs[i];
	attrs[node->attr_count++] = (Attr){name, value, node->place, node->place};
	node->attrs = attrs;
}

void alt_datum(Speaker *speaker, Node *node, const char *name, const Datum *datum)
{
	Datum printed = *datum;
	rounding_print(speaker, &printed);
	alt_attr(speaker->arena, node, name, printed.text);
}

Node *alt_child(Arena *a, Node *node, Node *last, const char *name)
{
	Node *kid = alt_node(a, name, node->place);
	kid->parent = node;
	if (last)
		last->next = kid;
	else
		node->first = kid;
	return kid;
}

/* A small element stands in no file. */
static bool is_small(const Basis *basis, const Node *node)
{
	const Node *root = basis && basis->count > 0 ? basis->facts[0].node : NULL;
	while (root && root->parent)
		root = root->parent;
	return root == node;
}

static Words words_without(Arena *a, Words words, const Node *node)
{
	Origin *origins = ARENA_ARRAY(a, words.origin_count, Origin);
	for (int i = 0; i < words.origin_count; i++) {
		origins[i] = words.origins[i];
		if (is_small(origins[i].basis, node))
			origins[i].basis = NULL;
	}
	words.origins = origins;
	return words;
}

Words alt_say(Speaker *speaker, const Pattern *text, const Style *style, const Node *node)
{
	Standing at = {node, speaker->saying->edition->root,
		       1,    NULL,
		       NULL, speaker->top ? speaker->top->history : NULL};
	return words_without(speaker->arena, message_say(speaker, text, style, &at), node);
}

Words alt_say_plain(Speaker *speaker, const Pattern *text, const Style *style, const Node *node)
{
	Words words = alt_say(speaker, text, style, node);
	Origin *origins = ARENA_ARRAY(speaker->arena, words.origin_count, Origin);
	for (int i = 0; i < words.origin_count; i++) {
		origins[i] = words.origins[i];
		origins[i].path = NULL;
		origins[i].data = (Place){0};
		origins[i].basis = NULL;
	}
	words.origins = origins;
	return words;
}

static const Pattern *common_find(Speaker *speaker, const Element *element, const char *id)
{
	const Pattern *text = layout_common(speaker->saying->layout, id);
	if (text)
		return text;
	Diags *diags = speaker_trouble(speaker);
	diag_error(diags, element->place, DIAG_LAYOUT, "<%s> needs the common text \"%s\"",
		   element->name, id);
	diag_hint(diags, "add <text id=\"%s\">…</text> to the words that the layout includes", id);
	return NULL;
}

const char *alt_text(Speaker *speaker, const Element *element, const Node *node)
{
	if (element->decor.artifact)
		return NULL;
	const Pattern *text = element->alt;
	if (!text)
		text =
		    common_find(speaker, element, str_format(speaker->arena, "%s-alt", node->name));
	return alt_say(speaker, text, NULL, node).text;
}

Words alt_common(Speaker *speaker, const Element *element, const char *id, const Style *style,
		 const Node *node)
{
	return alt_say(speaker, common_find(speaker, element, id), style, node);
}

const char *alt_written(Speaker *speaker, const Element *element, const Standing *at)
{
	if (element->decor.artifact || !element->alt)
		return NULL;
	return message_say(speaker, element->alt, NULL, at).text;
}
