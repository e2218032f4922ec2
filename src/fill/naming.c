/* SPDX-License-Identifier: MIT */
#include "fill/naming.h"

#include "base/lang.h"
#include "base/pseudo.h"
#include "base/str.h"

#include <string.h>

/* The key of that kind that is nearest to what the data says, or NULL. */
static const char *nearest_key(Arena *a, const Names *names, const Datum *datum)
{
	const char **keys = ARENA_ARRAY(a, names->count + 1, const char *);
	int count = 0;
	for (int i = 0; i < names->count; i++)
		if (str_equal(names->entries[i].kind, datum->name))
			keys[count++] = names->entries[i].key;
	return str_nearest(datum->text, keys);
}

static void tell_unknown(Speaker *speaker, const Names *names, const Datum *datum)
{
	Diags *diags = speaker_trouble(speaker);
	const char *near = nearest_key(speaker->arena, names, datum);
	diag_error(diags, datum_place(datum), DIAG_DATA, "%s \"%s\" is not in %s", datum->name,
		   datum->text, names->file);
	if (near)
		diag_hint(diags, "did you mean \"%s\"? Or add <%s code=\"%s\"> with its name there",
			  near, datum->name, datum->text);
	else
		diag_hint(diags, "add <%s code=\"%s\"> with its name there", datum->name,
			  datum->text);
}

/* That names are looked for in. */
static const char *language_of(const Saying *saying)
{
	const char *language = locale_language(saying->locale);
	return pseudo_is(language) ? saying->layout->original : language;
}

/* Where the words of the page's language stand: in the file of that language, if there is one. */
static const char *names_file(const Saying *saying)
{
	if (!saying->names)
		return "a file of names";
	const NamesTongue *tongue = names_tongue(saying->names, locale_language(saying->locale));
	return tongue ? tongue->file : saying->names->file;
}

/* What a word in the page's language must say of it: nothing where its file does. */
static const char *lang_needed(Speaker *speaker)
{
	const Saying *saying = speaker->saying;
	const char *language = locale_language(saying->locale);
	bool own = lang_alike(language, saying->layout->original);
	bool filed = saying->names && names_tongue(saying->names, language);
	return own || filed ? "" : str_format(speaker->arena, " xml:lang=\"%s\"", language);
}

/* A form that is nowhere: of an entry (told at its place), or of a word without entry. */
static void tell_formless(Speaker *speaker, const NameEntry *entry, const Datum *datum,
			  const char *form)
{
	const Saying *saying = speaker->saying;
	const char *language = locale_language(saying->locale), *lang = lang_needed(speaker);
	const char *needs = place_text(speaker->arena, datum->origin.layout);
	Diags *diags = speaker_trouble(speaker);
	if (entry) {
		diag_error(diags, entry->node->place, DIAG_DATA,
			   "%s \"%s\" has no <%s> in the language \"%s\", which the layout needs",
			   entry->kind, entry->key, form, language);
		diag_hint(diags, "add <%s%s>…</%s> to it in %s; it is used at %s", form, lang, form,
			  names_file(saying), needs);
		return;
	}
	diag_error(diags, datum_place(datum), DIAG_DATA,
		   "%s \"%s\" has no entry with <%s> among the names%s, which the layout needs",
		   datum->name, datum->text, form,
		   lang_alike(language, saying->layout->original)
		       ? ""
		       : str_format(speaker->arena, " in \"%s\"", language));
	diag_hint(diags, "add <%s id=\"%s\"> with <%s%s>…</%s> to %s; it is used at %s",
		  datum->name, datum->text, form, lang, form, names_file(saying), needs);
}

/* A <name> is that of the element around it: of <town id="wien"> it is looked up as that town. */
static const NameEntry *entry_of_owner(const Names *names, const Datum *datum)
{
	bool names_it = datum->element && !datum->attr && str_equal(datum->name, "name");
	const Node *owner = names_it ? datum->element->parent : NULL;
	const char *id = owner ? node_value(owner, "id") : NULL;
	return id ? names_find(names, owner->name, id) : NULL;
}

/* `*spelt`: the data spells its name in another way, "Shanghai-Suzhou" for "Shanghai–Suzhou". */
static const NameEntry *entry_find(Speaker *speaker, const Datum *datum, bool *spelt)
{
	const Names *names = speaker->saying->names;
	const NameEntry *entry = names ? names_find(names, datum->name, datum->text) : NULL;
	*spelt = false;
	if (entry || !names || names_coded(names, datum->name))
		return entry;
	entry = entry_of_owner(names, datum);
	*spelt = entry && !str_equal(entry->word, datum->text);
	if (entry)
		return entry;
	entry = names_find_word(names, datum->text);
	*spelt = entry == NULL;
	return entry ? entry : names_find_alike(speaker->arena, names, datum->text);
}

/* The language a datum is written in: the layout's, if the data does not say. */
static const char *datum_language(const Datum *datum, const char *own)
{
	const char *language = datum->element ? node_language(datum->element) : NULL;
	return language ? language : own;
}

/* The first of the forms "phrase|name" that an entry has; the last when it has none. */
static const char *form_choose(Speaker *speaker, const NameEntry *entry, const char *forms)
{
	const Saying *saying = speaker->saying;
	const char *language = language_of(saying);
	for (const char *bar; (bar = strchr(forms, '|')) != NULL; forms = bar + 1) {
		const char *form = str_copy_n(speaker->arena, forms, (size_t)(bar - forms));
		if (entry && names_form(entry, form, language, saying->layout->original))
			return form;
	}
	return forms;
}

/* In a language that nobody speaks a name is made of the one in the layout's own. */
static const char *pretended(Speaker *speaker, const char *word)
{
	const char *language = locale_language(speaker->saying->locale);
	int depth = 0;
	return pseudo_is(language) && word ? pseudo_say(speaker->arena, language, word, &depth)
					   : word;
}

static const char *word_find(Speaker *speaker, Datum *datum, const char *forms)
{
	const Saying *saying = speaker->saying;
	const char *language = language_of(saying), *own = saying->layout->original;
	bool spelt;
	const NameEntry *entry = entry_find(speaker, datum, &spelt);
	const char *form = form_choose(speaker, entry, forms);
	const Node *word = entry ? names_form(entry, form, language, own) : NULL;
	bool name = str_equal(form, "name");
	bool kept = spelt && name && lang_alike(language, own);
	if (word && !kept) {
		datum->origin.basis = basis_named(speaker->arena, datum->origin.basis, word);
		return str_fold(speaker->arena, node_text(speaker->arena, word));
	}
	if (!entry && saying->names && names_coded(saying->names, datum->name)) {
		tell_unknown(speaker, saying->names, datum);
		return NULL;
	}
	/* A word that is no code is its own name in the language it is written in, and only there. */
	bool itself = (!entry || !entry->coded) && lang_alike(language, datum_language(datum, own));
	if (name && (itself || kept))
		return datum->text;
	tell_formless(speaker, entry, datum, form);
	return NULL;
}

const char *naming_word(Speaker *speaker, Datum *datum, const char *forms)
{
	return pretended(speaker, word_find(speaker, datum, forms));
}
