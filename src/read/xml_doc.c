/* SPDX-License-Identifier: MIT */
#include "read/xml_doc.h"

#include "base/str.h"

void *xml_have(void *made)
{
	if (made == NULL)
		die("out of memory");
	return made;
}

static xmlNsPtr space_find(xmlDocPtr doc, xmlNodePtr node, const char *space)
{
	if (space[0] == '\0')
		return NULL;
	bool inside = node->parent && node->parent->type == XML_ELEMENT_NODE;
	xmlNsPtr above = inside ? node->parent->ns : NULL;
	if (above && xmlStrEqual(above->href, xml_chars(space)))
		return above;
	xmlNsPtr found = xmlSearchNsByHref(doc, node, xml_chars(space));
	return found ? found : xml_have(xmlNewNs(node, xml_chars(space), NULL));
}

/* Names are kept once a document: there are many nodes and few names. */
static xmlChar *name_keep(xmlDocPtr doc, const char *name)
{
	const xmlChar *kept = xmlDictLookup(doc->dict, xml_chars(name), -1);
	return xml_have((xmlChar *)(uintptr_t)kept);
}

static void attrs_copy(xmlDocPtr doc, xmlNodePtr to, const Node *from)
{
	for (int i = 0; i < from->attr_count; i++) {
		const char *name = from->attrs[i].name;
		const char *value = from->attrs[i].value;
		xmlNsPtr space = NULL;
		if (str_starts(name, "xml:")) {
			space = xmlSearchNsByHref(doc, to, XML_XML_NAMESPACE);
			name += 4;
		}
		xml_have(xmlNewNsPropEatName(to, space, name_keep(doc, name), xml_chars(value)));
	}
}

static void text_add(xmlDocPtr doc, xmlNodePtr parent, const char *text)
{
	xml_have(xmlAddChild(parent, xml_have(xmlNewDocText(doc, xml_chars(text)))));
}

/* A run of texts as one: added one by one, libxml2 would join them in time that grows with their
 * square. Gives back what stands behind them. */
static const Node *texts_copy(xmlDocPtr doc, xmlNodePtr parent, const Node *from)
{
	if (from->next == NULL || from->next->kind != NODE_TEXT) {
		text_add(doc, parent, from->text);
		return from->next;
	}
	Arena *scratch = arena_new();
	StrBuf text = {.arena = scratch};
	for (; from && from->kind == NODE_TEXT; from = from->next)
		strbuf_add(&text, from->text);
	text_add(doc, parent, strbuf_text(&text));
	arena_free(scratch);
	return from;
}

xmlNodePtr xml_doc_add(xmlDocPtr doc, xmlNodePtr parent, const Node *from)
{
	xmlNodePtr to = xml_have(xmlNewDocNodeEatName(doc, NULL, name_keep(doc, from->name), NULL));
	to->_private = (void *)(uintptr_t)from;
	if (parent)
		xmlAddChild(parent, to);
	else
		xmlDocSetRootElement(doc, to);
	xmlSetNs(to, space_find(doc, to, from->space));
	attrs_copy(doc, to, from);
	for (const Node *child = from->first; child;) {
		if (child->kind == NODE_TEXT) {
			child = texts_copy(doc, to, child);
			continue;
		}
		xml_doc_add(doc, to, child);
		child = child->next;
	}
	return to;
}

xmlDocPtr xml_doc_empty(void)
{
	xmlDocPtr doc = xml_have(xmlNewDoc(xml_chars("1.0")));
	doc->dict = xml_have(xmlDictCreate());
	return doc;
}

xmlDocPtr xml_doc_new(const Node *root)
{
	xmlDocPtr doc = xml_doc_empty();
	xml_doc_add(doc, NULL, root);
	return doc;
}

const Node *xml_doc_node(const xmlNode *node)
{
	while (node && node->type != XML_ELEMENT_NODE)
		node = node->parent;
	return node ? node->_private : NULL;
}
