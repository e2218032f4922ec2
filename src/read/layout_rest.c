/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "read/value.h"

enum { LIMIT_MOST = 1000 };

void rest_read(Reading *r, const Node *node, const Style *style, const Ink *accent, RestSpec *rest)
{
	const Attr *limit = node_attr(node, "limit");
	const Node *more = node_child(node, "more");
	rest->style = style_attr_or(r, node, "more-style", style, accent);
	if (limit)
		value_int(limit->value, limit->value_place, "limit", 1, LIMIT_MOST, &rest->limit,
			  r->diags);
	if (more) {
		id_keep(r, more);
		rest->more = pattern_inside(r, more, rest->style, accent);
	}
	if (limit && !more)
		text_need(r, "more", "table");
}
