/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "read/expr.h"

#include <string.h>

/* What nodes are put in order by: something that each of them has one of. */
static const Expr *sort_attr(Reading *r, const Node *node)
{
	const Attr *sort = node_attr(node, "sort");
	const Expr *expr = sort ? expr_read(r->a, sort->value, sort->value_place, r->diags) : NULL;
	if (!expr || expr->kind == EXPR_PATH || expr->kind == EXPR_COUNT)
		return expr;
	diag_error(r->diags, sort->value_place, DIAG_LAYOUT,
		   "what is sorted goes by a path or count(), not by a condition");
	diag_hint(r->diags, "for example sort=\"@share\"");
	return NULL;
}

void order_read(Reading *r, const Node *node, OrderSpec *order)
{
	static const char *const orders[] = {"ascending", "descending", NULL};
	/* In the order of SortAs, but for the first, which is no word. */
	static const char *const kinds[] = {"text", "number", "names", NULL};
	const Attr *as = node_attr(node, "sort-as"), *way = node_attr(node, "order");
	order->sort = sort_attr(r, node);
	order->descending = choice_attr(r, node, "order", orders) == 1;
	if (as)
		order->as = (SortAs)(SORT_TEXT + choice_attr(r, node, "sort-as", kinds));
	order->group = path_attr(r, node, "group");
	if ((as || way) && !node_attr(node, "sort")) {
		diag_error(r->diags, (as ? as : way)->place, DIAG_LAYOUT, "nothing is sorted here");
		diag_hint(r->diags, "write sort=\"…\" beside it, the path of what to sort by");
	}
}

const RepeatSpec *repeat_read(Reading *r, const Node *node)
{
	RepeatSpec *repeat = ARENA_NEW(r->a, RepeatSpec);
	repeat->select = path_attr(r, node, "select");
	order_read(r, node, &repeat->order);
	for (const Node *kid = node->first; kid; kid = kid->next)
		if (kid->kind == NODE_ELEMENT)
			return repeat;
	diag_error(r->diags, node->place, DIAG_LAYOUT, "this repeat has no boxes");
	diag_hint(r->diags, "write in it what is to stand there once for each");
	return repeat;
}
