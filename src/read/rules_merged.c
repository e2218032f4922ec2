/* SPDX-License-Identifier: MIT */
#include "read/rules_parts.h"

#include <libxml/xpath.h>

static const char merged_space[] = "urn:clusterpress:merged:1";

/* An element of the merged document's own; it stands where the header does. */
static xmlNodePtr frame_add(xmlDocPtr doc, xmlNodePtr parent, const char *name,
			    const Merged *merged)
{
	xmlNodePtr frame = xml_have(xmlNewDocNode(doc, NULL, xml_chars(name), NULL));
	if (parent)
		xmlAddChild(parent, frame);
	else
		xmlDocSetRootElement(doc, frame);
	xmlSetNs(frame, parent
			    ? parent->ns
			    : xml_have(xmlNewNs(frame, xml_chars(merged_space), xml_chars("m"))));
	frame->_private = (void *)(uintptr_t)merged->edition;
	return frame;
}

static void records_add(xmlDocPtr doc, xmlNodePtr parent, const Merged *merged)
{
	for (int i = 0; i < merged->record_count; i++)
		xml_doc_add(doc, parent, merged->records[i]);
}

xmlDocPtr merged_doc(const Merged *merged)
{
	xmlDocPtr doc = xml_doc_empty();
	xmlNodePtr root = frame_add(doc, NULL, "merged", merged);
	xml_doc_add(doc, root, merged->edition);
	if (merged->names)
		xml_doc_add(doc, root, merged->names);
	records_add(doc, frame_add(doc, root, "records", merged), merged);
	if (merged->before) {
		xmlNodePtr history = frame_add(doc, root, "history", merged->before);
		xml_doc_add(doc, history, merged->before->edition);
		records_add(doc, history, merged->before);
	}
	xmlXPathOrderDocElems(doc);
	return doc;
}
