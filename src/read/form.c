/* SPDX-License-Identifier: MIT */
#include "read/form.h"

#include "base/list.h"
#include "base/str.h"
#include "read/place.h"

#include <string.h>

typedef struct Checking {
	Arena *a;
	const Language *language;
	const Guests *guests; /* or NULL */
	Diags *diags;
} Checking;

/* One word of a form's list, and the mark behind it. */
typedef struct Word {
	const char *text;
	char mark; /* one of "!?+~", or 0 */
} Word;

static bool word_next(Arena *a, const char **list, Word *out)
{
	while (**list == ' ')
		(*list)++;
	size_t length = strcspn(*list, " ");
	if (length == 0)
		return false;
	const char *from = *list;
	*list += length;
	bool marked = strchr("!?+~", from[length - 1]) != NULL;
	out->mark = marked ? from[length - 1] : '\0';
	out->text = str_copy_n(a, from, marked ? length - 1 : length);
	return true;
}

static bool word_find(const Checking *c, const char *list, const char *name, Word *out)
{
	while (word_next(c->a, &list, out))
		if (strcmp(out->text, name) == 0)
			return true;
	return false;
}

/* The words alone, for str_nearest. */
static const char *const *words_of(const Checking *c, const char *list)
{
	List words = list_new(c->a, sizeof(const char *));
	Word word;
	while (word_next(c->a, &list, &word))
		*(const char **)list_add(&words) = word.text;
	*(const char **)list_add(&words) = NULL;
	return words.items;
}

static bool names_form(const char *name, const char *parent, const Node *node)
{
	const char *slash = strchr(name, '/');
	if (slash == NULL)
		return parent == NULL && strcmp(name, node->name) == 0;
	return parent != NULL && strlen(parent) == (size_t)(slash - name) &&
	       strncmp(name, parent, strlen(parent)) == 0 && strcmp(slash + 1, node->name) == 0;
}

static const Form *form_find(const Language *language, const Node *node)
{
	const char *parent = node->parent ? node->parent->name : NULL;
	const Form *plain = NULL;
	for (const Form *form = language->forms; form->name; form++) {
		if (parent && names_form(form->name, parent, node))
			return form;
		if (plain == NULL && names_form(form->name, NULL, node))
			plain = form;
	}
	return plain;
}

const char *const *form_words(Arena *a, const Language *language, const char *element, bool attrs)
{
	const Checking c = {a, language, NULL, NULL};
	for (const Form *form = language->forms; form->name; form++)
		if (strcmp(form->name, element) == 0)
			return words_of(&c, attrs ? form->attrs : form->children);
	return NULL;
}

bool form_allows(Arena *a, const Language *language, const Node *in, const char *name)
{
	const Checking c = {a, language, NULL, NULL};
	const Form *form = form_find(language, in);
	Word word;
	return form == NULL || word_find(&c, form->children, name, &word);
}

static void tell_unknown(const Checking *c, Place place, const char *kind, const char *name,
			 const char *list)
{
	const char *nearest = str_nearest(name, words_of(c, list));
	diag_error(c->diags, place, DIAG_FORM, "there is no %s \"%s\" here%s", kind, name,
		   str_guess(c->a, nearest));
	StrBuf known = {.arena = c->a};
	Word word;
	while (word_next(c->a, &list, &word))
		strbuf_format(&known, "%s%s", known.length ? ", " : "", word.text);
	if (known.length && !nearest)
		diag_hint(c->diags, "known here: %s", strbuf_text(&known));
}

static void tell_empty(const Checking *c, const Attr *attr)
{
	diag_error(c->diags, attr->place, DIAG_FORM, "the attribute \"%s\" is empty", attr->name);
	diag_hint(c->diags, "give it a value, or leave it out");
}

/* True when `name` is an unknown word that was likely meant to be `word`: one mistake, not two. */
static bool is_slip_of(const Checking *c, const char *name, const char *word, const char *list)
{
	Word known;
	return !word_find(c, list, name, &known) &&
	       str_equal(str_nearest(name, words_of(c, list)), word);
}

static bool attr_is_misspelt(const Checking *c, const Node *node, const Form *form,
			     const char *word)
{
	for (int i = 0; i < node->attr_count; i++)
		if (is_slip_of(c, node->attrs[i].name, word, form->attrs))
			return true;
	return false;
}

static bool child_is_misspelt(const Checking *c, const Node *node, const Form *form,
			      const char *word)
{
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT && is_slip_of(c, child->name, word, form->children))
			return true;
	return false;
}

static void check_attrs(const Checking *c, const Node *node, const Form *form)
{
	Word word;
	for (int i = 0; i < node->attr_count; i++) {
		const Attr *attr = &node->attrs[i];
		if (!word_find(c, form->attrs, attr->name, &word))
			tell_unknown(c, attr->place, "attribute", attr->name, form->attrs);
		else if (word.mark != '~' && attr->value[strspn(attr->value, " \t\r\n")] == '\0')
			tell_empty(c, attr);
	}
	const char *list = form->attrs;
	while (word_next(c->a, &list, &word))
		if (word.mark == '!' && node_attr(node, word.text) == NULL &&
		    !attr_is_misspelt(c, node, form, word.text)) {
			diag_error(c->diags, node->place, DIAG_FORM,
				   "<%s> lacks the attribute \"%s\"", node->name, word.text);
			diag_hint(c->diags, "write <%s %s=\"…\">", node->name, word.text);
		}
}

static void check_counts(const Checking *c, const Node *node, const Form *form)
{
	const char *list = form->children;
	Word word;
	while (word_next(c->a, &list, &word)) {
		const Node *first = node_child(node, word.text);
		if (first == NULL && (word.mark == '!' || word.mark == '+')) {
			if (child_is_misspelt(c, node, form, word.text))
				continue;
			diag_error(c->diags, node->place, DIAG_FORM, "<%s> lacks the element <%s>",
				   node->name, word.text);
			diag_hint(c->diags, "write <%s> inside it", word.text);
			continue;
		}
		const Node *second = first && (word.mark == '!' || word.mark == '?')
					 ? node_next(first, word.text)
					 : NULL;
		if (second)
			diag_error(c->diags, second->place, DIAG_FORM,
				   "<%s> may stand only once in <%s>; the first is at line %d",
				   word.text, node->name, first->place.line);
	}
}

static void check_words(const Checking *c, const Node *text)
{
	if (text->text[strspn(text->text, " \t\r\n")] == '\0')
		return;
	diag_error(c->diags, place_of_word(text), DIAG_FORM, "there may be no text in <%s>",
		   text->parent->name);
}

/* The language whose forms hold for an element: the guest's too for a guest in a wrong coat. */
static const Language *language_of(const Checking *c, const Node *node)
{
	const Language *const *guest = c->guests ? c->guests->languages : NULL;
	bool strange = guest && !form_find(c->language, node);
	for (; guest && *guest; guest++)
		if (strcmp(node->space, (*guest)->space) == 0 ||
		    (strange && form_find(*guest, node)))
			return *guest;
	return c->language;
}

static bool is_passed(const Checking *c, const Node *node)
{
	Word word;
	return c->guests && strcmp(node->space, c->language->space) == 0 &&
	       word_find(c, c->guests->passed, node->name, &word);
}

static void check_element(const Checking *c, const Node *node, const Form *form);

static void check_child(const Checking *c, const Node *child, const Form *form)
{
	const Language *language = language_of(c, child);
	const Form *known = form_find(language, child);
	Word word;
	if (is_passed(c, child))
		return;
	if (strcmp(child->space, language->space) != 0) {
		diag_error(c->diags, child->place, DIAG_FORM, "<%s> is not of the language of %s",
			   child->name, language->what);
		diag_hint(c->diags, "its namespace should be \"%s\"", language->space);
	} else if (!word_find(c, form->children, child->name, &word) || known == NULL) {
		tell_unknown(c, child->place, "element", child->name, form->children);
	} else {
		check_element(c, child, known);
	}
}

static void check_element(const Checking *c, const Node *node, const Form *form)
{
	check_attrs(c, node, form);
	check_counts(c, node, form);
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT)
			check_child(c, child, form);
		else if (!form->words)
			check_words(c, child);
}

bool form_check_guests(Arena *scratch, const Node *root, const Language *language,
		       const Guests *guests, Diags *diags)
{
	Checking c = {scratch, language, guests, diags};
	int before = diags_errors(diags);
	if (strcmp(root->name, language->root) != 0 || strcmp(root->space, language->space) != 0) {
		diag_error(diags, root->place, DIAG_FORM, "this is not %s: its root is <%s>",
			   language->what, root->name);
		diag_hint(diags, "write <%s xmlns=\"%s\">", language->root, language->space);
		return false;
	}
	check_element(&c, root, form_find(language, root));
	return diags_errors(diags) == before;
}

bool form_check(Arena *scratch, const Node *root, const Language *language, Diags *diags)
{
	return form_check_guests(scratch, root, language, NULL, diags);
}
