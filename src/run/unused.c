/* SPDX-License-Identifier: MIT */
#include "run/unused.h"

#include "base/lang.h"
#include "base/str.h"

typedef struct Search {
	const Seen *seen;
	const char *const *languages;
	const Node *root;
	Diags *diags;
} Search;

static bool serves_desk(const Search *s, const Node *node, const Attr *attr)
{
	static const char *const names[] = {"source", "xml:lang", "xml:space", NULL};
	for (int i = 0; names[i]; i++)
		if (str_equal(attr->name, names[i]))
			return true;
	return node == s->root && str_equal(attr->name, "id");
}

/* "zh" is asked for with "zh-Hant", too. */
static bool is_asked_for(const Search *s, const char *language)
{
	for (const char *const *asked = s->languages; *asked; asked++)
		if (lang_alike(*asked, language))
			return true;
	return false;
}

static void tell_attr(const Search *s, const Node *node, const Attr *attr)
{
	diag_warning(s->diags, attr->place, DIAG_DATA,
		     "nothing in the layout looks at \"%s\" of <%s>", attr->name, node->name);
	diag_hint(s->diags, "show it, or leave it out of the record");
}

static void tell_text(const Search *s, const Node *node, const Node *text)
{
	diag_warning(s->diags, text->place, DIAG_DATA,
		     "nothing in the layout looks at the text of <%s>", node->name);
	diag_hint(s->diags, "show it, or leave it out of the record");
}

static bool is_blank(const char *text)
{
	while (str_is_space(*text))
		text++;
	return *text == '\0';
}

/* The first text of its own that says something; NULL: it has none. */
static const Node *own_text(const Node *node)
{
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_TEXT && !is_blank(child->text))
			return child;
	return NULL;
}

static void node_search(const Search *s, const Node *node)
{
	const char *language = node_value(node, "xml:lang");
	const Node *text = own_text(node);
	if (language && !is_asked_for(s, language))
		return;
	for (int i = 0; i < node->attr_count; i++) {
		const Attr *attr = &node->attrs[i];
		if (!serves_desk(s, node, attr) && !seen_has_attr(s->seen, attr))
			tell_attr(s, node, attr);
	}
	if (text && !seen_has_text(s->seen, node))
		tell_text(s, node, text);
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT)
			node_search(s, child);
}

void unused_tell(const Record *record, const Seen *seen, const char *const *languages, Diags *diags)
{
	Search search = {seen, languages, record->root, diags};
	node_search(&search, record->root);
}
