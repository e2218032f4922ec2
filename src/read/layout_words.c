/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "base/str.h"
#include "read/pattern.h"
#include "read/tag.h"
#include "read/xml.h"

#include <string.h>

static const char *const known_texts[] = {"ladder-first",
					  "ladder-last",
					  "ladder-alt",
					  "donut-alt",
					  "bar-chart-alt",
					  "column-chart-alt",
					  "stacked-bar-alt",
					  "treemap-alt",
					  "dot-plot-alt",
					  "slope-chart-alt",
					  "icon-array-alt",
					  "locator-map-alt",
					  "placeholder-alt",
					  "sparkline-alt",
					  "more",
					  NULL};

static bool is_known(const char *id)
{
	for (int i = 0; known_texts[i]; i++)
		if (strcmp(known_texts[i], id) == 0)
			return true;
	return false;
}

static void tell_unknown(Reading *r, const Attr *id)
{
	const char *nearest = str_nearest(id->value, known_texts);
	diag_error(r->diags, id->value_place, DIAG_LAYOUT, "nothing uses a text \"%.60s\"%s",
		   id->value, str_guess(r->a, nearest));
}

static void texts_read(Reading *r, const Node *words)
{
	List texts = list_new(r->a, sizeof(CommonText));
	for (const Node *node = node_child(words, "text"); node; node = node_next(node, "text")) {
		const Attr *id = node_attr(node, "id");
		if (id && !is_known(id->value)) {
			tell_unknown(r, id);
			continue;
		}
		for (int i = 0; id && i < texts.count; i++)
			if (str_equal(((CommonText *)list_at(&texts, i))->id, id->value))
				diag_error(r->diags, id->place, DIAG_LAYOUT,
					   "there are two texts \"%s\"", id->value);
		if (id == NULL || texts.count == (int)(sizeof known_texts / sizeof *known_texts))
			continue;
		CommonText *text = list_add(&texts);
		text->id = id->value;
		text->text = pattern_inside(r, node, NULL, NULL);
	}
	r->layout->common = texts.items;
	r->layout->common_count = texts.count;
}

static const char *tag_attr(Reading *r, const Node *node, const char *name)
{
	const Attr *attr = node_attr(node, name);
	if (attr && !tag_is_language(attr->value)) {
		diag_error(r->diags, attr->value_place, DIAG_FORM,
			   "%s is \"%.60s\", which is no language", name, attr->value);
		diag_hint(r->diags,
			  "languages are written as in \"en\", \"zh\" or \"en-GB\" (BCP 47)");
	}
	return attr ? attr->value : "";
}

static void locales_read(Reading *r, const Node *words)
{
	List pairs = list_new(r->a, sizeof(const char *));
	for (const Node *n = node_child(words, "locale"); n; n = node_next(n, "locale")) {
		*(const char **)list_add(&pairs) = tag_attr(r, n, "lang");
		*(const char **)list_add(&pairs) = tag_attr(r, n, "formats");
	}
	*(const char **)list_add(&pairs) = NULL;
	r->layout->locales = pairs.items;
}

/* Words in another language would be read aloud as if they were in the layout's. */
static void language_check(Reading *r, const Node *words)
{
	const char *lang = tag_attr(r, words, "lang"), *own = r->layout->original;
	size_t length = strcspn(lang, "-");
	if (own == NULL || *lang == '\0' ||
	    (length == strcspn(own, "-") && strncmp(lang, own, length) == 0))
		return;
	diag_error(r->diags, node_attr(words, "lang")->value_place, DIAG_LAYOUT,
		   "these words are in \"%.60s\", but the layout %s is in \"%.60s\"", lang,
		   r->source->path, own);
	diag_hint(r->diags, "name a file of words in the layout's language in <words href=\"…\"/>");
}

void words_read(Reading *r, const Node *node)
{
	const Attr *href = node_attr(node, "href");
	if (href == NULL)
		return;
	Source source = {file_beside(r->a, href->place.file, href->value), r->source->root,
			 href->value_place};
	const Node *words = xml_read(r->a, &source, list_add(r->files), r->diags);
	if (words == NULL)
		return;
	if (!words_form_check(r->a, words, r->diags) && strcmp(words->name, "words") != 0)
		return;
	language_check(r, words);
	words = words_in_target(r, words);
	locales_read(r, words);
	texts_read(r, words);
	r->words = words;
}

void text_need(Reading *r, const char *id, const char *who)
{
	for (int i = 0; i < r->needs.count; i++)
		if (str_equal(((const Need *)list_at(&r->needs, i))->id, id))
			return;
	*(Need *)list_add(&r->needs) = (Need){id, who};
}

void alt_need(Reading *r, const Node *figure)
{
	if (!node_child(figure, "alt"))
		text_need(r, str_format(r->a, "%s-alt", figure->name), figure->name);
}

static void need_check(Reading *r, const Need *need)
{
	for (int i = 0; i < r->layout->common_count; i++)
		if (str_equal(r->layout->common[i].id, need->id))
			return;
	diag_error(r->diags, r->words->place, DIAG_LAYOUT,
		   "the text \"%s\" is missing here: a %s of the layout %s needs it", need->id,
		   need->who, r->source->path);
	diag_hint(r->diags, "add <text id=\"%s\">…</text>", need->id);
}

void needs_check(Reading *r, const Node *root)
{
	if (r->words == NULL) {
		if (r->needs.count > 0 && !node_child(root, "words")) {
			diag_error(r->diags, root->place, DIAG_LAYOUT,
				   "<layout> has figures, but lacks the element <words>");
			diag_hint(r->diags, "add <words href=\"common.xml\"/>: alternative texts "
					    "stand there");
		}
		return;
	}
	for (int i = 0; known_texts[i]; i++)
		for (int n = 0; n < r->needs.count; n++)
			if (str_equal(((const Need *)list_at(&r->needs, n))->id, known_texts[i]))
				need_check(r, list_at(&r->needs, n));
}
