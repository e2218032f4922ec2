/* SPDX-License-Identifier: MIT */
/* The values of attributes, and ids. */
#include "read/layout_parts.h"

#include "base/str.h"
#include "read/expr.h"
#include "read/pattern.h"
#include "read/value.h"

#include <string.h>

const char *id_keep(Reading *r, const Node *node)
{
	const Attr *id = node_attr(node, "id");
	if (id == NULL)
		return NULL;
	*(Named *)list_add(&r->ids) = (Named){id->value, id->place};
	return id->value;
}

const Expr *path_attr(Reading *r, const Node *node, const char *name)
{
	const Attr *attr = node_attr(node, name);
	return attr ? expr_read_path(r->a, attr->value, attr->value_place, r->diags) : NULL;
}

Len len_attr(Reading *r, const Node *node, const char *name, Len otherwise)
{
	const Attr *attr = node_attr(node, name);
	if (attr)
		value_len(attr->value, attr->value_place, name, &otherwise, r->diags);
	return otherwise;
}

Len seen_len_attr(Reading *r, const Node *node, const char *name, Len otherwise)
{
	const Attr *attr = node_attr(node, name);
	Len len = otherwise;
	bool read = attr && value_len(attr->value, attr->value_place, name, &len, r->diags);
	if (!read || len > 0)
		return len;
	diag_error(r->diags, attr->value_place, DIAG_FORM,
		   "%s is \"%.60s\", but nobody would see it", name, attr->value);
	return otherwise;
}

Format format_attr(Reading *r, const Node *node, const char *name, Format otherwise)
{
	static const char *const known[] = {
	    "number",           "percent", "share", "ordinal", "spellout",
	    "spellout-ordinal", "date",    "list",  "names",   NULL};
	const Attr *attr = node_attr(node, name);
	if (attr == NULL || format_find(attr->value, &otherwise))
		return otherwise;
	const char *nearest = str_nearest(attr->value, known);
	diag_error(r->diags, attr->value_place, DIAG_FORM, "there is no format \"%.60s\"%s",
		   attr->value, str_guess(r->a, nearest));
	diag_hint(r->diags,
		  "formats: number, percent, share, ordinal, spellout, spellout-ordinal, date, "
		  "list, names");
	return otherwise;
}

int choice_attr(Reading *r, const Node *node, const char *name, const char *const *words)
{
	const Attr *attr = node_attr(node, name);
	StrBuf known = {.arena = r->a};
	for (int i = 0; attr && words[i]; i++) {
		if (strcmp(words[i], attr->value) == 0)
			return i;
		strbuf_format(&known, "%s%s", i ? ", " : "", words[i]);
	}
	if (attr == NULL)
		return 0;
	const char *nearest = str_nearest(attr->value, words);
	diag_error(r->diags, attr->value_place, DIAG_FORM, "%s is \"%.60s\", but cannot be%s", name,
		   attr->value, str_guess(r->a, nearest));
	diag_hint(r->diags, "it can be: %s", strbuf_text(&known));
	return 0;
}

void flag_attr(Reading *r, const Node *node, const char *name, bool *out)
{
	const Attr *attr = node_attr(node, name);
	if (attr)
		value_yes_no(attr->value, attr->value_place, name, out, r->diags);
}
