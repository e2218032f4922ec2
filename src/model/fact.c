/* SPDX-License-Identifier: MIT */
#include "model/fact.h"

#include "base/str.h"

#include <string.h>

const Basis *basis_of(Arena *a, const Node *node, const Attr *attr)
{
	Fact *fact = ARENA_NEW(a, Fact);
	Basis *basis = ARENA_NEW(a, Basis);
	*fact = (Fact){node, attr};
	*basis = (Basis){.facts = fact, .count = 1, .all = 1};
	return basis;
}

const Basis *basis_made(Arena *a, const Basis *basis, Making making)
{
	if (!basis)
		return NULL;
	Basis *made = ARENA_NEW(a, Basis);
	*made = *basis;
	made->making = making;
	return made;
}

const Basis *basis_named(Arena *a, const Basis *basis, const Node *word)
{
	if (!basis || !word)
		return basis;
	Basis *named = ARENA_NEW(a, Basis);
	*named = *basis;
	named->word = word;
	return named;
}

const Basis *basis_together(Arena *a, const Basis *one, const Basis *other)
{
	if (!one || !other)
		return one ? one : other;
	Fact *facts = ARENA_ARRAY(a, one->count + other->count, Fact);
	Basis *both = ARENA_NEW(a, Basis);
	for (int i = 0; i < one->count; i++)
		facts[i] = one->facts[i];
	for (int i = 0; i < other->count; i++)
		facts[one->count + i] = other->facts[i];
	*both =
	    (Basis){facts, one->count + other->count, one->all + other->all, MADE_TOGETHER, NULL};
	return both;
}

const char *making_name(Making making)
{
	static const char *const names[MAKINGS] = {
	    [MADE_ROUNDED] = "rounded",   [MADE_SHARE] = "share", [MADE_COUNT] = "count",
	    [MADE_POSITION] = "position", [MADE_RANK] = "rank",   [MADE_TOGETHER] = "together",
	};
	return names[making];
}

Place fact_place(const Fact *fact)
{
	return fact->attr ? fact->attr->place : node_text_place(fact->node);
}

const char *fact_value(Arena *a, const Fact *fact)
{
	return fact->attr ? fact->attr->value : node_text(a, fact->node);
}

/* Whether the step to `node` selects its sibling too: a name without prefix is one without namespace. */
static bool is_like(const Node *node, const Node *sibling)
{
	return sibling->kind == NODE_ELEMENT && str_equal(sibling->name, node->name) &&
	       (*node->space || !*sibling->space);
}

static void add_name(StrBuf *path, const Node *node)
{
	strbuf_format(path, *node->space ? "/*[local-name()='%s']" : "/%s", node->name);
}

/* "/part[2]": the number only where there are several. Trees may be put together of several files: those beside
 * it in its own file count. */
static void add_step(StrBuf *path, const Node *node)
{
	int before = 0, all = 0;
	for (const Node *kid = node->parent ? node->parent->first : node; kid; kid = kid->next) {
		if (!is_like(node, kid) || !str_equal(kid->place.file, node->place.file))
			continue;
		all++;
		if (kid == node)
			before = all;
	}
	add_name(path, node);
	if (all > 1)
		strbuf_format(path, "[%d]", before);
}

/* What is above the root of its file, as the history is above former records, is not in it. */
static void add_steps(StrBuf *path, const Node *node)
{
	bool is_root = !node->parent || !str_equal(node->parent->place.file, node->place.file);
	if (is_root) {
		add_name(path, node);
		return;
	}
	add_steps(path, node->parent);
	add_step(path, node);
}

const char *fact_path(Arena *a, const Fact *fact)
{
	StrBuf path = {.arena = a};
	add_steps(&path, fact->node);
	if (fact->attr)
		strbuf_format(&path, "/@%s", fact->attr->name);
	return strbuf_text(&path);
}

/* A string literal: XPath has no escapes, so one with both kinds of quotes is put together. */
static void add_literal(StrBuf *path, const char *text)
{
	if (!strchr(text, '\'')) {
		strbuf_format(path, "'%s'", text);
		return;
	}
	strbuf_add(path, "concat(''");
	while (*text) {
		size_t length = *text == '\'' ? strspn(text, "'") : strcspn(text, "'");
		const char *quote = *text == '\'' ? "\"" : "'";
		strbuf_format(path, ", %s%.*s%s", quote, (int)length, text, quote);
		text += length;
	}
	strbuf_add(path, ")");
}

const char *word_path(Arena *a, const Node *word)
{
	StrBuf path = {.arena = a};
	const Node *entry = word->parent;
	const char *key = node_attr(entry, "code") ? "code" : "id";
	strbuf_add(&path, "/*");
	add_name(&path, entry);
	strbuf_format(&path, "[normalize-space(@%s)=", key);
	add_literal(&path, str_fold(a, node_value(entry, key) ? node_value(entry, key) : ""));
	strbuf_add(&path, "]");
	add_step(&path, word);
	return strbuf_text(&path);
}
