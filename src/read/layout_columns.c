/* SPDX-License-Identifier: MIT */
/* Boxes that flow down columns, and boxes over one another. */
#include "read/layout_parts.h"

#include "base/str.h"
#include "read/value.h"

enum { COLUMNS_GAP = 17008 }; /* 6 mm: without a gap the words of two columns touch */

const ColumnsSpec *columns_spec_read(Reading *r, const Node *node)
{
	ColumnsSpec *columns = ARENA_NEW(r->a, ColumnsSpec);
	const Attr *count = node_attr(node, "count");
	columns->count = 1;
	if (count)
		value_int(count->value, count->value_place, "count", 1, FLOW_MOST, &columns->count,
			  r->diags);
	columns->gap = len_attr(r, node, "gap", COLUMNS_GAP);
	return columns;
}

RowAlign stack_align_attr(Reading *r, const Node *node)
{
	/* In the order of RowAlign. */
	static const char *const aligns[] = {"top", "center", "bottom", NULL};
	return (RowAlign)choice_attr(r, node, "align", aligns);
}

void keep_read(Reading *r, const Node *node, Element *element)
{
	const Attr *keep = node_attr(node, "keep-with-next");
	const Node *around = node->parent;
	flag_attr(r, node, "keep-with-next", &element->keeps_with_next);
	while (around && str_equal(around->name, "repeat"))
		around = around->parent;
	if (!keep || (around && str_equal(around->name, "columns")))
		return;
	diag_error(r->diags, keep->place, DIAG_LAYOUT,
		   "keep-with-next says where no column ends, but no <columns> is around this box");
	diag_hint(r->diags, "it stands on the children of <columns>");
}
