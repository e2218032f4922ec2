/* SPDX-License-Identifier: MIT */
#include "read/pattern_parts.h"

#include <string.h>

/* Where <a> leads. */
static void parse_href(PatternParsing *p, Pattern *span, const Node *node,
		       const PatternSetting *setting)
{
	const Attr *href = node_attr(node, "href");
	if (setting->link)
		pattern_refuse(p, node->place, "a link cannot stand inside a link", NULL);
	else if (href == NULL)
		pattern_refuse(p, node->place, "<a> lacks the attribute \"href\"",
			       "write <a href=\"https://…\">");
	else
		span->href = pattern_read_text(p->a, href->value, href->value_place, p->diags);
	p->failed = p->failed || span->href == NULL;
}

/* Nobody would see it; a link of white space leads where nobody finds it. */
static void tell_empty(PatternParsing *p, const Pattern *span, const Node *node)
{
	const Pattern *inside = span->inside;
	bool white = inside && span->href && pattern_is_blank(inside);
	if (inside && !white)
		return;
	diag_error(p->diags, span->place, DIAG_FORM, "there are no words in this <%s>", node->name);
	diag_hint(p->diags, "write them between <%s> and </%s>, or take it out", node->name,
		  node->name);
}

Pattern *pattern_parse_span(PatternParsing *p, const PatternSetting *setting)
{
	const Node *node = pattern_atom(p)->span;
	bool bold = strcmp(node->name, "b") == 0, link = strcmp(node->name, "a") == 0;
	const char *name = bold ? "b" : link ? NULL : node_value(node, "style");
	const Attr *attr = node_attr(node, "style");
	Pattern *span = ARENA_NEW(p->a, Pattern);
	span->kind = PATTERN_SPAN;
	span->place = pattern_atom(p)->place;
	if (link)
		parse_href(p, span, node, setting);
	else if (name == NULL)
		return pattern_refuse(p, span->place, "<span> lacks the attribute \"style\"",
				      "write <span style=\"…\">");
	span->style = p->spans->find(p->spans->who, setting->base, name,
				     !bold && attr ? attr->value_place : span->place, p->diags);
	p->at++;
	PatternSetting inside = {.plural = setting->plural,
				 .span = node,
				 .link = setting->link || link,
				 .base = span->style ? span->style : setting->base};
	span->inside = pattern_parse_message(p, &inside);
	if (p->failed)
		return NULL;
	if (pattern_atom(p)->kind != ATOM_CLOSE)
		return pattern_refuse(p, pattern_atom(p)->place, "this \"}\" closes nothing",
				      "write '}' in apostrophes for the sign itself");
	p->at++;
	tell_empty(p, span, node);
	return span;
}
