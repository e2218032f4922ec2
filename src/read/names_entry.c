/* SPDX-License-Identifier: MIT */
#include "read/names_parts.h"

#include "base/str.h"
#include "read/place.h"
#include "read/tag.h"

#include <string.h>

static bool is_told(const NamesReading *r, Place place)
{
	return diags_have_at(r->diags, r->from, r->to, place);
}

static void tell_attr(const NamesReading *r, const Attr *attr, const char *known)
{
	if (is_told(r, attr->place))
		return;
	diag_error(r->diags, attr->place, DIAG_FORM, "there is no attribute \"%s\" here",
		   attr->name);
	diag_hint(r->diags, "known here: %s", known);
}

static void word_form_check(const NamesReading *r, const Node *word)
{
	for (int i = 0; i < word->attr_count; i++) {
		const Attr *attr = &word->attrs[i];
		if (strcmp(attr->name, "xml:lang") != 0)
			tell_attr(r, attr, "xml:lang");
		else if (!tag_is_language(attr->value) && !is_told(r, attr->value_place))
			diag_error(r->diags, attr->value_place, DIAG_FORM,
				   "\"%.60s\" is no language", attr->value);
	}
	for (const Node *child = word->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT && !is_told(r, child->place))
			diag_error(r->diags, child->place, DIAG_FORM,
				   "<%s> holds words only, so there is no element \"%s\" here",
				   word->name, child->name);
	if (str_fold(r->a, node_text(r->a, word))[0] == '\0' && !is_told(r, word->place)) {
		diag_error(r->diags, word->place, DIAG_DATA, "<%s> is empty", word->name);
		diag_hint(r->diags, "write the word, or take <%s> out", word->name);
	}
}

static void word_twin_check(const NamesReading *r, const Node *entry, const Node *word)
{
	const char *lang = node_value(word, "xml:lang");
	for (const Node *twin = node_next(word, word->name); twin;
	     twin = node_next(twin, word->name))
		if (str_equal(lang, node_value(twin, "xml:lang"))) {
			diag_error(r->diags, twin->place, DIAG_DATA,
				   "<%s> stands twice in this <%s>%s%s", word->name, entry->name,
				   lang ? " for the language " : "", lang ? lang : "");
			break;
		}
}

static void word_check(const NamesReading *r, const Node *entry, const Node *word)
{
	word_form_check(r, word);
	word_twin_check(r, entry, word);
}

static void key_check(const NamesReading *r, const Node *node, const Attr *key)
{
	for (int i = 0; i < node->attr_count; i++) {
		const char *name = node->attrs[i].name;
		if (strcmp(name, "code") != 0 && strcmp(name, "id") != 0)
			tell_attr(r, &node->attrs[i], "code, id");
	}
	if (key == NULL) {
		if (is_told(r, node->place))
			return;
		diag_error(r->diags, node->place, DIAG_FORM, "<%s> lacks its key", node->name);
		diag_hint(r->diags,
			  "write <%s code=\"…\"> for a code that data files use, <%s id=\"…\"> "
			  "for a word",
			  node->name, node->name);
	} else if (str_fold(r->a, key->value)[0] == '\0' && !is_told(r, key->place)) {
		diag_error(r->diags, key->place, DIAG_FORM, "the attribute \"%s\" is empty",
			   key->name);
	}
}

void names_no_text(const NamesReading *r, const Node *text)
{
	if (text->text[strspn(text->text, " \t\r\n")] && !is_told(r, place_of_word(text)))
		diag_error(r->diags, place_of_word(text), DIAG_FORM, "there may be no text in <%s>",
			   text->parent->name);
}

enum { WORDS_MOST = 1000 };

static void words_check(const NamesReading *r, const Node *node)
{
	int count = 0;
	for (const Node *word = node->first; word; word = word->next) {
		if (word->kind == NODE_TEXT)
			names_no_text(r, word);
		if (word->kind == NODE_ELEMENT && ++count <= WORDS_MOST)
			word_check(r, node, word);
	}
	if (count == 0 && !is_told(r, node->place)) {
		diag_error(r->diags, node->place, DIAG_DATA, "<%s> has no words", node->name);
		diag_hint(r->diags, "add <name>…</name>");
	}
	if (count > WORDS_MOST)
		diag_error(r->diags, node->place, DIAG_FORM, "<%s> has more than %d words",
			   node->name, WORDS_MOST);
}

void names_entry_read(const NamesReading *r, const Node *node, List *entries)
{
	const Attr *code = node_attr(node, "code"), *id = node_attr(node, "id");
	const Attr *key = code ? code : id;
	if (strcmp(node->space, NAMES_SPACE) != 0) {
		if (is_told(r, node->place))
			return;
		diag_error(r->diags, node->place, DIAG_FORM, "<%s> is not of the language of names",
			   node->name);
		diag_hint(r->diags, "its namespace should be \"%s\"", NAMES_SPACE);
		return;
	}
	key_check(r, node, key);
	words_check(r, node);
	if (key)
		*(NameEntry *)list_add(entries) =
		    names_entry(r->a, node, str_fold(r->a, key->value), code != NULL);
}
