/* SPDX-License-Identifier: MIT */
/* Boxes that flow down columns, and boxes over one another. */
#include "read/layout_parts.h"

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
