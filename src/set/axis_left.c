/* SPDX-License-Identifier: MIT */
#include "set/axis_left.h"

enum { NUMBER_GAP = LEN_PT(4), CLEAR = LEN_PT(2) };

Len axis_left_width(const SizedAxis *sized)
{
	Len widest = 0;
	for (int i = 0; sized->axis && i < sized->axis->ticks.count; i++)
		widest = len_max(widest, sized->labels[i].lines.width);
	return sized->axis ? len_add(widest, NUMBER_GAP) : 0;
}

static Len level_y(const Painter *p, const ChartBox *box, const AxisWall *wall, Decimal value)
{
	return wall->bottom - scale_at(&p->scales, box->spec->scale, value);
}

void paint_axis_level(Painter *p, const ChartBox *box, const AxisWall *wall, Decimal value,
		      Len thickness, const Ink *ink)
{
	Len y = level_y(p, box, wall, value), x = wall->x;
	for (int i = 0; i < wall->gap_count; i++) {
		const AxisGap *gap = &wall->gaps[i];
		if (y < gap->top - CLEAR || y > gap->bottom + CLEAR)
			continue;
		if (gap->left - CLEAR > x)
			paint_line(p, x, y, gap->left - CLEAR, y, thickness, 0, ink);
		x = len_max(x, gap->right + CLEAR);
	}
	if (x < wall->right)
		paint_line(p, x, y, wall->right, y, thickness, 0, ink);
}

void paint_axis_levels(Painter *p, const ChartBox *box, const AxisWall *wall)
{
	const Ticks *ticks = &box->axis->ticks;
	TagMark mark = tag_leave(p);
	for (int i = 0; i < ticks->count; i++)
		if (ticks_at(ticks, i) != 0)
			paint_axis_level(p, box, wall, ticks_at(ticks, i), AXIS_HAIRLINE,
					 box->spec->track);
	tag_close(p, mark);
}

/* So that a line of type has room from number to number. */
static int every_which(const Painter *p, const ChartBox *box, const SizedAxis *sized,
		       const AxisWall *wall)
{
	const Ticks *ticks = &sized->axis->ticks;
	Len leading = sized->labels[0].lines.leading;
	Len step =
	    level_y(p, box, wall, ticks_at(ticks, 0)) - level_y(p, box, wall, ticks_at(ticks, 1));
	int each = 1;
	while (each < ticks->count && len_scale(step, each, 1) < leading)
		each++;
	return each;
}

void paint_axis_left(Painter *p, const ChartBox *box, const SizedAxis *sized, const AxisWall *wall)
{
	int each = every_which(p, box, sized, wall);
	const Ticks *ticks = &sized->axis->ticks;
	for (int i = axis_counted_from(ticks) % each; i < ticks->count; i += each) {
		const SizedText *label = &sized->labels[i];
		Len middle = level_y(p, box, wall, ticks_at(ticks, i));
		paint_text(p, label, wall->left,
			   middle + size_cap_height(label) / 2 - label->lines.baseline,
			   wall->x - NUMBER_GAP - wall->left, ALIGN_END);
	}
}
