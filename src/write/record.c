/* SPDX-License-Identifier: MIT */
#include "write/record.h"

#include "write/escape.h"

#include <string.h>

static void attr_add(StrBuf *to, const char *name, const char *value)
{
	strbuf_add(to, " ");
	strbuf_add(to, name);
	strbuf_add(to, "=\"");
	escape_put(to, value, true);
	strbuf_add(to, "\"");
}

static void tag_add(StrBuf *to, const Node *node)
{
	strbuf_add(to, "<");
	strbuf_add(to, node->name);
	if (!str_equal(node->space, node->parent ? node->parent->space : ""))
		attr_add(to, "xmlns", node->space);
	for (int i = 0; i < node->attr_count; i++)
		attr_add(to, node->attrs[i].name, node->attrs[i].value);
	strbuf_add(to, node->first ? ">" : "/>");
}

static bool holds_text(const Node *node)
{
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_TEXT)
			return true;
	return false;
}

static void line_begin(StrBuf *to, int depth)
{
	strbuf_add(to, "\n");
	for (; depth > 0; depth--)
		strbuf_add(to, "  ");
}

/* `inside` a text nothing may begin a new line: white space would be added to its words. */
static void node_add(StrBuf *to, const Node *node, int depth, bool inside)
{
	if (node->kind == NODE_TEXT) {
		escape_put(to, node->text, false);
		return;
	}
	bool line = inside || holds_text(node);
	tag_add(to, node);
	for (const Node *child = node->first; child; child = child->next) {
		if (!line)
			line_begin(to, depth + 1);
		node_add(to, child, depth + 1, line);
	}
	if (!line && node->first)
		line_begin(to, depth);
	if (!node->first)
		return;
	strbuf_add(to, "</");
	strbuf_add(to, node->name);
	strbuf_add(to, ">");
}

/* No two hyphens may stand side by side in a comment. */
static void note_add(StrBuf *to, const char *note)
{
	for (char before = '\0'; *note; before = *note++) {
		unsigned char c = (unsigned char)*note;
		if (c == '-' && before == '-')
			strbuf_add(to, " ");
		strbuf_add_n(to, c < ' ' || c == 0x7f ? "?" : note, 1);
	}
}

void record_write_head(StrBuf *to, const char *note)
{
	size_t length = strlen(note);
	strbuf_add(to, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- ");
	note_add(to, str_is_utf8(note, length) ? note : "?");
	strbuf_add(to, " -->\n");
}

void record_write(StrBuf *to, const Node *root, const char *note)
{
	record_write_head(to, note);
	node_add(to, root, 0, false);
	strbuf_add(to, "\n");
}
