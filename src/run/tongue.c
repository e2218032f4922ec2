/* SPDX-License-Identifier: MIT */
#include "run/tongue.h"

#include "base/lang.h"
#include "base/pseudo.h"
#include "base/str.h"
#include "fill/locale_plural.h"
#include "read/layout.h"

#include <string.h>

static Place languages_place(const Edition *edition)
{
	const Node *languages = node_child(edition->root, "languages");
	return languages ? node_text_place(languages) : edition->layout_place;
}

/* Without them no plural and no number of that language could be right. */
static bool conventions_check(const Tongue *tongue, const Edition *edition, Diags *diags)
{
	if (locale_is_known(tongue->locale))
		return true;
	diag_error(diags, languages_place(edition), DIAG_LAYOUT,
		   "nothing is known of the language \"%s\": neither its plurals nor its numbers",
		   tongue->language);
	diag_hint(diags,
		  "languages are named as in \"en\", \"zh\" or \"pt-BR\" (BCP 47); or say with "
		  "<locale lang=\"%s\" formats=\"…\"/> whose conventions it has",
		  tongue->language);
	return false;
}

/* Whether one of the elements called `name` is in the language. */
static bool header_says(const Node *root, const char *name, const char *language)
{
	for (const Node *n = node_child(root, name); n; n = node_next(n, name)) {
		const char *own = node_value(n, "xml:lang");
		if (own && lang_alike(own, language))
			return true;
	}
	return false;
}

/* What the header says on every page is said in each language, too. */
static bool header_check(const Edition *edition, const char *language, Diags *diags)
{
	static const char *const names[] = {"title", "subject", NULL};
	bool good = true;
	for (int i = 0; names[i]; i++) {
		const Node *own = node_child(edition->root, names[i]);
		if (!own || header_says(edition->root, names[i], language))
			continue;
		diag_error(diags, own->place, DIAG_DATA, "there is no <%s> in \"%s\"", names[i],
			   language);
		diag_hint(diags, "add <%s xml:lang=\"%s\">…</%s> beside it", names[i], language,
			  names[i]);
		good = false;
	}
	return good;
}

/* A file of names with faults in this language was told when it was read. */
static bool names_serve(const Names *names, const char *language)
{
	const NamesTongue *tongue = names ? names_tongue(names, language) : NULL;
	return !tongue || tongue->whole;
}

static void translation_open(Arena *a, Tongue *tongue, const TongueRoots *roots, Diags *diags)
{
	bool spoken = !pseudo_is(tongue->language);
	bool known = !spoken || conventions_check(tongue, roots->edition, diags);
	bool header = !spoken || header_check(roots->edition, tongue->language, diags);
	PluralForms plurals = {.count = 0};
	if (known)
		plurals = locale_plural_forms(tongue->locale);
	const Target target = {tongue->language, known ? &plurals : NULL};
	Diags *own = diags_new(a);
	const Layout *layout = layout_read_in(a, &roots->source, &target, own);
	diags_repeat(diags, own);
	if (known && header && names_serve(roots->names, tongue->language))
		tongue->layout = layout;
}

Tongue tongue_open(Arena *a, const char *language, const TongueRoots *roots, Diags *diags)
{
	Tongue tongue = {.language = language};
	const Layout *layout = roots->layout;
	if (!layout)
		return tongue;
	const char *conventions = pseudo_is(language) ? layout->original : language;
	tongue.locale = locale_open(a, language, layout_locale(layout, conventions));
	if (lang_alike(language, layout->original))
		tongue.layout = layout;
	else
		translation_open(a, &tongue, roots, diags);
	return tongue;
}

void tongue_close(Tongue *tongue)
{
	if (tongue->locale)
		locale_close(tongue->locale);
}
