/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "base/str.h"

bool is_list(const Node *node)
{
	return str_equal(node->name, "list");
}

/* Only items stand in a list, be it through repeats: who hears it is told how many there are. */
static void items_check(Reading *r, const Node *node)
{
	for (const Node *child = node->first; child; child = child->next) {
		if (child->kind != NODE_ELEMENT || !layout_is_box(child->name) ||
		    str_equal(child->name, "item"))
			continue;
		if (str_equal(child->name, "repeat")) {
			items_check(r, child);
			continue;
		}
		/* What stands in the list itself is told by the form. */
		if (is_list(node))
			continue;
		diag_error(r->diags, child->place, DIAG_LAYOUT,
			   "<%s> stands in a list, which holds items only", child->name);
		diag_hint(r->diags, "write <item>, or let it stand before or behind the list");
	}
}

void list_begin(Reading *r, const Node *list)
{
	items_check(r, list);
	r->list = list;
}

bool item_check(Reading *r, const Node *item)
{
	if (r->list)
		return true;
	diag_error(r->diags, item->place, DIAG_LAYOUT, "this item stands in no list");
	diag_hint(r->diags, "write <list> around it and its like");
	return false;
}

const Attr *item_mark(const Reading *r, const Node *item)
{
	static const Attr usual = {.name = "mark", .value = "•"};
	const Attr *own = node_attr(item, "mark");
	if (!own && r->list)
		own = node_attr(r->list, "mark");
	return own ? own : &usual;
}
