/* SPDX-License-Identifier: MIT */
#include "set/stack.h"

#include "base/list.h"

void size_stack(const Measure *m, Sized *stack)
{
	const Element *element = stack->box->element;
	Len top = size_inset(&element->decor, SIDE_TOP), height = 0;
	List kids = list_new(m->arena, sizeof(Sized));
	for (const Box *box = stack->box->first; box; box = box->next) {
		Sized *kid = list_add(&kids);
		*kid = size_box(m, box, size_inner_width(stack));
		kid->x = size_inset(&element->decor, SIDE_LEFT);
		height = len_max(height, kid->height);
		stack->overfull |= kid->overfull;
	}
	stack->kids = kids.items;
	stack->kid_count = kids.count;
	for (int i = 0; i < kids.count; i++) {
		Sized *kid = &stack->kids[i];
		Len spare = height - kid->height;
		kid->y = len_add(top, element->align == ROW_CENTER   ? spare / 2
				      : element->align == ROW_BOTTOM ? spare
								     : 0);
		if (stack->baseline == NO_BASELINE && kid->baseline != NO_BASELINE)
			stack->baseline = len_add(kid->y, kid->baseline);
	}
	stack->height = len_add(top, len_add(height, size_inset(&element->decor, SIDE_BOTTOM)));
}
