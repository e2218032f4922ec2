/* SPDX-License-Identifier: MIT */
#include "set/frame.h"

#include "set/column.h"

void size_frame(const Measure *m, Sized *frame)
{
	const FrameSpec *spec = frame->box->element->frame;
	frame->width = spec->width;
	size_column(m, frame);
	frame->needed = frame->height;
	frame->x = spec->x;
	frame->y = spec->y;
	column_stretch(frame, spec->height);
}

void frames_list(const PageSpec *page, const Sized *column, List *rooms)
{
	for (int i = 0; column->box && i < column->kid_count; i++) {
		const Sized *kid = &column->kids[i];
		if (!kid->box || kid->box->element->kind != ELEMENT_FRAME)
			continue;
		const FrameSpec *spec = kid->box->element->frame;
		Len beneath = len_add(page->height, -spec->y);
		Len available = spec->height > 0 ? spec->height : beneath;
		*(FrameRoom *)list_add(rooms) = (FrameRoom){kid, available, kid->needed};
	}
}
