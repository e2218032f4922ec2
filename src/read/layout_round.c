/* SPDX-License-Identifier: MIT */
/* Which values are printed rounded. */
#include "read/layout_parts.h"

#include "read/value.h"

enum { DECIMALS_MOST = 6 };

void rounds_read(Reading *r, const Node *root)
{
	List rounds = list_new(r->a, sizeof(RoundSpec));
	for (const Node *node = node_child(root, "round"); node; node = node_next(node, "round")) {
		const Attr *decimals = node_attr(node, "decimals");
		RoundSpec round = {.place = node->place, .select = path_attr(r, node, "select")};
		if (decimals)
			value_int(decimals->value, decimals->value_place, decimals->name, 0,
				  DECIMALS_MOST, &round.decimals, r->diags);
		if (round.select)
			*(RoundSpec *)list_add(&rounds) = round;
	}
	r->layout->rounds = rounds.items;
	r->layout->round_count = rounds.count;
}
