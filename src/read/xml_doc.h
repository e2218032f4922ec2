/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * xml_doc.h: our trees as libxml2 wants them, for its validator and its XPath.
 *
 * A copy is made once a record and serves schema and rules alike. Each element
 * of the copy points back to ours, which knows its place.
 */
#include "model/node.h"

#include <libxml/tree.h>

/* `made` itself; dies when it is NULL, for want of memory. */
void *xml_have(void *made);

static inline const xmlChar *xml_chars(const char *s)
{
	return (const xmlChar *)s;
}

/* The copy of the tree under `root`; xmlFreeDoc gives it back. */
xmlDocPtr xml_doc_new(const Node *root);
/* One to add to. */
xmlDocPtr xml_doc_empty(void);
/* Adds a copy of `from` as the last child of `parent`; as the root when that is NULL. */
xmlNodePtr xml_doc_add(xmlDocPtr doc, xmlNodePtr parent, const Node *from);
/* The element of ours that a node of a copy is, or stands in; NULL for what has none. */
const Node *xml_doc_node(const xmlNode *node);
